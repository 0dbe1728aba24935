import Vocabulary

/// Which agents' rows hang together, by index.
struct PairTable: Sendable {
  /// The agent beside whom each works; -1 for none.
  private(set) var mentor: [Int]
  /// Those who work beside each agent.
  private(set) var learners: [[Int]]
  /// Those who are never at work with each agent.
  private(set) var apart: [[Int]]
  /// When each kind starts, in minutes from the start of the roster, at `day * kinds + kind`; empty
  /// where nobody is paired.
  private let start: [Int32]

  init(_ problem: RosterProblem, kinds: [SolverModel.Kind]) {
    let none = Array(repeating: [Int](), count: problem.agents.count)
    mentor = Array(repeating: -1, count: problem.agents.count)
    learners = none
    apart = none
    for pair in problem.pairs {
      guard let first = problem.agents.firstIndex(where: { $0.number == pair.first }),
        let second = problem.agents.firstIndex(where: { $0.number == pair.second })
      else { continue }
      switch pair.tie {
      case .together:
        mentor[second] = first
        learners[first].append(second)
      case .apart:
        apart[first].append(second)
        apart[second].append(first)
      }
    }
    guard !problem.pairs.isEmpty else {
      start = []
      return
    }
    start = problem.days.flatMap { day in
      kinds.map { Int32((problem.instant(on: day, at: $0.start) - problem.start) / 60) }
    }
  }

  /// Whether anybody is paired.
  var isEmpty: Bool { start.isEmpty }

  /// `agents` with those who work beside another behind them, otherwise in the same order.
  func inTurn(_ agents: [Int]) -> [Int] {
    isEmpty
      ? agents : agents.filter { mentor[$0] < 0 } + agents.filter { mentor[$0] >= 0 }
  }

  /// Makes the kinds that the others' rows keep `agent` from infinitely dear.
  ///
  /// `costs` stand at `day * kinds + kind`; `row` tells the kind of an agent on a day.
  func bar(
    _ agent: Int, in model: SolverModel, costs: inout [Float],
    row: (_ agent: Int, _ day: Int) -> Int
  ) {
    guard !isEmpty else { return }
    let width = model.kinds.count
    if mentor[agent] >= 0 {
      for day in 0..<model.dayCount {
        let kind = row(mentor[agent], day)
        for other in 1..<width where other != kind { costs[day * width + other] = .infinity }
      }
    }
    for other in apart[agent] {
      for day in 0..<model.dayCount {
        let kind = row(other, day)
        guard kind > 0 else { continue }
        let from = start[day * width + kind]
        let to = from + Int32(model.kinds[kind].length.count)
        for near in max(0, day - 1)...min(model.dayCount - 1, day + 1) {
          for own in 1..<width {
            let begin = start[near * width + own]
            if begin < to, from < begin + Int32(model.kinds[own].length.count) {
              costs[near * width + own] = .infinity
            }
          }
        }
      }
    }
  }

  /// Makes the kinds infinitely dear with which `agent` would leave those alone who work beside.
  func hold(
    _ agent: Int, in model: SolverModel, costs: inout [Float],
    row: (_ agent: Int, _ day: Int) -> Int
  ) {
    let width = model.kinds.count
    for learner in learners[agent] {
      for day in 0..<model.dayCount {
        let kind = row(learner, day)
        guard kind > 0 else { continue }
        for other in 0..<width where other != kind { costs[day * width + other] = .infinity }
      }
    }
  }
}
