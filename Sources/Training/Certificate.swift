public import Vocabulary

/// Proof that an agent passed a module: the learning points it covers, at their versions, and
/// until when.
public struct Certificate: Hashable, Sendable {
  public struct Covered: Hashable, Sendable {
    public let point: LearningPoint.ID
    public let contentHash: ContentHash

    public init(point: LearningPoint.ID, contentHash: ContentHash) {
      self.point = point
      self.contentHash = contentHash
    }
  }

  public enum Standing: Hashable, Sendable {
    /// In date.
    case valid
    /// In date, and to be renewed within so many days.
    case refresherDue(days: Int)
    case expired
  }

  public let agent: AgentNumber
  public let module: Module.ID
  public let version: ModuleVersion
  public let moduleHash: ContentHash
  public let covered: [Covered]
  public let issuedOn: Day
  /// The last day on which it holds; nil where it does not expire.
  public let validThrough: Day?

  public init(
    agent: AgentNumber, module: Module.ID, version: ModuleVersion, moduleHash: ContentHash,
    covered: [Covered], issuedOn: Day, validThrough: Day?
  ) {
    self.agent = agent
    self.module = module
    self.version = version
    self.moduleHash = moduleHash
    self.covered = covered
    self.issuedOn = issuedOn
    self.validThrough = validThrough
  }

  /// The certificate that passing `module` on a day earns; it fixes the module's validity of today.
  public init(for agent: AgentNumber, passing module: Module, on day: Day) {
    self.init(
      agent: agent, module: module.id, version: module.version, moduleHash: module.contentHash,
      covered: module.points.map { Covered(point: $0.id, contentHash: $0.contentHash) },
      issuedOn: day, validThrough: module.validDays.map { day + $0 })
  }

  public func isInDate(on day: Day) -> Bool {
    issuedOn <= day && validThrough.map { day <= $0 } ?? true
  }

  /// How the certificate stands on `day`; a refresher is due in its last `lead` days.
  public func standing(on day: Day, lead: Int = 30) -> Standing {
    guard let validThrough else { return .valid }
    guard day <= validThrough else { return .expired }
    let left = day.distance(to: validThrough)
    return left <= lead ? .refresherDue(days: left) : .valid
  }

  /// The points of the module as it is now that the certificate does not cover: new ones, and
  /// those that have changed.
  public func owed(under module: Module) -> [LearningPoint] {
    module.points.filter { point in
      !covered.contains { $0.point == point.id && $0.contentHash == point.contentHash }
    }
  }
}
