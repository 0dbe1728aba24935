public import Rostering
import Vocabulary

extension RosterCost {
  /// The parts of the cost by name.
  public var json: JSON {
    .object([
      JSON.Member("short", .int(Int64(short))), JSON.Member("over", .int(Int64(over))),
      JSON.Member("duty", .int(Int64(duty))), JSON.Member("overtime", .int(Int64(overtime))),
      JSON.Member("requests_on", .int(Int64(requestsOn))),
      JSON.Member("requests_off", .int(Int64(requestsOff))),
      JSON.Member("fairness", .int(Int64(fairness))),
    ])
  }
}

extension Coverage {
  /// People-intervals wanted and missing.
  public var json: JSON {
    .object([
      JSON.Member("wanted", .int(Int64(wanted))), JSON.Member("missing", .int(Int64(missing))),
    ])
  }
}

extension Breach {
  public var json: JSON {
    .object(
      [
        JSON.Member("rule", .text(rule.rawValue)), JSON.Member("agent_id", .text(agent.text)),
        JSON.Member("day", day.map { .text($0.description) } ?? .null),
        JSON.Member("subject", subject.map { .text($0) } ?? .null),
        JSON.Member("found", .int(Int64(found))), JSON.Member("limit", .int(Int64(limit))),
      ] + (article.map { [JSON.Member("article", .text($0))] } ?? []))
  }
}
