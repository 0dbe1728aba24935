import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import People
import Performance
import Vocabulary

struct QualityNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality", abstract: "Draw contacts for review, keep reviews, report on them.",
    subcommands: [QualityDrawCommand.self, QualityRecordCommand.self, QualityReport.self])
}

struct QualityDrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw the day's sample of every agent and channel.",
    discussion: """
      The contacts of an agent and channel are ordered by the SHA-256 of SEED|DAY|CONTACT, and the \
      first tenth of them is taken, at least one; so sha256sum can draw them again. A day is drawn \
      once: the same command again shows the same sample, another seed is refused.
      """)

  @Argument(help: "The day, as YYYY-MM-DD.")
  var day: Day

  @Option(help: "The number that the draw starts from.")
  var seed: UInt64

  @Option(help: "The share to draw.")
  var share: BasisPoints = .percent(10)

  @Flag(help: "Show the sample and keep nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let (drawn, isNew) = try workspace.drawQuality(
      on: day, seed: seed, share: share, dryRun: dryRun)
    var table = Table([.agent, .channel, .contactCount, .place, .contactNumber, .hash])
    for stratum in drawn.strata {
      for (index, contact) in stratum.drawn.enumerated() {
        let hash = drawn.draw.hash(of: contact, on: day)
        table.rows.append([
          .init(stratum.agent.text), .init(stratum.channel), .init(stratum.population),
          .init(index + 1), .init(contact),
          .init(Phrase(verbatim: hash.short), .text(hash.description)),
        ])
      }
    }
    output.print(table, in: language)
    if !isNew { output.note(QualityWords.drawnAlready(day), in: language) }
    if dryRun { output.note(TrainingWords.dryRun, in: language) }
  }
}

struct QualityRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Keep reviews, scored by a scorecard.",
    discussion: """
      FILE is a csv with the columns contact_id, item and points, a row for each item of the \
      scorecard; N/A where an item does not apply. A contact with a bad row is left out as a whole.
      """)

  @Argument(help: "The table; - is standard input.", completion: .file(extensions: ["csv"]))
  var file: String

  @Option(help: "The scorecard; else curricula/scorecards/chat.md of the workspace.")
  var scorecard: String?

  @Option(help: "The source that the contacts were imported from.")
  var source = "main"

  @Flag(help: "Show the scores and keep nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let record = try workspace.recordQuality(
      file, scorecard: scorecard, source: source, dryRun: dryRun)
    let table = Table(
      [.contactNumber, .score, .result, .criticalItems],
      rows: record.reviews.map { review in
        var critical: [String] = []
        if case .failed(_, let items) = review.result { critical = items }
        return [
          .init(review.contact), .init(review.result.score),
          .init(review.result.phrase, .text(review.result.code)),
          .init(critical.joined(separator: " ")),
        ]
      })
    output.print(table, in: language)
    if record.same > 0 { output.note(TrainingWords.sameAsBefore(record.same), in: language) }
    if dryRun { output.note(TrainingWords.dryRun, in: language) }
    guard record.faults.isEmpty else {
      throw Refusal(
        .doesNotHold,
        record.faults.map(Phrase.init) + [TrainingWords.notTaken(record.faults.count)])
    }
  }
}

struct QualityReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show how many reviewed contacts passed, and what that says of all of them.",
    discussion: """
      The rate and its limits (Wilson, 95 %) rest on contacts of the daily draws alone; reviews of \
      others are counted beside them.
      """)

  @Option(help: "The month, as YYYY-MM; else that of today.")
  var month: Month?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let table = Table(
      [
        .team, .agent, .name, .drawn, .scored, .passed, .passRate, .low, .high, .meanScore,
        .criticalCount, .others,
      ],
      rows: try workspace.qualityReport(on: (month ?? workspace.today.month).days).map { line in
        let limits = line.rate.limits()
        let known = line.rate.scored > 0
        return [
          .init(
            QualityWords.team(line.team, isAll: line.isAll), .text(line.isAll ? "*" : line.team)),
          .init(line.agent?.number.text), .init(named: line.agent), .init(line.drawn),
          .init(line.rate.scored), .init(line.rate.passed), .init(share: line.rate.share),
          .init(share: known ? limits.lowerBound : nil),
          .init(share: known ? limits.upperBound : nil), .init(line.meanScore),
          .init(line.rate.failedCritical), .init(line.others),
        ]
      })
    output.print(table, in: language)
  }
}

extension Table.Cell {
  /// A share as a percentage with one decimal; its four decimals for programs.
  init(share: Double?) {
    guard let share else {
      self.init(Phrase(verbatim: ""), .null)
      return
    }
    let tenths = Int((share * 1000).rounded())
    self.init(
      Phrase(verbatim: "\(tenths / 10).\(tenths % 10)%"),
      .number((share * 10_000).rounded() / 10_000))
  }
}
