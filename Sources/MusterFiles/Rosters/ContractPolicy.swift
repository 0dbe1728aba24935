import MusterWords
public import Rostering
import Vocabulary

extension Contract {
  /// The contracts that `node` lists: a mapping from codes to contracts, as `contracts.yaml` has
  /// it.
  ///
  /// Faults are noted on the node's page; `patterns` are the codes that may be named.
  public static func list(_ node: PolicyNode, patterns: [String]) -> [Contract] {
    node.entries.map { key, value in
      Contract(code: key.scalar ?? "", value, patterns)
    }
  }

  private init(code: String, _ node: PolicyNode, _ known: [String]) {
    let ruled = Rule.all.compactMap(\.limit).compactMap { limit in limit.key.map { ($0, limit) } }
    node.allow(
      keys: ["name"] + ruled.map(\.0)
        + ["hours", "overtime", "week", "cycle", "patterns", "most", "absence_day"])
    func pattern(_ item: PolicyNode) -> String? {
      item.value(wanted: .oneOf(known)) { known.contains($0) ? $0 : nil }
    }
    var limits = Limits()
    for (key, limit) in ruled {
      guard let value = node[key] else { continue }
      switch limit.form {
      case .count(let range): limit.set(&limits, value.wholeNumber(in: range))
      case .minutes: limit.set(&limits, value.minutes()?.count)
      case .flag: limit.set(&limits, value.flag() == true ? 1 : nil)
      }
    }
    limits.hours = node["hours"]?.choice(of: WorkTimeLimit.Hours.self)
    limits.overtime = node["overtime"].flatMap { Limits.Overtime($0) }
    limits.week = Limits.Range(node["week"])
    limits.cycle = Limits.Range(node["cycle"])
    limits.absenceCredit = node["absence_day"]?.minutes() ?? .zero
    for (key, value) in node["most"]?.entries ?? [] {
      guard let code = pattern(key), let most = value.wholeNumber(in: 0...366) else { continue }
      limits.patterns.append(Limits.PatternLimit(pattern: code, most: most))
    }
    if let longest = limits.longestRun, longest < limits.shortestRun {
      node["longest_run"]?.report(wanted: .wholeNumber(in: limits.shortestRun...366))
    }
    // Its name is for those who read the file.
    _ = node["name"]?.phrase()
    self.init(
      code: code, limits: limits, patterns: node["patterns"]?.items.compactMap(pattern))
  }
}

extension Limits.Overtime {
  fileprivate init?(_ node: PolicyNode) {
    node.allow(keys: "above", "day", "month", "cost", "special")
    guard let above = node.required("above")?.minutes() else { return nil }
    self.init(
      above: above, day: node["day"]?.minutes(), month: node["month"]?.minutes(),
      cost: node["cost"]?.wholeNumber(in: 0...1000) ?? 0,
      isSpecial: node["special"]?.flag() ?? false)
  }
}

extension Limits.Range {
  fileprivate init(_ node: PolicyNode?) {
    node?.allow(keys: "least", "most")
    self.init(least: node?["least"]?.minutes() ?? .zero, most: node?["most"]?.minutes())
    if let most, most < least { node?["most"]?.report(wanted: .notBefore(least)) }
  }
}
