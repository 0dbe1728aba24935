/// Steps to be put in order.
public struct Ordering: QuestionKind {
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// The share of pairs of steps that stand the right way round.
    ///
    /// The fair rule for a procedure: one misplaced step costs only what it passed.
    case beforeAndAfter
    /// Full marks for the right order, else nothing.
    case allOrNothing
  }

  /// At least two, in the right order, none twice.
  public let items: [String]
  public let rule: Rule

  public init(items: [String], rule: Rule = .beforeAndAfter) throws(QuestionFault) {
    guard items.count >= 2 else { throw .tooFewItems(items.count) }
    for (index, item) in items.enumerated() where items[..<index].contains(item) {
      throw .repeatedItem(item)
    }
    self.items = items
    self.rule = rule
  }

  var word: QuestionWord { .order }

  var lists: [PrintedList] { [PrintedList(mark: .numbers, texts: items, isShuffled: true)] }

  /// What an order of all positions earns; a list that is not one earns nothing.
  func credit(for answer: Answer, outOf points: Points) -> Credit? {
    guard case .order(let order) = answer, order.sorted() == Array(items.indices) else {
      return Credit.none
    }
    switch rule {
    case .allOrNothing: return order == Array(items.indices) ? .full : Credit.none
    case .beforeAndAfter:
      let right = order.indices.reduce(0) { sum, index in
        sum + order[(index + 1)...].count { $0 > order[index] }
      }
      return Credit(right, of: items.count * (items.count - 1) / 2)
    }
  }

  func sample(isRight: Bool) -> Answer? {
    .order(isRight ? Array(items.indices) : items.indices.reversed())
  }

  func translated(by text: Translation.QuestionText) -> Question.Kind? {
    difference(from: text) == nil ? try? .order(Ordering(items: text.items, rule: rule)) : nil
  }

  func difference(from text: Translation.QuestionText) -> TranslationDifference? {
    items.count == text.items.count
      ? nil : .items(found: text.items.count, wanted: items.count)
  }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "order")
    for item in items { text.add("item", item) }
    text.add("rule", rule.rawValue)
  }
}
