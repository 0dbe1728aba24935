import Staffing
import Testing

@Suite("Erlang B and C") struct ErlangTests {
  /// Ten erlangs, three minutes a call: from the closed sums of the formulas, worked apart.
  @Test(
    "groups worked by hand",
    arguments: [
      // load, agents: blocking; share that waits
      (1.0, 1, 0.5, 1.0), (1, 2, 0.2, 1.0 / 3), (2, 2, 0.4, 1), (2, 3, 4.0 / 19, 4.0 / 9),
      (0, 0, 1, 0), (0, 3, 0, 0),
    ] as [(Double, Int, Double, Double)])
  func byHand(load: Double, agents: Int, blocking: Double, waiting: Double) {
    #expect((ErlangB(load: load, lines: agents).blocking - blocking).magnitude < 1e-12)
    let group = ErlangC(load: load, agents: agents, handleTime: 180)
    #expect((group.waitingProbability - waiting).magnitude < 1e-12)
  }

  @Test("two erlangs on three agents") func measures() {
    let group = ErlangC(load: 2, agents: 3, handleTime: 180)
    #expect((group.asa - 80).magnitude < 1e-9)
    #expect((group.delayedWait - 180).magnitude < 1e-9)
    #expect((group.queueLength - 8.0 / 9).magnitude < 1e-12)
    #expect((group.occupancy - 2.0 / 3).magnitude < 1e-12)
    #expect(group.serviceLevel(within: 0) == 1 - group.waitingProbability)
  }

  @Test("too few agents: the queue has no end", arguments: [(3.0, 3), (3, 2), (0.5, 0), (1e5, 99)])
  func endless(load: Double, agents: Int) {
    let group = ErlangC(load: load, agents: agents, handleTime: 60)
    #expect(!group.isStable)
    #expect(group.waitingProbability == 1)
    #expect(group.asa == .infinity)
    #expect(group.serviceLevel(within: 1e9) == 0)
    #expect(group.occupancy == 1)
  }

  @Test("no load: nobody waits") func idle() {
    let group = ErlangC(load: 0, agents: 0, handleTime: 60)
    #expect(group.isStable)
    #expect(group.serviceLevel(within: 0) == 1)
    #expect(group.asa == 0)
  }

  @Test("a hundred thousand erlangs stay finite") func huge() {
    let group = ErlangC.leastAgents(for: 1e5, handleTime: 300) {
      $0.serviceLevel(within: 20) >= 0.8
    }
    #expect(group.agents > 100_000 && group.agents < 100_400)
    #expect(group.serviceLevel(within: 20) >= 0.8)
  }

  @Test("fewest lines", arguments: [(20.0, 0.001, 35), (0, 0.5, 0), (1, 0.5, 1), (1, 0.2, 2)])
  func lines(load: Double, goal: Double, lines: Int) {
    let least = ErlangB.leastLines(for: load, blocking: goal)
    if load == 0 { #expect(least == 1) } else { #expect(least == lines) }
  }

  @Test("repeated calls add their own load") func redials() {
    let group = ErlangB.withRedials(load: 20, lines: 22, redial: 0.5)
    #expect((group.load - 20 - 0.5 * group.load * group.blocking).magnitude < 1e-9)
    #expect(
      ErlangB.withRedials(load: 20, lines: 22, redial: 0).blocking
        == ErlangB(load: 20, lines: 22).blocking)
  }
}

@Suite("Erlang A") struct ErlangATests {
  @Test("endless patience is Erlang C", arguments: [(10.0, 12), (10, 14), (0.5, 2), (100, 105)])
  func patient(load: Double, agents: Int) {
    let c = ErlangC(load: load, agents: agents, handleTime: 180)
    let a = ErlangA(load: load, agents: agents, handleTime: 180, patience: 1e10)
    #expect((a.waitingProbability - c.waitingProbability).magnitude < 1e-5)
    #expect((a.serviceLevel(within: 20) - c.serviceLevel(within: 20)).magnitude < 1e-5)
    #expect((a.asa - c.asa).magnitude < 1e-3 * c.asa + 1e-6)
    #expect(a.abandonment < 1e-6)
  }

  @Test("no patience is Erlang B") func impatient() {
    let a = ErlangA(load: 10, agents: 9, handleTime: 180, patience: 1e-9)
    let b = ErlangB(load: 10, lines: 9)
    #expect((a.abandonment - b.blocking).magnitude < 1e-6)
  }

  @Test("no place to wait is Erlang B") func noPlace() {
    let a = ErlangA(load: 10, agents: 9, handleTime: 180, patience: 60, lines: 9)
    #expect((a.blocking - ErlangB(load: 10, lines: 9).blocking).magnitude < 1e-12)
    #expect(a.waitingProbability == 0)
    #expect(a.abandonment == 0)
  }

  @Test(
    "far fewer agents than load, none at all, and no load",
    arguments: [(500.0, 20), (500, 0), (0, 0), (0, 5), (1e-6, 1), (1e4, 9_900)])
  func edges(load: Double, agents: Int) {
    let group = ErlangA(load: load, agents: agents, handleTime: 300, patience: 60)
    let shares = [
      group.waitingProbability, group.abandonment, group.occupancy,
      group.serviceLevel(within: 20), group.serviceLevelOfStayers(within: 20),
    ]
    #expect(shares.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 }, "\(shares)")
    // What is served is what does not give up.
    let served = group.occupancy * Double(agents)
    #expect((served - load * (1 - group.abandonment)).magnitude < 1e-9 * max(1, load))
  }

  @Test("the longer the time, the more are answered in it", arguments: [8, 10, 13])
  func rises(agents: Int) {
    let group = ErlangA(load: 10, agents: agents, handleTime: 180, patience: 120)
    var last = 0.0
    for seconds in [0.0, 5, 20, 60, 180, 600, 3600, 1e6] {
      let level = group.serviceLevel(within: seconds)
      #expect(level >= last - 1e-12)
      last = level
    }
    #expect((last - (1 - group.abandonment)).magnitude < 1e-9)
  }
}
