import RealModule

/// Erlangs that a load which changes over time offers, interval by interval.
///
/// Contacts stay for their handle time, so the load follows arrivals late and smoothed: m' =
/// arrivals - m / handle time. Arrivals are constant within an interval, which gives m there in
/// closed form. Arrivals times handle time, each interval alone, is right only where handle times
/// are short against the intervals.
///
/// Source: O. B. Jennings, A. Mandelbaum, W. A. Massey and W. Whitt, "Server Staffing to Meet
/// Time-Varying Demand" (1996).
public struct OfferedLoad: Hashable, Sendable {
  /// The mean over each interval, in erlangs.
  public let means: [Double]
  /// The load at the end of each interval, in erlangs.
  public let ends: [Double]

  /// The load of `arrivals`, contacts per second in each interval of so many `seconds`.
  ///
  /// It begins with `start` erlangs, or where that is nil as if the first interval had always been.
  /// `handleTime` is in seconds.
  public init(
    arrivals: [Double], seconds: Double, handleTime: Double, start: Double? = nil
  ) {
    precondition(seconds > 0 && handleTime > 0, "an interval and a handle time are positive")
    var load = start ?? (arrivals.first ?? 0) * handleTime
    // What is left of an old load after an interval, and of it on the mean within.
    let kept = Double.exp(-seconds / handleTime)
    let mean = -Double.expMinusOne(-seconds / handleTime) * handleTime / seconds
    var means: [Double] = []
    var ends: [Double] = []
    for rate in arrivals {
      let steady = rate * handleTime
      means.append(steady + (load - steady) * mean)
      load = steady + (load - steady) * kept
      ends.append(load)
    }
    self.means = means
    self.ends = ends
  }
}
