public import People

/// Modules in the order in which a rung learns them.
public struct LearningPath: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    public let module: Module.ID
    /// How many days after the assignment the module is due.
    public let dueDays: Int

    public init(module: Module.ID, dueDays: Int) {
      self.module = module
      self.dueDays = dueDays
    }
  }

  public let rung: Rung
  public let steps: [Step]

  public init(rung: Rung, steps: [Step]) {
    self.rung = rung
    self.steps = steps
  }
}

/// All modules, their translations, and a path per rung.
public struct Curriculum: Hashable, Sendable {
  /// By module id.
  public var modules: [Module]
  /// By module id, then language.
  public var translations: [Translation]
  /// By rising rung.
  public var paths: [LearningPath]

  public init(modules: [Module], translations: [Translation] = [], paths: [LearningPath] = []) {
    self.modules = modules.sorted { $0.id < $1.id }
    self.translations = translations.sorted {
      ($0.module, $0.language) < ($1.module, $1.language)
    }
    self.paths = paths.sorted { $0.rung < $1.rung }
  }

  public func module(_ id: Module.ID) -> Module? { modules.first { $0.id == id } }

  public func path(of rung: Rung) -> LearningPath? { paths.first { $0.rung == rung } }

  /// The module in the language of that code, or in the author's where it is not translated.
  public func module(_ id: Module.ID, language: String) -> Module? {
    guard let module = module(id) else { return nil }
    let translation = translations.first { $0.module == id && $0.language == language }
    return translation.map(module.translated(by:)) ?? module
  }
}
