extension Migration {
  /// A check for each of a million contacts takes PostgreSQL longer than to store them.
  static let contactReferences = Migration(
    version: 13, name: "contactReferences",
    statements: [
      .manyReferences(
        table: "contact", columns: [(name: "import_id", target: "import"), ("agent_id", "agent")])
    ])
}
