import RealModule

/// Whom to hire when, so that agents who leave and new ones who learn are made up for.
///
/// Someone hired works as much of a full agent's time as the ramp says in each of the first months,
/// and in full from then on. Hires begin as late as lets them be full when they are needed, and no
/// sooner than after the lead time; what cannot be had in time is a gap.
public struct HiringPlan: Hashable, Sendable {
  /// One month.
  public struct Month: Hashable, Sendable {
    /// Full agents needed.
    public let required: Double
    /// People who begin.
    public internal(set) var hires = 0
    /// People there, in the mean who are left.
    public internal(set) var people = 0.0
    /// The full agents that they are worth.
    public internal(set) var worth = 0.0

    /// Full agents that are missing.
    public var gap: Double { max(0, required - worth) }
  }

  public let months: [Month]

  /// The plan for so many full agents `required` in each month from `agents` who are there.
  ///
  /// Each month a share `attrition` of all leaves, the first time after the first month; `ramp` is
  /// the worth of a new agent in the first months; nobody begins in the first `lead` months.
  public init(
    required: [Double], agents: Double, attrition: Double = 0, ramp: [Double] = [], lead: Int = 0
  ) {
    precondition(agents >= 0 && (0..<1).contains(attrition), "a share that leaves is in 0..<1")
    precondition(ramp.allSatisfy { $0 >= 0 && $0 <= 1 } && lead >= 0, "a worth is in 0...1")
    var months = required.map { Month(required: $0) }
    func stay(_ count: Int) -> Double { .pow(1 - attrition, count) }
    func worth(_ month: Int, _ since: Int) -> Double {
      let age = month - since
      return stay(age) * (age < ramp.count ? ramp[age] : 1)
    }
    for month in months.indices {
      func now() -> Double {
        (0...month).reduce(agents * stay(month)) {
          $0 + Double(months[$1].hires) * worth(month, $1)
        }
      }
      let gap = required[month] - now()
      let start = max(lead, month - ramp.count)
      if gap > 1e-9, start <= month, worth(month, start) > 0 {
        months[start].hires += Int((gap / worth(month, start) - 1e-9).rounded(.up))
      }
    }
    for month in months.indices {
      months[month].people = agents * stay(month)
      months[month].worth = agents * stay(month)
      for start in 0...month {
        months[month].people += Double(months[start].hires) * stay(month - start)
        months[month].worth += Double(months[start].hires) * worth(month, start)
      }
    }
    self.months = months
  }
}
