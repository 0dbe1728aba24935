import MusterWords
import Rostering
import Vocabulary

/// A line of `pairs`: two agents, with the place where they are named.
struct RosterPair {
  let pair: AgentPair
  private let node: PolicyNode

  /// The pairs that `node` lists, each as `together: [MENTOR, LEARNER]` or `apart: [ONE, OTHER]`.
  static func list(_ node: PolicyNode?) -> [RosterPair] {
    (node?.items ?? []).flatMap { item in
      item.allow(keys: "together", "apart")
      return item.entries.compactMap { key, value -> RosterPair? in
        guard let tie = key.scalar.flatMap(AgentPair.Tie.init(rawValue:)) else { return nil }
        let agents = value.items.compactMap { $0.text() }.compactMap { AgentNumber($0) }
        guard agents.count == 2, agents[0] != agents[1] else {
          value.report(found: agents.map(\.text).joined(separator: ", "), wanted: .twoAgents)
          return nil
        }
        return RosterPair(pair: AgentPair(tie, agents[0], agents[1]), node: value)
      }
    }
  }

  /// Those of `pairs` that `known` agents can be; the others are noted as faults.
  static func sound(_ pairs: [RosterPair], known: [AgentNumber]) -> [AgentPair] {
    var kept: [AgentPair] = []
    for line in pairs {
      let pair = line.pair
      for agent in [pair.first, pair.second] where !known.contains(agent) {
        let near = nearest(to: agent.text, among: known.map(\.text))
        line.node.report(
          found: agent.text, wanted: .knownAgent, hint: near.map(Phrase.maybe) ?? .pairHint)
      }
      let ties = kept.filter { $0.tie == .together }
      let isChain =
        pair.tie == .together
        && ties.contains {
          $0.second == pair.second || $0.second == pair.first || $0.first == pair.second
        }
      let contradicts = kept.contains {
        Set([$0.first, $0.second]) == [pair.first, pair.second] && $0.tie != pair.tie
      }
      if isChain || contradicts {
        line.node.report(
          found: "\(pair.first), \(pair.second)",
          wanted: contradicts ? .noContraryPair : .oneMentor)
        continue
      }
      kept.append(pair)
    }
    return kept
  }
}
