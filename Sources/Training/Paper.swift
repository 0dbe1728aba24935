public import Vocabulary

/// The questions drawn for one attempt of one agent, as they stand on the paper.
public struct Paper: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public let question: Question.ID
    /// What the question was when it was drawn.
    public let contentHash: ContentHash
    public let points: Points
    /// For each printed place the position in the file: of options, of a match's choices, of steps.
    ///
    /// Empty where the question prints none of them.
    public let arrangement: [Int]

    public init(
      question: Question.ID, contentHash: ContentHash, points: Points, arrangement: [Int]
    ) {
      self.question = question
      self.contentHash = contentHash
      self.points = points
      self.arrangement = arrangement
    }
  }

  public let agent: AgentNumber
  public let module: Module.ID
  public let version: ModuleVersion
  public let moduleHash: ContentHash
  /// From 1.
  public let number: Int
  public let seed: UInt64
  public let items: [Item]

  public init(
    agent: AgentNumber, module: Module.ID, version: ModuleVersion, moduleHash: ContentHash,
    number: Int, seed: UInt64, items: [Item]
  ) {
    self.agent = agent
    self.module = module
    self.version = version
    self.moduleHash = moduleHash
    self.number = number
    self.seed = seed
    self.items = items
  }

  /// The paper that `seed` draws from the module's bank for an agent's attempt.
  ///
  /// The bank is ordered by the SHA-256 of `seed|agent/module/number|question` in UTF-8. Rounds go
  /// through it in that order: in each round a question is taken if it covers a learning point that
  /// no question of the round covers yet, until the paper is full. So the paper spreads over the
  /// points, and anybody can draw it again. Essays come last on the paper. Options, choices and
  /// steps are ordered by the SHA-256 of `seed|agent/module/number|question|position`.
  public init(drawing module: Module, for agent: AgentNumber, number: Int, seed: UInt64) {
    let key = "\(seed)|\(agent)/\(module.id)/\(number)"
    let count = min(module.draw ?? module.questions.count, module.questions.count)
    let bank = byHash(module.questions) { "\(key)|\($0.id)" }
    let drawn = spread(bank, over: count)
    let ordered = drawn.filter { $0.rubric == nil } + drawn.filter { $0.rubric != nil }
    self.init(
      agent: agent, module: module.id, version: module.version, moduleHash: module.contentHash,
      number: number, seed: seed,
      items: ordered.map { question in
        Item(
          question: question.id, contentHash: question.contentHash, points: question.points,
          arrangement: byHash(Array(0..<question.printedPlaces)) { "\(key)|\(question.id)|\($0)" })
      })
  }

  /// A module's whole bank as its file has it, to look at.
  public static func items(showing module: Module) -> [Item] {
    module.questions.map { question in
      Item(
        question: question.id, contentHash: question.contentHash, points: question.points,
        arrangement: Array(0..<question.printedPlaces))
    }
  }

  /// What full marks on the whole paper are.
  public var maximum: Points { items.reduce(.zero) { $0 + $1.points } }

  public func item(_ question: Question.ID) -> Item? { items.first { $0.question == question } }
}

/// Why an agent gets no paper.
public enum PaperHindrance: Hashable, Sendable {
  case notAssigned
  case passed
  case pending
  case noneLeft
  case requires([Module.ID])
}

extension Question {
  /// How many options, choices or steps stand on a paper in shuffled order.
  fileprivate var printedPlaces: Int { lists.first(where: \.isShuffled)?.texts.count ?? 0 }
}

/// `items` in the order of the hashes of their names, which are all different.
private func byHash<Item>(_ items: [Item], name: (Item) -> String) -> [Item] {
  items.map { (item: $0, hash: ContentHash(ofText: name($0)).bytes) }
    .sorted { $0.hash.lexicographicallyPrecedes($1.hash) }
    .map(\.item)
}

/// The first `count` questions of rounds in which no learning point repeats before it must.
private func spread(_ bank: [Question], over count: Int) -> [Question] {
  var left = bank
  var taken: [Question] = []
  while taken.count < count {
    var covered: Set<LearningPoint.ID> = []
    var skipped: [Question] = []
    let before = taken.count
    for question in left {
      if taken.count < count, question.covers.contains(where: { !covered.contains($0) }) {
        taken.append(question)
        covered.formUnion(question.covers)
      } else {
        skipped.append(question)
      }
    }
    if taken.count == before {
      taken += skipped.prefix(count - taken.count)
    }
    left = skipped
  }
  return taken
}
