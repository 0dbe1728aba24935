public import MusterWords
public import Staffing
public import Vocabulary

/// A contact centre to simulate, as a file in YAML.
///
/// `kinds` and `groups` are mappings by name; what changes over the day is a list, one value for
/// each interval, and what does not is one value:
///
/// ```yaml
/// interval: 30
/// intervals: 16
/// kinds:
///   orders: {volume: 60, aht: 240, patience: 120, target: 80/60s, groups: [orders, both]}
///   returns: {volume: [40, 50], aht: [300, 360], target: 80/60s, groups: [returns, both]}
/// groups: {orders: 4, returns: [4, 5], both: 2}
/// ```
public struct CentreFile: Hashable, Sendable {
  public let centre: ContactCentre
  /// The names of the kinds and of the groups, in the order of the file.
  public let kinds: [String]
  public let groups: [String]
  /// What each kind is to meet; nil where it has no target.
  public let targets: [ServiceTarget?]
  public let interval: Interval

  public init(path: String) throws(FileRefusal) {
    try self.init(text: Disk.text(at: path), file: path)
  }

  public init(text: String, file: String) throws(FileRefusal) {
    let page = try PolicyPage(text: text, file: file)
    let root = page.root
    root.allow(keys: "interval", "intervals", "choice", "kinds", "groups")
    let interval =
      root["interval"]?.value(wanted: .interval) { Int($0).flatMap(Interval.init(minutes:)) }
      ?? .halfHour
    let choice = root["choice"]?.choice(of: ContactCentre.Choice.self) ?? .longestWait
    let groupNodes = root.required("groups")?.entries ?? []
    let kindNodes = root.required("kinds")?.entries ?? []
    let groups = groupNodes.map { $0.key.scalar ?? "" }
    let heads = groupNodes.map { node in
      CentreFile.values(node.value) { $0.wholeNumber(in: 0...100_000) }
    }
    let drafts = kindNodes.map { KindDraft($0.value, groups: groups) }
    // As many intervals as the longest list has, or as are asked for.
    let listed = (heads.map(\.count) + drafts.map(\.volumes.count)).max() ?? 1
    let count = root["intervals"]?.wholeNumber(in: 1...100_000) ?? listed
    func spread<Value>(_ values: [Value], _ node: PolicyNode) -> [Value] {
      if values.count == 1 { return Array(repeating: values[0], count: count) }
      if values.count != count, !values.isEmpty { node.report(wanted: .valuesPerInterval(count)) }
      return values
    }
    let allHeads = zip(heads, groupNodes).map { spread($0, $1.value) }
    let allVolumes = zip(drafts, kindNodes).map { spread($0.volumes, $1.value) }
    if groupNodes.isEmpty { root.report(wanted: .centreGroup) }
    guard page.isSound else { throw page.refusal }
    self.kinds = kindNodes.map { $0.key.scalar ?? "" }
    self.groups = groups
    self.interval = interval
    targets = drafts.map(\.target)
    centre = ContactCentre(
      kinds: zip(drafts, allVolumes).map { draft, volumes in
        ContactCentre.Kind(
          arrivals: volumes.map { $0 / Double(interval.seconds) }, handleTimes: draft.times,
          variability: draft.variability, patience: draft.patience, priority: draft.priority,
          within: [draft.target?.seconds ?? 0], groups: draft.groups)
      },
      heads: allHeads, seconds: Double(interval.seconds), choice: choice)
  }

  /// One value or a list of them.
  fileprivate static func values<Value>(
    _ node: PolicyNode, _ read: (PolicyNode) -> Value?
  ) -> [Value] {
    (node.scalar == nil ? node.items : [node]).compactMap(read)
  }
}

/// A kind as its mapping has it.
private struct KindDraft {
  var volumes: [Double] = []
  var times: [Double] = []
  var variability = 1.0
  var patience: Double?
  var priority = 0
  var target: ServiceTarget?
  var groups: [Int] = []

  init(_ node: PolicyNode, groups known: [String]) {
    node.allow(
      keys: "volume", "aht", "variability", "patience", "priority", "target", "groups")
    func number(_ node: PolicyNode, in range: ClosedRange<Int64>) -> Double? {
      node.decimal(places: 3, in: range).map { Double($0) / 1000 }
    }
    volumes =
      node.required("volume").map { CentreFile.values($0) { number($0, in: 0...1_000_000_000) } }
      ?? []
    times =
      node.required("aht").map { CentreFile.values($0) { number($0, in: 1...1_000_000_000) } } ?? []
    variability = node["variability"].flatMap { number($0, in: 0...100_000) } ?? 1
    patience = node["patience"].flatMap { number($0, in: 1...1_000_000_000) }
    priority = node["priority"]?.wholeNumber(in: 0...1000) ?? 0
    target = node["target"]?.value(wanted: .serviceTarget) { ServiceTarget($0) }
    for item in node.required("groups")?.items ?? [] {
      if let place = item.value(
        wanted: .centreGroup, { name in known.firstIndex(of: name) })
      {
        groups.append(place)
      }
    }
  }
}
