public import MusterWords
public import Staffing
public import Vocabulary

/// What the team promises its customers, per channel: `service.yaml`.
public struct ServiceStandards: Hashable, Sendable {
  /// The promise of one channel.
  public struct Channel: Hashable, Sendable {
    public var code: String
    public var name: Phrase
    /// Opening hours in minutes since local midnight, Monday to Friday and at weekends.
    public var weekday: Range<Minutes>
    public var weekend: Range<Minutes>
    public var work: Work
  }

  /// How contacts of a channel are worked.
  public enum Work: Hashable, Sendable {
    /// As they come.
    case live(Live)
    /// When there is time, up to this long after they came.
    case deferrable(within: Minutes)
  }

  /// What is promised where contacts are worked as they come.
  public struct Live: Hashable, Sendable {
    /// The shares to be answered in time, all of them to be met.
    public var targets: [ServiceTarget]
    /// The share that is wished besides.
    public var wish: ServiceTarget?
    /// The mean seconds before a customer leaves; nil where nobody does.
    public var patience: Int?
    /// How long a conversation takes, by how many its agent holds from one up.
    ///
    /// As shares of the handle time; as many as one agent may hold.
    public var slowdown: [BasisPoints]

    /// What is to be met by contacts of so many seconds.
    public func standard(
      handleSeconds: Double, _ planning: Planning
    ) throws(ServiceStandard.Fault) -> ServiceStandard {
      try ServiceStandard(
        targets: targets, wish: wish,
        handleTimes: slowdown.map { handleSeconds * Double($0.count) / 10_000 },
        patience: patience.map(Double.init), maxOccupancy: planning.maxOccupancy,
        shrinkage: planning.shrinkage)
    }
  }

  /// Time in which one kind of question is answered.
  public struct Answer: Hashable, Sendable {
    public var kind: String
    public var within: Minutes
  }

  /// How heads are counted, whatever the channel.
  public struct Planning: Hashable, Sendable {
    /// The grid that is planned on.
    public var interval = Interval.halfHour
    /// The largest share of an agent's time on contacts.
    public var maxOccupancy = BasisPoints.one
    /// The share of paid time that is not available for contacts.
    public var shrinkage = Shrinkage.none
  }

  /// In the order of the file.
  public let channels: [Channel]
  /// Time in which an answer is promised, by kind of question, in the order of the file.
  public let answers: [Answer]
  public let planning: Planning

  public init(text: String, file: String) throws(FileRefusal) {
    let page = try PolicyPage(text: text, file: file)
    page.root.allow(keys: "channels", "answers", "planning")
    channels = (page.root.required("channels")?.entries ?? []).compactMap { key, value in
      Channel(code: key.scalar ?? "", value)
    }
    answers = (page.root["answers"]?.entries ?? []).compactMap { key, value in
      value.minutes().map { Answer(kind: key.scalar ?? "", within: $0) }
    }
    planning = page.root["planning"].map(Planning.init) ?? Planning()
    guard page.isSound else { throw page.refusal }
  }

  public func channel(coded code: String) -> Channel? { channels.first { $0.code == code } }
}

extension ServiceStandards.Planning {
  fileprivate init(_ node: PolicyNode) {
    node.allow(keys: "interval", "max_occupancy", "shrinkage")
    if let interval = node["interval"]?.value(
      wanted: .interval,
      { text in
        Int(text).flatMap(Interval.init(minutes:))
      })
    {
      self.interval = interval
    }
    if let share = node["max_occupancy"]?.percent(in: BasisPoints(1)...BasisPoints.one) {
      maxOccupancy = share
    }
    if let node = node["shrinkage"], let shrinkage = ServiceStandards.shrinkage(node) {
      self.shrinkage = shrinkage
    }
  }
}

extension ServiceStandards {
  /// One share, or a mapping of causes to shares that leave something to work.
  fileprivate static func shrinkage(_ node: PolicyNode) -> Shrinkage? {
    let range = BasisPoints.zero...BasisPoints(9_999)
    guard node.isMapping else { return node.percent(in: range).flatMap { Shrinkage($0) } }
    var causes: [Shrinkage.Cause] = []
    for (key, value) in node.entries {
      guard let share = value.percent(in: range) else { return nil }
      causes.append(Shrinkage.Cause(name: key.scalar ?? "", share: share))
    }
    if let shrinkage = Shrinkage(causes) { return shrinkage }
    node.report(wanted: .shrinkageBelowAll)
    return nil
  }
}

extension ServiceStandards.Channel {
  /// Whether the channel is open at `minute` since midnight of `weekday`.
  public func isOpen(on weekday: Weekday, at minute: Int) -> Bool {
    (weekday.isWeekend ? weekend : self.weekday).contains(Minutes(minute))
  }

  fileprivate init?(code: String, _ node: PolicyNode) {
    node.allow(
      keys: "name", "open", "target", "wish", "patience", "concurrency", "slowdown", "deadline")
    let open = node.required("open")
    open?.allow(keys: "weekday", "weekend")
    let weekday = open?.required("weekday")?.hours()
    let weekend = open?.required("weekend")?.hours()
    let work: ServiceStandards.Work?
    if let deadline = node["deadline"] {
      work = deadline.minutes().map { .deferrable(within: $0) }
    } else {
      work = ServiceStandards.Live(node).map { .live($0) }
    }
    guard let weekday, let weekend, let work else { return nil }
    self.init(
      code: code, name: node["name"]?.phrase() ?? Phrase(verbatim: code), weekday: weekday,
      weekend: weekend, work: work)
  }
}

extension ServiceStandards.Live {
  fileprivate init?(_ node: PolicyNode) {
    func target(_ node: PolicyNode) -> ServiceTarget? {
      node.value(wanted: .serviceTarget) { ServiceTarget($0) }
    }
    let wanted = node.required("target")
    let isList = wanted.map { $0.scalar == nil } ?? false
    let targets = (isList ? wanted?.items ?? [] : wanted.map { [$0] } ?? []).compactMap(target)
    let wish = node["wish"].flatMap(target)
    let patience = node["patience"]?.wholeNumber(in: 1...86_400)
    let concurrency = node["concurrency"]?.wholeNumber(in: 1...20) ?? 1
    var slowdown = Array(repeating: BasisPoints.one, count: concurrency)
    if let list = node["slowdown"] {
      slowdown = list.items.compactMap {
        $0.percent(in: BasisPoints.percent(1)...BasisPoints.percent(10_000))
      }
      if slowdown.count != concurrency { list.report(wanted: .slowdowns(concurrency)) }
    }
    guard !targets.isEmpty else { return nil }
    self.init(targets: targets, wish: wish, patience: patience, slowdown: slowdown)
  }
}

extension PolicyNode {
  /// Hours of a day such as `9:00-21:00`.
  func hours() -> Range<Minutes>? {
    value(wanted: .openHours, clockSpan)
  }
}
