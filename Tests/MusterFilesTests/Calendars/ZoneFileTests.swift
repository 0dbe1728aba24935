import MusterFiles
import MusterWords
import Testing
import Vocabulary

@Suite struct ZoneFileTests {
  /// The changes of a year, as Python's zoneinfo gives them.
  @Test(arguments: [
    (
      zone: "America/New_York", year: 2026,
      changes: ["2026-03-08T07:00:00Z -14400", "2026-11-01T06:00:00Z -18000"]
    ),
    (
      zone: "Europe/Berlin", year: 2026,
      changes: ["2026-03-29T01:00:00Z 7200", "2026-10-25T01:00:00Z 3600"]
    ),
    // Half an hour of summer time, south of the equator.
    (
      zone: "Australia/Lord_Howe", year: 2026,
      changes: ["2026-04-04T15:00:00Z 37800", "2026-10-03T15:30:00Z 39600"]
    ),
    // Summer time is the standard here, winter time the exception.
    (
      zone: "Europe/Dublin", year: 2026,
      changes: ["2026-03-29T01:00:00Z 3600", "2026-10-25T01:00:00Z 0"]
    ),
    (
      zone: "Asia/Shanghai", year: 1991,
      changes: ["1991-04-13T18:00:00Z 32400", "1991-09-14T17:00:00Z 28800"]
    ),
    (zone: "Asia/Shanghai", year: 2026, changes: []),
    (
      zone: "Pacific/Apia", year: 2011,
      changes: [
        "2011-04-02T14:00:00Z -39600", "2011-09-24T14:00:00Z -36000", "2011-12-30T10:00:00Z 50400",
      ]
    ),
    // Beyond the changes in the file, by its rule.
    (
      zone: "America/New_York", year: 2099,
      changes: ["2099-03-08T07:00:00Z -14400", "2099-11-01T06:00:00Z -18000"]
    ),
    (
      zone: "Australia/Lord_Howe", year: 2090,
      changes: ["2090-04-01T15:00:00Z 37800", "2090-09-30T15:30:00Z 39600"]
    ),
    // The rule's times lie before midnight.
    (
      zone: "America/Nuuk", year: 2050,
      changes: ["2050-03-27T01:00:00Z -3600", "2050-10-30T01:00:00Z -7200"]
    ),
  ])
  func knowsTheChangesOfAYear(zone name: String, year: Int, changes: [String]) throws {
    let zone = try Zone(named: name)
    let found = zone.transitions.filter { LocalTime($0.start, offset: 0).day.date.year == year }
    #expect(found.map { "\($0.start) \($0.offset)" } == changes)
  }

  @Test(arguments: [
    (zone: "Asia/Shanghai", local: "2026-11-11T00:00:00", utc: "2026-11-10T16:00:00Z"),
    // Does not exist: clocks went from 2:00 to 3:00.
    (zone: "America/New_York", local: "2026-03-08T02:30:00", utc: "2026-03-08T07:30:00Z"),
    // Exists twice: the earlier one.
    (zone: "America/New_York", local: "2026-11-01T01:30:00", utc: "2026-11-01T05:30:00Z"),
    (zone: "Asia/Kathmandu", local: "2026-01-01T00:00:00", utc: "2025-12-31T18:15:00Z"),
    (zone: "UTC", local: "2026-01-01T00:00:00", utc: "2026-01-01T00:00:00Z"),
  ])
  func findsMoments(zone name: String, local: String, utc: String) throws {
    let zone = try Zone(named: name)
    let time = try #require(Timestamp(local))
    #expect(time.instant(in: zone).description == utc)
  }

  @Test(arguments: ["Asia/Beijing", "", "../../etc/passwd", "/etc/passwd", "Asia", "tzdata.zi"])
  func refusesWhatIsNoZone(name: String) {
    let refusal = #expect(throws: FileRefusal.self) { try Zone(named: name) }
    #expect(refusal?.faults.first?.found == name)
  }

  /// A file cut anywhere is refused, not read by half.
  @Test func refusesACutFile() throws {
    let bytes = try Disk.bytes(at: "/usr/share/zoneinfo/Europe/Berlin")
    #expect(Zone(name: "Europe/Berlin", tzif: bytes) != nil)
    for count in 0..<bytes.count {
      #expect(Zone(name: "Europe/Berlin", tzif: Array(bytes.prefix(count))) == nil)
    }
  }
}
