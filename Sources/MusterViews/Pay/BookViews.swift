package import Incentives
package import MusterOperations
import MusterWords
package import Vocabulary

extension View {
  /// The seal under which a month was locked.
  package init(locked month: Month, by seal: LedgerHead) {
    self.init(
      .object([
        JSON.Member("month", .text(month.description)),
        JSON.Member("sequence", .int(seal.sequence)),
        JSON.Member("seal", .text(seal.hash.description)),
      ]), saying: PayWords.locked(month, seal: seal))
  }
}

extension Audit {
  /// Whether the books hold, and what does not.
  package var view: View {
    let faults = faults.map(\.phrase)
    return View(
      json: { language in
        .object([
          JSON.Member("holds", .bool(faults.isEmpty)),
          JSON.Member("sequence", .int(head.sequence)),
          JSON.Member("seal", .text(head.hash.description)),
          JSON.Member("faults", .array(faults.map { .text($0[language]) })),
        ])
      }, faults: faults,
      text: { faults.isEmpty ? PayWords.ledgerHolds(head)[$0] + "\n" : "" })
  }
}
