import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Rostering
import Vocabulary

struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Make rosters that keep every rule, and check them.",
    subcommands: [
      RosterBuild.self, RosterCheck.self, RosterPublish.self, RosterShow.self,
      RosterExportVerb.self, RosterSolve.self, RosterRepairVerb.self, RosterExplain.self,
      RosterSwapVerb.self, RosterSlackVerb.self,
      RosterRequestVerb.self,
    ])
}

/// How long and with what chance a roster is looked for.
struct EffortOptions: ParsableArguments {
  @Option(help: "The most seconds to take; 20 where no steps are given.")
  var seconds: Double?

  @Option(help: "Steps of each chain; equal steps and seed give equal rosters.")
  var steps: Int?

  @Option(help: "How many threads to use; else as many as the machine has.")
  var threads: Int?

  @Option(help: "The seed of chance.")
  var seed: UInt64 = 1

  func validate() throws {
    if let seconds, !(0...1_000_000).contains(seconds) {
      throw ValidationError("--seconds must not be negative.")
    }
    if let steps, steps < 0 { throw ValidationError("--steps must not be negative.") }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads is from 1 to 256.")
    }
  }

  var effort: RosterFilters.Effort {
    RosterFilters.Effort(seconds: seconds, steps: steps, threads: threads, seed: seed)
  }
}

struct RosterSolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Solve a roster problem without a workspace.",
    discussion: """
      PROBLEM is a folder with problem.yaml, agents.csv, demand.csv and, where there are any, \
      requests.csv and history.csv; under --format curtois-qu or \
      multi-activity it is a benchmark file. Writes the \
      roster to --out and prints JSON: its cost, a bound that no roster can go below, and the \
      gap between the two as a share of the cost. Ctrl-C keeps the best roster so far.
      """)

  @Argument(help: "The folder or file of the problem.", completion: .file())
  var problem: String

  @Option(help: "The format: muster, curtois-qu or multi-activity.")
  var format: RosterFilters.Format = .muster

  @Option(help: "The file to write the roster to.", completion: .file(extensions: ["csv"]))
  var out: String

  @OptionGroup var effort: EffortOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let (control, bar) = output.control(in: output.language())
    defer { bar.end() }
    let (solution, verdict) = try RosterFilters.solve(
      problem, format: format, effort: effort.effort, out: out, control: control)
    bar.end()
    printOutput(solution.json(verdict, seed: effort.seed).text)
  }
}

struct RosterCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Count a roster's cost again, and tell every breach of a rule.",
    discussion: """
      Counts from the shifts alone: those in the file ROSTER against PROBLEM, or without these the \
      workspace's roster against the problem it was made from. Prints JSON; what is broken is also \
      told in words, and ends with exit code 1.
      """)

  @Argument(help: "The folder or file of the problem.", completion: .file())
  var problem: String?

  @Argument(help: "The roster; - is standard input.", completion: .file(extensions: ["csv"]))
  var roster: String?

  @Option(help: "The format: muster, curtois-qu or multi-activity.")
  var format: RosterFilters.Format = .muster

  @OptionGroup var choice: RosterChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
    if problem != nil, roster == nil { throw ValidationError("Give PROBLEM and ROSTER, or none.") }
  }

  func run() throws {
    let verdict: RosterFilters.Verdict
    if let problem, let roster {
      verdict = try RosterFilters.check(problem, roster: roster, format: format)
    } else {
      verdict = try workspace.open().roster(choice.number).verdict
    }
    printOutput(verdict.json.text)
    guard !verdict.isFeasible else { return }
    throw Refusal(.doesNotHold, verdict.phrases)
  }
}

extension RosterFilters.Format: ExpressibleByArgument {}
