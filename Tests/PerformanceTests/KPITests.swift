import MusterWords
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

@Suite("KPIs of a contact") struct ContactKPITests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var change: @Sendable (inout Contact) -> Void
    let kpi: KPI
    let value: Int64?

    var testDescription: String { name }
  }

  @Test(
    "what one contact adds",
    arguments: [
      Case(name: "no reply", change: { _ in }, kpi: .replyTime, value: nil),
      Case(
        name: "replied after 61 s", change: { $0.firstReplyAt = $0.arrivedAt + 61 },
        kpi: .replyTime, value: 61),
      Case(
        name: "61 s is not within 60", change: { $0.firstReplyAt = $0.arrivedAt + 61 },
        kpi: .replyInOneMinute, value: 0),
      Case(
        name: "60 s is", change: { $0.firstReplyAt = $0.arrivedAt + 60 }, kpi: .replyInOneMinute,
        value: 1),
      Case(
        name: "180 s is within 180", change: { $0.firstReplyAt = $0.arrivedAt + 180 },
        kpi: .replyInThreeMinutes, value: 1),
      Case(name: "handled", change: { $0.handleSeconds = 300 }, kpi: .handleTime, value: 300),
      Case(
        name: "not resolved", change: { $0.resolvedFirst = false }, kpi: .firstContactResolution,
        value: 0),
      Case(
        name: "resolved", change: { $0.resolvedFirst = true }, kpi: .firstContactResolution,
        value: 1),
      Case(name: "not rated", change: { _ in }, kpi: .meanRating, value: nil),
      Case(name: "rated", change: { $0.rating = 3 }, kpi: .meanRating, value: 3),
      Case(name: "a 3 is not satisfied", change: { $0.rating = 3 }, kpi: .satisfiedShare, value: 0),
      Case(name: "a 4 is", change: { $0.rating = 4 }, kpi: .satisfiedShare, value: 1),
      Case(name: "no order", change: { _ in }, kpi: .conversion, value: 0),
      Case(
        name: "an order",
        change: {
          $0.orderID = "O1"
          $0.orderAmount = 100
        }, kpi: .conversion, value: 1),
      Case(
        name: "refunded in part",
        change: {
          $0.orderID = "O1"
          $0.orderAmount = 100
          $0.refundedAmount = 99
        }, kpi: .conversion, value: 1),
      Case(
        name: "refunded",
        change: {
          $0.orderID = "O1"
          $0.orderAmount = 100
          $0.refundedAmount = 100
        }, kpi: .conversion, value: 0),
      Case(
        name: "an order after a sale", change: { $0.topic = "returns" }, kpi: .conversion,
        value: nil),
      Case(name: "no complaint", change: { _ in }, kpi: .complaintRate, value: 0),
      Case(name: "a complaint", change: { $0.isComplaint = true }, kpi: .complaintRate, value: 1),
    ])
  func value(row: Case) throws {
    var contact = Contact(
      externalID: "C1", channel: "app", queue: "presale", topic: "presale",
      agent: try #require(AgentNumber("A1")), arrivedAt: Instant(seconds: 1_800_000_000))
    row.change(&contact)
    #expect(row.kpi.value(of: contact) == row.value)
  }
}
