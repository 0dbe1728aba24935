import MusterFiles
import MusterTesting

/// One expected output of one case.
struct StaffingRow {
  let row: TableRow
  let heading: TableHeading

  subscript(_ name: String) -> String { heading.place(of: name).map(row.text) ?? "" }
  func number(_ name: String) -> Double { Double(self[name]) ?? .nan }

  /// The number that `extra` gives as `name=1.5`.
  func extra(_ name: String) -> Double? {
    self["extra"].split(separator: " ").first { $0.hasPrefix(name + "=") }
      .flatMap { Double($0.dropFirst(name.utf8.count + 1)) }
  }

  var model: String { self["model"] }
  var output: String { self["output"] }
  var agents: Int { Int(self["agents"]) ?? 0 }
  var load: Double { number("calls") * number("aht_s") / number("interval_s") }

  /// Durations by concurrency, from `extra` as `aht_by_concurrency=300|330|390`.
  var durations: [Double]? {
    self["extra"].split(separator: "=").last.map { parts(of: $0) }
  }

  /// Of two skills: contacts per second, handle times (one for both or one each), agents.
  ///
  /// `calls` is `60|60`, `agents` is `4|4|flex 2`.
  var skills: (arrivals: [Double], times: [Double], agents: [Int])? {
    let calls = numbers("calls").map { $0 / number("interval_s") }
    let agents = self["agents"].split(separator: "|").compactMap { part in
      part.split(separator: " ").last.flatMap { Int($0) }
    }
    var times = numbers("aht_s")
    if times.count == 1 { times.append(times[0]) }
    guard calls.count == 2, agents.count == 3, times.count == 2 else { return nil }
    return (calls, times, agents)
  }

  /// The numbers that stand in a column with `|` between them.
  func numbers(_ name: String) -> [Double] { parts(of: self[name]) }

  private func parts(of text: some StringProtocol) -> [Double] {
    text.split(separator: "|").compactMap { Double($0) }
  }

  /// Where the reference values are, below the oracles' folder.
  static let path = "staffing/reference.csv"

  /// Every row of the reference values.
  static func all() throws -> [StaffingRow] {
    let reader = try TableReader(.text(Oracles.text(path), name: path), columns: [])
    return try reader.rest().map { StaffingRow(row: $0, heading: reader.heading) }
  }
}
