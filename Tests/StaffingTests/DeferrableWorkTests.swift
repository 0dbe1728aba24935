import Staffing
import Statistics
import Testing

@Suite("Deferrable work") struct DeferrableWorkTests {
  /// Hours of work by hour; what is open is 1.
  @Test(
    "least capacity",
    arguments: [
      ([8, 8, 8], [1, 1, 1], 1, 8.0), ([6, 0, 0], [1, 1, 1], 3, 2), ([6, 0, 0], [0, 1, 1], 3, 3),
      ([0, 0, 9], [1, 1, 1], 3, 0), ([5, 3, 2, 0], [1, 1, 0, 0], 1, .infinity),
      ([4, 4, 4, 4], [1, 1, 1, 1], 2, 3), ([], [], 1, 0),
    ] as [([Double], [Int], Int, Double)])
  func least(arriving: [Double], open: [Int], due: Int, wanted: Double) {
    let work = DeferrableWork(arriving: arriving, isOpen: open.map { $0 == 1 }, due: due)
    #expect(work.leastConstantCapacity == wanted)
  }

  @Test("evenly over the open hours up to the deadline") func spread() {
    let work = DeferrableWork(
      arriving: [6, 0, 3, 4, 0], isOpen: [true, false, true, false, true], due: 3)
    #expect(work.spread == [3, 0, 4.5, 0, 5.5])
    let late = DeferrableWork(arriving: [6, 0, 0], isOpen: [false, false, true], due: 2)
    #expect(late.spread == [0, 0, 6])
  }

  @Test(
    "earliest deadline first gets by with the least capacity, and not with less", arguments: 1...40)
  func earliestFirst(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 10 + generator.below(30)
    let due = 1 + generator.below(8)
    let work = DeferrableWork(
      arriving: (0..<count).map { _ in Double(generator.below(10)) },
      isOpen: (0..<count).map { _ in generator.unit() < 0.8 }, due: due)
    let least = work.leastConstantCapacity
    guard least.isFinite, least > 0 else { return }
    #expect(meetsAll(work, capacity: least * 1.000001))
    #expect(!meetsAll(work, capacity: least * 0.99))
    // The spread does all that it can inside the intervals.
    #expect(work.spread.reduce(0, +) <= work.arriving.reduce(0, +) + 1e-9)
  }

  private func meetsAll(_ work: DeferrableWork, capacity: Double) -> Bool {
    var left = work.arriving
    for now in left.indices {
      var hours = work.isOpen[now] ? capacity : 0
      for arrival in 0...now {
        let done = min(hours, left[arrival])
        left[arrival] -= done
        hours -= done
      }
      let arrival = now - work.due + 1
      if arrival >= 0, left[arrival] > 1e-9 { return false }
    }
    return true
  }
}
