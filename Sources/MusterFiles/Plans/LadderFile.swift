public import Incentives
public import MusterWords
import People
public import Vocabulary

/// A career ladder as its file has it.
public struct LadderFile: Hashable, Sendable {
  /// What results name that were made by this ladder.
  public let hash: ContentHash
  public let text: String
  public let ladder: Ladder

  /// Reads `text`; all that is wrong with it is reported together.
  public init(text: String, file: String) throws(FileRefusal) {
    let page = try PolicyPage(text: text, file: file)
    page.root.allow(keys: "ladder", "steps")
    _ = page.root.required("ladder")?.code()
    let items = page.root.required("steps")?.items ?? []
    let steps = items.compactMap(Self.step)
    guard page.isSound else { throw page.refusal }
    do {
      self.ladder = try Ladder(steps)
    } catch {
      let (rung, wanted): (Rung, Phrase) =
        switch error {
        case .rungTwice(let rung): (rung, .rungOnce)
        case .noRungBelow(let rung): (rung, .rungWithOneBelow)
        case .noRules(let rung): (rung, .ladderRules)
        }
      items.last { $0["to"]?.scalar == rung.rawValue }?["to"]?.report(wanted: wanted)
      throw page.refusal
    }
    self.hash = page.hash
    self.text = page.text
  }

  private static func step(_ node: PolicyNode) -> Ladder.Step? {
    node.allow(keys: "to", "rules")
    let rung = node.required("to")?.choice(of: Rung.self)
    let items = node.required("rules")?.items ?? []
    let rules = items.compactMap(rule)
    guard let rung, rules.count == items.count else { return nil }
    return Ladder.Step(to: rung, rules: rules)
  }

  private static func rule(_ node: PolicyNode) -> Ladder.Rule? {
    if let months = node["tenure_months"] {
      node.allow(keys: "tenure_months")
      return months.wholeNumber(in: 1...600).map { .tenure(months: $0) }
    }
    if let floor = node["mean_score"] {
      node.allow(keys: "mean_score", "months")
      let score = floor.score()
      let months = node.required("months")?.wholeNumber(in: 1...120)
      guard let score, let months else { return nil }
      return .score(atLeast: score, months: months)
    }
    if let certificate = node["certificate"] {
      node.allow(keys: "certificate")
      return certificate.text().map { .certificate($0) }
    }
    node.report(found: nil, wanted: .ladderRule)
    return nil
  }
}
