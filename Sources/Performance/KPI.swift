/// A measure of how an agent's contacts went.
///
/// The raw value is its name in plans, tables and columns. What it counts stands in a file of its
/// own under `KPIs/`.
public enum KPI: String, CaseIterable, Hashable, Sendable {
  case replyTime = "frt_mean"
  case replyInOneMinute = "frt_60s"
  case replyInThreeMinutes = "frt_180s"
  case handleTime = "aht_mean"
  case firstContactResolution = "fcr"
  case meanRating = "csat_mean"
  case satisfiedShare = "csat_share"
  case conversion
  case complaintRate = "complaint_rate"

  public enum Unit: Hashable, Sendable {
    /// Mean seconds per contact.
    case seconds
    /// A share of contacts, from 0 to 1.
    case share
    /// Mean rating, from 1 to 5.
    case rating
  }

  /// Which values are good.
  public enum Direction: Hashable, Sendable { case higher, lower }

  private var measure: Measure {
    switch self {
    case .replyTime: .replyTime
    case .replyInOneMinute: .replyInOneMinute
    case .replyInThreeMinutes: .replyInThreeMinutes
    case .handleTime: .handleTime
    case .firstContactResolution: .firstContactResolution
    case .meanRating: .meanRating
    case .satisfiedShare: .satisfiedShare
    case .conversion: .conversion
    case .complaintRate: .complaintRate
    }
  }

  public var unit: Unit { measure.unit }

  public var better: Direction { measure.better }

  /// What was counted of one agent's contacts.
  public func reading(of tally: Tally) -> Reading { measure.reading(tally) }

  /// What `contact` adds to the total of a reading; nil where it is not counted.
  ///
  /// Over all contacts of an agent these are the reading of the tally.
  public func value(of contact: Contact) -> Int64? { measure.value(contact) }
}

/// What a KPI counts, in what unit, and which way is good.
struct Measure: Sendable {
  let unit: KPI.Unit
  let better: KPI.Direction
  let reading: @Sendable (Tally) -> Reading
  let value: @Sendable (Contact) -> Int64?

  init(
    _ unit: KPI.Unit, better: KPI.Direction, reading: @escaping @Sendable (Tally) -> Reading,
    value: @escaping @Sendable (Contact) -> Int64?
  ) {
    self.unit = unit
    self.better = better
    self.reading = reading
    self.value = value
  }
}
