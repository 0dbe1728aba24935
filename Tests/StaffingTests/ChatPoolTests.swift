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
