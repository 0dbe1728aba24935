/// What can be wrong with a policy as a text, before anybody asks what it means.
package enum PolicyFault: Hashable, Sendable {
  case encoding
  /// The YAML parser's own words.
  case syntax(String, line: Int?, column: Int?)
  case repeatedKey(String, line: Int?, column: Int?)
  case noMapping
}
