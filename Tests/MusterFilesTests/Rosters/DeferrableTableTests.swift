import MusterFiles
import MusterWords
import Rostering
import Testing
import Vocabulary

@Suite("Work that can wait, and rosters that hold it") struct DeferrableTableTests {
  private let start = Zone.china.start(of: Day(ordinal: 20_759))

  private func tasks(_ rows: String) throws -> [DeferrableTask] {
    let number = try #require(AgentNumber("01"))
    return try DeferrableTable.tasks(
      TableReader(
        .text("stream,hours,from,deadline\n" + rows, name: "work.csv"),
        columns: DeferrableTable.columns),
      zone: .china, start: start
    ) { $0.queue == "vip" ? [] : [number] }
  }

  @Test("rows become tasks; without a beginning the work is there at once") func rows() throws {
    let tasks = try tasks(
      """
      email/aftersale,2:30,2026-11-03T09:00,2026-11-04T18:00
      email/presale,12,,2026-11-04T18:00:00+08:00

      """)
    #expect(tasks.map(\.length) == [Minutes(150), .hours(12)])
    #expect(tasks.map(\.from) == [start + 33 * 3600, start])
    #expect(tasks.map(\.deadline) == [start + 66 * 3600, start + 66 * 3600])
    #expect(tasks.map(\.stream.description) == ["email/aftersale", "email/presale"])
  }

  @Test("faults are told together, each with its line") func faults() throws {
    let refusal = try #require(throws: FileRefusal.self) {
      try tasks(
        """
        email,2,,2026-11-04T18:00
        email/aftersale,0,,2026-11-04T18:00
        email/aftersale,2:5,,2026-11-04T18:00
        email/aftersale,2,2026-11-05T18:00,2026-11-04T18:00
        email/vip,2,,2026-11-04T18:00
        email/aftersale,2,,soon

        """)
    }
    #expect(refusal.faults.map(\.line) == [2, 3, 4, 5, 6, 7])
    #expect(
      refusal.faults.map(\.column) == [
        "stream", "hours", "hours", "deadline", "stream", "deadline",
      ])
  }

  @Test("training and waiting work go out in a roster's table and come back") func roundTrip()
    throws
  {
    let number = try #require(AgentNumber("01"))
    let chat = Stream(channel: "app", queue: "presale")
    let kinds: [Activity.Kind] = [
      .work(chat), .unpaidBreak, .training("product"), .deferrable(chat), .paidBreak, .work(nil),
    ]
    let activities = kinds.enumerated().map { index, kind in
      Activity(
        kind: kind, start: start + Int64(index) * 3600, end: start + Int64(index + 1) * 3600)
    }
    let roster = Roster(shifts: [
      Shift(
        agent: number, pattern: "early", start: start, end: start + 6 * 3600,
        activities: activities)
    ])
    let text = RosterTable.text(roster, zone: .china)
    #expect(text.contains(",training,product,early\n"))
    #expect(text.contains(",deferrable,app/presale,early\n"))
    let reader = try TableReader(.text(text, name: "roster.csv"), columns: RosterTable.columns)
    #expect(try RosterTable.roster(reader, zone: .china) == roster)
  }
}
