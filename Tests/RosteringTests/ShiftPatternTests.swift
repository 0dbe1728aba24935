import Rostering
import Testing
import Vocabulary

@Suite("A shift pattern")
struct ShiftPatternTests {
  @Test("starts on every step of its window")
  func starts() {
    #expect(Small.early.possibleStarts == [.hours(8), .hours(9)])
    #expect(Small.late.possibleStarts == [.hours(14)])
  }

  @Test(
    "pays all but unpaid breaks, and leaves out a break that does not fit",
    arguments: [
      (hours: 9, paid: 8 * 60, latest: 5), (hours: 5, paid: 4 * 60, latest: 4),
      (hours: 3, paid: 3 * 60, latest: nil),
    ] as [(Int, Int, Int?)])
  func breaks(hours: Int, paid: Int, latest: Int?) {
    #expect(Small.long.paidMinutes(ofShiftOf: .hours(hours)) == Minutes(paid))
    let breaks = Small.long.breaks(inShiftOf: .hours(hours))
    #expect(breaks.first?.window.upperBound == latest.map { .hours($0) })
  }
}
