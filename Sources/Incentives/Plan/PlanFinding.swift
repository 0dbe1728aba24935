public import People
public import Vocabulary

/// Something about a plan that its author should know before it pays.
public enum PlanFinding: Hashable, Sendable {
  /// No score reaches the step's floor.
  case stepOutOfReach(component: String, BonusScale.Step, highest: Score)
  /// On every known base the step pays no more than the one below, because of the cap.
  case stepLostToCap(component: String, BonusScale.Step, cap: Money)
  /// The step pays no more than the one below.
  case stepPaysNoMore(component: String, BonusScale.Step)
  /// No score reaches the award's floor.
  case awardOutOfReach(component: String, floor: Score, highest: Score)
  /// The yearly cap stops the subsidy before its first month is paid in full.
  case yearlyCapUnderOneMonth(component: String)
  /// One hundredth of a point more pays this much more, on the highest known base.
  case cliff(component: String, BonusScale.Step, rung: Rung, gain: Money)
  /// Agents of this rung are paid only where the staff list has a base for them.
  case noBase(component: String, Rung)

  /// Whether the plan should not be used as it is; the others are only worth knowing.
  public var isFault: Bool {
    switch self {
    case .stepOutOfReach, .stepLostToCap, .stepPaysNoMore, .awardOutOfReach,
      .yearlyCapUnderOneMonth:
      true
    case .cliff, .noBase: false
    }
  }
}

extension Plan {
  /// What is odd about the plan, in its order; `highest` is the score nobody can exceed.
  public func findings(highest: Score) -> [PlanFinding] {
    components.flatMap { component in
      switch component {
      case .bonus(let bonus): bonus.findings(highest: highest, rules: rules)
      case .award(let award): award.findings(highest: highest)
      case .subsidy(let subsidy): subsidy.findings
      }
    }
  }
}

extension Bonus {
  func findings(highest: Score, rules: PayRules) -> [PlanFinding] {
    var findings: [PlanFinding] = []
    let bases = Rung.allCases.compactMap { rung in baseByRung[rung].map { (rung, $0) } }
    var below = BasisPoints.zero
    for step in scale.steps {
      defer { below = step.share }
      if step.floor > highest {
        findings.append(.stepOutOfReach(component: component, step, highest: highest))
      } else if step.share <= below {
        findings.append(.stepPaysNoMore(component: component, step))
      } else if let cap, !bases.isEmpty, bases.allSatisfy({ $0.1.scaled(by: below) >= cap }) {
        findings.append(.stepLostToCap(component: component, step, cap: cap))
      } else if let (rung, base) = bases.max(by: { $0.1 < $1.1 }) {
        let (under, over) = (pay(below, on: base, rules), pay(step.share, on: base, rules))
        findings.append(.cliff(component: component, step, rung: rung, gain: over - under))
      }
    }
    for rung in Rung.allCases where baseByRung[rung] == nil {
      findings.append(.noBase(component: component, rung))
    }
    return findings
  }

  private func pay(_ share: BasisPoints, on base: Money, _ rules: PayRules) -> Money {
    let whole = base.scaled(by: share, rounding: rules.rounding)
    return min(whole, cap ?? whole)
  }
}

extension Award {
  func findings(highest: Score) -> [PlanFinding] {
    guard floor > highest else { return [] }
    return [.awardOutOfReach(component: component, floor: floor, highest: highest)]
  }
}

extension Subsidy {
  var findings: [PlanFinding] {
    guard let yearlyCap, yearlyCap < monthly else { return [] }
    return [.yearlyCapUnderOneMonth(component: component)]
  }
}
