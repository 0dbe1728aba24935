import FoundationEssentials
import MusterFiles

extension Workspace {
  static let eventsFile = "rosters/events.csv"
  static let calendarFolder = "rosters/calendars"

  /// Days known ahead: those in the file at `path`, else the workspace's own; nil where there are
  /// none.
  ///
  /// The workspace's own are `rosters/events.csv` and the csv and ics files in `rosters/calendars`.
  /// `text` is what the policy keeps: the file as it stands, or all of them as one table.
  func events(_ path: String?) throws -> (name: String, text: String, file: EventsFile)? {
    if let path {
      let text = try Disk.text(at: path)
      return (path, text, try EventsFile(.text(text, name: path)))
    }
    var names: [String] = []
    if FileManager.default.fileExists(atPath: folder + "/" + Workspace.eventsFile) {
      names.append(Workspace.eventsFile)
    }
    let calendars = folder + "/" + Workspace.calendarFolder
    let found = (try? FileManager.default.contentsOfDirectory(atPath: calendars)) ?? []
    names += found.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".ics") }.sorted()
      .map { Workspace.calendarFolder + "/" + $0 }
    guard !names.isEmpty else { return nil }
    let files = try names.map { name in
      try EventsFile(.text(Disk.text(at: folder + "/" + name), name: name))
    }
    let all = EventsFile(merging: files)
    return (names.count == 1 ? names[0] : "rosters", all.csv, all)
  }
}
