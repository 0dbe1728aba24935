import MusterFiles
import People
package import Performance
import Vocabulary

extension InventedShop {
  /// The staff list as a spreadsheet would hold it.
  package var agentsFile: String {
    var csv = CSVWriter()
    csv.row(
      "agent_id", "name", "team", "rung", "hired_on", "left_on", "contract", "base_fen", "skills",
      "channels")
    for agent in agents {
      csv.row(
        agent.number.text, agent.name, agent.team, agent.rung.rawValue, agent.hiredOn.description,
        agent.leftOn?.description ?? "", agent.contract,
        agent.base.map { String($0.minorUnits) } ?? "", agent.skills.joined(separator: "|"),
        agent.channels.joined(separator: "|"))
    }
    return csv.text
  }

  /// What the shop adds to `roster.yaml`: the newest agent of a team works beside its lead.
  package var rosterPolicy: String {
    let start = firstDay + weeks * 7
    let days = start...start + 13
    func isThere(_ agent: Agent) -> Bool {
      agent.contract == "full-time"
        && !absences.contains { $0.agent == agent.number && $0.days.overlaps(days) }
    }
    for lead in agents where lead.rung == .lead && isThere(lead) {
      let team = agents.filter { $0.team == lead.team && $0.rung == .agent && isThere($0) }
      guard let newest = team.max(by: { $0.hiredOn < $1.hiredOn }) else { continue }
      return "pairs:\n  - together: [\(lead.number), \(newest.number)]\n"
    }
    return ""
  }

  /// Who is away when.
  package var absencesFile: String {
    var csv = CSVWriter()
    csv.row("agent_id", "from", "to", "kind")
    for absence in absences {
      csv.row(
        absence.agent.text, absence.days.lowerBound.description,
        absence.days.upperBound.description, absence.kind)
    }
    return csv.text
  }

  /// `contacts` as a chat system would export them.
  package func file(of contacts: [Contact]) -> String {
    var csv = CSVWriter()
    csv.row(
      "contact_id", "channel", "queue", "topic", "agent_id", "arrived_at", "first_reply_at",
      "closed_at", "handle_seconds", "resolved_first", "rating_invited", "rating", "order_id",
      "order_fen", "refunded_fen", "complaint", "transferred")
    for contact in contacts {
      csv.row(
        contact.externalID, contact.channel, contact.queue, contact.topic, contact.agent.text,
        zone.format(contact.arrivedAt), contact.firstReplyAt.map(zone.format) ?? "",
        contact.closedAt.map(zone.format) ?? "", text(contact.handleSeconds),
        text(contact.resolvedFirst), text(contact.ratingInvited), text(contact.rating),
        contact.orderID ?? "", text(contact.orderAmount), text(contact.refundedAmount),
        text(contact.isComplaint), text(contact.wasTransferred))
    }
    return csv.text
  }

  private func text(_ number: (some BinaryInteger)?) -> String {
    number.map { String($0) } ?? ""
  }

  private func text(_ flag: Bool?) -> String {
    flag.map { $0 ? "1" : "0" } ?? ""
  }
}
