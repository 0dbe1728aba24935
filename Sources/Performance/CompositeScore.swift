public import Vocabulary

/// An agent's composite score of a period, with all that it was made of.
public struct CompositeScore: Hashable, Sendable {
  /// Why a part cannot be counted.
  public enum Gap: String, Error, Hashable, Sendable {
    case noData = "no_data"
    /// Fewer contacts than the part's minimum.
    case tooLittleData = "too_little_data"
  }

  public enum Outcome: Hashable, Sendable {
    case counted(Score)
    /// The mean of the team stands in.
    case neutral(Score, Gap)
    /// The other parts share its weight.
    case leftOut(Gap)
    /// For want of it there is no composite score.
    case failed(Gap)

    /// The points that enter the composite score, where some do.
    public var points: Score? {
      switch self {
      case .counted(let points), .neutral(let points, _): points
      case .leftOut, .failed: nil
      }
    }

    /// What is missing, where something is.
    public var gap: Gap? {
      switch self {
      case .counted: nil
      case .neutral(_, let gap), .leftOut(let gap), .failed(let gap): gap
      }
    }
  }

  /// One KPI's way into the score.
  public struct Part: Hashable, Sendable {
    public let kpi: KPI
    public let reading: Reading
    public let minimum: Int64
    public let weight: BasisPoints
    public let outcome: Outcome
    /// What the part adds to the score; nil where it adds nothing because something is missing.
    ///
    /// The contributions of a score add up to it: each is its exact value cut to hundredths, and
    /// the hundredths left over go to the largest remainders, ties to the earlier part.
    public let contribution: Score?
  }

  public let agent: AgentNumber
  public let team: String
  /// Nil where no part counts, or one that must count is missing.
  public let score: Score?
  /// In the order of the plan.
  public let parts: [Part]

  /// Whether every part was counted from the agent's own contacts.
  public var isComplete: Bool { parts.allSatisfy { $0.outcome.gap == nil } }

  /// The weight of the parts that count, which is what the contributions are shares of.
  public var countedWeight: BasisPoints {
    BasisPoints(parts.reduce(0) { $0 + ($1.outcome.points == nil ? 0 : $1.weight.count) })
  }

  init(_ subject: Scoring.Subject, parts: [Scoring.Part], outcomes: [Outcome]) {
    let products = zip(parts, outcomes).map { part, outcome in
      outcome.points.map { Int128($0.hundredths) * Int128(part.weight.count) }
    }
    let weight = zip(parts, products).reduce(Int128(0)) {
      $0 + ($1.1 == nil ? 0 : Int128($1.0.weight.count))
    }
    let failed = outcomes.contains { if case .failed = $0 { true } else { false } }
    let score =
      weight == 0 || failed
      ? nil : Score(clamping: products.reduce(Int128(0)) { $0 + ($1 ?? 0) }, over: weight)
    let shares = score.map { contributions(to: $0, of: products, over: weight) }
    self.agent = subject.agent
    self.team = subject.team
    self.score = score
    self.parts = parts.indices.map { index in
      Part(
        kpi: parts[index].kpi,
        reading: subject.readings[parts[index].kpi] ?? Reading(0, over: 0),
        minimum: parts[index].minimum, weight: parts[index].weight, outcome: outcomes[index],
        contribution: shares?[index])
    }
  }
}

/// `score` cut into one share for each of `products` that is there, nearest to `product / weight`.
///
/// The hundredth by which rounding half up lifts the score goes to a largest remainder too.
private func contributions(
  to score: Score, of products: [Int128?], over weight: Int128
) -> [Score?] {
  var parts = products.map { $0.map { $0 / weight } }
  let left = Int(Int128(score.hundredths) - parts.reduce(0) { $0 + ($1 ?? 0) })
  let order = products.indices.filter { products[$0] != nil }.sorted {
    let (a, b) = ((products[$0] ?? 0) % weight, (products[$1] ?? 0) % weight)
    return a == b ? $0 < $1 : a > b
  }
  for index in order.prefix(left) { parts[index] = parts[index].map { $0 + 1 } }
  return parts.map { $0.map { Score(clamping: $0, over: 1) } }
}
