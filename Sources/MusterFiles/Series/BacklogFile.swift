public import MusterWords
public import Vocabulary

/// Work that can wait and who is there for it: volumes with a column `agents` besides.
public struct BacklogFile: Hashable, Sendable {
  /// Contacts of each row.
  public let volumes: VolumeFile
  /// Agents of each row; nil where the file has no such column.
  public let agents: [Double]?

  public init(
    text: String, file: String, use: VolumeFile.Use? = nil, interval: Interval? = nil
  ) throws(FileRefusal) {
    func reader() throws(FileRefusal) -> TableReader {
      try TableReader(.text(text, name: file), columns: VolumeFile.columns + .loadAgents)
    }
    volumes = try VolumeFile(reader(), use: use, interval: interval)
    let second = try reader()
    guard second.heading.place(of: "agents") != nil else {
      agents = nil
      return
    }
    agents = try VolumeRows(
      second, times: "timestamp", volume: "agents", interval: volumes.interval
    ).rows.map(\.volume)
  }
}
