public import Vocabulary

/// A module that an agent is to work through by some day.
public struct TrainingDue: Hashable, Sendable {
  public var agent: AgentNumber
  /// The code of the module.
  public var module: String
  public var length: Minutes
  /// The last day on time.
  public var latest: Day

  public init(agent: AgentNumber, module: String, length: Minutes, latest: Day) {
    self.agent = agent
    self.module = module
    self.length = length
    self.latest = latest
  }
}

/// Work that may wait until a deadline: mail, tickets, call-backs.
public struct DeferrableTask: Hashable, Sendable {
  public var stream: Stream
  /// How much one agent would take for it.
  public var length: Minutes
  /// When it is there, and when it must be done.
  public var from: Instant
  public var deadline: Instant
  /// Who can do it; sorted, without repeats.
  public let agents: [AgentNumber]

  public init(
    stream: Stream, length: Minutes, from: Instant, deadline: Instant, agents: [AgentNumber]
  ) {
    self.stream = stream
    self.length = length
    self.from = from
    self.deadline = deadline
    self.agents = Set(agents).sorted()
  }
}

/// What a roster's slack holds, once training and work that can wait are placed in it.
///
/// Slack is where more heads are at work on a stream than are wanted. Shifts and their breaks stay;
/// only work inside them becomes something else.
public struct SlackPlan: Sendable {
  /// A module at its place.
  public struct Session: Hashable, Sendable {
    public var due: TrainingDue
    public var start: Instant
    public var end: Instant
  }

  /// Why a module found no place.
  public enum Obstacle: Hashable, Sendable {
    /// No shift before the deadline has so long a stretch of work.
    case noShift
    /// Each such stretch is wanted: the best would leave so many people-intervals uncovered.
    case noSlack(Int, at: Instant)
  }

  public struct Unplaced: Hashable, Sendable {
    public var due: TrainingDue
    public var obstacle: Obstacle
  }

  /// What becomes of one piece of work that can wait.
  public struct Progress: Hashable, Sendable {
    public var task: DeferrableTask
    /// What is done by the deadline; less than asked where it is missed.
    public var done: Minutes

    public var missing: Minutes { task.length - done }
  }

  public var roster: Roster
  public var sessions: [Session]
  public var unplaced: [Unplaced]
  /// In the order of the tasks.
  public var work: [Progress]
}

extension RosterProblem {
  /// Places `training` and `tasks` in the slack of `roster` from `from` on.
  ///
  /// A module takes one stretch of an agent's work without a break, in which no interval is left
  /// with fewer heads than wanted and fewer than there were; of such stretches that with the most
  /// slack, of equal ones the earliest. What is due first is placed first. Work that can wait then
  /// takes what slack is left, interval by interval, earliest deadline first. Lengths that are no
  /// multiple of the interval are rounded up.
  public func usingSlack(
    of roster: Roster, training: [TrainingDue], tasks: [DeferrableTask], from: Instant
  ) -> SlackPlan {
    var placing = SlackPlacing(self, roster, from: from)
    return placing.run(training, tasks)
  }
}

/// Who does what in each slot, while slack is used up.
private struct SlackPlacing {
  private let problem: RosterProblem
  private let roster: Roster
  private let firstSlot: Int
  private let slotCount: Int
  /// Heads at work beyond those wanted, by stream and slot.
  private var slack: [Stream: [Int]] = [:]
  /// The same of each duty.
  private var dutySlack: [[Int]]
  /// The shifts of each agent, as places in the roster.
  private var shifts: [AgentNumber: [Int]] = [:]
  /// What is done in the slots of a shift that are no longer work on a stream.
  private var used: [Int: [Int: Activity.Kind]] = [:]

  init(_ problem: RosterProblem, _ roster: Roster, from: Instant) {
    self.problem = problem
    self.roster = roster
    slotCount = problem.intervalCount
    let step = problem.interval.seconds
    firstSlot = max(0, Int((from - problem.start + step - 1) / step))
    for line in problem.demand {
      slack[line.stream] = zip(problem.heads(on: line.stream, in: roster), line.heads).map(-)
    }
    dutySlack = problem.duties.map { line in
      zip(problem.heads(on: line, in: roster), line.heads).map(-)
    }
    for (place, shift) in roster.shifts.enumerated() {
      shifts[shift.agent, default: []].append(place)
    }
  }

  mutating func run(_ training: [TrainingDue], _ tasks: [DeferrableTask]) -> SlackPlan {
    var sessions: [SlackPlan.Session] = []
    var unplaced: [SlackPlan.Unplaced] = []
    let order = training.enumerated().sorted {
      ($0.element.latest, $1.element.length, $0.offset)
        < ($1.element.latest, $0.element.length, $1.offset)
    }
    for due in order.map(\.element) {
      switch place(due) {
      case .success(let session): sessions.append(session)
      case .failure(let obstacle): unplaced.append(SlackPlan.Unplaced(due: due, obstacle: obstacle))
      }
    }
    let work = place(tasks)
    sessions.sort { ($0.start, $0.due.agent) < ($1.start, $1.due.agent) }
    return SlackPlan(roster: changed(), sessions: sessions, unplaced: unplaced, work: work)
  }

  // MARK: Slots

  private func slots(of activity: Activity) -> Range<Int> {
    let step = problem.interval.seconds
    let first = max(0, Int((activity.start - problem.start + step - 1) / step))
    return first..<max(first, min(slotCount, Int((activity.end - problem.start) / step)))
  }

  /// The stream that is worked in each slot of a shift, as far as the slot is still free.
  private func work(_ place: Int) -> [Int: Stream] {
    var work: [Int: Stream] = [:]
    for activity in roster.shifts[place].activities {
      guard case .work(let stream?) = activity.kind else { continue }
      for slot in slots(of: activity) where slot >= firstSlot && used[place]?[slot] == nil {
        work[slot] = stream
      }
    }
    return work
  }

  /// The duties that `agent` counts for.
  private func duties(of agent: AgentNumber) -> [Int] {
    problem.duties.indices.filter { problem.duties[$0].members.contains(agent) }
  }

  /// How many heads are left over in `slot` when the agent goes; below 0 none, and one goes short.
  private func left(_ stream: Stream, _ slot: Int, _ duties: [Int]) -> Int {
    let own = slack[stream]?[slot] ?? 1
    return min(own, duties.map { dutySlack[$0][slot] }.min() ?? own) - 1
  }

  private mutating func take(
    _ place: Int, _ slot: Int, from stream: Stream, for kind: Activity.Kind, _ duties: [Int]
  ) {
    used[place, default: [:]][slot] = kind
    slack[stream]?[slot] -= 1
    for duty in duties { dutySlack[duty][slot] -= 1 }
  }

  // MARK: Training

  private enum Placing {
    case success(SlackPlan.Session)
    case failure(SlackPlan.Obstacle)
  }

  private mutating func place(_ due: TrainingDue) -> Placing {
    let count = max(1, (due.length.count + problem.interval.minutes - 1) / problem.interval.minutes)
    let duties = duties(of: due.agent)
    // Fewest uncovered, then most slack; ties go to the earliest, which is met first.
    var best: (uncovered: Int, slack: Int, place: Int, first: Int)?
    for place in shifts[due.agent] ?? []
    where problem.zone.local(roster.shifts[place].start).day <= due.latest {
      let work = work(place)
      for first in work.keys.sorted() {
        var uncovered = 0
        var slack = 0
        var isWhole = true
        for slot in first..<first + count {
          guard let stream = work[slot] else {
            isWhole = false
            break
          }
          let left = left(stream, slot, duties)
          if left < 0 { uncovered += 1 }
          slack += left
        }
        guard isWhole else { continue }
        if let best, (best.uncovered, -best.slack) <= (uncovered, -slack) { continue }
        best = (uncovered, slack, place, first)
      }
    }
    guard let best else { return .failure(.noShift) }
    let start = problem.instant(at: best.first)
    guard best.uncovered == 0 else { return .failure(.noSlack(best.uncovered, at: start)) }
    let work = work(best.place)
    for slot in best.first..<best.first + count {
      guard let stream = work[slot] else { continue }
      take(best.place, slot, from: stream, for: .training(due.module), duties)
    }
    return .success(
      SlackPlan.Session(
        due: due, start: start, end: start + Int64(count) * problem.interval.seconds))
  }

  // MARK: Work that can wait

  private mutating func place(_ tasks: [DeferrableTask]) -> [SlackPlan.Progress] {
    let step = problem.interval.seconds
    var left = tasks.map {
      ($0.length.count + problem.interval.minutes - 1) / problem.interval.minutes
    }
    let order = tasks.indices.sorted { (tasks[$0].deadline, $0) < (tasks[$1].deadline, $1) }
    let members = tasks.map { Set($0.agents) }
    guard !tasks.isEmpty else { return [] }
    // Who is at work in each slot, in the order of the roster.
    var atWork = Array(repeating: [(place: Int, stream: Stream)](), count: slotCount)
    for place in roster.shifts.indices {
      for (slot, stream) in work(place).sorted(by: { $0.key < $1.key }) {
        atWork[slot].append((place, stream))
      }
    }
    for slot in min(firstSlot, slotCount)..<slotCount {
      let start = problem.instant(at: slot)
      let open = order.filter {
        left[$0] > 0 && tasks[$0].from <= start && start + step <= tasks[$0].deadline
      }
      guard !open.isEmpty else { continue }
      // Those who are at it already go on, so that people change seldom.
      let people = atWork[slot].sorted {
        let (a, b) = (isWaitingWork($0.place, slot - 1), isWaitingWork($1.place, slot - 1))
        return a == b ? $0.place < $1.place : a
      }
      var busy: Set<Int> = []
      for task in open {
        for person in people where left[task] > 0 && !busy.contains(person.place) {
          let agent = roster.shifts[person.place].agent
          guard members[task].contains(agent) else { continue }
          let duties = duties(of: agent)
          guard self.left(person.stream, slot, duties) >= 0 else { continue }
          take(
            person.place, slot, from: person.stream, for: .deferrable(tasks[task].stream), duties)
          busy.insert(person.place)
          left[task] -= 1
        }
      }
    }
    return tasks.indices.map { index in
      let missing = Minutes(left[index] * problem.interval.minutes)
      return SlackPlan.Progress(
        task: tasks[index], done: max(.zero, tasks[index].length - missing))
    }
  }

  private func isWaitingWork(_ place: Int, _ slot: Int) -> Bool {
    if case .deferrable = used[place]?[slot] { true } else { false }
  }

  // MARK: The roster

  /// The roster with what slots were used for; all other activities as they were.
  private func changed() -> Roster {
    var roster = roster
    for (place, slots) in used.sorted(by: { $0.key < $1.key }) {
      roster.shifts[place].activities = roster.shifts[place].activities.flatMap {
        split($0, slots)
      }
    }
    return roster
  }

  /// One stretch of work as stretches of work and of what its slots are used for.
  private func split(_ activity: Activity, _ used: [Int: Activity.Kind]) -> [Activity] {
    guard case .work = activity.kind else { return [activity] }
    var parts: [Activity] = []
    func add(_ kind: Activity.Kind, _ start: Instant, _ end: Instant) {
      guard start < end else { return }
      if let last = parts.last, last.kind == kind, last.end == start {
        parts[parts.count - 1].end = end
      } else {
        parts.append(Activity(kind: kind, start: start, end: end))
      }
    }
    var at = activity.start
    for slot in slots(of: activity) {
      guard let kind = used[slot] else { continue }
      let start = problem.instant(at: slot)
      add(activity.kind, at, start)
      at = start + problem.interval.seconds
      add(kind, start, at)
    }
    add(activity.kind, at, activity.end)
    return parts
  }
}
