import RealModule

/// How many contacts are in a group as time goes on: a birth and death chain, followed exactly.
///
/// The chain goes forward by the trapezoidal rule, each step a pass up and down the states; steps
/// at the beginning are implicit and half as long, since a change of agents makes a jump.
struct TransientGroup {
  /// Agents and what they make of the contacts that they find.
  struct Staff {
    /// How many contacts can be in hand.
    let places: Int
    /// Contacts that end per second, by how many are in the group, hang-ups included.
    let ending: [Double]
    /// What becomes of a contact by how many it finds, one row for each thing to know.
    let fates: [[Double]]
  }

  /// The shares of time by how many contacts are in the group.
  private(set) var shares: [Double]
  /// Over the last interval, each of the staff's fates in the mean over arrivals.
  private(set) var means: [Double] = []
  /// Over the last interval, the mean number of contacts in hand.
  private(set) var inHand = 0.0
  private var buffer: [Double] = []
  private var factors: [Double] = []

  /// The group as it is where so many contacts per second have always arrived.
  init(steady arrivals: Double, _ staff: Staff) {
    shares = [1]
    var sum = 1.0
    for ending in staff.ending.dropFirst() where arrivals > 0 {
      shares.append(shares[shares.count - 1] * arrivals / ending)
      sum += shares[shares.count - 1]
      if sum > 1e200 {
        for index in shares.indices { shares[index] *= 1e-200 }
        sum *= 1e-200
      }
    }
    for index in shares.indices { shares[index] /= sum }
  }

  /// Goes through an interval of so many `seconds` with `arrivals` per second.
  mutating func pass(arrivals: Double, seconds: Double, steps: Int, _ staff: Staff) {
    let count = staff.ending.count
    if shares.count < count {
      shares += Array(repeating: 0, count: count - shares.count)
    } else if shares.count > count {
      // What lies beyond is as good as nothing; it counts as the fullest.
      shares[count - 1] += shares[count...].reduce(0, +)
      shares.removeLast(shares.count - count)
    }
    buffer = Array(repeating: 0, count: count)
    factors = buffer
    means = Array(repeating: 0, count: staff.fates.count)
    inHand = 0
    let time = seconds / Double(steps)
    account(0.5 / Double(steps), staff)
    for number in 0..<steps {
      if number < 2 {
        step(time / 2, implicit: 1, arrivals, staff)
        step(time / 2, implicit: 1, arrivals, staff)
      } else {
        step(time, implicit: 0.5, arrivals, staff)
      }
      account((number == steps - 1 ? 0.5 : 1) / Double(steps), staff)
    }
  }

  private mutating func account(_ weight: Double, _ staff: Staff) {
    for (index, fate) in staff.fates.enumerated() {
      var sum = 0.0
      for state in shares.indices { sum += shares[state] * fate[state] }
      means[index] += weight * sum
    }
    for state in shares.indices {
      inHand += weight * shares[state] * Double(min(state, staff.places))
    }
  }

  /// One step, of whose change a share `implicit` is that of its end.
  private mutating func step(
    _ time: Double, implicit: Double, _ arrivals: Double, _ staff: Staff
  ) {
    let count = shares.count
    let ahead = time * implicit
    let before = time - ahead
    // Three diagonals, eliminated from below, then put in from above.
    var factor = 0.0
    for state in 0..<count {
      let ending = staff.ending[state]
      let up = state + 1 < count ? arrivals : 0
      var value = shares[state] - before * shares[state] * (up + ending)
      var diagonal = 1 + ahead * (up + ending)
      if state > 0 {
        value += before * shares[state - 1] * arrivals + ahead * arrivals * buffer[state - 1]
        diagonal -= ahead * arrivals * factor
      }
      factor = 0
      if state + 1 < count {
        value += before * shares[state + 1] * staff.ending[state + 1]
        factor = ahead * staff.ending[state + 1] / diagonal
      }
      factors[state] = factor
      buffer[state] = value / diagonal
    }
    var state = count - 2
    while state >= 0 {
      buffer[state] += factors[state] * buffer[state + 1]
      state -= 1
    }
    swap(&shares, &buffer)
  }
}
