/// What came of the contacts of a centre and of its agents' time, counted.
public struct CentreOutcome: Hashable, Sendable {
  /// The contacts of one kind that arrived in one interval.
  public struct Count: Hashable, Sendable {
    public internal(set) var offered = 0
    public internal(set) var answered = 0
    /// Those who had to wait, answered or not.
    public internal(set) var waited = 0
    public internal(set) var abandoned = 0
    /// Those answered within each of the kind's times.
    public internal(set) var answeredWithin: [Int]
    /// The waits in seconds of those answered, added up.
    public internal(set) var answeredWait = 0.0

    /// The share answered within the `index`-th of the kind's times; 1 where nothing arrived.
    public func level(_ index: Int = 0) -> Double {
      offered == 0 ? 1 : Double(answeredWithin[index]) / Double(offered)
    }

    /// The share of contacts that gave up.
    public var abandonment: Double { offered == 0 ? 0 : Double(abandoned) / Double(offered) }

    /// The share of contacts that had to wait.
    public var waitingProbability: Double { offered == 0 ? 0 : Double(waited) / Double(offered) }

    /// The mean wait in seconds of those answered.
    public var asa: Double { answered == 0 ? 0 : answeredWait / Double(answered) }

    mutating func add(_ other: Count) {
      offered += other.offered
      answered += other.answered
      waited += other.waited
      abandoned += other.abandoned
      for index in answeredWithin.indices { answeredWithin[index] += other.answeredWithin[index] }
      answeredWait += other.answeredWait
    }
  }

  /// The time of one group in one interval, in seconds of agents.
  public struct Time: Hashable, Sendable {
    /// There, those included who finish their last contacts.
    public internal(set) var present = 0.0
    /// With a contact in hand.
    public internal(set) var busy = 0.0
    /// Contacts in hand times their time.
    public internal(set) var contacts = 0.0

    /// The share of the time with a contact in hand.
    public var occupancy: Double { present > 0 ? busy / present : 0 }

    /// The mean number of contacts in hand while there are any.
    public var concurrency: Double { busy > 0 ? contacts / busy : 0 }

    mutating func add(_ other: Time) {
      present += other.present
      busy += other.busy
      contacts += other.contacts
    }
  }

  /// By kind, then by the interval of arrival.
  public internal(set) var counts: [[Count]]
  /// By group, then by interval; what happens after the last counts as the last.
  public internal(set) var times: [[Time]]

  init(_ centre: ContactCentre) {
    counts = centre.kinds.map { kind in
      let none = Count(answeredWithin: Array(repeating: 0, count: kind.within.count))
      return Array(repeating: none, count: centre.intervals)
    }
    times = centre.heads.map { _ in Array(repeating: Time(), count: centre.intervals) }
  }

  mutating func add(_ other: CentreOutcome) {
    for kind in counts.indices {
      for interval in counts[kind].indices {
        counts[kind][interval].add(other.counts[kind][interval])
      }
    }
    for group in times.indices {
      for interval in times[group].indices {
        times[group][interval].add(other.times[group][interval])
      }
    }
  }

  /// The contacts of `kind` over `intervals`, added up.
  public func total(of kind: Int, in intervals: Range<Int>? = nil) -> Count {
    let own = counts[kind][intervals ?? counts[kind].indices]
    var sum = Count(
      answeredWithin: Array(repeating: 0, count: counts[kind][0].answeredWithin.count))
    for count in own { sum.add(count) }
    return sum
  }

  /// The time of `group` over `intervals`, added up.
  public func time(of group: Int, in intervals: Range<Int>? = nil) -> Time {
    var sum = Time()
    for time in times[group][intervals ?? times[group].indices] { sum.add(time) }
    return sum
  }
}
