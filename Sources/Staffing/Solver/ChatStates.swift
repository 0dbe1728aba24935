/// How chats lie on agents: the exact chain of a chat pool without a queue.
///
/// A state says how many agents run 0, 1, ... chats. A new chat goes to an agent with the fewest;
/// one that finds all places taken is lost.
struct ChatStates {
  /// The probability that all places are taken.
  let blocking: Double
  /// The mean number of agents with a chat at hand.
  let busy: Double
  /// The mean number of chats.
  let chats: Double
  /// Chats that end per second, by how many there are, in the mean over how they lie on agents.
  let departures: [Double]

  /// How many states there are for so many agents and places of each; nil beyond `limit`.
  static func count(agents: Int, places: Int, limit: Int) -> Int? {
    var count = 1
    for place in 0..<places {
      let (product, overflow) = count.multipliedReportingOverflow(by: agents + place + 1)
      if overflow { return nil }
      count = product / (place + 1)
      // Each further place only adds states.
      if count > limit { return nil }
    }
    return count
  }

  /// - Complexity: the number of states for each of some tens of sweeps.
  init(arrivals: Double, agents: Int, durations: [Double]) {
    let places = durations.count
    let ranks = Ranks(agents: agents, places: places)
    let states = ranks.states
    // Number the states by level, which is their chats.
    let chats = states.map { state in
      var sum = 0
      for (place, count) in state.enumerated() { sum += (place + 1) * count }
      return sum
    }
    var levels = Array(repeating: 0, count: agents * places + 2)
    for level in chats { levels[level + 1] += 1 }
    for level in 1..<levels.count { levels[level] += levels[level - 1] }
    var next = levels
    var number = Array(repeating: Int32(0), count: states.count)
    for (rank, level) in chats.enumerated() {
      number[rank] = Int32(next[level])
      next[level] += 1
    }
    var moves: [LevelChain.Move] = []
    moves.reserveCapacity(states.count * (places + 1))
    for (rank, state) in states.enumerated() {
      var other = state
      let idle = agents - state.reduce(0, +)
      let least = idle > 0 ? 0 : (state.firstIndex { $0 > 0 } ?? 0) + 1
      if least < places {
        if least > 0 { other[least - 1] -= 1 }
        other[least] += 1
        moves.append(
          LevelChain.Move(from: number[rank], to: number[ranks.rank(other)], rate: arrivals))
        if least > 0 { other[least - 1] += 1 }
        other[least] -= 1
      }
      for place in 0..<places where state[place] > 0 {
        let rate = Double(state[place] * (place + 1)) / durations[place]
        other[place] -= 1
        if place > 0 { other[place - 1] += 1 }
        moves.append(LevelChain.Move(from: number[rank], to: number[ranks.rank(other)], rate: rate))
        other[place] += 1
        if place > 0 { other[place - 1] -= 1 }
      }
    }
    let shares = LevelChain(levels: levels, moves: moves).stationary()
    var busy = 0.0
    var running = 0.0
    var ending = Array(repeating: 0.0, count: agents * places + 1)
    var there = ending
    for (rank, state) in states.enumerated() {
      let share = shares[Int(number[rank])]
      busy += share * Double(state.reduce(0, +))
      running += share * Double(chats[rank])
      there[chats[rank]] += share
      for (place, count) in state.enumerated() {
        ending[chats[rank]] += share * Double(count * (place + 1)) / durations[place]
      }
    }
    departures = zip(ending, there).map { $1 > 0 ? $0 / $1 : 0 }
    blocking = shares[shares.count - 1]
    self.busy = busy
    self.chats = running
  }
}

/// All ways to have at most so many agents on so many places, each with its rank in their order.
private struct Ranks {
  let agents: Int
  let places: Int
  /// How many ways there are with `r` agents left for `j` places, at `j * (agents + 1) + r`.
  private var ways: [Int]

  init(agents: Int, places: Int) {
    self.agents = agents
    self.places = places
    ways = Array(repeating: 1, count: (places + 1) * (agents + 1))
    for place in 1...places {
      for left in 1..<(agents + 1) {
        ways[place * (agents + 1) + left] =
          ways[(place - 1) * (agents + 1) + left] + ways[place * (agents + 1) + left - 1]
      }
    }
  }

  /// The number of agents on each place, in the order of their ranks.
  var states: [[Int]] {
    var states: [[Int]] = []
    states.reserveCapacity(ways[places * (agents + 1) + agents])
    var state = Array(repeating: 0, count: places)
    var used = 0
    while true {
      states.append(state)
      // Like counting: the last place rises first.
      var place = places - 1
      while place >= 0, used == agents {
        used -= state[place]
        state[place] = 0
        place -= 1
      }
      guard place >= 0 else { return states }
      state[place] += 1
      used += 1
    }
  }

  func rank(_ state: [Int]) -> Int {
    var rank = 0
    var left = agents
    for (place, count) in state.enumerated() {
      let more = (places - place) * (agents + 1)
      rank += ways[more + left] - ways[more + left - count]
      left -= count
    }
    return rank
  }
}
