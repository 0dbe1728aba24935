public import Vocabulary

/// The daily sample of contacts to be reviewed, which anybody can draw again from the seed.
public struct QualityDraw: Hashable, Sendable {
  /// A contact that may be drawn.
  public struct Candidate: Hashable, Sendable {
    /// The contact's id in the system it comes from.
    public let contact: String
    public let agent: AgentNumber
    public let channel: String

    public init(contact: String, agent: AgentNumber, channel: String) {
      self.contact = contact
      self.agent = agent
      self.channel = channel
    }
  }

  /// What was drawn of one agent's contacts in one channel.
  public struct Stratum: Hashable, Sendable {
    public let agent: AgentNumber
    public let channel: String
    /// How many contacts there were to draw from.
    public let population: Int
    /// Ids of contacts, in the order drawn.
    public let drawn: [String]

    public init(agent: AgentNumber, channel: String, population: Int, drawn: [String]) {
      self.agent = agent
      self.channel = channel
      self.population = population
      self.drawn = drawn
    }
  }

  public let seed: UInt64
  /// What part of each stratum is drawn, above 0 and at most 1.
  public let share: BasisPoints

  /// A draw, or nil unless `share` is above 0 and at most 1.
  public init?(seed: UInt64, share: BasisPoints = .percent(10)) {
    guard share > .zero, share <= .one else { return nil }
    self.seed = seed
    self.share = share
  }

  /// How many of `population` contacts are drawn: the share, rounded up, and at least one.
  public func size(of population: Int) -> Int {
    guard population > 0 else { return 0 }
    let exact = Rounding.ceiling.quotient(Int128(population) * Int128(share.count), 10_000)
    return max(1, Int(exact))
  }

  /// The sample of a day's contacts: agent by agent, then by the channel's name in UTF-8.
  ///
  /// The contacts of a stratum are ordered by the SHA-256 of `seed|day|contact id` in UTF-8, and
  /// the first ones are taken, so that `sha256sum` can draw them again and a contact that comes in
  /// late moves at most one other out. A contact given twice counts once.
  public func strata(of candidates: [Candidate], on day: Day) -> [Stratum] {
    let keyed = Dictionary(grouping: Set(candidates)) { Key(agent: $0.agent, channel: $0.channel) }
    return keyed.keys.sorted().map { key in
      let contacts = (keyed[key] ?? []).map(\.contact)
      let ordered = contacts.map { (contact: $0, hash: hash(of: $0, on: day).bytes) }
        .sorted { $0.hash.lexicographicallyPrecedes($1.hash) }
      return Stratum(
        agent: key.agent, channel: key.channel, population: contacts.count,
        drawn: ordered.prefix(size(of: contacts.count)).map(\.contact))
    }
  }

  /// What a contact is ordered by.
  public func hash(of contact: String, on day: Day) -> ContentHash {
    ContentHash(of: Array("\(seed)|\(day)|\(contact)".utf8))
  }

  private struct Key: Hashable, Comparable {
    let agent: AgentNumber
    let channel: String

    static func < (a: Key, b: Key) -> Bool {
      a.agent == b.agent
        ? a.channel.utf8.lexicographicallyPrecedes(b.channel.utf8) : a.agent < b.agent
    }
  }
}
