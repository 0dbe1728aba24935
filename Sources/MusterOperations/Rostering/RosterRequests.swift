import MusterFiles
public import MusterStore
import MusterWords
import People
import Rostering
import Vocabulary

extension Workspace {
  /// Keeps a wish, which the next roster weighs; refused where it contradicts one that stands.
  public func addRequest(_ request: RequestRecord, dryRun: Bool = false) throws -> RequestRecord {
    if let pattern = request.pattern {
      let known = try RosterSources(folder: folder, requests: nil).patterns()
      guard known.contains(pattern) else {
        throw Refusal(.badData, [RosterWords.noPattern(pattern, known: known)])
      }
    }
    let work: (Connection) throws -> RequestRecord = { connection in
      let days = request.days
      let agents = try connection.agents(in: days.lowerBound..<(days.upperBound + 1))
      guard agents.contains(where: { $0.number == request.agent }) else {
        throw Refusal(.noInput, [RosterWords.noAgent(request.agent, days)])
      }
      let contrary = try connection.requests(touching: days).first {
        $0.agent == request.agent && $0.pattern == request.pattern && $0.wish != request.wish
      }
      if let contrary { throw Refusal(.badData, [RosterWords.contraryRequest(contrary.id)]) }
      var kept = request
      kept.id = try connection.saveRequest(request)
      if dryRun { kept.id = 0 }
      return kept
    }
    return try store.change(dryRun: dryRun, work)
  }

  /// Takes back the wish with number `id`.
  public func withdrawRequest(_ id: Int64, dryRun: Bool = false) throws {
    let work: (Connection) throws -> Void = { connection in
      guard try connection.requests().contains(where: { $0.id == id }) else {
        throw Refusal(.noInput, [RosterWords.noRequest(id)])
      }
      try connection.withdrawRequest(id, at: now, actor: actor)
    }
    try store.change(dryRun: dryRun, work)
  }

  /// The wishes that stand for today or later.
  public func requests() throws -> [RequestRecord] {
    try store.read { try $0.requests() }.filter { $0.days.upperBound >= today }
  }
}
