import MusterStore
public import MusterWords
public import People
public import Training

/// A certificate with its holder, as it stands today.
public struct CertificateLine: Hashable, Sendable {
  public let agent: Agent
  /// Nil where the curriculum has the module no more.
  public let module: Module?
  public let certificate: Certificate
  public let standing: Certificate.Standing
  /// Points that have changed or come since, by their ids.
  public let owed: [LearningPoint.ID]
}

/// Certificates that were issued, and what stood in the way of others.
public struct CertificateIssue: Hashable, Sendable {
  public let issued: [CertificateLine]
  public let hindrances: [Phrase]
}

extension Workspace {
  /// The latest certificate of every agent and module, by agent, then by module.
  public func certificates(of choice: AgentChoice = AgentChoice()) throws -> [CertificateLine] {
    let curriculum = try curriculum()
    return try store.read { connection in
      let agents = try choice.pick(from: connection.agents(on: today))
      let scope = TrainingScope(agents: agents.map(\.number))
      let held = try Dictionary(
        grouping: connection.certificates(in: scope), by: \.certificate.agent)
      return agents.flatMap { agent in
        let certificates = (held[agent.number] ?? []).map(\.certificate)
        return certificates.enumerated().filter { index, certificate in
          certificates.dropFirst(index + 1).first?.module != certificate.module
        }.map { line(of: $1, agent, curriculum) }
      }
    }
  }

  /// Issues what was passed and has no certificate yet, one for each assignment.
  ///
  /// It holds from the day on which the deciding paper was handed in. Where the module has changed
  /// since that paper was drawn, none is issued: it would cover points nobody was asked.
  public func issueCertificates(
    to choice: AgentChoice = AgentChoice(), dryRun: Bool = false
  ) throws -> CertificateIssue {
    let curriculum = try curriculum()
    return try store.change(dryRun: dryRun) { connection in
      let agents = try choice.pick(from: connection.agents(on: today))
      let book = try TrainingBook(curriculum, connection, on: today, of: agents)
      var issued: [CertificateLine] = []
      var hindrances: [Phrase] = []
      for training in book.current where training.certificate == nil {
        guard case .passed(_, let day) = training.standing else { continue }
        let hash = training.module.contentHash
        guard training.tries.contains(where: { $0.attempt.paper.moduleHash == hash }) else {
          hindrances.append(TrainingWords.changedSincePassed(training.agent, training.module))
          continue
        }
        let certificate = Certificate(
          for: training.agent.number, passing: training.module, on: day)
        try connection.add(certificate, for: training.id, at: now, by: actor)
        issued.append(line(of: certificate, training.agent, curriculum))
      }
      return CertificateIssue(issued: issued, hindrances: hindrances)
    }
  }

  private func line(
    of certificate: Certificate, _ agent: Agent, _ curriculum: Curriculum
  ) -> CertificateLine {
    let module = curriculum.module(certificate.module)
    return CertificateLine(
      agent: agent, module: module, certificate: certificate,
      standing: certificate.standing(on: today),
      owed: module.map { certificate.owed(under: $0).map(\.id) } ?? [])
  }
}
