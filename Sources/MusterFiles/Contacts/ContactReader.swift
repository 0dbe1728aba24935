public import MusterWords
public import Performance
public import Vocabulary

/// Reads contacts from a csv that a chat or ticket system exports, a batch at a time.
public final class ContactReader {
  /// Up to 5,000 rows.
  public struct Batch {
    /// The rows that read well.
    public var contacts: [Contact] = []
    /// Where each of ``contacts`` stands in the file.
    public var rows: [TableRow] = []
    /// The rows that do not.
    public var rejects: [RejectedRow] = []
  }

  public static let columns: [TableColumn] = .contacts

  public static let batchSize = 5_000

  private let reader: TableReader
  private var fields: FieldReader
  private let places: Places

  /// Where the columns stand.
  private struct Places {
    let id, channel, queue, topic, agent, arrivedAt, firstReplyAt, closedAt: FieldReader.Column
    let handle, resolved, invited, rating, order, amount, refunded: FieldReader.Column
    let complaint, transferred: FieldReader.Column

    init(_ fields: FieldReader) {
      id = fields.column("contact_id")
      channel = fields.column("channel")
      queue = fields.column("queue")
      topic = fields.column("topic")
      agent = fields.column("agent_id")
      arrivedAt = fields.column("arrived_at")
      firstReplyAt = fields.column("first_reply_at")
      closedAt = fields.column("closed_at")
      handle = fields.column("handle_seconds")
      resolved = fields.column("resolved_first")
      invited = fields.column("rating_invited")
      rating = fields.column("rating")
      order = fields.column("order_id")
      amount = fields.column("order_fen")
      refunded = fields.column("refunded_fen")
      complaint = fields.column("complaint")
      transferred = fields.column("transferred")
    }
  }

  /// Reads on in `reader`, which was opened with ``columns`` as `mapping` has them.
  ///
  /// Times without an offset are those of `zone`, amounts those of `currency`.
  public init(
    _ reader: TableReader, mapping: ImportMapping = ImportMapping(), zone: Zone,
    currency: Currency = .yuan
  ) {
    self.reader = reader
    let fields = FieldReader(reader, mapping: mapping, zone: zone, currency: currency)
    self.fields = fields
    self.places = Places(fields)
  }

  /// The next rows, or nil after the last ones.
  public func next() throws(FileRefusal) -> Batch? {
    var batch = Batch()
    batch.contacts.reserveCapacity(ContactReader.batchSize)
    batch.rows.reserveCapacity(ContactReader.batchSize)
    var count = 0
    while count < ContactReader.batchSize, let row = try reader.next() {
      count += 1
      if let fault = row.fault {
        let problem = fault.fileFault(file: reader.file, line: row.line)
        batch.rejects.append(RejectedRow(row: row, faults: [problem]))
      } else if let contact = contact(row) {
        batch.contacts.append(contact)
        batch.rows.append(row)
      } else {
        batch.rejects.append(RejectedRow(row: row, faults: fields.takeProblems()))
      }
    }
    return count == 0 ? nil : batch
  }

  /// The row as a contact, or nil with its faults left in ``fields``.
  private func contact(_ row: TableRow) -> Contact? {
    let id = fields.required(row, places.id)
    let number = AgentNumber(fields.required(row, places.agent))
    let arrivedAt = fields.time(row, places.arrivedAt)
    if arrivedAt == nil, fields.text(row, places.arrivedAt) == nil {
      fields.report(.empty, row, places.arrivedAt)
    }
    let channel = fields.required(row, places.channel)
    let queue = fields.required(row, places.queue)
    let topic = fields.required(row, places.topic)
    let firstReplyAt = fields.time(row, places.firstReplyAt)
    let closedAt = fields.time(row, places.closedAt)
    if let arrivedAt {
      if let firstReplyAt, firstReplyAt < arrivedAt {
        fields.report(.beforeArrival, row, places.firstReplyAt)
      }
      if let closedAt, closedAt < arrivedAt {
        fields.report(.beforeArrival, row, places.closedAt)
      }
    }
    let handle = fields.seconds(row, places.handle)
    let resolved = fields.flag(row, places.resolved)
    let invited = fields.flag(row, places.invited)
    let rating = fields.rating(row, places.rating)
    let order = fields.text(row, places.order)
    let amount = fields.amount(row, places.amount)
    let refunded = fields.amount(row, places.refunded)
    let complaint = fields.flag(row, places.complaint)
    let transferred = fields.flag(row, places.transferred)
    guard fields.faults.isEmpty, let number, let arrivedAt else { return nil }
    return Contact(
      externalID: id, channel: channel, queue: queue, topic: topic, agent: number,
      arrivedAt: arrivedAt, firstReplyAt: firstReplyAt, closedAt: closedAt, handleSeconds: handle,
      resolvedFirst: resolved, ratingInvited: invited, rating: rating, orderID: order,
      orderAmount: amount, refundedAmount: refunded, isComplaint: complaint ?? false,
      wasTransferred: transferred ?? false)
  }

  /// `row` as one that its contact's `fault` keeps out.
  public func reject(_ row: TableRow, _ fault: ImportFault, column: String) -> RejectedRow {
    RejectedRow(row: row, faults: [fault.fileFault(row, column: column, in: reader)])
  }
}
