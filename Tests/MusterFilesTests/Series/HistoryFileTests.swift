import MusterFiles
import MusterWords
import Testing
import Vocabulary

@Suite("History files") struct HistoryFileTests {
  @Test("rows become a series; what has no row is unknown") func read() throws {
    let file = try HistoryFile(
      .text(
        "timestamp,volume\n2026-01-05T09:00:00,12\n2026-01-05 09:30,0\n2026-01-05T10:30,7.5\n",
        name: "h.csv"))
    #expect(file.series.interval == .halfHour)
    #expect(file.series.values == [.open(12), .open(0), .missing, .open(7.5)])
    #expect("\(file.series.zone.local(file.series.start))" == "2026-01-05T09:00:00")
  }

  @Test("an offset is passed over: the file is in local time") func offset() throws {
    let text = "timestamp,volume\n2026-01-05T09:00:00+08:00,1\n2026-01-05T10:00:00+08:00,2\n"
    let series = try HistoryFile(.text(text, name: "h.csv")).series
    #expect("\(series.zone.local(series.start))" == "2026-01-05T09:00:00")
  }

  @Test("a given interval may be shorter than any distance between rows") func given() throws {
    let text = "timestamp,volume\n2026-01-05T09:00,1\n"
    #expect(try HistoryFile(.text(text, name: "h.csv"), interval: .hour).series.values.count == 1)
    let hours = "timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T10:00,1\n"
    #expect(
      try HistoryFile(.text(hours, name: "h.csv"), interval: .halfHour).series.values
        == [.open(1), .missing, .open(1)])
  }

  @Test(
    "a file that is refused",
    arguments: [
      ("", [1]), ("timestamp,volume\n", [nil]), ("time,volume\n2026-01-05T09:00,1\n", [1]),
      ("timestamp,volume\n2026-01-05T09:00,1\n", [2]),
      ("timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T25:00,1\n2026-02-30T09:00,1\n", [3, 4]),
      ("timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T09:30,-1\n2026-01-05T10:00,\n", [3, 4]),
      (
        "timestamp,volume\n2026-01-05T09:00,nan\n2026-01-05T09:30,inf\n2026-01-05T10:00,0x1\n",
        [2, 3, 4]
      ),
      ("timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T09:30,2000000000\n", [3]),
      ("timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T09:30,2\n2026-01-05T09:00,3\n", [4]),
      ("timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T09:00,2\n", [3]),
      ("timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T08:30,2\n", [3]),
      (
        "timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T09:30,2\n2026-01-05T10:15,3\n2026-01-05T11:20,3\n",
        [4, 5]
      ),
      ("timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T09:07,2\n", [3]),
      ("timestamp,volume\n2026-01-05T09:00:00,1\n2026-01-05T09:00:30,2\n", [3]),
      ("timestamp,volume\n2026-01-05,1\n2026-01-06,2\n", [2, 3]),
      ("timestamp,volume\n1926-01-05T09:00,1\n1926-01-05T09:30,1\n2026-01-05T09:30,2\n", [4]),
      ("timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T09:30,2\n2026-01-05T10", [4]),
    ] as [(String, [Int?])])
  func refused(text: String, lines: [Int?]) throws {
    let refusal = try #require(throws: FileRefusal.self) {
      try HistoryFile(.text(text, name: "h.csv"))
    }
    #expect(refusal.cause == .badData)
    if !text.isEmpty { #expect(refusal.faults.map(\.line) == lines, "\(refusal.faults)") }
    for problem in refusal.faults {
      #expect(problem.text(in: .en).hasPrefix("h.csv"))
      #expect(problem.text(in: .zh).contains("应为"))
    }
  }

  @Test("a repeated time names both lines") func repeated() throws {
    let text =
      "timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T09:30,2\n2026-01-05T09:00,3\n"
    let refusal = try #require(throws: FileRefusal.self) {
      try HistoryFile(.text(text, name: "h.csv"))
    }
    #expect(
      refusal.faults.map { $0.text(in: .en) } == [
        "h.csv:4: timestamp: found \"2026-01-05T09:00\", wanted each time once;"
          + " it stands on line 2 too; add the rows up or take one out"
      ])
  }

  @Test("a file of another kind is not told row by row") func many() throws {
    let rows = (0..<500).map { "row \($0),x\n" }.joined()
    let refusal = try #require(throws: FileRefusal.self) {
      try HistoryFile(.text("timestamp,volume\n" + rows, name: "h.csv"))
    }
    #expect(refusal.faults.count == 20)
  }

  private static let berlin = Zone(
    name: "Europe/Berlin", firstOffset: 3600,
    transitions: [
      // Forward on 29 March 2026 at 2:00, back on 25 October 2026 at 3:00.
      Zone.Transition(start: Instant(seconds: 1_774_746_000), offset: 7200),
      Zone.Transition(start: Instant(seconds: 1_792_890_000), offset: 3600),
    ])

  @Test("an hour that clocks show twice may stand twice") func twice() throws {
    let text = """
      timestamp,volume
      2026-10-25T01:00:00,1
      2026-10-25T02:00:00,2
      2026-10-25T02:00:00,3
      2026-10-25T03:00:00,4

      """
    let series = try HistoryFile(.text(text, name: "h.csv"), zone: HistoryFileTests.berlin).series
    #expect(series.values == [.open(1), .open(2), .open(3), .open(4)])
    let once = text.replacing("2026-10-25T02:00:00,3\n", with: "")
    #expect(
      try HistoryFile(.text(once, name: "h.csv"), zone: HistoryFileTests.berlin).series.values
        == [.open(1), .open(2), .missing, .open(4)])
    #expect(throws: FileRefusal.self) {
      try HistoryFile(
        .text(text + "2026-10-25T03:00:00,5\n", name: "h.csv"), zone: HistoryFileTests.berlin)
    }
  }

  @Test("an hour that clocks never show is refused with its line") func never() throws {
    let text = "timestamp,volume\n2026-03-29T01:00:00,1\n2026-03-29T02:00:00,2\n"
    let refusal = try #require(throws: FileRefusal.self) {
      try HistoryFile(.text(text, name: "h.csv"), zone: HistoryFileTests.berlin)
    }
    #expect(refusal.faults.map(\.line) == [3])
  }

  @Test("offsets tell the hours apart") func offsets() throws {
    let text = """
      timestamp,volume
      2026-10-25T01:00:00+02:00,1
      2026-10-25T02:00:00+02:00,2
      2026-10-25T02:00:00+01:00,3

      """
    let series = try HistoryFile(.text(text, name: "h.csv"), zone: HistoryFileTests.berlin).series
    #expect(series.values == [.open(1), .open(2), .open(3)])
  }
}
