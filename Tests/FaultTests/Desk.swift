import Foundation
import Vocabulary

/// One of several desks that write to one shop at once: what it does in turn, and what it was told
/// was kept.
final class Desk {
  /// What a desk does, each a write of its own kind.
  enum Work: CaseIterable {
    case ownContacts, sharedContacts, score, people, absence, request, pay
  }

  /// How many contacts an import of a desk brings.
  static let batch = 20

  let number: Int
  let shop: Shop
  /// Sums of what the commands said they had done.
  private(set) var kept: [Work: Int] = [:]
  private(set) var runs = 0
  /// Runs that were refused with 75 and a reason.
  private(set) var refusals = 0
  /// Runs that ended otherwise.
  private(set) var failures: [String] = []
  /// The last base pay of its own agent that was kept.
  private(set) var base: Int?
  private var turn = 0
  private var running: (work: Work, child: Child)?

  init(number: Int, shop: Shop) {
    self.number = number
    self.shop = shop
    turn = number
  }

  /// The number of an agent that no other desk knows.
  var agent: String { "W\(number)" }

  /// Whether a command of the desk is under way; begins the next one where none is, if `goesOn`.
  func isBusy(goingOn goesOn: Bool) throws -> Bool {
    if let (work, child) = running {
      guard child.hasEnded else { return true }
      running = nil
      take(work, child.wait())
    }
    guard goesOn else { return false }
    turn += 1
    let work = Work.allCases[turn % Work.allCases.count]
    running = (work, try shop.start(try arguments(for: work), as: name))
    return true
  }

  private var name: String { "desk-\(number)" }

  /// A number that no run of any desk had before.
  private var unique: Int { turn * 16 + number }

  private func take(_ work: Work, _ exitCode: Int32) {
    runs += 1
    let errors = shop.text(of: name + ".err")
    switch exitCode {
    case 0: kept[work, default: 0] += count(work)
    case 75 where !errors.isEmpty: refusals += 1
    default: failures.append("\(work): exit \(exitCode): \(errors)")
    }
  }

  /// How many rows the command said it had kept.
  private func count(_ work: Work) -> Int {
    struct Report: Decodable { let added: Int, changed: Int }
    switch work {
    case .score, .pay, .request: return 1
    case .ownContacts, .sharedContacts, .absence, .people:
      let text = shop.text(of: name + ".out")
      guard let report = try? JSONDecoder().decode(Report.self, from: Data(text.utf8)) else {
        failures.append("\(work): printed \(text)")
        return 0
      }
      if work == .people { base = 400_000 + unique }
      return work == .sharedContacts ? report.changed : report.added + report.changed
    }
  }

  /// The words of the command, after the file that it reads was written.
  private func arguments(for work: Work) throws -> [String] {
    let file = name + ".csv"
    switch work {
    case .ownContacts:
      try shop.write(contacts { "D\(self.number)-\(self.turn)-\($0)" }, to: file)
      return ["contacts", "import", file, "--source", name, "--json"]
    case .sharedContacts:
      try shop.write(contacts { "C\($0)" }, to: file)
      return ["contacts", "import", file, "--json"]
    case .score: return ["score", "run", "--month", "2026-10", "--quiet"]
    case .pay: return ["pay", "run", "--month", "2026-10", "--quiet"]
    case .people:
      try shop.write(
        """
        agent_id,name,team,rung,hired_on,left_on,contract,base_fen,skills,channels
        \(agent),员工,T9,agent,2024-02-01,,full-time,\(400_000 + unique),presale,app

        """, to: file)
      return ["people", "import", file, "--as-of", "2026-11-01", "--json"]
    case .absence:
      let day = day.description
      try shop.write(
        "agent_id,first_day,last_day,kind\nA\(number),\(day),\(day),annual\n", to: file)
      return ["people", "absence", file, "--json"]
    case .request:
      return [
        "roster", "request", "add", "--agent", "A\(number)", "--day", day.description, "--wish",
        "off",
      ]
    }
  }

  private var day: Day { Day(ordinal: 20_800 + Int32(turn)) }

  /// A file of contacts, whose handle time nobody gave them before.
  private func contacts(_ id: (Int) -> String) -> String {
    "contact_id,channel,queue,topic,agent_id,arrived_at,handle_seconds,complaint,transferred\n"
      + (0..<Self.batch).map { index in
        "\(id(index)),app,presale,presale,A\(index),2026-10-20T10:00:\(10 + index)+08:00,"
          + "\(unique),0,0\n"
      }.joined()
  }
}
