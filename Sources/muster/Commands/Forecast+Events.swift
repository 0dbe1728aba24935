import ArgumentParser
import Forecasting
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

struct ForecastEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Read files of days known ahead, and show them as a table, csv, json or ics.")

  @Argument(
    help: "Files with date and event, or calendars that end in .ics.",
    completion: .file(extensions: ["csv", "ics"]))
  var files: [String]

  @Flag(help: "Print a calendar that phones read, with all-day entries.")
  var ics = false

  @Option(help: "The name of that calendar.")
  var name = "events"

  @OptionGroup var clock: MomentOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if ics, output.json || output.csv {
      throw ValidationError("Choose one of --ics, --json and --csv.")
    }
  }

  func run() throws {
    let all = EventsFile(merging: try files.map { try EventsFile(path: $0) })
    if ics {
      printOutput(all.ics(name: name, stamp: clock.moment))
    } else if output.csv {
      printOutput(all.csv)
    } else {
      output.print(Table(events: all.calendar), in: output.language())
    }
  }
}

extension Table {
  fileprivate init(events calendar: EventCalendar) {
    self.init(
      [.date, .weekday, .event, .phase, .factor, .hours],
      rows: calendar.events.map { event in
        [
          Cell("\(event.day)"),
          Cell(event.day.weekday.phrase, .text(WeekdayName(event.day.weekday).rawValue)),
          Cell(event.name), Cell(event.phase.isEmpty ? nil : event.phase),
          event.factor.map { Cell($0, places: 2) } ?? Cell(nil as String?),
          Cell(event.minutes.map(EventsFile.text(minutes:))),
        ]
      })
  }
}
