public import Vocabulary

/// What was counted of one agent's contacts in a period: whole numbers, so that every engine gives
/// the same.
public struct Tally: Hashable, Sendable {
  /// A sum over the contacts for which the thing is known, and how many those are.
  public struct Sum: Hashable, Sendable {
    public var count: Int64
    public var total: Int64

    public init(count: Int64 = 0, total: Int64 = 0) {
      self.count = count
      self.total = total
    }
  }

  public var agent: AgentNumber
  public var contacts: Int64
  /// Seconds from arrival to the first reply.
  public var reply: Sum
  /// Replied contacts whose first reply came within 60 seconds.
  public var repliedIn60: Int64
  /// Replied contacts whose first reply came within 180 seconds.
  public var repliedIn180: Int64
  /// Seconds of work.
  public var handle: Sum
  /// Contacts with a known outcome; the total is of those resolved first time.
  public var resolved: Sum
  /// Rated contacts; the total is of rating points 1 to 5.
  public var rating: Sum
  /// Rated contacts with a 4 or a 5.
  public var satisfied: Int64
  /// Contacts whose customer was asked for a rating.
  public var invited: Int64
  /// Contacts with topic `presale`; the total is of those followed by an order not taken back by
  /// a refund.
  public var presale: Sum
  public var complaints: Int64

  public init(
    agent: AgentNumber, contacts: Int64 = 0, reply: Sum = Sum(), repliedIn60: Int64 = 0,
    repliedIn180: Int64 = 0, handle: Sum = Sum(), resolved: Sum = Sum(), rating: Sum = Sum(),
    satisfied: Int64 = 0, invited: Int64 = 0, presale: Sum = Sum(), complaints: Int64 = 0
  ) {
    self.agent = agent
    self.contacts = contacts
    self.reply = reply
    self.repliedIn60 = repliedIn60
    self.repliedIn180 = repliedIn180
    self.handle = handle
    self.resolved = resolved
    self.rating = rating
    self.satisfied = satisfied
    self.invited = invited
    self.presale = presale
    self.complaints = complaints
  }
}
