import MusterFiles
import MusterViews
import MusterWords
import Statistics
import MusterTesting
import Testing
import Vocabulary

/// Two weeks of `agents` invented people.
func sampleRoster(agents: Int) throws -> RosterWorkbook {
  var generator = SeededGenerator(seed: 11)
  let first = try #require(Day("2026-11-02"))
  let days = (0..<14).map { first + $0 }
  let names = ["王芳", "李雷", "=1+1", "赵敏", "陈静", "欧阳娜娜"]
  let patterns = [
    RosterWorkbook.Pattern(
      code: "早", name: "早班", times: "8:00–9:00 起,9 小时,午休 1 小时", paid: .hours(8)),
    RosterWorkbook.Pattern(
      code: "晚", name: "晚班", times: "14:00–15:00 起,9 小时,晚休 1 小时", paid: .hours(8)),
    RosterWorkbook.Pattern(code: "短", name: "短班", times: "17:00 起,5 小时", paid: Minutes(290)),
  ]
  var shifts: [(start: LocalTime, hours: Int)] = []
  let people = try (0..<agents).map { index in
    let plan = try days.enumerated().map { place, day -> RosterWorkbook.DayPlan in
      if (place + index) % 7 >= 5 { return .off }
      if index == 2, place < 3 { return .absent("年假") }
      let kind = (index + place / 7) % 3
      let hour = [8 + generator.below(2), 14 + generator.below(2), 17][kind]
      let start = try #require(LocalTime(day: day, second: hour * 3600))
      shifts.append((start, kind == 2 ? 5 : 9))
      return .shift(
        .init(pattern: patterns[kind].code, start: start, paid: patterns[kind].paid))
    }
    return RosterWorkbook.Person(
      number: "0\(100 + index)", name: names[index % names.count], team: "\(index % 3 + 1)组",
      plan: plan)
  }
  let intervals = try days.flatMap { day in
    try (0..<48).map { try #require(LocalTime(day: day, second: $0 * 1800)) }
  }
  let scheduled = intervals.map { time in
    shifts.count { shift in
      let since = time.instant(offset: 0) - shift.start.instant(offset: 0)
      return since >= 0 && since < Int64(shift.hours) * 3600
    }
  }
  let required = zip(intervals, scheduled).map { time, heads -> Int? in
    (8..<23).contains(time.hour) ? max(1, heads + generator.below(5) - 3) : nil
  }
  return RosterWorkbook(
    title: "客服中心 11 月上半月", days: days, people: people, patterns: patterns,
    intervals: intervals,
    covers: [
      .init(stream: "app/presale", required: required, scheduled: scheduled),
      .init(
        stream: "phone/aftersale", required: required.map { $0.map { $0 / 2 } },
        scheduled: scheduled.map { $0 / 2 }),
    ],
    facts: [.init(label: "种子", value: "1"), .init(label: "成本 / 下界", value: "120 / 100")],
    hash: ContentHash(ofText: "roster"), zoneName: "Asia/Shanghai",
    made: Instant(seconds: 1_793_500_000))
}

@Suite struct RosterWorkbookTests {
  @Test func equalInputGivesTheSameRosterBytes() throws {
    let first = try written(sampleRoster(agents: 40).workbook(in: .zh))
    let second = try written(sampleRoster(agents: 40).workbook(in: .zh))
    #expect(first == second)
  }

  @Test func sheetsAreNamedInBothLanguages() throws {
    let data = try sampleRoster(agents: 2)
    #expect(data.workbook(in: .zh).sheets.map(\.name) == ["排班", "覆盖", "时段", "图例"])
    #expect(
      data.workbook(in: .en).sheets.map(\.name) == ["Roster", "Cover", "Intervals", "Legend"])
  }

  @Test func daysHavePatternsHoursAndTotals() throws {
    let outline = try sampleRoster(agents: 1).workbook(in: .zh).outline.filter {
      $0.hasPrefix("排班!")
    }
    #expect(outline.contains("排班!D4: \"11-02\n周一\""))
    #expect(outline.contains { $0.hasPrefix("排班!D5: \"早班 ") })
    #expect(outline.contains("排班!D6: 480/1440"))
    #expect(outline.contains("排班!I5: \"休\""))
    // A week of five early shifts, then one of late ones.
    #expect(outline.contains("排班!R5: =COUNT(D6:Q6) -> 10"))
    #expect(outline.contains("排班!S5: =SUM(D6:Q6) -> 4800/1440"))
    #expect(outline.contains("排班!D7: =COUNT(D5:D6) -> 1"))
  }

  @Test func coverCountsHeadsUpToTheRequirement() throws {
    let day = try #require(Day("2026-11-02"))
    let times = try (0..<4).map { try #require(LocalTime(day: day, second: $0 * 3600)) }
    let data = RosterWorkbook(
      title: "T", days: [day], people: [], patterns: [], intervals: times,
      covers: [.init(stream: "a/b", required: [2, 3, nil, 0], scheduled: [3, 1, 1, 0])], facts: [],
      hash: .origin, zoneName: "UTC", made: Instant(seconds: 0))
    let outline = data.workbook(in: .en).outline
    #expect(outline.contains("Cover!B5: =SUM('Intervals'!$C$5:$C$8) -> 5"))
    #expect(outline.contains { $0.hasPrefix("Cover!C5: =SUMPRODUCT(") && $0.hasSuffix("-> 3") })
    #expect(outline.contains("Cover!D5: =IF(B5=0,1,C5/B5) -> 3/5"))
    #expect(outline.contains("Cover!E5: =COUNTIF('Intervals'!$E$5:$E$8,\"<0\") -> 1"))
    #expect(outline.contains("Cover!F5: =MAX(0,-MIN('Intervals'!$E$5:$E$8)) -> 2"))
  }
}
