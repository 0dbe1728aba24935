import MusterWords
public import Rostering
public import Vocabulary

extension ShiftPattern {
  /// The patterns that `node` lists: a mapping from codes to patterns, as `patterns.yaml` has it.
  ///
  /// Faults are noted on the node's page; `interval` is the grid that all times must lie on.
  public static func list(_ node: PolicyNode, on interval: Interval) -> [ShiftPattern] {
    let codes = node.entries.compactMap(\.key.scalar)
    return node.entries.compactMap { key, value in
      ShiftPattern(code: key.scalar ?? "", value, interval, codes)
    }
  }

  private init?(code: String, _ node: PolicyNode, _ interval: Interval, _ codes: [String]) {
    node.allow(
      keys: "name", "start", "latest_start", "step", "lengths", "breaks", "streams",
      "least_run", "forbidden_next", "night", "points")
    let earliest = node.required("start")?.timeOfDay().map { Minutes($0) }
    let latest = node["latest_start"]?.timeOfDay().map { Minutes($0) }
    let step = node["step"]?.minutes() ?? Minutes(interval.minutes)
    let lengths = node.required("lengths")?.items.compactMap { item in
      item.onGrid(interval, in: 1...1440)
    }
    let breaks = node.list("breaks").compactMap { Break($0, interval) }
    let next = node.list("forbidden_next").compactMap { item in
      item.value(wanted: .oneOf(codes)) { codes.contains($0) ? $0 : nil }
    }
    let streams = node["streams"]?.items.compactMap { item in
      item.value(wanted: .stream) { Stream($0) }
    }
    let leastRun = node["least_run"]?.onGrid(interval, in: 1...1440)
    let isNight = node["night"]?.flag() ?? false
    let points = node["points"]?.wholeNumber(in: 0...1000) ?? 0
    guard let earliest, let lengths, !lengths.isEmpty else { return nil }
    let last = max(earliest, latest ?? earliest)
    if let latest, latest < earliest { node["latest_start"]?.report(wanted: .notBefore(earliest)) }
    for (key, minutes) in [("start", earliest), ("latest_start", last), ("step", step)]
    where minutes.count % interval.minutes != 0 || key == "step" && minutes == .zero {
      (node[key] ?? node).report(
        found: "\(minutes)", wanted: .multiple(of: interval), hint: .gridHint)
    }
    for (before, after) in zip(breaks, breaks.dropFirst())
    where before.window.upperBound + before.length > after.window.lowerBound {
      node["breaks"]?.report(
        found: "\(after.window.lowerBound)",
        wanted: .notBefore(before.window.upperBound + before.length), hint: .breaksInTurn)
    }
    self.init(
      code: code, name: node["name"]?.text() ?? code, starts: earliest...last,
      step: step, lengths: lengths.sorted(), breaks: breaks, streams: streams,
      leastRun: leastRun, forbiddenSuccessors: next, isNight: isNight, points: points)
  }
}

extension ShiftPattern.Break {
  fileprivate init?(_ node: PolicyNode, _ interval: Interval) {
    node.allow(keys: "length", "paid", "from", "to")
    let length = node.required("length")?.onGrid(interval, in: 1...720)
    let from = node.required("from")?.onGrid(interval, in: 0...1440)
    let to = node["to"]?.onGrid(interval, in: 0...1440)
    let isPaid = node.required("paid")?.flag()
    guard let length, let from, let isPaid else { return nil }
    if let to, to < from { node["to"]?.report(wanted: .notBefore(from)) }
    self.init(length: length, isPaid: isPaid, window: from...max(from, to ?? from))
  }
}

extension PolicyNode {
  /// An amount of time that is a multiple of `interval`, its minutes in `range`.
  func onGrid(_ interval: Interval, in range: ClosedRange<Int>) -> Minutes? {
    guard let minutes = minutes() else { return nil }
    if range.contains(minutes.count), minutes.count % interval.minutes == 0 { return minutes }
    report(wanted: .multiple(of: interval), hint: .gridHint)
    return nil
  }
}
