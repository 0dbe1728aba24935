public import Forecasting
import MusterFiles
import MusterWords
public import Staffing
public import Vocabulary

/// A forecast as a csv: a row for each open interval, its mean and the ends of its bands.
///
/// Ends are named by the share of outcomes below them: `p10`, `p90`, `p2_5`.
public struct ForecastTable: Hashable, Sendable {
  public let heading: [String]
  public let rows: [[String]]

  public init(_ forecast: Forecast) {
    let ends = forecast.levels.flatMap { [(1 - $0) / 2, (1 + $0) / 2] }
    heading = ["timestamp", "mean"] + ends.map { "p" + ForecastTable.percent($0) }
    rows = forecast.points.enumerated().compactMap { index, point -> [String]? in
      guard let point else { return nil }
      let instant = forecast.start + Int64(index) * forecast.interval.seconds
      let ends = point.bands.flatMap { [$0.lowerBound, $0.upperBound] }
      let numbers = ([point.mean] + ends).map { decimal($0, places: 3) }
      return ["\(forecast.zone.local(instant))"] + numbers
    }
  }

  /// The table as text.
  public var csv: String { csvText(heading, rows) }

  /// The table as an array of objects.
  public var json: JSON { jsonArray(heading, rows) }

  /// A share in per cent, the point written as `_`: `2_5`.
  private static func percent(_ share: Double) -> String {
    var text = decimal(share * 100, places: 3)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text.split(separator: ".").joined(separator: "_")
  }
}

/// Requirements as a csv: what each interval needs and the service that gives.
///
/// Further targets and a wish add columns at the end: `service_level_2`, ...,
/// `service_level_wished`, and what the wish would need, `wished_agents`.
public struct StaffTable: Hashable, Sendable {
  public static let heading = [
    "timestamp", "volume", "erlangs", "agents", "service_level", "asa_seconds", "occupancy",
    "abandoned", "scheduled",
  ]
  public let heading: [String]
  public let rows: [[String]]

  /// A row for each requirement of `standard`, with the local time at which its interval begins.
  public init(
    _ requirements: [(time: LocalTime, requirement: Requirement)], standard: ServiceStandard
  ) {
    let others = standard.targets.indices.dropFirst().map { "service_level_\($0 + 1)" }
    let wish = standard.wish == nil ? [] : ["service_level_wished", "wished_agents"]
    heading = StaffTable.heading + others + wish
    rows = requirements.map { time, requirement in
      let service = requirement.service
      let first = [
        "\(time)", decimal(requirement.volume, places: 3), decimal(requirement.load, places: 4),
        "\(requirement.agents)", decimal(service.level, places: 6),
        decimal(service.asa, places: 3), decimal(service.occupancy, places: 6),
        decimal(service.abandonment, places: 6), decimal(requirement.heads, places: 4),
      ]
      return first + service.levels.dropFirst().map { decimal($0, places: 6) }
        + (requirement.wished.map { ["\($0.agents)"] } ?? [])
    }
  }

  /// The table as text.
  public var csv: String { csvText(heading, rows) }

  /// The table as an array of objects.
  public var json: JSON { jsonArray(heading, rows) }
}

private func csvText(_ heading: [String], _ rows: [[String]]) -> String {
  var writer = CSVWriter()
  writer.row(heading)
  for row in rows { writer.row(row) }
  return writer.text
}

/// All columns but the first are numbers.
private func jsonArray(_ heading: [String], _ rows: [[String]]) -> JSON {
  .array(
    rows.map { row in
      .object(
        zip(heading, row).enumerated().map { index, cell in
          JSON.Member(
            cell.0, index == 0 ? .text(cell.1) : Double(cell.1).map(JSON.number) ?? .null)
        })
    })
}
