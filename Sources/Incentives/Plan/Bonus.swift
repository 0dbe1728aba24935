public import People
public import Vocabulary

/// A share of base pay by grade, behind gates, for the time worked, up to a cap.
public struct Bonus: Hashable, Sendable {
  /// What part of a month a bonus is paid for.
  public enum Proration: String, CaseIterable, Hashable, Sendable {
    /// The whole month, always.
    case none
    /// Days employed of the month's days.
    case employed
    /// Attended of scheduled; the whole, where attendance is not known.
    case attended
    /// Both of the above, multiplied.
    case both
  }

  public let component: String
  public let scale: BonusScale
  /// For agents without a base of their own.
  public let baseByRung: [Rung: Money]
  public let proration: Proration
  public let cap: Money?
  public let gates: [Gate]

  public init(
    component: String, scale: BonusScale, baseByRung: [Rung: Money] = [:],
    proration: Proration = .none, cap: Money? = nil, gates: [Gate] = []
  ) {
    self.component = component
    self.scale = scale
    self.baseByRung = baseByRung
    self.proration = proration
    self.cap = cap
    self.gates = gates
  }
}

/// How a bonus came about.
public struct BonusWorking: Hashable, Sendable {
  public enum Base: Hashable, Sendable {
    case own(Money)
    case ofRung(Rung, Money)

    public var amount: Money {
      switch self {
      case .own(let amount), .ofRung(_, let amount): amount
      }
    }
  }

  public enum Outcome: Hashable, Sendable {
    case paid
    /// The cap cut it down from this.
    case capped(from: Money)
    case gateNotMet
    case noScore
    /// Neither the agent nor the rung has a base.
    case noBase
  }

  public let gates: [GateFinding]
  public let score: Score?
  /// Nil without a score.
  public let grade: String?
  /// The coefficient of the grade; zero without a score.
  public let share: BasisPoints
  public let base: Base?
  /// Days employed of the days of the month, where the plan prorates by them.
  public let employed: Attendance?
  /// Attended of scheduled, where the plan prorates by it and it is known.
  public let attended: Attendance?
  public let cap: Money?
  public let outcome: Outcome
}

extension Bonus {
  /// What the bonus pays for a month, rounded once, and how that came about.
  ///
  /// base x share x days employed / days of the month x attended / scheduled, then cut to the cap.
  func line(for period: AgentPeriod, in month: Month, rules: PayRules) -> StatementLine {
    let employed =
      proration == .employed || proration == .both
      ? Attendance(scheduled: month.length, attended: period.daysEmployed) : nil
    let attended = proration == .attended || proration == .both ? period.attendance : nil
    let findings = gates.map { $0.finding(for: period) }
    let base =
      period.base.map(BonusWorking.Base.own)
      ?? baseByRung[period.rung].map { .ofRung(period.rung, $0) }
    let share = period.score.map(scale.share) ?? .zero
    let amount: Money
    let outcome: BonusWorking.Outcome
    if period.score == nil {
      (amount, outcome) = (.zero(rules.currency), .noScore)
    } else if !findings.allSatisfy(\.isMet) {
      (amount, outcome) = (.zero(rules.currency), .gateNotMet)
    } else if let base {
      var ratio = (numerator: Int128(share.count), denominator: Int128(BasisPoints.one.count))
      for part in [employed, attended] {
        ratio.numerator *= Int128(part?.attended ?? 1)
        ratio.denominator *= Int128(part?.scheduled ?? 1)
      }
      let whole = base.amount.scaled(by: ratio, rounding: rules.rounding)
      amount = min(whole, cap ?? whole)
      outcome = amount < whole ? .capped(from: whole) : .paid
    } else {
      (amount, outcome) = (.zero(rules.currency), .noBase)
    }
    return StatementLine(
      component: component, kind: .bonus, amount: amount,
      working: .bonus(
        BonusWorking(
          gates: findings, score: period.score, grade: period.score.map(scale.grade), share: share,
          base: base, employed: employed, attended: attended, cap: cap, outcome: outcome)))
  }
}
