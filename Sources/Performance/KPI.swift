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

  package var measure: Measure {
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

  /// What `contact` adds to the total of a reading; nil where it is not counted.
  public func value(of contact: Contact) -> Int64? { measure.value(of: contact) }

  /// What is counted of `contacts`: what the store counts of them too.
  public func reading(of contacts: some Sequence<Contact>) -> Reading {
    contacts.lazy.compactMap(value).reduce(Reading(0, over: 0)) { sum, value in
      Reading(sum.total + value, over: sum.count + 1)
    }
  }
}
