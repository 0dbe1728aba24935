import RealModule

/// The queue of a group whose members are all busy and some of whose callers hang up.
///
/// What happens below saturation enters as one number, the loss of the group without a queue, so
/// that agents with one contact at a time and agents with several chats share this code. Patience
/// is exponential and everybody waits in order of arrival.
///
/// Source: S. Zeltyn and A. Mandelbaum, "Call Centers with Impatient Customers: Many-Server
/// Asymptotics of the M/M/n+G Queue" (2005). A caller who finds `j` waiting has the wait of a pure
/// death process, -patience x ln(beta(departures x patience, j + 1)).
struct WaitingLine: Hashable, Sendable {
  /// What share of the contacts waits at most so long and then is served, or gives up, or would
  /// still wait if nobody gave up.
  struct Shares {
    /// Served within the time after a wait.
    var served = 0.0
    /// Gave up within the time.
    var abandoned = 0.0
    /// Would wait longer than the time with endless patience.
    var beyond = 0.0
  }

  /// Mean seconds until a waiting contact gives up.
  let patience: Double
  /// The probability that all are busy and `j` wait, while that is not negligible.
  let probabilities: [Double]
  /// The probability of a full line, where the line has an end.
  let blocked: Double
  /// How many departures of busy members fall into one mean patience.
  private let pace: Double
  /// How many may wait; nil for any number.
  private let places: Int?

  /// The queue of a group that would lose a share `blocking` where nobody may wait.
  ///
  /// `arrivals` and `departures` are contacts per second, the latter while all are busy; `places`
  /// is how many may wait, nil for any number.
  init(
    arrivals: Double, departures: Double, patience: Double, blocking: Double, places: Int? = nil
  ) {
    self.patience = patience
    pace = departures * patience
    // States relative to "all busy, nobody waits", which has weight one.
    var weights = [1.0]
    var sum = 1.0
    var weight = 1.0
    while weights.count <= places ?? .max {
      let rate = departures + Double(weights.count) / patience
      weight *= arrivals / rate
      if weight < sum * 1e-18, rate > arrivals { break }
      weights.append(weight)
      sum += weight
      if sum > 1e250 {
        for index in weights.indices { weights[index] *= 1e-250 }
        sum *= 1e-250
        weight *= 1e-250
      }
    }
    let total = weights[0] * (1 - blocking) + blocking * sum
    let probabilities = weights.map { blocking * $0 / total }
    self.probabilities = probabilities
    blocked = places.map { $0 < probabilities.count ? probabilities[$0] : 0 } ?? 0
    self.places = places
  }

  /// The states in which a contact that arrives waits.
  private var joinable: ArraySlice<Double> { probabilities.prefix(places ?? .max) }

  /// The share of contacts that wait.
  var waitingProbability: Double { joinable.reduce(0, +) }

  /// The mean number of waiting contacts.
  var length: Double {
    var length = 0.0
    for (waiting, probability) in probabilities.enumerated() {
      length += Double(waiting) * probability
    }
    return length
  }

  /// The mean wait in seconds of those who are served after a wait, times their share.
  var servedWait: Double {
    var sum = 0.0
    var wait = 0.0
    for (waiting, probability) in joinable.enumerated() {
      let place = pace + 1 + Double(waiting)
      wait += 1 / place
      sum += probability * pace / place * patience * wait
    }
    return sum
  }

  /// What becomes of the contacts within `seconds`.
  func shares(within seconds: Double) -> Shares {
    let x = Double.exp(-seconds / patience)
    var served = BetaSum(a: pace + 1, logX: -seconds / patience)
    var longer = BetaSum(a: pace, logX: -seconds / patience)
    var shares = Shares()
    for (waiting, probability) in joinable.enumerated() {
      let inTime = pace / (pace + Double(waiting) + 1) * max(0, 1 - served.value)
      let beyond = min(1, longer.value)
      shares.served += probability * inTime
      shares.beyond += probability * beyond
      shares.abandoned += probability * max(0, 1 - inTime - x * beyond)
      served.advance()
      longer.advance()
    }
    return shares
  }
}

/// The incomplete beta function I_x(a, b) for b = 1, 2, 3 ..., one multiplication each.
struct BetaSum {
  private let a: Double
  private let y: Double
  private var b = 1.0
  /// What leads from `b` to the next, as a logarithm while it is too small for a number.
  private var term: Double
  private var logTerm: Double
  private(set) var value: Double

  init(a: Double, logX: Double) {
    self.a = a
    y = -.expMinusOne(logX)
    value = .exp(a * logX)
    logTerm = a * logX + .log(a) + .log(y)
    term = logTerm > -700 ? .exp(logTerm) : 0
  }

  mutating func advance() {
    value += term
    let factor = y * (a + b) / (b + 1)
    b += 1
    if term > 0 {
      term *= factor
    } else if y > 0 {
      logTerm += .log(factor)
      if logTerm > -700 { term = .exp(logTerm) }
    }
  }
}
