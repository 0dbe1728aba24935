extension Migration {
  static let policies = Migration(
    version: 3, name: "policies",
    statements: [
      """
      CREATE TABLE policy (
        hash {text} NOT NULL PRIMARY KEY,
        kind {text} NOT NULL,
        path {text} NOT NULL,
        text {text} NOT NULL
      ) {strict}
      """,
      .appendOnly(table: "policy"),
    ])
}
