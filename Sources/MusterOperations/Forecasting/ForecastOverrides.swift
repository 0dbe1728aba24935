import MusterFiles
public import MusterStore
import MusterWords
import Vocabulary

/// How an override did, beside the model, on the intervals that are over.
public struct JudgedOverride: Hashable, Sendable {
  /// Contacts of the intervals that are over and were forecast ahead of time.
  public struct Outcome: Hashable, Sendable {
    public var seen: Double
    public var model: Double
    public var planned: Double
    /// The sums of misses.
    public var modelMiss: Double
    public var plannedMiss: Double
  }

  public var override: ForecastOverride
  /// Nil while none of its intervals is over, or where none was forecast ahead of time.
  public var outcome: Outcome?

  public init(override: ForecastOverride, outcome: Outcome?) {
    self.override = override
    self.outcome = outcome
  }
}

extension Workspace {
  /// Keeps what a person says against a forecast; the model's figure stays as it is.
  ///
  /// It needs a reason and a stream that has contacts, and holds for every forecast of its days.
  public func addOverride(
    _ override: ForecastOverride, isDryRun: Bool = false
  ) throws -> ForecastOverride {
    guard !trimmedReason(override.reason).isEmpty else {
      throw Refusal(.usage, [ForecastWords.noReason])
    }
    let streams = try forecast().streams.map(\.stream)
    guard streams.contains(override.stream) else {
      throw Refusal(.noInput, [VolumeWords.noSuchStream(override.stream, known: streams)])
    }
    var kept = override
    guard !isDryRun else { return kept }
    kept.id = try store.write { try $0.saveOverride(override) }
    return kept
  }

  /// Takes an override back.
  public func withdrawOverride(_ id: Int64) throws {
    try store.write { connection in
      guard try connection.overrides().contains(where: { $0.id == id }) else {
        throw Refusal(.noInput, [ForecastWords.noOverride(id)])
      }
      try connection.withdrawOverride(id, at: now, actor: actor)
    }
  }

  /// The overrides that stand, each beside what came, as far as its days are over.
  public func judgedOverrides() throws -> [JudgedOverride] {
    try store.read { connection in
      try connection.overrides().map { override in
        let last = min(override.days.upperBound, today - 1)
        guard override.days.lowerBound <= last, let latest = try connection.forecast() else {
          return JudgedOverride(override: override, outcome: nil)
        }
        let days = override.days.lowerBound...last
        let ahead = try connection.forecastsAhead(of: days).filter {
          override.holds($0.stream, $0.local)
        }
        guard !ahead.isEmpty else { return JudgedOverride(override: override, outcome: nil) }
        let arrivals = try connection.arrivals(
          in: days.lowerBound..<(last + 1), per: latest.interval
        ).filter { $0.stream == override.stream }
        var outcome = JudgedOverride.Outcome(
          seen: 0, model: 0, planned: 0, modelMiss: 0, plannedMiss: 0)
        for interval in ahead {
          let slot = interval.local.minute / latest.interval.minutes
          let seen = arrivals.first { $0.day == interval.local.day && $0.slot == slot }
          let contacts = Double(seen?.contacts ?? 0)
          let planned = interval.mean * override.factor
          outcome.seen += contacts
          outcome.model += interval.mean
          outcome.planned += planned
          outcome.modelMiss += (contacts - interval.mean).magnitude
          outcome.plannedMiss += (contacts - planned).magnitude
        }
        return JudgedOverride(override: override, outcome: outcome)
      }
    }
  }

  private func trimmedReason(_ text: String) -> Substring {
    text.drop { $0.isWhitespace }
  }
}
