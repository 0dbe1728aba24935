public import Vocabulary

/// A monthly sum for a certificate in date.
public struct Subsidy: Hashable, Sendable {
  public let component: String
  /// The code of the certificate.
  public let certificate: String
  public let monthly: Money
  /// The most that is paid in a calendar year.
  public let yearlyCap: Money?

  public init(component: String, certificate: String, monthly: Money, yearlyCap: Money? = nil) {
    self.component = component
    self.certificate = certificate
    self.monthly = monthly
    self.yearlyCap = yearlyCap
  }
}

/// How a subsidy came about.
public struct SubsidyWorking: Hashable, Sendable {
  public let certificate: String
  public let state: CertificateState
  /// The day on which the certificate had to be in date.
  public let day: Day
  public let monthly: Money
  public let yearlyCap: Money?
  /// Paid for earlier months of the calendar year.
  public let earlierThisYear: Money
}

extension Subsidy {
  /// What the subsidy pays for a month, or nil where the agent never had the certificate.
  func line(for period: AgentPeriod, rules: PayRules) -> StatementLine? {
    let state = CertificateState(of: certificate, among: period.certificates, on: period.lastDay)
    guard state != .never else { return nil }
    let nothing = Money.zero(rules.currency)
    let earlier = period.earlierThisYear[component] ?? nothing
    let room = yearlyCap.map { max(nothing, $0 - earlier) } ?? monthly
    return StatementLine(
      component: component, kind: .subsidy,
      amount: state.isInDate ? min(monthly, room) : nothing,
      working: .subsidy(
        SubsidyWorking(
          certificate: certificate, state: state, day: period.lastDay, monthly: monthly,
          yearlyCap: yearlyCap, earlierThisYear: earlier)))
  }
}
