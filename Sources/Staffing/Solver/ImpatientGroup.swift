import RealModule

/// The measures of ``ErlangA`` for one number of agents after another, in memory that is kept.
///
/// The formulas are those of ``WaitingLine``. One division per waiting contact serves its weight,
/// its wait and its chance to be served: departures and hang-ups from `j` waiting are one less than
/// from `j + 1` when counted in patiences.
struct ImpatientGroup {
  private let handleTime: Double
  private let patience: Double
  /// For each target, the logarithm of the share whose patience outlasts it, and the rest.
  private let logX: [Double]
  private let y: [Double]
  private let logY: [Double]
  private var load = 0.0
  /// Erlang B by number of lines, as far as was asked for.
  private var blocking = [1.0]
  /// Shares of contacts that find `j` waiting, times the chance of each to be served at all.
  private var served: [Double] = []

  /// The share of contacts served within each target's time.
  private(set) var levels: [Double]
  /// The mean wait in seconds of those served.
  private(set) var asa = 0.0
  private(set) var abandonment = 0.0
  private(set) var occupancy = 0.0

  init(handleTime: Double, patience: Double, seconds: [Double]) {
    self.handleTime = handleTime
    self.patience = patience
    logX = seconds.map { -$0 / patience }
    y = logX.map { -Double.expMinusOne($0) }
    logY = y.map { Double.log($0) }
    levels = Array(repeating: 1, count: seconds.count)
  }

  /// Turns to another load, in erlangs.
  mutating func take(load: Double) {
    guard load != self.load else { return }
    self.load = load
    blocking.removeAll(keepingCapacity: true)
    blocking.append(1)
  }

  /// Measures the group with so many agents.
  mutating func measure(_ agents: Int) {
    guard load > 0 else {
      for target in levels.indices { levels[target] = 1 }
      (asa, abandonment, occupancy) = (0, 0, 0)
      return
    }
    while blocking.count <= agents {
      blocking.append(
        ErlangB.next(blocking[blocking.count - 1], load: load, line: blocking.count))
    }
    let loss = blocking[agents]
    // Arrivals and departures that fall into one mean patience.
    let arriving = load * patience / handleTime
    let pace = Double(agents) * patience / handleTime
    served.removeAll(keepingCapacity: true)
    // Weights are relative to all busy and nobody waiting, which has `first`.
    var first = 1.0
    var weight = 1.0
    var sum = 1.0
    var length = 0.0
    var wait = 0.0
    var servedWait = 0.0
    var waiting = 0.0
    while true {
      let each = 1 / (pace + waiting + 1)
      let share = weight * pace * each
      wait += each
      servedWait += share * wait
      served.append(share)
      waiting += 1
      weight *= arriving * each
      if weight < sum * 1e-17, pace + waiting > arriving { break }
      sum += weight
      length += waiting * weight
      if sum > 1e250 {
        for index in served.indices { served[index] *= 1e-250 }
        (first, weight, sum) = (first * 1e-250, weight * 1e-250, sum * 1e-250)
        (length, servedWait) = (length * 1e-250, servedWait * 1e-250)
      }
    }
    let total = first * (1 - loss) + loss * sum
    let scale = loss / total
    let immediate = first * (1 - loss) / total
    abandonment = agents == 0 ? 1 : min(1, scale * length / arriving)
    asa = agents == 0 ? 0 : scale * servedWait * patience / (1 - abandonment)
    occupancy = agents == 0 ? 0 : min(1, load * (1 - abandonment) / Double(agents))
    for target in levels.indices {
      levels[target] = immediate + scale * servedInTime(target, pace: pace)
    }
  }

  /// The sum of ``served``, each times its chance to be served within the time of `target`.
  ///
  /// That is one less the incomplete beta function I(pace + 1, j + 1), a multiplication from each
  /// `j` to the next.
  private func servedInTime(_ target: Int, pace: Double) -> Double {
    let a = pace + 1
    let y = self.y[target]
    var late = Double.exp(a * logX[target])
    var logTerm = a * logX[target] + .log(a) + logY[target]
    var term = logTerm > -700 ? Double.exp(logTerm) : 0
    var b = 1.0
    var sum = 0.0
    for share in served {
      sum += share * (1 - late)
      late += term
      // Nobody who finds more waiting is served in time.
      if late >= 1 - 1e-16 { break }
      let factor = y * (a + b) / (b + 1)
      b += 1
      if term > 0 {
        term *= factor
      } else if y > 0 {
        logTerm += .log(factor)
        if logTerm > -700 { term = .exp(logTerm) }
      }
    }
    return sum
  }
}
