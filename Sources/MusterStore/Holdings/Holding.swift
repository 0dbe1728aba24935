/// What a table holds of people: rows about an agent, who did what, and where their words stand.
///
/// Every table is in ``Migrations/tables``, so that none is forgotten when a person asks what is held on them, or
/// has to be erased; a test compares the list with the schema.
struct Holding: Sendable {
  let table: String
  /// Which rows are about the agent whose id is `$1`; nil where none is about one agent.
  var rows: String?
  /// Columns that say who did something, by whatever name they went.
  var actors: [String] = []
  /// The column that says when that was.
  var moment: String?
  /// Columns with names and with what people wrote.
  var words: [String] = []
}
