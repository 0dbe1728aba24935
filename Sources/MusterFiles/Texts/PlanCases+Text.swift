public import MusterWords

extension PlanCases.Miss {
  public var text: Phrase {
    Phrase(
      zh: "\(name)，\(agent)，\(what)：应为 \(wanted)，算得 \(found)",
      en: "\(name), \(agent), \(what): wanted \(wanted), found \(found)")
  }
}
