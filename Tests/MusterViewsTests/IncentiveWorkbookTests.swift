import FoundationEssentials
import MusterFiles
import MusterViews
import MusterWords
import Statistics
import MusterTesting
import Testing
import Vocabulary

/// A month of `agents` invented people, some of them with names that look like formulas.
func sampleIncentives(agents: Int, language: Language = .zh) throws -> IncentiveWorkbook {
  var generator = SeededGenerator(seed: 7)
  let names = ["=1+1", "王芳", "李雷", "@SUM(A1)", "＝２", "赵敏 \"M\"", "-3", "Anna O'Neil", "陈静"]
  let teams = ["一组", "二组", "A*", "a*"]
  let grades = ["A", "B", "C", "D"]
  func number(_ limit: Int) -> Int64 { Int64(generator.below(limit)) }
  let day = try #require(Day("2024-03-15"))
  let rows = (0..<agents).map { index -> IncentiveWorkbook.Row in
    let base = 80_000 + number(40_000)
    let factor = BasisPoints([12_000, 10_000, 8_000, 6_250][Int(number(4))])
    let plain = Money(minorUnits: base).scaled(by: factor).minorUnits
    let hasScore = index % 13 != 5
    return IncentiveWorkbook.Row(
      number: index == 3 ? "A00X" : "000\(index + 1)".suffixed(4), name: names[index % names.count],
      team: teams[index % teams.count], rung: index % 10 == 0 ? "组长" : "客服",
      hiredOn: day + Int(number(700)), daysDue: .init(22), daysWorked: .init(43, over: 2),
      score: hasScore ? Score(hundredths: 6000 + Int(number(4000))) : nil,
      grade: hasScore ? grades[Int(number(4))] : nil, factor: factor, base: base,
      // A share of a month, here and there.
      bonus: index % 7 == 2 ? plain / 2 : plain, awards: index == 4 ? 50_000 : 0,
      subsidies: index % 5 == 0 ? 20_000 : 0, difference: index % 11 == 3 ? -1234 : 0,
      deduction: index == 8 ? -200_000 : 0, remark: index == 8 ? "退款扣回" : "",
      results: [
        .init(
          value: .init(170 + number(30), over: 200), count: 200, points: Score(hundredths: 9000)),
        .init(
          value: hasScore ? .init(number(60), over: 300) : nil, count: hasScore ? 300 : 0,
          points: hasScore ? Score(hundredths: 7512) : nil),
        .init(value: .init(40_000 + number(9000), over: 900), count: 900, points: .full),
      ])
  }
  return IncentiveWorkbook(
    month: try #require(Month("2026-10")), planName: language == .zh ? "客服月度方案" : "Monthly plan",
    planHash: ContentHash(ofText: "plan"), ledgerHead: ContentHash(ofText: "head"),
    ledgerTotal: rows.reduce(0) { $0 + $1.due }, ledgerEntries: 3 * agents, rounding: .halfUp,
    currency: .yuan, contacts: 123_456, actor: "hr", made: Instant(seconds: 1_793_500_000),
    zone: .china,
    kpis: [
      .init(name: "满意度", unit: .share, weight: .percent(50)),
      .init(name: "转化率", unit: .share, weight: .percent(30)),
      .init(name: "首次响应", unit: .seconds, weight: .percent(20)),
    ], rows: rows,
    exceptions: rows.filter { $0.score == nil }.map {
      .init(number: $0.number, name: $0.name, kind: "样本不足", detail: "评价 3 条,少于 10 条")
    })
}

extension String {
  fileprivate func suffixed(_ count: Int) -> String { String(suffix(count)) }
}

@Suite struct IncentiveWorkbookTests {
  @Test func equalInputGivesEqualBytes() throws {
    let first = try written(sampleIncentives(agents: 40).workbook(in: .zh))
    let second = try written(sampleIncentives(agents: 40).workbook(in: .zh))
    #expect(first == second)
    #expect(first.starts(with: [0x50, 0x4B]))
  }

  @Test func sheetsAreNamedInBothLanguages() throws {
    let data = try sampleIncentives(agents: 3)
    #expect(data.workbook(in: .zh).sheets.map(\.name) == ["说明", "汇总", "奖金明细", "得分", "异常"])
    #expect(
      data.workbook(in: .en).sheets.map(\.name) == [
        "Notes", "Summary", "Bonuses", "Scores", "Exceptions",
      ])
  }

  /// The stored results add up to what the ledger says, and every amount has a formula.
  @Test func amountsAddUp() throws {
    let data = try sampleIncentives(agents: 40)
    let outline = data.workbook(in: .zh).outline
    let due = data.rows.reduce(0) { $0 + $1.due }
    #expect(outline.contains("奖金明细!Q45: =SUBTOTAL(109,AA5:AA44)/100 -> \(due)/100"))
    #expect(outline.contains("汇总!H9: =SUM('奖金明细'!$AA$5:$AA$44)/100 -> \(due)/100"))
    #expect(outline.contains("汇总!C12: =(SUM('奖金明细'!$AA$5:$AA$44)-ROUND(C11*100,0))/100 -> 0/100"))
  }

  @Test func aBonusThatNoFormulaGivesIsAPlainValue() throws {
    let outline = try sampleIncentives(agents: 4).workbook(in: .zh).outline
    #expect(outline.contains { $0.hasPrefix("奖金明细!V5: =ROUND(U5*T5/10000,0)") })
    // A share of the month.
    #expect(!outline.contains { $0.hasPrefix("奖金明细!V7: =") })
  }

  @Test func namesStayText() throws {
    let outline = try sampleIncentives(agents: 4).workbook(in: .zh).outline
    #expect(outline.contains("奖金明细!B5: \"=1+1\""))
    #expect(outline.contains("奖金明细!A5: \"0001\""))
  }

  /// All cells of the details of one agent, as a person would read them.
  @Test func writesTheDetailsOfAnAgent() throws {
    let month = try #require(Month("2026-10"))
    let hiredOn = try #require(Day("2024-03-15"))
    let row = IncentiveWorkbook.Row(
      number: "0007", name: "-Wang", team: "T1", rung: "agent", hiredOn: hiredOn,
      daysDue: .init(22), daysWorked: .init(43, over: 2), score: Score(hundredths: 8750),
      grade: "A", factor: BasisPoints(12_500), base: 80_001, bonus: 100_001, awards: 30_000,
      deduction: -500, remark: "late refund")
    let data = IncentiveWorkbook(
      month: month, planName: "Plan", planHash: .origin, ledgerHead: .origin,
      ledgerTotal: row.due, ledgerEntries: 3, rounding: .halfUp, currency: .yuan, contacts: 10,
      actor: "hr", made: Instant(seconds: 0), zone: .utc, kpis: [], rows: [row], exceptions: [])
    let filled = data.workbook(in: .en).outline.filter {
      $0.hasPrefix("Bonuses!") && !$0.hasSuffix(": ")
    }
    // Below title, subtitle and 27 headings.
    let details = filled.dropFirst(29).map { $0.dropFirst("Bonuses!".count) }
    #expect(
      details.joined(separator: "\n") == """
        A5: "0007"
        B5: "-Wang"
        C5: "T1"
        D5: "agent"
        E5: 2024-03-15
        F5: 22
        G5: 43/2
        H5: 8750/100
        I5: "A"
        J5: =T5/10000 -> 12500/10000
        T5: 12500
        U5: 80001
        K5: =U5/100 -> 80001/100
        V5: =ROUND(U5*T5/10000,0) -> 100001
        L5: =V5/100 -> 100001/100
        W5: 30000
        M5: =W5/100 -> 30000/100
        X5: 0
        N5: =X5/100 -> 0/100
        Y5: 0
        O5: =Y5/100 -> 0/100
        Z5: -500
        P5: =Z5/100 -> -500/100
        AA5: =SUM(V5:Z5) -> 129501
        Q5: =AA5/100 -> 129501/100
        R5: "late refund"
        A6: "Total"
        B6: =SUBTOTAL(103,A5:A5) -> 1
        K6: =SUBTOTAL(109,U5:U5)/100 -> 80001/100
        L6: =SUBTOTAL(109,V5:V5)/100 -> 100001/100
        M6: =SUBTOTAL(109,W5:W5)/100 -> 30000/100
        N6: =SUBTOTAL(109,X5:X5)/100 -> 0/100
        O6: =SUBTOTAL(109,Y5:Y5)/100 -> 0/100
        P6: =SUBTOTAL(109,Z5:Z5)/100 -> -500/100
        Q6: =SUBTOTAL(109,AA5:AA5)/100 -> 129501/100
        """)
  }

  @Test func aMonthWithoutAgentsHasAWorkbookToo() throws {
    var data = try sampleIncentives(agents: 0)
    data.kpis = []
    #expect(try !written(data.workbook(in: .en), in: .en).isEmpty)
  }

  @Test func aFolderThatIsNotThereIsRefused() throws {
    let workbook = try sampleIncentives(agents: 1).workbook(in: .zh)
    let refusal = #expect(throws: FileRefusal.self) {
      try workbook.write(to: "/nowhere/at/all.xlsx", language: .zh)
    }
    #expect(refusal?.cause == .cannotWrite)
  }
}
