import MusterWords
import Rostering
import Vocabulary

/// What `problem.yaml` says: days, grid, costs, patterns, contracts, skills.
struct RosterFrame {
  /// Without agents and demand.
  let problem: RosterProblem
  let page: PolicyPage
  let contracts: [Contract]
  /// Streams that a skill opens, where the file says so.
  let skills: [String: [Stream]]
  let duties: [RosterDuty]
  /// What each request refused before adds to the weight of an agent's requests.
  let refusedShare: BasisPoints
  let pairs: [RosterPair]
  let cost: CoverCost
  let costs: [Stream: CoverCost]

  /// The longest roster that is read, and the most heads of an interval.
  static let mostDays = 400
  static let mostHeads = 10_000
  /// The most starts and lengths of all patterns together, and the most streams.
  static let mostKinds = 32_000
  static let mostStreams = 120
  /// The highest price of a head.
  static let mostPrice = 1_000_000

  init(
    text: String, file: String, zone: (String) throws(FileRefusal) -> Zone
  ) throws(FileRefusal) {
    let page = try PolicyPage(text: text, file: file)
    let root = page.root
    root.allow(
      keys: "name", "interval", "first_day", "days", "zone", "history_from", "cycle_from", "cost",
      "skills", "duties", "pairs", "fairness", "patterns", "contracts")
    let interval =
      root.required("interval")?.value(wanted: .gridInterval) { text in
        Int(text.hasSuffix("m") ? String(text.dropLast()) : text).flatMap { Interval(minutes: $0) }
      } ?? .halfHour
    let firstDay = root.required("first_day")?.day() ?? Day(ordinal: 0)
    let dayCount = root.required("days")?.wholeNumber(in: 1...RosterFrame.mostDays) ?? 1
    let zoneName = root["zone"]?.text() ?? Zone.china.name
    var patterns: [ShiftPattern] = []
    if let node = root.required("patterns") { patterns = ShiftPattern.list(node, on: interval) }
    var contracts: [Contract] = []
    if let node = root.required("contracts") {
      contracts = Contract.list(node, patterns: patterns.map(\.code))
    }
    var skills: [String: [Stream]] = [:]
    for (key, value) in root["skills"]?.entries ?? [] {
      skills[key.scalar ?? ""] = value.items.compactMap { item in
        item.value(wanted: .stream) { Stream($0) }
      }
    }
    let cost = CoverCost(root["cost"], orElse: CoverCost(short: 100, over: 5))
    var costs: [Stream: CoverCost] = [:]
    for (key, value) in root["cost"]?["streams"]?.entries ?? [] {
      guard let stream = key.value(wanted: .stream, { Stream($0) }) else { continue }
      costs[stream] = CoverCost(value, orElse: cost)
    }
    var fairness = Fairness()
    var refusedShare = BasisPoints.zero
    if let node = root["fairness"] {
      (fairness, refusedShare) = RosterFrame.fairness(node)
    }
    let historyFrom = root["history_from"]?.day()
    let cycleFrom = root["cycle_from"]?.day()
    for contract in contracts where !contract.fits(patterns) {
      root["contracts"]?[contract.code]?.report(
        found: contract.code, wanted: .contractWithPattern, hint: .contractWithPatternHint)
    }
    for pattern in patterns
    where !contracts.isEmpty && !contracts.contains(where: { $0.fits([pattern]) }) {
      root["patterns"]?[pattern.code]?.report(
        found: pattern.code, wanted: .patternWithContract, hint: .patternWithContractHint)
    }
    let kinds = patterns.reduce(0) { $0 + $1.possibleStarts.count * $1.lengths.count }
    if kinds > RosterFrame.mostKinds {
      root["patterns"]?.report(
        found: "\(kinds)", wanted: .fewerKinds(RosterFrame.mostKinds), hint: .fewerKindsHint)
    }
    let duties = root["duties"].map(RosterDuty.list) ?? []
    guard page.isSound else { throw page.refusal }
    let problem = RosterProblem(
      interval: interval, firstDay: firstDay, dayCount: dayCount, zone: try zone(zoneName),
      patterns: patterns, agents: [], fairness: fairness, historyFrom: historyFrom,
      cycleFrom: cycleFrom)
    let seconds = interval.seconds
    if let day = problem.days.first(where: {
      (problem.zone.start(of: $0) - problem.start) % seconds != 0
    }) {
      root["interval"]?.report(wanted: .clockInterval(day), hint: .clockIntervalHint)
      throw page.refusal
    }
    self.problem = problem
    self.contracts = contracts
    self.page = page
    self.skills = skills
    self.duties = duties
    self.refusedShare = refusedShare
    pairs = RosterPair.list(root["pairs"])
    guard page.isSound else { throw page.refusal }
    self.cost = cost
    self.costs = costs
  }

  private static func fairness(_ node: PolicyNode) -> (Fairness, refusedShare: BasisPoints) {
    node.allow(
      keys: "weight", "weekend_points", "night_points", "holiday_points", "topic_points", "window",
      "refused")
    func points(_ key: String) -> Int { node[key]?.wholeNumber(in: 0...1000) ?? 0 }
    var fairness = Fairness(
      weight: node["weight"]?.wholeNumber(in: 0...mostPrice) ?? 0,
      weekendPoints: points("weekend_points"), nightPoints: points("night_points"),
      holidayPoints: points("holiday_points"))
    for (key, value) in node["topic_points"]?.entries ?? [] {
      guard let stream = key.value(wanted: .stream, { Stream($0) }) else { continue }
      fairness.topicPoints[stream] = value.wholeNumber(in: 0...1000)
    }
    if let days = node["window"]?.wholeNumber(in: 0...mostDays) { fairness.window = days }
    let refused = node["refused"]?.percent(in: BasisPoints.zero...BasisPoints(100_000))
    return (fairness, refused ?? .zero)
  }
}
