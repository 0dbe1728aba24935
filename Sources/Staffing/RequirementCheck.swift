import Statistics
public import Vocabulary

extension ServiceStandard {
  /// What simulated days make of so many `agents` in each interval: the judge of a requirement.
  ///
  /// Intervals are at these `places` on one grid; where one is left out the stream is closed. Each
  /// stretch begins as if its first interval had always been there. Gives the contacts of each
  /// interval over all runs; they are counted as answered within the time of each target in turn.
  public func play(
    _ agents: [Int], volumes: [Double], at places: [Int], in interval: Interval, runs: Int,
    seed: UInt64
  ) -> [CentreOutcome.Count] {
    precondition(agents.count == volumes.count && places.count == volumes.count, "one of each")
    let seconds = Double(interval.seconds)
    // Long enough to forget an empty beginning.
    let settling = 5 * ((handleTimes.max() ?? 0) + (patience ?? 0))
    let before = min(96, Int((settling / seconds).rounded(.up)))
    let generator = SeededGenerator(seed: seed)
    var counts: [CentreOutcome.Count] = []
    var start = 0
    for end in volumes.indices.map({ $0 + 1 })
    where end == volumes.count || places[end] != places[end - 1] + 1 {
      func lead<Value>(_ values: ArraySlice<Value>) -> [Value] {
        Array(repeating: values[start], count: before) + values
      }
      let kind = ContactCentre.Kind(
        arrivals: lead(volumes[start..<end]).map { $0 / seconds }, handleTimes: handleTimes,
        variability: variability, patience: patience, within: targets.map(\.seconds), groups: [0])
      var own = generator.split(start)
      let outcome = ContactCentre(
        kinds: [kind], heads: [lead(agents[start..<end])], seconds: seconds
      ).simulate(runs: runs, seed: own.next())
      counts += outcome.counts[0].dropFirst(before)
      start = end
    }
    return counts
  }
}
