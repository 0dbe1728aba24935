public import Vocabulary

/// What is paid for a month besides wages: components in order, and how money is rounded.
public struct Plan: Hashable, Sendable {
  public enum Component: Hashable, Sendable {
    case bonus(Bonus)
    case award(Award)
    case subsidy(Subsidy)

    /// The name in the plan, on statements and in the ledger.
    public var code: String {
      switch self {
      case .bonus(let bonus): bonus.component
      case .award(let award): award.component
      case .subsidy(let subsidy): subsidy.component
      }
    }

    /// Every sum the component names.
    var amounts: [Money] {
      switch self {
      case .bonus(let bonus): bonus.baseByRung.values + [bonus.cap].compactMap(\.self)
      case .award(let award): [award.prize.amount]
      case .subsidy(let subsidy): [subsidy.monthly] + [subsidy.yearlyCap].compactMap(\.self)
      }
    }
  }

  public enum Fault: Error, Hashable {
    /// A code is small letters, digits, `-` and `_`.
    case badCode(String)
    case componentTwice(String)
    case negativeMoney(component: String)
    case otherCurrency(component: String)
    case endsBeforeItBegins(Day, Day)
  }

  public let code: String
  /// The first day of validity.
  public let from: Day
  /// The last day of validity; nil where it is open.
  public let to: Day?
  public let rules: PayRules
  public let components: [Component]

  public init(
    code: String, from: Day, to: Day? = nil, rules: PayRules = PayRules(),
    components: [Component]
  ) throws(Fault) {
    var codes: Set<String> = []
    for name in [code] + components.map(\.code) where !Plan.isCode(name) { throw .badCode(name) }
    for component in components {
      let code = component.code
      guard codes.insert(code).inserted else { throw .componentTwice(code) }
      for amount in component.amounts {
        guard amount.currency == rules.currency else { throw .otherCurrency(component: code) }
        guard amount.minorUnits >= 0 else { throw .negativeMoney(component: code) }
      }
    }
    if let to, to < from { throw .endsBeforeItBegins(from, to) }
    self.code = code
    self.from = from
    self.to = to
    self.rules = rules
    self.components = components
  }

  /// Whether `text` may name a plan or a component: small letters, digits, `-` and `_`.
  public static func isCode(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95
      }
  }

  /// Whether the plan holds on the first day of `month`, and so for all of it.
  public func holds(in month: Month) -> Bool {
    from <= month.first && to.map { month.first <= $0 } ?? true
  }
}

/// How a plan counts money.
public struct PayRules: Hashable, Sendable {
  public let currency: Currency
  /// How each statement line is rounded, once.
  public let rounding: Rounding

  public init(currency: Currency = .yuan, rounding: Rounding = .halfUp) {
    self.currency = currency
    self.rounding = rounding
  }
}
