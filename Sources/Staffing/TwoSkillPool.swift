/// Agents of one skill, agents of another, and agents of both, for two kinds of contact.
///
/// A contact goes to an idle agent of its own skill, else to an idle one of both, else it waits;
/// an agent of both who becomes free takes from the longer queue, from the first where they are
/// equal. Arrivals are Poisson, handle times and patience exponential. The chain is exact but for
/// the end of each queue, beyond which contacts are turned away; choose it so that hardly any are. There is no formula; larger groups and other ways to route are simulated.
public struct TwoSkillPool: Hashable, Sendable {
  /// What one kind of contact meets.
  public struct Skill: Hashable, Sendable {
    /// The share of its contacts that wait, in `0...1`.
    public let waitingProbability: Double
    /// The share of its contacts that hang up, in `0...1`.
    public let abandonment: Double
    /// The mean number of its contacts that wait.
    public let queueLength: Double
    /// The share of time that agents of this skill alone spend on contacts, in `0...1`.
    public let occupancy: Double
  }

  /// Each kind of contact, in order.
  public let skills: [Skill]
  /// The share of time that agents of both skills spend on contacts, in `0...1`.
  public let flexibleOccupancy: Double

  /// The pool with two values of `arrivals` (contacts per second), `handleTimes` (mean seconds) and
  /// `agents` of one skill alone, and so many `flexible` ones.
  ///
  /// - Complexity: states are the square of `mostWaiting` times `flexible`, gone over some
  ///   hundreds of times.
  public init(
    arrivals: [Double], handleTimes: [Double], agents: [Int], flexible: Int, patience: Double,
    mostWaiting: Int = 45
  ) {
    precondition(arrivals.count == 2 && handleTimes.count == 2 && agents.count == 2, "two skills")
    precondition(arrivals.allSatisfy { $0 > 0 } && handleTimes.allSatisfy { $0 > 0 }, "positive")
    precondition(agents.allSatisfy { $0 >= 0 } && flexible >= 0, "agents are not negative")
    precondition(patience > 0 && mostWaiting >= 0, "a patience is positive")
    let states = TwoSkillStates(agents: agents, flexible: flexible, mostWaiting: mostWaiting)
    let shares = states.chain(arrivals: arrivals, handleTimes: handleTimes, patience: patience)
      .stationary(tolerance: 1e-12)
    var waits = [0.0, 0.0]
    var lengths = [0.0, 0.0]
    var busy = [0.0, 0.0]
    var both = 0.0
    for (state, share) in zip(states.all, shares) {
      let isFull = state.flexible[0] + state.flexible[1] == flexible
      for skill in 0..<2 {
        if isFull, state.busy[skill] == agents[skill] { waits[skill] += share }
        lengths[skill] += share * Double(state.waiting[skill])
        busy[skill] += share * Double(state.busy[skill])
        both += share * Double(state.flexible[skill])
      }
    }
    skills = (0..<2).map { skill in
      Skill(
        waitingProbability: waits[skill],
        abandonment: lengths[skill] / (arrivals[skill] * patience), queueLength: lengths[skill],
        occupancy: agents[skill] == 0 ? 0 : busy[skill] / Double(agents[skill]))
    }
    flexibleOccupancy = flexible == 0 ? 0 : both / Double(flexible)
  }
}

/// Who is busy with what, and how many wait.
private struct TwoSkillState: Hashable {
  /// Busy agents of one skill alone, by skill.
  var busy: [Int]
  /// Busy agents of both, by the skill that they work in.
  var flexible: [Int]
  var waiting: [Int]

  var contacts: Int {
    busy[0] + busy[1] + flexible[0] + flexible[1] + waiting[0] + waiting[1]
  }
}

private struct TwoSkillStates {
  let agents: [Int]
  let flexible: Int
  let mostWaiting: Int
  /// By number of contacts.
  let all: [TwoSkillState]

  init(agents: [Int], flexible: Int, mostWaiting: Int) {
    self.agents = agents
    self.flexible = flexible
    self.mostWaiting = mostWaiting
    var all: [TwoSkillState] = []
    for first in 0...agents[0] {
      for second in 0...agents[1] {
        for firstBoth in 0...flexible {
          for secondBoth in 0...(flexible - firstBoth) {
            // A queue is only where its own agents and those of both are all busy.
            let isFull = firstBoth + secondBoth == flexible
            for waiting in 0...(isFull && first == agents[0] ? mostWaiting : 0) {
              for other in 0...(isFull && second == agents[1] ? mostWaiting : 0) {
                all.append(
                  TwoSkillState(
                    busy: [first, second], flexible: [firstBoth, secondBoth],
                    waiting: [waiting, other]))
              }
            }
          }
        }
      }
    }
    // A stable sort, so that the order of states is the same everywhere.
    self.all = all.enumerated().sorted {
      ($0.element.contacts, $0.offset) < ($1.element.contacts, $1.offset)
    }.map(\.element)
  }

  func chain(arrivals: [Double], handleTimes: [Double], patience: Double) -> LevelChain {
    var number: [TwoSkillState: Int32] = [:]
    for (index, state) in all.enumerated() { number[state] = Int32(index) }
    var levels = [0]
    var moves: [LevelChain.Move] = []
    for (index, state) in all.enumerated() {
      while levels.count <= state.contacts { levels.append(index) }
      func add(_ rate: Double, _ change: (inout TwoSkillState) -> Void) {
        guard rate > 0 else { return }
        var next = state
        change(&next)
        guard let to = number[next] else { return }
        moves.append(LevelChain.Move(from: Int32(index), to: to, rate: rate))
      }
      for skill in 0..<2 {
        add(arrivals[skill]) { arrive(&$0, skill) }
        add(Double(state.busy[skill]) / handleTimes[skill]) { next in
          if next.waiting[skill] > 0 { next.waiting[skill] -= 1 } else { next.busy[skill] -= 1 }
        }
        add(Double(state.flexible[skill]) / handleTimes[skill]) { next in
          next.flexible[skill] -= 1
          let queue = next.waiting[1] > next.waiting[0] ? 1 : 0
          guard next.waiting[queue] > 0 else { return }
          next.waiting[queue] -= 1
          next.flexible[queue] += 1
        }
        add(Double(state.waiting[skill]) / patience) { $0.waiting[skill] -= 1 }
      }
    }
    levels.append(all.count)
    return LevelChain(levels: levels, moves: moves)
  }

  /// A contact beyond the end of its queue leads to a state that is not there: it is turned away.
  private func arrive(_ state: inout TwoSkillState, _ skill: Int) {
    if state.busy[skill] < agents[skill] {
      state.busy[skill] += 1
    } else if state.flexible[0] + state.flexible[1] < flexible {
      state.flexible[skill] += 1
    } else {
      state.waiting[skill] += 1
    }
  }
}
