@testable import MusterStore
import Statistics
import Testing
import Vocabulary

@Suite struct LocalClockTests {
  /// Clocks of Berlin in 2026: forward on 29 March, back on 25 October, both at 01:00 UTC.
  private static let berlin = Zone(
    name: "Europe/Berlin", firstOffset: 3600,
    transitions: [
      Zone.Transition(start: Instant(seconds: 1_774_746_000), offset: 7200),
      Zone.Transition(start: Instant(seconds: 1_792_890_000), offset: 3600),
    ])

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func itReadsWhatTheZoneReads(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for zone in [.china, .utc, LocalClockTests.berlin] {
      var clock = LocalClock(zone: zone)
      for change in [1_774_746_000, 1_792_890_000, 0] as [Int64] {
        for _ in 0..<200 {
          let instant = Instant(seconds: change - 100_000 + Int64(generator.below(200_000)))
          let local = zone.local(instant)
          #expect(clock.minute(of: instant) == Int64(local.minute))
          #expect(clock.day == local.day.description)
        }
      }
    }
  }

  @Test(
    arguments: [
      (seconds: 0, millionths: 0), (1, 0), (2, 693_147), (3, 1_098_612), (45, 3_806_662),
      (10_000, 9_210_340), (86_400, 11_366_743),
    ] as [(seconds: Int64, millionths: Int64)])
  func logarithmsAreWholeMillionths(seconds: Int64, millionths: Int64) {
    #expect(LogarithmTable()[seconds] == millionths)
  }
}
