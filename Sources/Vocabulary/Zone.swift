/// A time zone: a name and the moments at which its clocks change.
///
/// Made at the edge from the system's tzdata and passed in, so that the pure layers read no files.
public struct Zone: Hashable, Sendable {
  /// From `start` on, clocks are `offset` seconds ahead of UTC.
  public struct Transition: Hashable, Sendable {
    public let start: Instant
    public let offset: Int

    public init(start: Instant, offset: Int) {
      self.start = start
      self.offset = offset
    }
  }

  /// The name in the tz database, such as `Asia/Shanghai`.
  public let name: String
  /// Seconds ahead of UTC before the first transition.
  public let firstOffset: Int
  /// Changes of the clock, earliest first.
  public let transitions: [Transition]

  public init(name: String, firstOffset: Int, transitions: [Transition] = []) {
    self.name = name
    self.firstOffset = firstOffset
    self.transitions = transitions.sorted { $0.start < $1.start }
  }

  /// Coordinated Universal Time.
  public static let utc = Zone(name: "UTC", firstOffset: 0)

  /// A zone whose clocks are always eight hours ahead of UTC, as China's have been since 1991.
  public static let china = Zone(name: "Asia/Shanghai", firstOffset: 8 * 3600)

  /// Seconds ahead of UTC at `instant`.
  public func offset(at instant: Instant) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].start <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : transitions[low - 1].offset
  }

  /// What clocks of the zone show at `instant`.
  public func local(_ instant: Instant) -> LocalTime {
    LocalTime(instant, offset: offset(at: instant))
  }

  /// The moments at which clocks of the zone show `local`.
  ///
  /// None where the clock was put forward over it, two where it was put back over it.
  public func instants(of local: LocalTime) -> [Instant] {
    let guess = local.instant(offset: 0)
    let offsets = Set([
      offset(at: guess + -86_400), offset(at: guess), offset(at: guess + 86_400),
    ])
    return offsets.map { local.instant(offset: $0) }.filter { self.local($0) == local }.sorted()
  }

  /// The one moment meant by `local`.
  ///
  /// A time that exists twice is the earlier one; a time that does not exist is read with the
  /// offset from before the change, as RFC 5545 section 3.3.5 has it.
  public func instant(of local: LocalTime) -> Instant {
    if let first = instants(of: local).first { return first }
    let before = offset(at: local.instant(offset: 0) + -86_400)
    return local.instant(offset: before)
  }

  /// The first moment of `day`.
  public func start(of day: Day) -> Instant {
    guard let midnight = LocalTime(day: day, second: 0) else {
      preconditionFailure("midnight is a time of every day")
    }
    return instant(of: midnight)
  }

  /// `instant` on clocks of the zone, as `YYYY-MM-DDTHH:MM:SS+HH:MM`.
  public func format(_ instant: Instant) -> String {
    let offset = offset(at: instant)
    let minutes = Int(offset.magnitude) / 60
    let sign = offset < 0 ? "-" : "+"
    return "\(LocalTime(instant, offset: offset))\(sign)"
      + "\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
  }
}
