public import Incentives
public import MusterWords
public import Performance
public import Vocabulary

/// An incentive plan as its file has it: how a month is scored, what it pays, and what its parts
/// are called.
public struct PlanFile: Hashable, Sendable {
  /// What results name that were made by this plan.
  public let hash: ContentHash
  public let text: String
  public let title: Phrase
  public let scoring: Scoring
  public let plan: Plan
  /// What components are called on statements, by code.
  private let titles: [String: Phrase]

  /// Reads `text`; all that is wrong with it is reported together.
  public init(text: String, file: String) throws(FileRefusal) {
    let page = try PolicyPage(text: text, file: file)
    let root = page.root
    root.allow(
      keys: "plan", "title", "from", "to", "currency", "rounding", "score", "components")
    let code = root.required("plan")?.code()
    let title = root["title"]?.phrase()
    let from = root.required("from")?.day()
    let to = root["to"].flatMap { $0.day() }
    if let from, let to, to < from { root["to"]?.report(wanted: .endAfterBegin) }
    let currency =
      root["currency"]?.value(wanted: .currency) { Currency(code: $0) } ?? .yuan
    let rounding = root["rounding"]?.choice(of: PlanRounding.self) ?? .halfUp
    let rules = PayRules(currency: currency, rounding: rounding.rule)
    let scoring = root.required("score").flatMap(ScoringReader.scoring)
    let components = (root.required("components")?.items ?? []).compactMap {
      ComponentReader(currency: currency).component($0)
    }
    Self.checkCodes(root)
    guard let code, let from, let scoring, page.isSound else { throw page.refusal }
    do {
      self.plan = try Plan(
        code: code, from: from, to: to, rules: rules, components: components.map(\.component))
    } catch {
      // Every fault was looked for above, where its line is known.
      preconditionFailure("a plan that reads well is one: \(error)")
    }
    self.hash = page.hash
    self.text = page.text
    self.title = title ?? Phrase(verbatim: code)
    self.scoring = scoring
    self.titles = Dictionary(
      uniqueKeysWithValues: components.compactMap { part in
        part.title.map { (part.component.code, $0) }
      })
  }

  /// Whether `text` means to be a plan: a policy with the key `plan`.
  public static func isPlan(text: String, file: String) throws(FileRefusal) -> Bool {
    try PolicyPage(text: text, file: file).root["plan"] != nil
  }

  /// What the component `code` is called on statements.
  public func title(of code: String) -> Phrase { titles[code] ?? Phrase(verbatim: code) }

  /// What is odd about the plan.
  public var findings: [PlanFinding] { plan.findings(highest: scoring.highest) }

  private static func checkCodes(_ root: PolicyNode) {
    var seen: Set<String> = []
    for item in root.list("components") {
      for key in ComponentReader.kinds {
        guard let node = item[key], let code = node.scalar else { continue }
        if !seen.insert(code).inserted { node.report(wanted: .componentOnce) }
      }
    }
  }
}

/// The ways of rounding that a plan may name.
enum PlanRounding: String, CaseIterable {
  case halfUp = "half_up"
  case halfEven = "half_even"

  var rule: Rounding {
    switch self {
    case .halfUp: .halfUp
    case .halfEven: .halfEven
    }
  }
}

extension PolicyNode {
  /// A code: small letters, digits, `-` and `_`.
  func code() -> String? {
    value(wanted: .code) { Plan.isCode($0) ? $0 : nil }
  }

  /// An amount of money that is not below zero.
  func payment(in currency: Currency) -> Money? {
    value(wanted: .payment(currency.decimals)) { text in
      scaledDecimal(text, places: currency.decimals).flatMap {
        $0 < 0 ? nil : Money(minorUnits: $0, currency)
      }
    }
  }
}
