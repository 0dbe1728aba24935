import Staffing
import Testing

@Suite("Offered load") struct OfferedLoadTests {
  @Test("short handle times: each interval alone") func short() {
    let arrivals = [0.01, 0.03, 0.02]
    let load = OfferedLoad(arrivals: arrivals, seconds: 1800, handleTime: 1)
    for (mean, rate) in zip(load.means, arrivals) { #expect((mean - rate).magnitude < 2e-5) }
  }

  /// m' = arrivals - m / handle time, followed in small steps.
  @Test("the closed form is what small steps come to", arguments: [nil, 0, 25.0])
  func steps(start: Double?) {
    let arrivals = [0.01, 0.03, 0.002, 0]
    let load = OfferedLoad(arrivals: arrivals, seconds: 1800, handleTime: 900, start: start)
    var now = start ?? arrivals[0] * 900
    for (index, rate) in arrivals.enumerated() {
      var sum = 0.0
      for _ in 0..<18_000 {
        let middle = now + 0.05 * (rate - now / 900)
        sum += middle * 0.1
        now += 0.1 * (rate - middle / 900)
      }
      #expect((load.means[index] - sum / 1800).magnitude < 1e-6)
      #expect((load.ends[index] - now).magnitude < 1e-6)
    }
  }

  @Test("a steady load stays") func steady() {
    let load = OfferedLoad(arrivals: [0.02, 0.02, 0.02], seconds: 900, handleTime: 600)
    #expect(load.means.allSatisfy { ($0 - 12).magnitude < 1e-12 })
    #expect(OfferedLoad(arrivals: [], seconds: 900, handleTime: 600).means.isEmpty)
  }
}
