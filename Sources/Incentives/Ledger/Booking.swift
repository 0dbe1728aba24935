public import Vocabulary

/// What a month comes to for one agent and component, as computed now.
public struct Due: Hashable, Sendable {
  public let agentID: Int64
  public let component: String
  public let kind: PayKind
  public let amount: Money
  public let facts: ContentHash

  public init(
    agentID: Int64, component: String, kind: PayKind, amount: Money, facts: ContentHash
  ) {
    self.agentID = agentID
    self.component = component
    self.kind = kind
    self.amount = amount
    self.facts = facts
  }
}

/// The booking of one earned month.
public struct Booking: Hashable, Sendable {
  /// The month that was earned.
  public let earned: Month
  /// The open month in which amounts fall due: the earned one until it is locked.
  public let open: Month
  public let plan: ContentHash

  public init(of earned: Month, in open: Month, plan: ContentHash) {
    self.earned = earned
    self.open = open
    self.plan = plan
  }

  /// Whether what has changed of a locked `month` is booked in `open`: the twelve months before it.
  public static func corrects(_ month: Month, in open: Month) -> Bool {
    month < open && open + -12 <= month
  }

  /// What must be booked so that, for each agent and component, all that is booked for the
  /// month is what is due: due less already booked, nothing where that is nothing.
  ///
  /// Booked twice it books nothing the second time. What was booked and is no longer due is taken
  /// back. Entries of other months in `booked` are passed over.
  ///
  /// - Returns: By agent id, then by component in the order of `due`, those no longer due last.
  public func postings(due: [Due], booked: [LedgerEntry]) -> [Posting] {
    var accounts: [Key: Account] = [:]
    var keys: [Key] = []
    func account(_ key: Key, _ change: (inout Account) -> Void, else new: () -> Account) {
      if accounts[key] == nil { keys.append(key) }
      change(&accounts[key, default: new()])
    }
    for due in due {
      let nothing = Money.zero(due.amount.currency)
      account(Key(due.agentID, due.component)) {
        $0.due += due.amount
        $0.facts = due.facts
      } else: {
        Account(kind: due.kind, due: nothing, booked: nothing, facts: due.facts)
      }
    }
    for entry in booked where entry.earnedIn == earned {
      let posting = entry.posting
      let nothing = Money.zero(posting.amount.currency)
      account(Key(posting.agentID, posting.component)) {
        $0.booked += posting.amount
        $0.lastPlan = posting.plan
      } else: {
        Account(kind: posting.kind, due: nothing, booked: nothing, facts: .origin)
      }
    }
    let order = keys.enumerated().sorted {
      ($0.element.agentID, $0.offset) < ($1.element.agentID, $1.offset)
    }
    return order.compactMap { _, key in accounts[key].flatMap { posting(key, $0) } }
  }

  private func posting(_ key: Key, _ account: Account) -> Posting? {
    let amount = account.due - account.booked
    guard amount.minorUnits != 0 else { return nil }
    let isLate = open != earned
    let cause: LedgerEntry.Cause =
      switch account.lastPlan {
      case nil: isLate ? .lateFacts : .earned
      case plan: .lateFacts
      default: .changedPlan
      }
    return Posting(
      agentID: key.agentID,
      kind: !isLate ? account.kind : amount.minorUnits > 0 ? .difference : .clawback,
      component: key.component, amount: amount, cause: cause, relatesTo: isLate ? earned : nil,
      plan: plan, facts: account.facts)
  }
}

private struct Key: Hashable {
  let agentID: Int64
  let component: String

  init(_ agentID: Int64, _ component: String) {
    self.agentID = agentID
    self.component = component
  }
}

private struct Account {
  let kind: PayKind
  var due: Money
  var booked: Money
  var facts: ContentHash
  /// The plan of the latest entry; nil where nothing was booked.
  var lastPlan: ContentHash?
}
