import Testing
import Vocabulary

@Suite("Timestamps") struct TimestampTests {
  @Test(
    "as files write them",
    arguments: [
      ("2026-11-11T09:30:00", "2026-11-11T09:30:00", nil),
      ("2026-11-11 09:30", "2026-11-11T09:30:00", nil),
      ("2026-11-11T09:30:15.250", "2026-11-11T09:30:15", nil),
      ("2026-11-11T09:30:00Z", "2026-11-11T09:30:00", 0),
      ("2026-11-11T09:30:00+08:00", "2026-11-11T09:30:00", 28_800),
      ("2026-11-11T09:30:00-0330", "2026-11-11T09:30:00", -12_600),
      ("2026-11-11T09:30+08", "2026-11-11T09:30:00", 28_800),
    ] as [(String, String, Int?)])
  func read(text: String, local: String, offset: Int?) throws {
    let timestamp = try #require(Timestamp(text))
    #expect(timestamp.local.description == local)
    #expect(timestamp.offset == offset)
  }

  @Test(
    "what is no time",
    arguments: [
      "", "2026-11-11", "2026-11-11T", "2026-11-11T24:00", "2026-11-11T09:60",
      "2026-11-11T09:30:60", "2026-02-30T09:30", "2026-11-11T09:30:00.", "2026-11-11T09:30 ",
      "2026-11-11T9:30", "2026/11/11 09:30", "2026-11-11T09:30:00+8", "2026-11-11T09:30:00+08:60",
      "11.11.2026 09:30", "2026-11-11T09:30:00ZZ",
    ])
  func refused(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test("an offset in the text goes before the zone") func instants() throws {
    let bare = try #require(Timestamp("2026-11-11T08:00:00"))
    let marked = try #require(Timestamp("2026-11-11T08:00:00Z"))
    #expect(bare.instant(in: .china).description == "2026-11-11T00:00:00Z")
    #expect(marked.instant(in: .china).description == "2026-11-11T08:00:00Z")
  }
}
