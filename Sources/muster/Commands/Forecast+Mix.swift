import ArgumentParser
import Forecasting
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

struct ForecastMix: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mix",
    abstract: "Show what contacts will be about and how long they take, by stream and topic.",
    discussion: """
      Topics and handle times are forecast as contacts are. The first row of a stream is all of it, \
      with its handle time so far and ahead; so far is the last four weeks.
      """)

  @Option(help: "How many days ahead.")
  var days = 28

  @Option(
    help: "Days known ahead, a csv or ics; else the workspace's.",
    completion: .file(extensions: ["csv", "ics"]))
  var events: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(1...400).contains(days) { throw ValidationError("Look from 1 to 400 days ahead.") }
  }

  func run() throws {
    let workspace = try workspace.open()
    let mixes = try workspace.forecastMix(days: days, events: events)
    output.print(Table(mixes: mixes), in: output.language(workspace.settings))
  }
}

extension Table {
  fileprivate init(mixes: [StreamMix]) {
    func seconds(_ value: Double?) -> Cell {
      value.map { Cell($0, places: 0) } ?? Cell(nil as String?)
    }
    self.init(
      [
        .stream, .topic, .contactsLately, .share, .contactsAhead, .shareAhead, .ahtSeconds,
        .ahtSecondsAhead,
      ],
      rows: mixes.flatMap { mix in
        [
          [
            Cell("\(mix.stream)"), Cell(ForecastWords.wholeStream, .null),
            Cell(mix.recent, places: 0), Cell(share: 1), Cell(mix.ahead, places: 1),
            Cell(share: 1), seconds(mix.handleRecent), seconds(mix.handleAhead),
          ]
        ]
          + mix.topics.map { topic in
            [
              Cell("\(mix.stream)"), Cell(topic.topic), Cell(topic.recent, places: 0),
              Cell(share: mix.recent > 0 ? topic.recent / mix.recent : 0),
              Cell(topic.ahead, places: 1),
              Cell(share: mix.ahead > 0 ? topic.ahead / mix.ahead : 0),
              seconds(topic.handleSeconds), Cell(nil as String?),
            ]
          }
      })
  }
}
