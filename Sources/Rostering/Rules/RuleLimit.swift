import Vocabulary

/// The number of a contract that a rule keeps: where it stands, how files write it, when it is off.
public struct RuleLimit: Sendable {
  /// How a contract's file writes it.
  public enum Form: Sendable {
    case count(ClosedRange<Int>)
    case minutes
    case flag
  }

  /// Its name in a contract's file; nil where it is a part of something else there.
  public let key: String?
  public let form: Form
  /// The number, in days, weekends or minutes as the rule counts; nil where it does not bind.
  public let value: @Sendable (Limits) -> Int?
  /// Sets the number, or with nil lifts it.
  public let set: @Sendable (inout Limits, Int?) -> Void

  private init(
    _ key: String?, _ form: Form, value: @escaping @Sendable (Limits) -> Int?,
    set: @escaping @Sendable (inout Limits, Int?) -> Void
  ) {
    self.key = key
    self.form = form
    self.value = value
    self.set = set
  }

  /// A most that may be left out.
  static func most(
    _ path: any WritableKeyPath<Limits, Int?> & Sendable, key: String, in range: ClosedRange<Int>
  ) -> RuleLimit {
    RuleLimit(key, .count(range), value: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 })
  }

  /// A least of which `off` is none at all.
  static func least(
    _ path: any WritableKeyPath<Limits, Int> & Sendable, off: Int, key: String,
    in range: ClosedRange<Int>
  ) -> RuleLimit {
    RuleLimit(
      key, .count(range), value: { $0[keyPath: path] > off ? $0[keyPath: path] : nil },
      set: { $0[keyPath: path] = $1 ?? off })
  }

  /// Minutes that may be left out.
  static func minutes(
    _ path: any WritableKeyPath<Limits, Minutes?> & Sendable, key: String? = nil
  ) -> RuleLimit {
    RuleLimit(
      key, .minutes, value: { $0[keyPath: path]?.count },
      set: { $0[keyPath: path] = $1.map { Minutes($0) } })
  }

  /// A least of minutes.
  static func least(_ path: any WritableKeyPath<Limits, Minutes> & Sendable) -> RuleLimit {
    RuleLimit(
      nil, .minutes, value: { $0[keyPath: path] > .zero ? $0[keyPath: path].count : nil },
      set: { $0[keyPath: path] = $1.map { Minutes($0) } ?? .zero })
  }

  /// Minutes of overtime, where any is worked.
  static func overtime(
    _ path: any WritableKeyPath<Limits.Overtime, Minutes?> & Sendable
  ) -> RuleLimit {
    RuleLimit(
      nil, .minutes, value: { $0.overtime?[keyPath: path]?.count },
      set: { $0.overtime?[keyPath: path] = $1.map { Minutes($0) } })
  }

  /// A rule that a contract has or has not.
  static func flag(_ path: any WritableKeyPath<Limits, Bool> & Sendable, key: String) -> RuleLimit {
    RuleLimit(
      key, .flag, value: { $0[keyPath: path] ? 1 : nil }, set: { $0[keyPath: path] = $1 != nil })
  }
}
