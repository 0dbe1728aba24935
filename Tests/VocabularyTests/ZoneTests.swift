import Testing
import Vocabulary

/// Berlin's clocks of 2026: forward on 29 March, back on 25 October, both at 01:00 UTC.
private let berlin = Zone(
  name: "Europe/Berlin", firstOffset: 3600,
  transitions: [
    Zone.Transition(start: Instant(seconds: 1_792_890_000), offset: 3600),
    Zone.Transition(start: Instant(seconds: 1_774_746_000), offset: 7200),
  ])

@Suite("Zones") struct ZoneTests {
  private func local(_ text: String) throws -> LocalTime {
    try #require(Timestamp(text)).local
  }

  @Test("transitions are put in order") func order() {
    #expect(
      berlin.transitions.map { "\($0.start)" } == ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"])
  }

  @Test(
    "local time and back",
    arguments: [
      ("2026-01-15T12:00:00", "2026-01-15T11:00:00Z"),
      ("2026-07-15T12:00:00", "2026-07-15T10:00:00Z"),
      ("2026-03-29T01:59:59", "2026-03-29T00:59:59Z"),
      ("2026-03-29T03:00:00", "2026-03-29T01:00:00Z"),
      ("2026-10-25T03:00:00", "2026-10-25T02:00:00Z"),
    ])
  func plain(text: String, utc: String) throws {
    let local = try local(text)
    #expect(berlin.instants(of: local).map(\.description) == [utc])
    #expect(berlin.local(berlin.instant(of: local)) == local)
  }

  @Test("an hour that does not exist is read with the offset before it") func gap() throws {
    let local = try local("2026-03-29T02:30:00")
    #expect(berlin.instants(of: local).isEmpty)
    #expect(berlin.instant(of: local).description == "2026-03-29T01:30:00Z")
  }

  @Test("an hour that exists twice is the earlier one") func overlap() throws {
    let local = try local("2026-10-25T02:30:00")
    #expect(
      berlin.instants(of: local).map(\.description)
        == ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"])
    #expect(berlin.instant(of: local).description == "2026-10-25T00:30:00Z")
  }

  @Test("days are 23, 24 and 25 hours long") func lengths() throws {
    for (text, hours) in [("2026-03-29", 23), ("2026-06-01", 24), ("2026-10-25", 25)] {
      let day = try #require(Day(text))
      #expect(berlin.start(of: day + 1) - berlin.start(of: day) == Int64(hours) * 3600)
    }
  }

  @Test("as text with the offset") func format() {
    let instant = Instant(seconds: 1_774_746_000)
    #expect(berlin.format(instant) == "2026-03-29T03:00:00+02:00")
    #expect(Zone.china.format(instant) == "2026-03-29T09:00:00+08:00")
    let west = Zone(name: "America/St_Johns", firstOffset: -12_600)
    #expect(west.format(instant) == "2026-03-28T21:30:00-03:30")
  }

  @Test("every hour of the year comes back from its local time") func roundTrip() {
    var instant = Instant(seconds: 1_767_225_600)
    for _ in 0..<8760 {
      #expect(berlin.instants(of: berlin.local(instant)).contains(instant))
      instant = instant + 3600
    }
  }
}
