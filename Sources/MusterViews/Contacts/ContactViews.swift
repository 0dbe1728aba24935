package import MusterFiles
import MusterOperations
package import MusterStore
import MusterWords
package import Performance
package import Vocabulary

extension View {
  /// Contacts, a row each; times on the clocks of `zone`.
  package init(contacts: [Contact], zone: Zone, currency: Currency) {
    func money(_ units: Int64?) -> Table.Cell {
      Table.Cell(units.map { Money(minorUnits: $0, currency) })
    }
    self.init(
      Table(
        [
          .contact, .channel, .queue, .topic, .arrivedAt, .replySeconds, .handleSeconds,
          .resolvedFirst, .rating, .orderMinor, .refundedMinor, .complaint,
        ],
        rows: contacts.map { contact in
          [
            .init(contact.externalID), .init(contact.channel), .init(contact.queue),
            .init(contact.topic),
            .init(
              Phrase(verbatim: zone.local(contact.arrivedAt).description),
              .text(zone.format(contact.arrivedAt))),
            .init(contact.firstReplyAt.map { $0 - contact.arrivedAt }),
            .init(contact.handleSeconds), .init(contact.resolvedFirst.map { $0 ? 1 : 0 }),
            .init(contact.rating), money(contact.orderAmount), money(contact.refundedAmount),
            .init(contact.isComplaint ? 1 : 0),
          ]
        }))
  }

  /// Rows that an import did not take.
  package init(rejects: [RejectedLine]) {
    self.init(
      Table(
        [.line, .contact, .reason],
        rows: rejects.map { [.init($0.line), .init($0.id), .init($0.reason)] }))
  }
}

extension ContactStatistics {
  /// The contacts by month and channel, and the last import.
  package func view(zone: Zone) -> View {
    let table = Table(
      [.month, .channel, .contactCount, .rated, .orders, .complaints, .changedCount],
      rows: parts.map {
        [
          .init($0.month.description), .init($0.channel), .init($0.contacts), .init($0.rated),
          .init($0.orders), .init($0.complaints), .init($0.changed),
        ]
      })
    let last = lastImport.map {
      ContactWords.lastImport(file: $0.run.file, at: zone.format($0.run.at), actor: $0.run.actor)
    }
    return View(table, notes: last.map { [$0] } ?? [])
  }
}
