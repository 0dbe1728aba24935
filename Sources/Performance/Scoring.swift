public import Vocabulary

/// How a period's KPIs become one composite score.
public struct Scoring: Hashable, Sendable {
  /// What becomes of a part that cannot be counted for an agent.
  public enum MissingRule: String, CaseIterable, Hashable, Sendable {
    /// It is left out, and its weight goes to the other parts in proportion to theirs.
    case reweight
    /// It counts with the mean points of the agent's team, else of everybody; where nobody has
    /// points it is left out.
    case neutral
    /// There is no composite score.
    case fail
  }

  public struct Part: Hashable, Sendable {
    public let kpi: KPI
    /// Above zero.
    public let weight: BasisPoints
    /// Fewer contacts than this are too little data; at least one.
    public let minimum: Int64
    public let scale: PointScale

    public init(_ kpi: KPI, weight: BasisPoints, minimum: Int64 = 1, scale: PointScale) {
      self.kpi = kpi
      self.weight = weight
      self.minimum = max(1, minimum)
      self.scale = scale
    }
  }

  public enum Fault: Error, Hashable {
    case noParts
    case weightNotPositive(KPI)
    case kpiTwice(KPI)
    /// The weights must sum to 100 %.
    case weightSum(BasisPoints)
  }

  /// In the order of the plan.
  public let parts: [Part]
  public let missing: MissingRule

  public init(_ parts: [Part], missing: MissingRule) throws(Fault) {
    guard !parts.isEmpty else { throw .noParts }
    for (index, part) in parts.enumerated() {
      guard part.weight > .zero else { throw .weightNotPositive(part.kpi) }
      guard !parts[..<index].contains(where: { $0.kpi == part.kpi }) else {
        throw .kpiTwice(part.kpi)
      }
    }
    let sum = BasisPoints(parts.reduce(0) { $0 + $1.weight.count })
    guard sum == .one else { throw .weightSum(sum) }
    self.parts = parts
    self.missing = missing
  }

  /// The composite score that nobody can exceed.
  public var highest: Score {
    let sum = parts.reduce(Int128(0)) {
      $0 + Int128($1.weight.count) * Int128($1.scale.knots.last?.points.hundredths ?? 0)
    }
    return Score(clamping: sum, over: Int128(BasisPoints.one.count))
  }
}

extension Scoring {
  /// One agent to be scored.
  public struct Subject: Hashable, Sendable {
    public let agent: AgentNumber
    public let team: String
    let readings: [KPI: Reading]

    public init(agent: AgentNumber, team: String, readings: [KPI: Reading]) {
      self.agent = agent
      self.team = team
      self.readings = readings
    }
  }

  /// The composite score of each of `subjects`, in their order.
  public func scores(of subjects: [Subject]) -> [CompositeScore] {
    let earned = subjects.map { subject in parts.map { points(of: $0, for: subject) } }
    let means = TeamMeans(earned, teams: subjects.map(\.team), parts: parts.count)
    return zip(subjects, earned).map { subject, earned in
      let outcomes = parts.indices.map { column -> CompositeScore.Outcome in
        switch earned[column] {
        case .success(let points): .counted(points)
        case .failure(let gap): outcome(of: gap, mean: means.mean(column, team: subject.team))
        }
      }
      return CompositeScore(subject, parts: parts, outcomes: outcomes)
    }
  }

  private func points(of part: Part, for subject: Subject) -> Result<Score, CompositeScore.Gap> {
    let reading = subject.readings[part.kpi] ?? Reading(0, over: 0)
    guard let value = reading.value else { return .failure(.noData) }
    guard reading.count >= part.minimum else { return .failure(.tooLittleData) }
    return .success(part.scale.points(for: value))
  }

  private func outcome(of gap: CompositeScore.Gap, mean: Score?) -> CompositeScore.Outcome {
    switch missing {
    case .reweight: .leftOut(gap)
    case .neutral: mean.map { .neutral($0, gap) } ?? .leftOut(gap)
    case .fail: .failed(gap)
    }
  }
}

/// Mean points per part, of each team and of everybody, over those who have points.
private struct TeamMeans {
  private struct Sum {
    var points: Int128 = 0
    var count: Int128 = 0

    mutating func add(_ score: Score) {
      points += Int128(score.hundredths)
      count += 1
    }

    /// Rounded half up to whole hundredths.
    var mean: Score? { count > 0 ? Score(clamping: points, over: count) : nil }
  }

  private var byTeam: [String: [Sum]] = [:]
  private var overall: [Sum]

  init(_ points: [[Result<Score, CompositeScore.Gap>]], teams: [String], parts: Int) {
    overall = Array(repeating: Sum(), count: parts)
    for (row, team) in zip(points, teams) {
      for (column, result) in row.enumerated() {
        guard case .success(let score) = result else { continue }
        byTeam[team, default: Array(repeating: Sum(), count: parts)][column].add(score)
        overall[column].add(score)
      }
    }
  }

  func mean(_ column: Int, team: String) -> Score? {
    byTeam[team]?[column].mean ?? overall[column].mean
  }
}
