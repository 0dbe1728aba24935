import Incentives
import MusterWords
import People
import Vocabulary

/// Reads one component of a plan.
struct ComponentReader {
  /// The key that names a component tells its kind.
  static let kinds = ["bonus", "award", "subsidy"]

  let currency: Currency

  func component(_ node: PolicyNode) -> (component: Plan.Component, title: Phrase?)? {
    let title = node["title"]?.phrase()
    let component: Plan.Component?
    if node["bonus"] != nil {
      component = bonus(node).map(Plan.Component.bonus)
    } else if node["award"] != nil {
      component = award(node).map(Plan.Component.award)
    } else if node["subsidy"] != nil {
      component = subsidy(node).map(Plan.Component.subsidy)
    } else {
      node.report(found: nil, wanted: .componentKind(Self.kinds))
      component = nil
    }
    return component.map { ($0, title) }
  }

  private func bonus(_ node: PolicyNode) -> Bonus? {
    node.allow(
      keys: "bonus", "title", "prorate", "cap", "base", "steps", "lowest_grade", "gates")
    let code = node["bonus"]?.code()
    let proration =
      node["prorate"].map { $0.choice(of: Bonus.Proration.self) } ?? Bonus.Proration.none
    let cap = node["cap"].flatMap { $0.payment(in: currency) }
    let base = node["base"].map(baseByRung) ?? [:]
    let scale = node.required("steps").flatMap { steps($0, lowest: node["lowest_grade"]) }
    let gates = gates(of: node)
    guard let code, let proration, let scale else { return nil }
    return Bonus(
      component: code, scale: scale, baseByRung: base, proration: proration, cap: cap,
      gates: gates)
  }

  private func baseByRung(_ node: PolicyNode) -> [Rung: Money] {
    var base: [Rung: Money] = [:]
    for (key, value) in node.entries {
      if let rung = key.choice(of: Rung.self), let amount = value.payment(in: currency) {
        base[rung] = amount
      }
    }
    return base
  }

  private func steps(_ node: PolicyNode, lowest: PolicyNode?) -> BonusScale? {
    let items = node.items
    let steps = items.map { item -> BonusScale.Step? in
      item.allow(keys: "floor", "grade", "share")
      let floor = item.required("floor")?.score()
      let grade = item.required("grade")?.text()
      let share = item.required("share")?.percent(in: .zero...BasisPoints(1_000_000))
      guard let floor, let grade, let share else { return nil }
      return BonusScale.Step(floor: floor, grade: grade, share: share)
    }
    guard !items.isEmpty else {
      node.report(found: nil, wanted: .steps)
      return nil
    }
    let sound = steps.compactMap(\.self)
    let lowestGrade = lowest.map { $0.text() } ?? "-"
    guard let lowestGrade, sound.count == items.count else { return nil }
    do {
      return try BonusScale(sound, lowestGrade: lowestGrade)
    } catch {
      switch error {
      case .floorsNotRising(let lower, let upper):
        let index = sound.indices.dropFirst().first {
          sound[$0 - 1].floor == lower && sound[$0].floor == upper
        }
        index.flatMap { items[$0]["floor"] }?.report(wanted: .floorAbove(lower))
      case .negativeShare: node.report(wanted: .steps)
      case .gradeTwice(let grade):
        items.last { $0["grade"]?.scalar == grade }?["grade"]?.report(wanted: .gradeOnce)
      }
      return nil
    }
  }

  private func award(_ node: PolicyNode) -> Award? {
    node.allow(
      keys: "award", "title", "places", "each", "pool", "ties", "shares", "floor", "gates")
    let code = node["award"]?.code()
    let places = node.required("places")?.wholeNumber(in: 1...100_000)
    let prize = prize(of: node)
    let floor = node["floor"].map { $0.score() } ?? .zero
    let gates = gates(of: node)
    guard let code, let places, let prize, let floor else { return nil }
    return Award(component: code, places: places, prize: prize, floor: floor, gates: gates)
  }

  private func prize(of node: PolicyNode) -> Award.Prize? {
    switch (node["each"], node["pool"]) {
    case (let each?, nil):
      node["shares"]?.report(wanted: .sharesOnlyOfPool)
      let amount = each.payment(in: currency)
      let ties = node.required("ties")?.choice(of: Award.Ties.self)
      guard let amount, let ties else { return nil }
      return .each(amount, ties: ties)
    case (nil, let pool?):
      node["ties"]?.report(wanted: .tiesOnlyOfEach)
      let amount = pool.payment(in: currency)
      let shares = node["shares"].map { $0.choice(of: Award.PoolShares.self) } ?? .equal
      guard let amount, let shares else { return nil }
      return .pool(amount, shares)
    default:
      node.report(found: nil, wanted: .eachOrPool)
      return nil
    }
  }

  private func subsidy(_ node: PolicyNode) -> Subsidy? {
    node.allow(keys: "subsidy", "title", "certificate", "monthly", "yearly_cap")
    let code = node["subsidy"]?.code()
    let certificate = node.required("certificate")?.text()
    let monthly = node.required("monthly")?.payment(in: currency)
    let cap = node["yearly_cap"].flatMap { $0.payment(in: currency) }
    guard let code, let certificate, let monthly else { return nil }
    return Subsidy(component: code, certificate: certificate, monthly: monthly, yearlyCap: cap)
  }

  private func gates(of node: PolicyNode) -> [Gate] {
    node.list("gates").flatMap { item -> [Gate] in
      item.allow(keys: "contacts", "complaint_rate", "certificate", "critical_failures")
      guard item.entries.count == 1 else {
        item.report(found: nil, wanted: .oneGate)
        return []
      }
      let contacts = item["contacts"]?.wholeNumber(in: 0...1_000_000_000)
      let rate = item["complaint_rate"]?.percent(in: .zero ... .one)
      let certificate = item["certificate"]?.text()
      let failures = item["critical_failures"]?.wholeNumber(in: 0...0)
      return [
        contacts.map { .contacts(atLeast: Int64($0)) }, rate.map { .complaintRate(atMost: $0) },
        certificate.map { .certificate($0) }, failures.map { _ in .noCriticalFailure },
      ].compactMap(\.self)
    }
  }
}
