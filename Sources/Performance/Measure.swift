/// What a KPI counts of contacts, in what unit, and which way is good.
///
/// It is data: the store makes SQL of it, and ``value(of:)`` tells the same of one contact.
package struct Measure: Sendable {
  package enum Count: Sendable {
    /// The sum of a number over the contacts of which it is known.
    case mean(ContactNumber)
    /// The contacts that are meant first, among those that are meant last.
    case share(ContactCondition, of: ContactCondition)
  }

  let unit: KPI.Unit
  let better: KPI.Direction
  package let count: Count

  init(_ unit: KPI.Unit, better: KPI.Direction, _ count: Count) {
    self.unit = unit
    self.better = better
    self.count = count
  }

  func value(of contact: Contact) -> Int64? {
    switch count {
    case .mean(let number): number.value(contact)
    case .share(let part, let whole):
      whole.holds(for: contact) ? (part.holds(for: contact) ? 1 : 0) : nil
    }
  }
}

/// A whole number that may be known of a contact; flags are 0 or 1.
package struct ContactNumber: Sendable {
  /// What the number is called where contacts are rows.
  package let column: String
  let value: @Sendable (Contact) -> Int64?

  init(_ column: String, _ value: @escaping @Sendable (Contact) -> Int64?) {
    self.column = column
    self.value = value
  }
}

/// Which contacts are meant.
///
/// What is not known of a contact meets no comparison, as in SQL; there is no "not", under which the
/// two would part.
package indirect enum ContactCondition: Sendable {
  case topic(String)
  case hasOrder
  case known(ContactNumber)
  case unknown(ContactNumber)
  case atLeast(ContactNumber, Int64)
  case atMost(ContactNumber, Int64)
  case less(ContactNumber, than: ContactNumber)
  case all([ContactCondition])
  case any([ContactCondition])

  static let every = ContactCondition.all([])

  func holds(for contact: Contact) -> Bool {
    switch self {
    case .topic(let topic): contact.topic == topic
    case .hasOrder: contact.orderID != nil
    case .known(let number): number.value(contact) != nil
    case .unknown(let number): number.value(contact) == nil
    case .atLeast(let number, let least): number.value(contact).map { $0 >= least } ?? false
    case .atMost(let number, let most): number.value(contact).map { $0 <= most } ?? false
    case .less(let number, let other):
      number.value(contact).flatMap { value in other.value(contact).map { value < $0 } } ?? false
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: contact) }
    case .any(let conditions): conditions.contains { $0.holds(for: contact) }
    }
  }
}
