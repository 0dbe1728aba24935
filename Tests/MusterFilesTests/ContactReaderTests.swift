import MusterFiles
import MusterTesting
import MusterWords
import Performance
import Testing
import Vocabulary

@Suite("Contacts from csv") struct ContactReaderTests {
  private static let heading =
    "contact_id,channel,queue,topic,agent_id,arrived_at,first_reply_at,closed_at,handle_seconds,"
    + "resolved_first,rating_invited,rating,order_id,order_fen,refunded_fen,complaint,transferred\n"

  private func read(
    _ text: String, mapping: ImportMapping = ImportMapping(), zone: Zone = .china
  ) throws -> ContactReader.Batch {
    let table = try TableReader(
      .text(text, name: "c.csv"), columns: mapping.applied(to: ContactReader.columns))
    let reader = ContactReader(table, mapping: mapping, zone: zone)
    let batch = try reader.next()
    return try #require(batch)
  }

  /// The faults of one row, as `column: text`.
  private func faults(_ row: String) throws -> [String] {
    try read(Self.heading + row + "\n").rejects.flatMap(\.faults).map { $0.reason(in: .en) }
  }

  @Test("every column is read") func everyColumn() throws {
    let batch = try read(
      Self.heading
        + "C1,app,presale,returns,007,2026-10-01T09:00:00+08:00,2026-10-01T09:00:40+08:00,"
        + "2026-10-01T09:06:00+08:00,310,1,0,5,O1,19900,100,1,1\n")
    let arrival = Instant(seconds: 1_790_816_400)
    let number = try #require(AgentNumber("007"))
    #expect(batch.rejects.isEmpty)
    #expect(
      batch.contacts == [
        Contact(
          externalID: "C1", channel: "app", queue: "presale", topic: "returns", agent: number,
          arrivedAt: arrival, firstReplyAt: arrival + 40, closedAt: arrival + 360,
          handleSeconds: 310, resolvedFirst: true, ratingInvited: false, rating: 5, orderID: "O1",
          orderAmount: 19_900, refundedAmount: 100, isComplaint: true, wasTransferred: true)
      ])
  }

  @Test("what is not known is nil, what is not said of complaints is no") func unknown() throws {
    let batch = try read(
      "contact_id,channel,queue,topic,agent_id,arrived_at\nC1,app,q,t,A1,2026-10-01T09:00Z\n")
    let contact = try #require(batch.contacts.first)
    #expect(contact.firstReplyAt == nil)
    #expect(contact.handleSeconds == nil)
    #expect(contact.resolvedFirst == nil)
    #expect(contact.rating == nil)
    #expect(contact.orderID == nil)
    #expect(!contact.isComplaint)
    #expect(!contact.wasTransferred)
  }

  @Test(
    "times are read as exports write them",
    arguments: [
      "2026-10-01T09:05:00+08:00", "2026-10-01T01:05:00Z", "2026-10-01 09:05:00",
      "2026-10-01T09:05", "2026/10/1 9:05", "2026/10/01 09:05:00", " 2026-10-01 9:05:0 ",
    ])
  func times(text: String) throws {
    let batch = try read(Self.heading + "C1,app,q,t,A1,\(text),,,,,,,,,,,\n")
    #expect(batch.contacts.map(\.arrivedAt) == [Instant(seconds: 1_790_816_700)])
  }

  @Test(
    "flags are read as people write them",
    arguments: [
      ("0", false), ("1", true), ("否", false), ("是", true), ("No", false), ("TRUE", true),
    ] as [(text: String, flag: Bool)])
  func flags(text: String, flag: Bool) throws {
    let row = "C1,app,q,t,A1,2026-10-01T09:00,,,,\(text),,,,,,\(text),\n"
    let batch = try read(Self.heading + row)
    let contact = try #require(batch.contacts.first)
    #expect(contact.resolvedFirst == flag)
    #expect(contact.isComplaint == flag)
  }

  @Test(
    "a fault names its column and its value",
    arguments: [
      (",app,q,t,A1,2026-10-01T09:00,,,,,,,,,,,", "contact_id: wanted a value"),
      ("C1, ,q,t,A1,2026-10-01T09:00,,,,,,,,,,,", "channel: wanted a value"),
      ("C1,app,q,t,A1,,,,,,,,,,,,", "arrived_at: wanted a value"),
      ("C1,app,q,t,A1,2026-02-30T09:00,,,,,,,,,,,", "arrived_at: found \"2026-02-30T09:00\""),
      (
        "C1,app,q,t,A1,2026-10-01T09:00,2026-10-01T08:00,,,,,,,,,,",
        "first_reply_at: found \"2026-10-01T08:00\", wanted a time that is not before"
      ),
      (
        "C1,app,q,t,A1,2026-10-01T09:00,,2026-10-01T08:00,,,,,,,,,",
        "closed_at: found \"2026-10-01T08:00\", wanted a time that is not before"
      ),
      ("C1,app,q,t,A1,2026-10-01T09:00,,,-1,,,,,,,,", "handle_seconds: found \"-1\""),
      ("C1,app,q,t,A1,2026-10-01T09:00,,,1.5,,,,,,,,", "handle_seconds: found \"1.5\""),
      ("C1,app,q,t,A1,2026-10-01T09:00,,,,maybe,,,,,,,", "resolved_first: found \"maybe\""),
      ("C1,app,q,t,A1,2026-10-01T09:00,,,,,,0,,,,,", "rating: found \"0\", wanted a whole"),
      ("C1,app,q,t,A1,2026-10-01T09:00,,,,,,,,-5,,,", "order_fen: found \"-5\", wanted an amount"),
      ("C1,app,q,t,A1,2026-10-01T09:00,,,,,,,,,1.50,,", "refunded_fen: found \"1.50\", wanted"),
      (
        "C1,app,q,t,A1,2026-10-01T09:00,,,,,,,,9000000000000,,,",
        "order_fen: found \"9000000000000\", wanted an amount of at most"
      ),
      ("C1,app,q,t", "found \"4\", wanted 17 fields"),
    ] as [(row: String, fault: String)])
  func faultsOfRows(row: String, fault: String) throws {
    let found = try faults(row)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(fault) == true, "\(found)")
  }

  @Test("all faults of a row are told together") func together() throws {
    #expect(try faults(",,,,,,x,x,x,x,x,x,,x,x,x,x").count == 16)
  }

  @Test("good rows go in beside bad ones, in batches") func batches() throws {
    var text = Self.heading
    for index in 0..<12_001 {
      text += "C\(index),app,q,t,A1,2026-10-01T09:00,,,,,,\(index % 100 == 7 ? "9" : ""),,,,,\n"
    }
    let table = try TableReader(.text(text, name: "c.csv"), columns: ContactReader.columns)
    let reader = ContactReader(table, zone: .china)
    var sizes: [Int] = []
    var rejected: [Int] = []
    while let batch = try reader.next() {
      sizes.append(batch.contacts.count + batch.rejects.count)
      rejected += batch.rejects.map(\.row.line)
      #expect(batch.rows.map { $0.text(0) } == batch.contacts.map(\.externalID))
    }
    #expect(sizes == [5000, 5000, 2001])
    #expect(rejected == (0...119).map { $0 * 100 + 9 })
  }

  @Test("a mapping says what headings, values and amounts mean") func mapped() throws {
    let mapping = try ImportMapping(
      text: """
        columns:
          contact_id: 编号
          rating: [评价, 满意程度]
        values:
          channel: {微信: wechat}
          rating: {好评: 5, 无: ""}
        amounts: major
        """, file: "m.yaml", for: ContactReader.columns)
    let batch = try read(
      """
      编号,渠道,队列,问题类型,工号,进线时间,满意程度,订单金额
      K1,微信,q,t,A1,2026-10-01T09:00,好评,12.5
      K2,电话,q,t,A1,2026-10-01T09:00,无,0.009

      """, mapping: mapping)
    #expect(batch.contacts.map(\.externalID) == ["K1"])
    #expect(batch.contacts.first?.channel == "wechat")
    #expect(batch.contacts.first?.rating == 5)
    #expect(batch.contacts.first?.orderAmount == 1250)
    #expect(
      batch.rejects.first?.faults.map { $0.text(in: .zh) } == [
        "c.csv:3: 订单金额: 读到“0.009”，应为形如 199.90 的金额"
      ])
  }

  @Test("the shipped mapping reads the shipped export") func shipped() throws {
    let folder = Checkout.root + "/rosters/imports/"
    let text = try #require(Checkout.read(folder + "chat-export.yaml"))
    let mapping = try ImportMapping(
      text: text, file: "chat-export.yaml", for: ContactReader.columns)
    let export = try #require(Checkout.read(folder + "chat-export.csv"))
    let batch = try read(export, mapping: mapping)
    #expect(batch.rejects.isEmpty)
    #expect(batch.contacts.map(\.channel) == ["mini-program", "wechat", "phone"])
    #expect(batch.contacts.map(\.topic) == ["presale", "returns", "complaint"])
    #expect(batch.contacts.map(\.rating) == [5, nil, nil])
    #expect(batch.contacts.map(\.orderAmount) == [19_990, nil, nil])
    #expect(batch.contacts.map(\.isComplaint) == [false, false, true])
    #expect(batch.contacts.map(\.ratingInvited) == [true, true, false])
  }

  @Test("a mapping's faults are told together") func mappingFaults() throws {
    let refusal = #expect(throws: FileRefusal.self) {
      _ = try ImportMapping(
        text: "columns:\n  contact: 编号\nvalue: {}\namounts: yuan\n", file: "m.yaml",
        for: ContactReader.columns)
    }
    #expect(refusal?.faults.map(\.line) == [2, 3, 4])
  }

  @Test("a heading without a required column keeps the file out") func missingColumns() throws {
    let refusal = #expect(throws: FileRefusal.self) {
      _ = try read("contact_id,channel\nC1,app\n")
    }
    #expect(refusal?.faults.map(\.column) == ["queue", "topic", "agent_id", "arrived_at"])
  }
}
