/// A step of the career ladder.
public enum Rung: String, CaseIterable, Hashable, Sendable {
  case agent, senior, lead, supervisor

  /// The next step up, or nil at the top.
  public var next: Rung? {
    Rung.allCases.dropFirst(height + 1).first
  }

  /// How many steps lie below.
  public var height: Int { Rung.allCases.firstIndex(of: self) ?? 0 }
}

extension Rung: Comparable {
  public static func < (a: Rung, b: Rung) -> Bool { a.height < b.height }
}
