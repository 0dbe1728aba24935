import MusterWords
import Performance
import Testing
import Vocabulary

@Suite("KPIs") struct KPITests {
  /// Four contacts: one with everything, one with nothing, and two between.
  static func contacts() throws -> [Contact] {
    let agent = try #require(AgentNumber("0042"))
    let arrival = Instant(seconds: 1_800_000_000)
    func contact(
      reply: Int64?, handle: Int?, resolved: Bool?, rating: Int?, order: String? = nil,
      complaint: Bool = false
    ) -> Contact {
      Contact(
        externalID: "C", channel: "app", queue: "presale", topic: "presale", agent: agent,
        arrivedAt: arrival, firstReplyAt: reply.map { arrival + $0 }, handleSeconds: handle,
        resolvedFirst: resolved, rating: rating, orderID: order, isComplaint: complaint)
    }
    return [
      contact(reply: 30, handle: 200, resolved: true, rating: 5, order: "O1"),
      contact(reply: nil, handle: nil, resolved: nil, rating: nil),
      contact(reply: 120, handle: 400, resolved: false, rating: 4, complaint: true),
      contact(reply: 300, handle: 300, resolved: true, rating: 1),
    ]
  }

  @Test(
    "each counts what is known of its own contacts",
    arguments: [
      ("frt_mean", 450, 3, "150.00"), ("frt_60s", 1, 3, "0.33"), ("frt_180s", 2, 3, "0.67"),
      ("aht_mean", 900, 3, "300.00"), ("fcr", 2, 3, "0.67"), ("csat_mean", 10, 3, "3.33"),
      ("csat_share", 2, 3, "0.67"), ("conversion", 1, 4, "0.25"), ("complaint_rate", 1, 4, "0.25"),
    ] as [(String, Int64, Int64, String)])
  func reading(code: String, total: Int64, count: Int64, text: String) throws {
    let kpi = try #require(KPI(rawValue: code))
    let reading = kpi.reading(of: try Self.contacts())
    #expect(reading == Reading(total, over: count))
    #expect(reading.value?.decimal(places: 2) == text)
  }

  @Test("codes name one KPI each, and nothing counted has no value") func whole() {
    #expect(Set(KPI.allCases.map(\.rawValue)).count == KPI.allCases.count)
    #expect(KPI(rawValue: "speed") == nil)
    for kpi in KPI.allCases { #expect(kpi.reading(of: []).value == nil) }
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
