public import Vocabulary

/// A condition to be paid at all.
public enum Gate: Hashable, Sendable {
  case contacts(atLeast: Int64)
  /// Complaints per contact must not exceed this.
  case complaintRate(atMost: BasisPoints)
  /// The certificate of this code must be in date on the last day of the month worked.
  case certificate(String)
  /// No quality review may have failed on a critical item.
  case noCriticalFailure

  /// What the facts say of the gate.
  public func finding(for period: AgentPeriod) -> GateFinding {
    switch self {
    case .contacts(let least):
      GateFinding(self, .contacts(period.contacts), isMet: period.contacts >= least)
    case .complaintRate(let most):
      GateFinding(
        self, .complaints(period.complaints, of: period.contacts),
        isMet: Int128(period.complaints) * Int128(BasisPoints.one.count)
          <= Int128(period.contacts) * Int128(most.count))
    case .certificate(let code):
      finding(
        of: CertificateState(of: code, among: period.certificates, on: period.lastDay))
    case .noCriticalFailure:
      GateFinding(
        self, .criticalFailures(period.criticalFailures), isMet: period.criticalFailures == 0)
    }
  }

  private func finding(of state: CertificateState) -> GateFinding {
    GateFinding(self, .certificate(state), isMet: state.isInDate)
  }
}

/// A gate, and what was found there.
public struct GateFinding: Hashable, Sendable {
  public enum Evidence: Hashable, Sendable {
    case contacts(Int64)
    case complaints(Int64, of: Int64)
    case certificate(CertificateState)
    case criticalFailures(Int64)
  }

  public let gate: Gate
  public let evidence: Evidence
  public let isMet: Bool

  init(_ gate: Gate, _ evidence: Evidence, isMet: Bool) {
    self.gate = gate
    self.evidence = evidence
    self.isMet = isMet
  }
}
