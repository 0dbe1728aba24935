import Incentives
package import MusterOperations
package import MusterStore
package import MusterWords
package import Vocabulary

extension View {
  /// What was looked at, and whether it is as it should be.
  package init(findings: [Finding]) {
    self.init(
      Table(
        [.subject, .sound, .detail],
        rows: findings.map { finding in
          [
            .init(DoctorWords.subject(finding.subject.rawValue), .text(finding.subject.rawValue)),
            .init(finding.isSound ? DoctorWords.good : DoctorWords.bad, .bool(finding.isSound)),
            .init(finding.detail),
          ]
        }), faults: findings.allSatisfy(\.isSound) ? [] : [DoctorWords.unsound])
  }

  /// A workspace that was made.
  package init(made folder: String, zone: String, currency: Currency, language: Language) {
    self.init(
      .object([
        JSON.Member("folder", .text(folder)), JSON.Member("zone", .text(zone)),
        JSON.Member("currency", .text(currency.code)),
        JSON.Member("locale", .text(language.rawValue)),
      ]), saying: WorkspaceWords.made(folder))
  }

  /// What a demo made, and where.
  package init(made products: [(what: Phrase, path: String)]) {
    self.init(Table([.made, .path], rows: products.map { [.init($0.what), .init($0.path)] }))
  }

  package init(backup copy: StoreCopy, to file: String) {
    self.init(copy, StoreWords.backedUp(copy.rows, to: file))
  }

  /// The file that was there before is `kept` under this name, if one was there.
  package init(restored copy: StoreCopy, from file: String, keeping kept: String?) {
    self.init(copy, StoreWords.restored(copy.rows, from: file))
    if let kept { notes.append(StoreWords.kept(kept)) }
  }

  package init(moved copy: StoreCopy, to place: String, isDryRun: Bool) throws {
    let place = try Store.withoutPassword(place)
    self.init(
      copy,
      isDryRun
        ? StoreWords.couldMove(copy.rows, to: place) : StoreWords.moved(copy.rows, to: place))
  }

  /// What a copy came to; for programs with rows and digest of each table.
  private init(_ copy: StoreCopy, _ phrase: Phrase) {
    let tables = copy.tables.map { table in
      JSON.object([
        JSON.Member("table", .text(table.name)), JSON.Member("rows", .int(table.rows)),
        JSON.Member("digest", .text(table.digest.description)),
      ])
    }
    self.init(
      .object([
        JSON.Member("rows", .int(copy.rows)),
        JSON.Member("sequence", .int(copy.head.sequence)),
        JSON.Member("seal", .text(copy.head.hash.description)),
        JSON.Member("tables", .array(tables)),
      ])
    ) { phrase[$0] + "\n" + PayWords.ledgerHolds(copy.head)[$0] + "\n" }
  }
}
