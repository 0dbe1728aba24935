import FoundationEssentials
import MusterFiles
public import MusterWords
public import Rostering
public import Vocabulary

/// Rosters from file to file, without a workspace.
public enum RosterFilters {
  /// The format of a problem and of its roster.
  public enum Format: String, CaseIterable, Sendable {
    case curtoisQu = "curtois-qu"
    case multiActivity = "multi-activity"
    case muster

    /// The problem in the file or folder at `path`.
    public func problem(at path: String) throws -> RosterProblem {
      switch self {
      case .curtoisQu: try CurtoisQuInstance(path: path).problem
      case .multiActivity: try MultiActivityInstance(path: path).problem
      case .muster: try RosterProblemFiles(folder: path).problem
      }
    }

    /// The roster in the file at `path`; `-` is standard input.
    func roster(at path: String, of problem: RosterProblem) throws -> Roster {
      switch self {
      case .curtoisQu:
        try CurtoisQuRoster.roster(text: Disk.text(at: path), file: path, of: problem)
      case .multiActivity:
        try MultiActivityRoster.roster(text: Disk.text(at: path), file: path, of: problem)
      case .muster:
        try RosterTable.roster(
          TableReader(.path(path), columns: RosterTable.columns), zone: problem.zone)
      }
    }

    func text(_ roster: Roster, of problem: RosterProblem) -> String {
      switch self {
      case .curtoisQu: CurtoisQuRoster.text(roster, of: problem)
      case .multiActivity: MultiActivityRoster.text(roster, of: problem)
      case .muster: RosterTable.text(roster, zone: problem.zone)
      }
    }
  }

  /// How long to search, and with what chance.
  public struct Effort: Sendable {
    public var seconds: Double?
    public var steps: Int?
    public var threads: Int
    public var seed: UInt64

    /// Twenty seconds where neither seconds nor steps are given, and as many threads as the machine
    /// runs at once.
    public init(
      seconds: Double? = nil, steps: Int? = nil, threads: Int? = nil, seed: UInt64 = 1
    ) {
      self.seconds = seconds ?? (steps == nil ? 20 : nil)
      self.steps = steps
      self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
      self.seed = seed
    }
  }

  /// What a roster costs and which rules it breaks, counted from its shifts alone.
  public struct Verdict: Sendable {
    public var cost: RosterCost
    public var coverage: Coverage
    public var breaches: [Breach]
    /// Agents of the roster whom the problem does not know.
    public var strangers: [AgentNumber]

    public var isFeasible: Bool { breaches.isEmpty && strangers.isEmpty }

    public init(of roster: Roster, for problem: RosterProblem) {
      cost = problem.cost(of: roster)
      coverage = problem.coverage(of: roster)
      breaches = problem.breaches(in: roster)
      strangers = problem.strangers(in: roster)
    }
  }

  /// Solves the problem at `path` and writes its roster to `out`.
  public static func solve(
    _ path: String, format: Format, effort: Effort, out: String, control: Control
  ) throws -> (solution: RosterSolution, verdict: Verdict) {
    let problem = try format.problem(at: path)
    try checkFolder(of: out)
    let solution = try problem.solution(effort, control)
    try Disk.write(format.text(solution.roster, of: problem), to: out)
    return (solution, Verdict(of: solution.roster, for: problem))
  }

  /// Refuses a place that cannot be written to before the search, not after it.
  private static func checkFolder(of path: String) throws {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw Refusal(.cannotWrite, [RosterWords.cannotWrite(path)])
    }
  }

  /// Counts the roster at `rosterPath` again.
  public static func check(
    _ path: String, roster rosterPath: String, format: Format
  ) throws -> Verdict {
    let problem = try format.problem(at: path)
    return Verdict(of: try format.roster(at: rosterPath, of: problem), for: problem)
  }
}

extension RosterProblem {
  /// The best roster that `effort` finds; what stops the search keeps its best.
  func solution(_ effort: RosterFilters.Effort, _ control: Control) throws -> RosterSolution {
    do {
      return try solve(effort.options(control))
    } catch {
      throw Refusal(.badData, error.phrases)
    }
  }
}

extension RosterFilters.Effort {
  /// What the solver is told: this effort, counted from now, with `control`.
  func options(_ control: Control) -> SolverOptions {
    let began = ContinuousClock.now
    // One chain alone reports, and the caller waits until it is done.
    nonisolated(unsafe) let control = control
    let unit = RosterWords.cost
    var options = SolverOptions(
      seed: seed, steps: steps, seconds: seconds, threads: threads,
      elapsed: {
        let time = (ContinuousClock.now - began).components
        return Double(time.seconds) + Double(time.attoseconds) / 1e18
      },
      shouldStop: { unsafe control.shouldStop() },
      progress: { share, cost in
        unsafe control.progress(Progress(done: Int64(cost), unit: unit, share: share))
      })
    options.memory = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    return options
  }
}

extension RosterFilters.Verdict {
  /// What is broken, a line each.
  public var phrases: [Phrase] {
    strangers.map(RosterWords.stranger) + breaches.map(\.phrase)
  }
}
