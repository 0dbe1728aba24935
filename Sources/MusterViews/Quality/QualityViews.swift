package import MusterOperations
package import MusterStore
import MusterWords
import People
import Performance
import Vocabulary

extension StoredDraw {
  /// The sample of a day, a row for each contact.
  package func view(isNew: Bool, isDryRun: Bool) -> View {
    let table = Table(
      [.agent, .channel, .contactCount, .place, .contactNumber, .hash],
      rows: strata.flatMap { stratum in
        stratum.drawn.enumerated().map { index, contact in
          let hash = draw.hash(of: contact, on: day)
          return [
            .init(stratum.agent.text), .init(stratum.channel), .init(stratum.population),
            .init(index + 1), .init(contact),
            .init(Phrase(verbatim: hash.short), .text(hash.description)),
          ]
        }
      })
    return View(table, notes: .training(isDryRun, isNew ? nil : QualityWords.drawnAlready(day)))
  }
}

extension QualityRecord {
  /// The reviews that were kept.
  package func view(isDryRun: Bool) -> View {
    let table = Table(
      [.contactNumber, .score, .result, .criticalItems],
      rows: reviews.map { review in
        var critical: [String] = []
        if case .failed(_, let items) = review.result { critical = items }
        return [
          .init(review.contact), .init(review.result.score),
          .init(review.result.phrase, .text(review.result.code)),
          .init(critical.joined(separator: " ")),
        ]
      })
    return View(
      table, notes: .training(isDryRun, same > 0 ? TrainingWords.sameAsBefore(same) : nil),
      faults: .notTaken(faults))
  }
}

extension View {
  /// How many reviewed contacts passed, by agent, team and all together.
  package init(passRates lines: [QualityLine]) {
    self.init(
      Table(
        [
          .team, .agent, .name, .drawn, .scored, .passed, .passRate, .low, .high, .meanScore,
          .criticalCount, .others,
        ],
        rows: lines.map { line in
          let limits = line.rate.scored > 0 ? line.rate.limits() : nil
          return [
            .init(
              QualityWords.team(line.team, isAll: line.isAll), .text(line.isAll ? "*" : line.team)),
            .init(line.agent?.number.text), .init(named: line.agent), .init(line.drawn),
            .init(line.rate.scored), .init(line.rate.passed), .init(rate: line.rate.share),
            .init(rate: limits?.lowerBound), .init(rate: limits?.upperBound),
            .init(line.meanScore), .init(line.rate.failedCritical), .init(line.others),
          ]
        }))
  }
}
