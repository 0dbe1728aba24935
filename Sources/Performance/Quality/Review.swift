public import Vocabulary

/// One contact as a reviewer scored it.
public struct Review: Hashable, Sendable {
  public enum Mark: Hashable, Sendable {
    case points(Int)
    /// The item does not apply to the contact.
    case notApplicable
  }

  /// Why marks make no review.
  public enum Fault: Error, Hashable, Sendable {
    case unknownItem(String, known: [String])
    case repeatedItem(String)
    case missingItem(String)
    case pointsOutside(item: String, Int, maximum: Int)
  }

  /// The contact's id in the system it comes from.
  public let contact: String
  /// One for each item of the scorecard, in its order.
  public let marks: [Mark]
  public let result: Result

  /// A review by `scorecard`, which must have a mark for each of its items.
  public init(
    of contact: String, by scorecard: Scorecard, marks: [(item: String, mark: Mark)]
  ) throws(Fault) {
    for (index, given) in marks.enumerated() {
      guard let item = scorecard.items.first(where: { $0.id == given.item }) else {
        throw .unknownItem(given.item, known: scorecard.items.map(\.id))
      }
      if marks[..<index].contains(where: { $0.item == given.item }) {
        throw .repeatedItem(given.item)
      }
      if case .points(let points) = given.mark, !(0...item.maximum).contains(points) {
        throw .pointsOutside(item: item.id, points, maximum: item.maximum)
      }
    }
    var ordered: [Mark] = []
    for item in scorecard.items {
      guard let given = marks.first(where: { $0.item == item.id }) else {
        throw .missingItem(item.id)
      }
      ordered.append(given.mark)
    }
    self.contact = contact
    self.marks = ordered
    self.result = Result(ordered, by: scorecard)
  }

  /// What a review comes to.
  public enum Result: Hashable, Sendable {
    /// No item applied.
    case notScored
    case passed(Score)
    /// The score lies under the pass mark, or critical items got no points; the score is what the
    /// points come to all the same.
    case failed(Score, criticalItems: [String])

    /// The weighted share of points over the items that apply, rounded half up to the hundredth.
    ///
    /// The pass mark is compared before rounding.
    fileprivate init(_ marks: [Mark], by scorecard: Scorecard) {
      var weights = Int128(0)
      var sum = (numerator: Int128(0), denominator: Int128(1))
      var critical: [String] = []
      for (item, mark) in zip(scorecard.items, marks) {
        guard case .points(let points) = mark else { continue }
        weights += Int128(item.weight)
        sum = added(sum, Int128(item.weight * points), Int128(item.maximum))
        if item.isCritical, points == 0 { critical.append(item.id) }
      }
      guard weights > 0 else {
        self = .notScored
        return
      }
      let whole = sum.denominator * weights
      let score = Score(clamping: sum.numerator * 10_000, over: whole)
      let reaches = sum.numerator * 10_000 >= Int128(scorecard.passMark.hundredths) * whole
      self = reaches && critical.isEmpty ? .passed(score) : .failed(score, criticalItems: critical)
    }

    /// Nil where nothing was scored.
    public var score: Score? {
      switch self {
      case .notScored: nil
      case .passed(let score), .failed(let score, _): score
      }
    }
  }
}

/// The sum of two fractions over their least common denominator.
private func added(
  _ a: (numerator: Int128, denominator: Int128), _ numerator: Int128, _ denominator: Int128
) -> (numerator: Int128, denominator: Int128) {
  var (x, y) = (a.denominator, denominator)
  while y != 0 { (x, y) = (y, x % y) }
  let common = a.denominator / x * denominator
  return (
    a.numerator * (common / a.denominator) + numerator * (common / denominator), common
  )
}
