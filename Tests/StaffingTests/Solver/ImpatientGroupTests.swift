import Staffing
import Statistics
import Testing

@Suite("Impatient groups, measured quickly") struct ImpatientGroupTests {
  @Test("as Erlang A says", arguments: 1...60) func agrees(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let load = [0.01, 1, 30, 1000][generator.below(4)] * generator.unit()
    let agents = Int(load * (0.5 + generator.unit())) + generator.below(3)
    let patience = 5 + 1000 * generator.unit()
    let handleTime = 20 + 1000 * generator.unit()
    let seconds = generator.below(400)
    let group = ErlangA(load: load, agents: agents, handleTime: handleTime, patience: patience)
    let service = try ServiceStandard(
      target: #require(ServiceTarget("80/\(seconds)s")), handleTime: handleTime,
      patience: patience
    ).service(of: agents, arrivals: load / handleTime)
    #expect((service.level - group.serviceLevel(within: Double(seconds))).magnitude < 1e-11)
    #expect((service.abandonment - group.abandonment).magnitude < 1e-11)
    #expect((service.asa - group.asa).magnitude < 1e-9 * max(1, group.asa))
    #expect((service.occupancy - group.occupancy).magnitude < 1e-11)
  }
}
