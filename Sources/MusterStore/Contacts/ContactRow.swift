import Performance
import Vocabulary

/// A contact in the shape of its row: with the agent's id, the local day and what is derived.
struct ContactRow {
  let contact: Contact
  let agent: Int64
  let day: String
  let minute: Int64

  /// The columns that an import can change, in one order for all that handles them.
  static let columns = [
    "channel", "queue", "topic", "agent_id", "arrived_at", "local_day", "local_minute",
    "first_reply_at", "closed_at", "reply_seconds", "reply_ln_micro", "handle_seconds",
    "handle_ln_micro", "resolved_first", "invited", "rating", "order_id", "order_minor",
    "refunded_minor", "complaint", "transferred",
  ]

  static let columnList = columns.joined(separator: ", ")

  /// Hands the values of ``columns`` to `sink`, in that order.
  func put(into sink: some ValueSink, _ logarithms: LogarithmTable) {
    sink.put(contact.channel)
    sink.put(contact.queue)
    sink.put(contact.topic)
    sink.put(agent)
    sink.put(contact.arrivedAt.seconds)
    sink.put(day)
    sink.put(minute)
    sink.put(contact.firstReplyAt?.seconds)
    sink.put(contact.closedAt?.seconds)
    let reply = contact.replySeconds
    sink.put(reply)
    sink.put(reply.map { logarithms[$0] })
    let handle = contact.handleSeconds.map(Int64.init)
    sink.put(handle)
    sink.put(handle.map { logarithms[$0] })
    sink.put(contact.resolvedFirst)
    sink.put(contact.ratingInvited)
    sink.put(contact.rating.map(Int64.init))
    sink.put(contact.orderID)
    sink.put(contact.orderAmount)
    sink.put(contact.refundedAmount)
    sink.put(contact.isComplaint)
    sink.put(contact.wasTransferred)
  }
}

/// Compares the values it is given with those of a row, column by column.
final class RowComparison: ValueSink {
  private let cursor: any Cursor
  private var column: Int
  /// Whether every value so far is what the row holds.
  private(set) var isEqual = true

  /// Begins at the column of `cursor` numbered `first`.
  init(_ cursor: any Cursor, from first: Int) {
    self.cursor = cursor
    self.column = first
  }

  func put(_ value: Int64) {
    isEqual = isEqual && !cursor.isNull(column) && cursor.integer(column) == value
    column += 1
  }

  func put(_ text: String) {
    isEqual = isEqual && !cursor.isNull(column) && cursor.holds(text, column)
    column += 1
  }

  func putNull() {
    isEqual = isEqual && cursor.isNull(column)
    column += 1
  }
}

/// Collects the values it is given.
final class RowValues: ValueSink {
  private(set) var values: [Value] = []

  func put(_ value: Int64) { values.append(.integer(value)) }
  func put(_ text: String) { values.append(.text(text)) }
  func putNull() { values.append(.null) }
}
