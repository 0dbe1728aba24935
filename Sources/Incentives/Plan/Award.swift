public import Vocabulary

/// A prize for the best scores of a month.
///
/// Candidates have a complete composite score, on or above the floor, and meet the gates. Agents
/// with equal scores hold the same place.
public struct Award: Hashable, Sendable {
  public enum Prize: Hashable, Sendable {
    /// Each winner gets this.
    case each(Money, ties: Ties)
    /// The winners split this, by largest remainder, ties to the earlier agent number; all who
    /// hold the last place are winners.
    case pool(Money, PoolShares)

    public var amount: Money {
      switch self {
      case .each(let amount, _), .pool(let amount, _): amount
      }
    }
  }

  /// What happens where several hold the last place and there is no room for all.
  public enum Ties: String, CaseIterable, Hashable, Sendable {
    /// All of them win, and each gets the whole prize.
    case all
    /// They share the prizes that are left, by largest remainder.
    case share
  }

  public enum PoolShares: String, CaseIterable, Hashable, Sendable {
    case equal
    /// In proportion to the composite scores.
    case score
  }

  public let component: String
  /// How many win; above zero.
  public let places: Int
  public let prize: Prize
  /// The least score that can win.
  public let floor: Score
  public let gates: [Gate]

  public init(
    component: String, places: Int, prize: Prize, floor: Score = .zero, gates: [Gate] = []
  ) {
    precondition(places > 0, "an award has places")
    self.component = component
    self.places = places
    self.prize = prize
    self.floor = floor
    self.gates = gates
  }
}

/// How an award came about.
public struct AwardWorking: Hashable, Sendable {
  public let score: Score
  /// From 1; agents with equal scores hold the same.
  public let place: Int
  /// How many hold this place.
  public let tied: Int
  /// How many could have won.
  public let candidates: Int
  public let winners: Int
  public let places: Int
  public let prize: Award.Prize
}

extension Award {
  /// The lines of the winners, by agent, in the order of `periods`.
  func lines(for periods: [AgentPeriod]) -> [(index: Int, line: StatementLine)] {
    let candidates = periods.indices.compactMap { index -> (index: Int, score: Score)? in
      let period = periods[index]
      guard let score = period.score, period.isScoreComplete, score >= floor,
        gates.allSatisfy({ $0.finding(for: period).isMet })
      else { return nil }
      return (index, score)
    }
    let last = candidates.map(\.score).sorted(by: >).prefix(places).last
    guard let last else { return [] }
    let winners = candidates.filter { $0.score >= last }
    return zip(winners, amounts(winners.map(\.score), last: last)).map { winner, amount in
      let working = AwardWorking(
        score: winner.score, place: 1 + winners.count { $0.score > winner.score },
        tied: winners.count { $0.score == winner.score }, candidates: candidates.count,
        winners: winners.count, places: places, prize: prize)
      return (
        winner.index,
        StatementLine(component: component, kind: .award, amount: amount, working: .award(working))
      )
    }
  }

  /// The prize of each winner, `last` being the lowest of `scores`.
  private func amounts(_ scores: [Score], last: Score) -> [Money] {
    switch prize {
    case .each(let amount, .all):
      return scores.map { _ in amount }
    case .each(let amount, .share):
      let above = scores.count { $0 > last }
      let left = min(places, scores.count) - above
      let rest = Money(minorUnits: amount.minorUnits * Int64(left), amount.currency)
      var shares = (rest.split(Array(repeating: 1, count: scores.count - above)) ?? [])[...]
      return scores.map { $0 > last ? amount : shares.popFirst() ?? .zero(amount.currency) }
    case .pool(let amount, let shares):
      let weights = scores.map { shares == .score ? Int64($0.hundredths) : 1 }
      let equal = Array(repeating: Int64(1), count: scores.count)
      // Scores that are all zero leave no proportion: the pool is then split equally.
      return amount.split(weights) ?? amount.split(equal) ?? []
    }
  }
}
