import Performance
import Testing
import Vocabulary

@Suite("KPIs") struct KPITests {
  static func tally() throws -> Tally {
    Tally(
      agent: try #require(AgentNumber("0042")), contacts: 200,
      reply: .init(count: 190, total: 9_500), repliedIn60: 150, repliedIn180: 180,
      handle: .init(count: 198, total: 59_400), resolved: .init(count: 160, total: 140),
      rating: .init(count: 50, total: 225), satisfied: 44, invited: 170,
      presale: .init(count: 80, total: 24), complaints: 3)
  }

  @Test(
    "each from its own counts",
    arguments: [
      ("frt_mean", 9_500, 190, "50.00"), ("frt_60s", 150, 190, "0.79"),
      ("frt_180s", 180, 190, "0.95"), ("aht_mean", 59_400, 198, "300.00"),
      ("fcr", 140, 160, "0.88"), ("csat_mean", 225, 50, "4.50"), ("csat_share", 44, 50, "0.88"),
      ("conversion", 24, 80, "0.30"), ("complaint_rate", 3, 200, "0.02"),
    ] as [(String, Int64, Int64, String)])
  func reading(code: String, total: Int64, count: Int64, text: String) throws {
    let kpi = try #require(KPI(rawValue: code))
    let reading = try kpi.reading(of: Self.tally())
    #expect(reading == Reading(total, over: count))
    #expect(reading.value?.decimal(places: 2) == text)
  }

  @Test("every KPI is in the table above, and nothing counted has no value") func whole() throws {
    #expect(KPI.allCases.count == 9)
    #expect(Set(KPI.allCases.map(\.rawValue)).count == KPI.allCases.count)
    #expect(KPI(rawValue: "speed") == nil)
    let empty = Tally(agent: try #require(AgentNumber("1")))
    for kpi in KPI.allCases { #expect(kpi.reading(of: empty).value == nil) }
  }
}
