public import Training
public import Vocabulary

/// Whose training in what is asked for; nil where everybody's or everything is.
public struct TrainingScope: Hashable, Sendable {
  public var agents: [AgentNumber]?
  public var modules: [Module.ID]?

  public init(agents: [AgentNumber]? = nil, modules: [Module.ID]? = nil) {
    self.agents = agents
    self.modules = modules
  }

  /// What the agent `a` and the row `t` of a query must meet.
  var condition: String {
    func isOne(_ column: String, of values: [Value], after count: Int) -> String {
      let list = values.indices.map { "$\(count + $0 + 1)" }.joined(separator: ", ")
      return values.isEmpty ? "1 = 0" : "\(column) IN (\(list))"
    }
    let numbers = agents.map { $0.map(\.stored) }
    let conditions = [
      numbers.map { isOne("a.number", of: $0, after: 0) },
      modules.map { isOne("t.module", of: $0.map(\.stored), after: numbers?.count ?? 0) },
    ].compactMap(\.self)
    return conditions.isEmpty ? "1 = 1" : conditions.joined(separator: " AND ")
  }

  /// The parameters of ``condition``.
  var values: [Value] { (agents ?? []).map(\.stored) + (modules ?? []).map(\.stored) }
}
