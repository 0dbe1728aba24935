import Staffing
import Testing

@Suite("Chat pools") struct ChatPoolTests {
  @Test("one chat at a time is Erlang C or A", arguments: [(20, nil), (20, 120.0), (12, 60)])
  func single(agents: Int, patience: Double?) {
    let pool = ChatPool(
      arrivals: 0.05, agents: agents, durations: [300], patience: patience)
    if let patience {
      let group = ErlangA(load: 15, agents: agents, handleTime: 300, patience: patience)
      #expect((pool.waitingProbability - group.waitingProbability).magnitude < 1e-12)
      #expect((pool.serviceLevel(within: 60) - group.serviceLevel(within: 60)).magnitude < 1e-12)
      #expect((pool.abandonment - group.abandonment).magnitude < 1e-12)
      #expect((pool.occupancy - group.occupancy).magnitude < 1e-12)
    } else {
      let group = ErlangC(load: 15, agents: agents, handleTime: 300)
      #expect((pool.waitingProbability - group.waitingProbability).magnitude < 1e-12)
      #expect((pool.asa - group.asa).magnitude < 1e-9)
      #expect((pool.occupancy - group.occupancy).magnitude < 1e-12)
      #expect((pool.agentOccupancy - group.occupancy).magnitude < 1e-12)
    }
  }

  @Test("three chats of equal length are as good as three agents", arguments: [4, 5, 9])
  func equalLengths(agents: Int) {
    let pool = ChatPool(arrivals: 1 / 40.0, agents: agents, durations: [400, 400, 400])
    let group = ErlangC(load: 10, agents: 3 * agents, handleTime: 400)
    #expect((pool.waitingProbability - group.waitingProbability).magnitude < 1e-12)
    #expect((pool.serviceLevel(within: 60) - group.serviceLevel(within: 60)).magnitude < 1e-12)
    #expect(pool.agentOccupancy > pool.occupancy)
    #expect(pool.meanConcurrency >= 1 && pool.meanConcurrency <= 3)
  }

  @Test("chats that slow each other down need more agents than equal ones")
  func slower() {
    let equal = ChatPool(arrivals: 1 / 60.0, agents: 9, durations: [900, 900, 900], patience: 300)
    let slower = ChatPool(
      arrivals: 1 / 60.0, agents: 9, durations: [900, 1050, 1302], patience: 300)
    #expect(slower.serviceLevel(within: 60) < equal.serviceLevel(within: 60))
  }

  /// Every way to spread chats over two agents, solved by hand as linear equations: with equal
  /// chats of 100 s and one new chat per 50 s, a loss system of four places.
  @Test("two agents with two chats each: a group of four lines") func twoAgents() {
    let pool = ChatPool(arrivals: 0.02, agents: 2, durations: [100, 100], patience: 1e-9)
    let lines = ErlangB(load: 2, lines: 4)
    #expect(pool.isExact)
    #expect((pool.abandonment - lines.blocking).magnitude < 1e-9)
    #expect((pool.occupancy - lines.carried / 4).magnitude < 1e-9)
  }

  @Test("the exact chain loses more than evenly spread chats", arguments: [3, 6, 12, 20])
  func exact(agents: Int) {
    let arrivals = Double(agents) / 160
    let durations = [300.0, 360, 450]
    let exact = ChatPool(arrivals: arrivals, agents: agents, durations: durations, patience: 180)
    let even = ChatPool(
      arrivals: arrivals, agents: agents, durations: durations, patience: 180, isExact: false)
    #expect(exact.isExact && !even.isExact)
    #expect(exact.abandonment > even.abandonment)
    #expect(exact.abandonment < even.abandonment * 1.2)
    #expect(exact.agentOccupancy < even.agentOccupancy)
    // Chats in hand by Little's law: those served, for as long as they lasted.
    #expect(exact.meanConcurrency >= 1 && exact.meanConcurrency <= 3)
  }

  @Test("an agent alone with two chats: a chain of three states by hand") func alone() {
    // Rates up 1/100; down 1/100 from one chat, 2/150 from two: weights 1, 1, 0.75.
    let pool = ChatPool(arrivals: 0.01, agents: 1, durations: [100, 150], patience: 1e-9)
    #expect((pool.abandonment - 0.75 / 2.75).magnitude < 1e-9)
    #expect((pool.agentOccupancy - 1.75 / 2.75).magnitude < 1e-9)
    #expect((pool.occupancy - 1.25 / 2.75).magnitude < 1e-9)
  }

  @Test("a chain too large falls back, and says so") func large() {
    #expect(ChatPool(arrivals: 0.3, agents: 47, durations: [300, 330, 390], patience: 60).isExact)
    #expect(!ChatPool(arrivals: 0.5, agents: 48, durations: [300, 330, 390], patience: 60).isExact)
  }

  @Test("too few agents, nobody, nothing to do") func edges() {
    let few = ChatPool(arrivals: 1, agents: 2, durations: [300, 400])
    #expect(!few.isStable && few.serviceLevel(within: 60) == 0 && few.asa == .infinity)
    #expect(few.occupancy == 1 && few.agentOccupancy == 1)
    let nobody = ChatPool(arrivals: 1, agents: 0, durations: [300], patience: 60)
    #expect(nobody.serviceLevel(within: 60) == 0)
    #expect((nobody.abandonment - 1).magnitude < 1e-9)
    let idle = ChatPool(arrivals: 0, agents: 0, durations: [300])
    #expect(idle.serviceLevel(within: 0) == 1 && idle.asa == 0 && idle.occupancy == 0)
  }
}
