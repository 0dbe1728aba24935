public import MusterOperations
public import MusterWords
public import Rostering
import Vocabulary

extension ExplainedRoster {
  /// Agents and times of this roster in words.
  public var words: RosterExplanationWords { RosterExplanationWords(problem, names: names) }

  /// The explanation in sentences, a line each; what belongs to a line above it is set in.
  public func lines(_ explanation: RosterExplanation) -> [Phrase] {
    let words = words
    func inset(_ phrase: Phrase) -> Phrase { Phrase(zh: "  \(phrase.zh)", en: "  \(phrase.en)") }
    var lines = explanation.shortages.flatMap { shortage in
      [words.headline(shortage)] + words.reasons(shortage).map(inset)
        + [inset(words.remedy(shortage))]
    }
    if lines.isEmpty, explanation.further == 0 { lines.append(RosterWords.nothingShort) }
    if explanation.further > 0 { lines.append(RosterWords.moreShort(explanation.further)) }
    if explanation.refused.isEmpty { lines.append(RosterWords.nothingRefused) }
    return lines
      + explanation.refused.flatMap { [words.headline($0), inset(words.phrase(of: $0.outcome))] }
  }

  public func json(_ explanation: RosterExplanation) -> JSON {
    .object([
      JSON.Member("roster", number.map { .int($0) } ?? .null),
      JSON.Member("shortages", .array(explanation.shortages.map { $0.json(in: problem) })),
      JSON.Member("further_shortages", .int(Int64(explanation.further))),
      JSON.Member("refused", .array(explanation.refused.map { $0.json(in: problem) })),
    ])
  }

  public func json(_ choice: ShiftChoice) -> JSON {
    .object([
      JSON.Member("roster", number.map { .int($0) } ?? .null),
      JSON.Member("agent_id", .text(choice.agent.text)),
      JSON.Member("day", .text(choice.day.description)),
      JSON.Member("given", problem.word(of: choice.given)),
      JSON.Member(
        "alternatives",
        .array(
          choice.alternatives.map { alternative in
            .object(
              [JSON.Member("pattern", alternative.pattern.map { .text($0) } ?? .null)]
                + alternative.outcome.members(in: problem))
          })),
    ])
  }
}

extension Shortage {
  fileprivate func json(in problem: RosterProblem) -> JSON {
    .object([
      JSON.Member("about", .text(subject.phrase.en)),
      JSON.Member("start", .text(problem.zone.format(start))),
      JSON.Member("end", .text(problem.zone.format(end))),
      JSON.Member("missing", .int(Int64(missing))),
      JSON.Member("most_missing", .int(Int64(mostMissing))),
      JSON.Member("cost", .int(Int64(cost))), JSON.Member("qualified", .int(Int64(qualified))),
      JSON.Member(
        "absentees",
        .array(
          absentees.map { absentee in
            var members = [
              JSON.Member("agent_id", .text(absentee.agent.text)),
              JSON.Member("obstacle", .text(absentee.obstacle.code)),
              JSON.Member("present", .int(Int64(absentee.present))),
            ]
            switch absentee.obstacle {
            case .elsewhere(let stream):
              members.append(
                JSON.Member("stream", stream.map { .text($0.description) } ?? .null))
            case .rules(let breaches):
              members.append(JSON.Member("breaches", .array(breaches.map(\.json))))
            case .price(let cost): members.append(JSON.Member("cost", .int(Int64(cost))))
            case .absent, .onBreak, .noPattern: break
            }
            return .object(members)
          })),
      JSON.Member("remedy", remedy?.json(in: problem) ?? .null),
    ])
  }
}

extension RefusedRequest {
  fileprivate func json(in problem: RosterProblem) -> JSON {
    .object(
      [
        JSON.Member("agent_id", .text(agent.text)),
        JSON.Member("day", .text(request.day.description)),
        JSON.Member("wish", .text(request.wish.rawValue)),
        JSON.Member("pattern", request.pattern.map { .text($0) } ?? .null),
        JSON.Member("weight", .int(Int64(request.weight))),
        JSON.Member("given", problem.word(of: given)),
      ] + outcome.members(in: problem))
  }
}

extension RowOutcome {
  /// Whether it is possible, with its price or what bars it.
  fileprivate func members(in problem: RosterProblem) -> [JSON.Member] {
    switch self {
    case .possible(let price):
      [JSON.Member("possible", .bool(true)), JSON.Member("price", price.json(in: problem))]
    case .impossible(let conflict):
      [
        JSON.Member("possible", .bool(false)),
        JSON.Member("conflict", .array(conflict.map { .text($0.phrase.en) })),
      ]
    }
  }
}

extension RowPrice {
  fileprivate func json(in problem: RosterProblem) -> JSON {
    .object([
      JSON.Member("agent_id", .text(agent.text)),
      JSON.Member("cost", .int(Int64(difference.total))),
      JSON.Member("breakdown", difference.json),
      JSON.Member("changes", .array(changes.map { $0.json(in: problem) })),
    ])
  }
}
