public import Vocabulary

/// One conversation, call, mail or ticket, from arrival to close, as a chat or ticket system
/// exports it.
public struct Contact: Hashable, Sendable {
  /// The contact's id in the system it comes from.
  public var externalID: String
  public var channel: String
  public var queue: String
  public var topic: String
  public var agent: AgentNumber
  public var arrivedAt: Instant
  /// When a person first replied; nil where nobody did, or it is not known.
  public var firstReplyAt: Instant?
  public var closedAt: Instant?
  /// Seconds of work, wrap-up included.
  public var handleSeconds: Int?
  /// Whether one contact was enough.
  public var resolvedFirst: Bool?
  /// Whether the customer was asked for a rating.
  public var ratingInvited: Bool?
  /// From 1 to 5.
  public var rating: Int?
  public var orderID: String?
  /// In minor units of the workspace's currency.
  public var orderAmount: Int64?
  /// In minor units of the workspace's currency.
  public var refundedAmount: Int64?
  public var isComplaint: Bool
  public var wasTransferred: Bool

  public init(
    externalID: String, channel: String, queue: String, topic: String, agent: AgentNumber,
    arrivedAt: Instant, firstReplyAt: Instant? = nil, closedAt: Instant? = nil,
    handleSeconds: Int? = nil, resolvedFirst: Bool? = nil, ratingInvited: Bool? = nil,
    rating: Int? = nil, orderID: String? = nil, orderAmount: Int64? = nil,
    refundedAmount: Int64? = nil, isComplaint: Bool = false, wasTransferred: Bool = false
  ) {
    self.externalID = externalID
    self.channel = channel
    self.queue = queue
    self.topic = topic
    self.agent = agent
    self.arrivedAt = arrivedAt
    self.firstReplyAt = firstReplyAt
    self.closedAt = closedAt
    self.handleSeconds = handleSeconds
    self.resolvedFirst = resolvedFirst
    self.ratingInvited = ratingInvited
    self.rating = rating
    self.orderID = orderID
    self.orderAmount = orderAmount
    self.refundedAmount = refundedAmount
    self.isComplaint = isComplaint
    self.wasTransferred = wasTransferred
  }

  /// Seconds from arrival to the first reply; nil where nobody replied.
  public var replySeconds: Int64? { firstReplyAt.map { $0 - arrivedAt } }
}
