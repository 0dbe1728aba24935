package import MusterOperations
import MusterWords
import People
import Training
import Vocabulary

extension View {
  /// Assignments that were made, and why.
  package init(assigned made: [NewAssignment], isDryRun: Bool) {
    self.init(
      Table(
        [.agent, .name, .module, .assignedOn, .dueOn, .why],
        rows: made.map { new in
          [
            .init(new.agent.number.text), .init(named: new.agent), .init(new.module.id.text),
            .init(new.assignment.assignedOn), .init(new.assignment.dueOn),
            .init(new.reason.phrase, .text(new.reason.code)),
          ]
        }),
      notes: .training(isDryRun, made.isEmpty ? TrainingWords.nothingToAssign : nil))
  }

  /// How every assignment stands.
  package init(standings lines: [TrainingLine]) {
    self.init(
      Table(
        [
          .agent, .name, .team, .module, .dueOn, .standing, .attempts, .score, .certificateUntil,
        ],
        rows: lines.map { line in
          [
            .init(line.agent.number.text), .init(named: line.agent), .init(line.agent.team),
            .init(line.module.id.text), .init(line.assignment.dueOn),
            .init(line.standing.phrase, .text(line.standing.code)), .init(line.attempts),
            .init(line.score), .init(line.certificate?.validThrough),
          ]
        }))
  }

  /// Certificates, a row each.
  package init(certificates: [CertificateLine]) {
    self.init(Table(certificates))
  }
}

extension CertificateIssue {
  /// What was issued, and what stood in the way of others.
  package func view(isDryRun: Bool) -> View {
    View(
      Table(issued),
      notes: .training(isDryRun, issued.isEmpty ? TrainingWords.nothingToIssue : nil),
      faults: hindrances)
  }
}

extension QuizGrading {
  /// What came of papers or grades that were handed in.
  package func view(isDryRun: Bool) -> View {
    let table = Table(
      [.agent, .name, .module, .attempt, .points, .maximum, .percentScore, .vetoed, .standing],
      rows: results.map { result in
        var outcome: Outcome?
        if case .graded(_, let graded) = result.attempt { outcome = graded }
        let paper = result.attempt.paper
        let isVetoed = outcome?.vetoed ?? false
        return [
          .init(result.agent.number.text), .init(named: result.agent), .init(result.module.id.text),
          .init(paper.number), .init(outcome?.earned), .init(paper.maximum), .init(outcome?.score),
          .init(TrainingWords.veto(isVetoed), .bool(isVetoed)),
          .init(result.standing.phrase, .text(result.standing.code)),
        ]
      })
    return View(
      table, notes: .training(isDryRun, same > 0 ? TrainingWords.sameAsBefore(same) : nil),
      faults: .notTaken(faults))
  }
}

extension [Phrase] {
  /// What is said beside work on training or reviews, and that it was a rehearsal.
  static func training(_ isDryRun: Bool, _ phrase: Phrase?) -> [Phrase] {
    (phrase.map { [$0] } ?? []) + (isDryRun ? [TrainingWords.dryRun] : [])
  }

  /// What was wrong with a sheet's rows, and how many were left out.
  static func notTaken(_ faults: [FileFault]) -> [Phrase] {
    faults.isEmpty ? [] : faults.map(\.phrase) + [TrainingWords.notTaken(faults.count)]
  }
}

extension Table {
  fileprivate init(_ certificates: [CertificateLine]) {
    self.init(
      [.agent, .name, .module, .version, .issuedOn, .validThrough, .standing, .owedPoints],
      rows: certificates.map { line in
        let held = line.certificate
        return [
          .init(line.agent.number.text), .init(named: line.agent), .init(held.module.text),
          .init(held.version.description), .init(held.issuedOn), .init(held.validThrough),
          .init(line.standing.phrase, .text(line.standing.code)),
          .init(line.owed.map(\.text).joined(separator: " ")),
        ]
      })
  }
}
