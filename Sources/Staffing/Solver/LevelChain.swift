/// A Markov chain in continuous time whose states lie on levels, of which each move changes one.
///
/// Contacts in the system are such a level: one comes or one goes. The share of time in each state
/// is found by sweeps over the levels (Gauss-Seidel), each followed by the exact balance between
/// levels given what was found within them, so that levels of tiny probability come out as
/// precisely, relative to their size, as the likely ones.
///
/// Source: J. R. Koury, D. F. McAllister and W. J. Stewart, "Iterative Methods for Computing
/// Stationary Distributions of Nearly Completely Decomposable Markov Chains" (1984).
struct LevelChain {
  /// A move from one state to another at a rate per second.
  struct Move {
    var from: Int32
    var to: Int32
    var rate: Double
  }

  /// Where the states of each level begin, and at the end how many states there are.
  let levels: [Int]
  /// Where the moves into each state begin.
  private var entries: [Int32]
  private var sources: [Int32]
  private var rates: [Double]
  /// Rates out of each state, to the level above and to the one below.
  private var up: [Double]
  private var down: [Double]

  /// The chain of `moves`; states are numbered level by level from the lowest.
  ///
  /// From any state the lowest level must be reached, and each level from the one below.
  init(levels: [Int], moves: [Move]) {
    self.levels = levels
    let count = levels[levels.count - 1]
    entries = Array(repeating: 0, count: count + 1)
    sources = Array(repeating: 0, count: moves.count)
    rates = Array(repeating: 0, count: moves.count)
    up = Array(repeating: 0, count: count)
    down = Array(repeating: 0, count: count)
    for move in moves {
      entries[Int(move.to) + 1] += 1
      if move.to > move.from {
        up[Int(move.from)] += move.rate
      } else {
        down[Int(move.from)] += move.rate
      }
    }
    for state in 0..<count { entries[state + 1] += entries[state] }
    var next = entries
    for move in moves {
      let place = Int(next[Int(move.to)])
      next[Int(move.to)] += 1
      sources[place] = move.from
      rates[place] = move.rate
    }
  }

  /// The share of time in each state.
  ///
  /// Sweeps end when no ratio of neighbouring levels moves by more than `tolerance` of itself,
  /// but for levels whose share of time is beneath notice.
  ///
  /// - Complexity: the number of moves for each of some tens to hundreds of sweeps.
  func stationary(tolerance: Double = 1e-11, sweeps: Int = 20_000) -> [Double] {
    var shares = Array(repeating: 1.0, count: up.count)
    var masses = Array(repeating: 1.0, count: levels.count - 1)
    var ratios = Array(repeating: 0.0, count: levels.count - 1)
    for sweep in 0..<sweeps {
      let moved = balanceLevels(&shares, &masses, &ratios)
      if moved <= tolerance, sweep > 1 { break }
      for level in masses.indices { balanceStates(of: level, &shares) }
      for level in masses.indices.reversed() { balanceStates(of: level, &shares) }
    }
    return shares
  }

  /// Gives each state of a level what flows into it.
  @inline(__always)
  private func balanceStates(of level: Int, _ shares: inout [Double]) {
    for state in levels[level]..<levels[level + 1] {
      var inflow = 0.0
      for entry in Int(entries[state])..<Int(entries[state + 1]) {
        inflow += rates[entry] * shares[Int(sources[entry])]
      }
      shares[state] = inflow / (up[state] + down[state])
    }
  }

  /// A share of time that no answer shows.
  private static let negligible = 1e-14

  /// Scales the levels so that as much goes up from each as comes down; gives by how much of
  /// itself a ratio of neighbours moved at most.
  private func balanceLevels(
    _ shares: inout [Double], _ masses: inout [Double], _ ratios: inout [Double]
  ) -> Double {
    var moved = 0.0
    var mass = 1.0
    var rising = 0.0
    var total = 0.0
    for level in masses.indices {
      var sum = 0.0
      var ups = 0.0
      var downs = 0.0
      for state in levels[level]..<levels[level + 1] {
        sum += shares[state]
        ups += shares[state] * up[state]
        downs += shares[state] * down[state]
      }
      if level > 0 {
        let ratio = rising * sum / downs
        if masses[level] > LevelChain.negligible {
          moved = max(moved, (ratio - ratios[level]).magnitude / ratio)
        }
        ratios[level] = ratio
        mass *= ratio
      }
      rising = ups / sum
      masses[level] = mass
      // What is said of one level is relative to it alone; the scale is free.
      for state in levels[level]..<levels[level + 1] { shares[state] *= mass / sum }
      total += mass
      if total > 1e200 {
        for state in 0..<levels[level + 1] { shares[state] *= 1e-200 }
        for lower in 0...level { masses[lower] *= 1e-200 }
        mass *= 1e-200
        total *= 1e-200
      }
    }
    for state in shares.indices { shares[state] /= total }
    for level in masses.indices { masses[level] /= total }
    return moved
  }
}
