import Rostering
import Testing
import Vocabulary

@Suite("The memory that a problem needs")
struct MemoryTests {
  @Test("grows with agents, days and kinds, and never overflows")
  func grows() {
    let small = Small.problem(days: 14, (0..<10).map { Small.agent("\($0)") })
    #expect((1..<100_000_000).contains(small.memoryNeeded))
    var large = small
    large.dayCount = 14_000_000
    #expect(large.memoryNeeded > 10_000_000_000)
    large.dayCount = Int.max / 1000
    #expect(large.memoryNeeded == Int.max)
  }
}
