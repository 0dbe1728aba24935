public import Forecasting
public import MusterWords
public import Vocabulary

/// Scenarios of a forecast, side by side: a YAML file with a list under `scenarios`.
///
/// Each has a `name` and any of: `bot`, the share of contacts that a bot settles; `streams`, those
/// that it answers, all where left out; `volume`, the contacts of all days over those forecast;
/// `events`, how large campaigns are beside their forecast; `heads` with the paid hours of a `week`
/// of each.
public struct ScenariosFile: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var name: Phrase
    public var scenario: Scenario
    /// The streams that the bot answers; all where empty.
    public var botStreams: [Stream]
    public var heads: Heads?

    public init(
      name: Phrase, scenario: Scenario, botStreams: [Stream] = [], heads: Heads? = nil
    ) {
      self.name = name
      self.scenario = scenario
      self.botStreams = botStreams
      self.heads = heads
    }
  }

  /// People, and the paid time of each in a week.
  public struct Heads: Hashable, Sendable {
    public var count: Int
    public var week: Minutes
  }

  public let entries: [Entry]

  /// Scenarios beyond this number cannot be told apart in a chart.
  private static let most = 12

  public init(text: String, file: String) throws(FileRefusal) {
    let page = try PolicyPage(text: text, file: file)
    page.root.allow(keys: "scenarios")
    let items = page.root.required("scenarios")?.items ?? []
    entries = items.compactMap(ScenariosFile.entry)
    if !(1...ScenariosFile.most).contains(items.count), page.isSound {
      page.root.report(
        found: "\(items.count)", wanted: ForecastWords.scenarioCount(most: ScenariosFile.most))
    }
    guard page.isSound else { throw page.refusal }
  }

  public init(path: String) throws(FileRefusal) {
    try self.init(text: Disk.text(at: path), file: path)
  }

  private static func entry(_ node: PolicyNode) -> Entry? {
    node.allow(keys: "name", "bot", "streams", "volume", "events", "heads", "week")
    let name = node.required("name")?.phrase()
    let bot = node["bot"].map { $0.percent(in: .zero...(.one)) } ?? .zero
    let volume = node["volume"].map { $0.percent() } ?? .one
    let streams = node.list("streams").map { item in
      item.value(wanted: ForecastWords.streamName) { Stream($0) }
    }
    let sizes = (node["events"]?.entries ?? []).map { key, value in
      value.percent().map {
        Scenario.EventSize(name: key.scalar ?? "", size: Double($0.count) / 10_000)
      }
    }
    let heads = node["heads"].map { $0.wholeNumber(in: 0...100_000) }
    let week = node["week"].map { $0.minutes() } ?? .hours(40)
    guard let name, let bot, let volume, let week else { return nil }
    let scenario = Scenario(
      volume: Double(volume.count) / 10_000, botShare: Double(bot.count) / 10_000,
      events: sizes.compactMap(\.self))
    guard let scenario else { return nil }
    return Entry(
      name: name, scenario: scenario, botStreams: streams.compactMap(\.self),
      heads: heads.flatMap { $0 }.map { Heads(count: $0, week: week) })
  }
}
