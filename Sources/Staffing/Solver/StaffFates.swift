import RealModule

extension TransientGroup.Staff {
  /// What `agents` of a standard make of `arrivals` contacts per second.
  ///
  /// Fates are, in turn: to be answered within each of `seconds`; to be answered at all; the wait in
  /// seconds where answered. Several chats at once end at the rate that they have in the mean where
  /// so many always arrive, which is exact for a steady load.
  init(_ standard: ServiceStandard, agents: Int, arrivals: Double, seconds: [Double]) {
    places = agents * standard.concurrency
    let ended = Self.ended(standard, agents: agents, arrivals: arrivals)
    let full = ended[places]
    // As many may wait as could be answered in time, and some more.
    let soon = max(full, arrivals) * (seconds.max() ?? 0)
    let load = arrivals * (standard.handleTimes.last ?? 0)
    // Where nobody gives up, long queues are rare only by the spare agents.
    let rare =
      standard.patience == nil && full > arrivals && arrivals > 0
      ? min(1000, 30 / Double.log(full / arrivals)) : 0
    let most = Int(rare + 1.5 * soon + 6 * soon.squareRoot() + 8 * load.squareRoot() + 30)
    let patience = standard.patience
    let leaving = patience.map { 1 / $0 } ?? 0
    ending = ended + (1...most).map { full + Double($0) * leaving }
    let atOnce = Array(repeating: 1.0, count: places)
    var rows = seconds.map { atOnce + Self.inTime($0, full: full, patience: patience, most: most) }
    var answered: [Double] = []
    var waits: [Double] = []
    var wait = 0.0
    for waiting in 0...most {
      // All before must go, at a rate that falls as they do.
      let rate = full + Double(waiting + 1) * leaving
      wait += rate > 0 ? 1 / rate : 0
      let share = rate > 0 ? full / rate : 0
      answered.append(share)
      waits.append(share * wait)
    }
    rows.append(atOnce + answered)
    rows.append(Array(repeating: 0, count: places) + waits)
    fates = rows
  }

  /// Contacts that end per second, by how many are in hand, up to all places.
  private static func ended(
    _ standard: ServiceStandard, agents: Int, arrivals: Double
  ) -> [Double] {
    let times = standard.handleTimes
    if times.count == 1 { return (0...agents).map { Double($0) / times[0] } }
    let isSmall =
      ChatStates.count(agents: agents, places: times.count, limit: ChatPool.mostStates) != nil
    let even = (0...agents * times.count).map { ChatPool.departures($0, agents, times) }
    guard isSmall, agents > 0, arrivals > 0 else { return even }
    let exact = ChatStates(arrivals: arrivals, agents: agents, durations: times).departures
    // Numbers that never are have no mean.
    return zip(exact, even).map { $0 > 0 ? $0 : $1 }
  }

  /// The chance to be answered within `time`, by how many wait already.
  private static func inTime(
    _ time: Double, full: Double, patience: Double?, most: Int
  ) -> [Double] {
    guard full > 0 else { return Array(repeating: 0, count: most + 1) }
    guard let patience else {
      // More departures than wait: one less a sum of Poisson terms.
      var logTerm = -full * time
      var late = 0.0
      return (0...most).map { waiting in
        if waiting > 0 { logTerm += .log(full * time / Double(waiting)) }
        late += time > 0 || waiting == 0 ? Double.exp(logTerm) : 0
        return max(0, 1 - late)
      }
    }
    let pace = full * patience
    var late = BetaSum(a: pace + 1, logX: -time / patience)
    return (0...most).map { waiting in
      defer { late.advance() }
      return pace / (pace + Double(waiting) + 1) * max(0, 1 - late.value)
    }
  }
}
