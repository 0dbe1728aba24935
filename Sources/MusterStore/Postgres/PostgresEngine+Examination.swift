extension PostgresEngine {
  func examine() throws -> EngineReport {
    let report = try read { session in
      let connection = Connection(session: session)
      let version: String? = try connection.first(
        "SELECT current_setting('server_version') AS version")?["version"]
      let bytes: Int64? = try connection.first(
        """
        SELECT CAST(COALESCE(SUM(pg_total_relation_size(oid)), 0) AS BIGINT) AS bytes
        FROM pg_class
        WHERE relkind = 'r' AND relnamespace =
          (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('migration'))
        """)?["bytes"]
      return EngineReport(
        engine: "PostgreSQL \(version ?? "")", place: address.shown, bytes: bytes ?? 0,
        permissions: nil, damage: try connection.halfMade(), risks: try connection.risks())
    }
    var whole = report
    whole.damage += try unreadableTables()
    return whole
  }

  /// Tables that the server cannot read to their end, by what it says of them.
  private func unreadableTables() throws -> [String] {
    try Migrations.tables.map(\.table).compactMap { table in
      do {
        // The whole row is looked at, and with it every page.
        try read { _ = try $0.query("SELECT COUNT(t.*) AS rows FROM \(table) t", []) }
        return nil
      } catch StoreFault.corrupt {
        return "\(table): unreadable"
      }
    }
  }
}

extension Connection {
  /// Indexes and rules that the server does not hold to, as after a failed repair.
  fileprivate func halfMade() throws -> [String] {
    try query(
      """
      SELECT CAST(CAST(i.indexrelid AS regclass) AS text) AS name
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      WHERE NOT i.indisvalid AND c.relnamespace =
        (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('migration'))
      UNION ALL
      SELECT CAST(conname AS text) FROM pg_constraint
      WHERE NOT convalidated AND connamespace =
        (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('migration'))
      ORDER BY name
      """
    ).map { "\(try $0["name"] as String): not valid" }
  }

  /// Settings of the server, and of the way to it, that endanger what is kept.
  fileprivate func risks() throws -> [EngineReport.Risk] {
    let wanted = [
      ("fsync", "on"), ("full_page_writes", "on"), ("synchronous_commit", "on"),
      ("zero_damaged_pages", "off"), ("ignore_checksum_failure", "off"), ("autovacuum", "on"),
      ("server_encoding", "UTF8"),
    ]
    var risks: [EngineReport.Risk] = []
    for (setting, value) in wanted {
      let found: String = try first("SELECT current_setting($1) AS value", setting)?["value"] ?? ""
      // Others than `off` wait for one more machine or for one fewer, and lose nothing.
      let isSound = setting == "synchronous_commit" ? found != "off" : found == value
      if !isSound {
        risks.append(EngineReport.Risk(setting: setting, found: found, wanted: value))
      }
    }
    let version: String? = try first(
      """
      SELECT current_setting('server_version') AS version
      WHERE CAST(current_setting('server_version_num') AS INTEGER) < 140000
      """)?["version"]
    if let version {
      risks.append(EngineReport.Risk(setting: "server_version", found: version, wanted: "14"))
    }
    let open = try first(
      """
      SELECT 1 AS open FROM pg_stat_ssl
      WHERE pid = pg_backend_pid() AND NOT ssl AND inet_server_addr() IS NOT NULL
        AND NOT inet_server_addr() <<= inet '127.0.0.0/8' AND inet_server_addr() <> inet '::1'
      """)
    if open != nil {
      risks.append(EngineReport.Risk(setting: "connection", found: "off", wanted: "on"))
    }
    let listens: String? = try first(
      """
      SELECT current_setting('listen_addresses') AS addresses
      WHERE current_setting('ssl') = 'off'
        AND current_setting('listen_addresses') NOT IN ('', 'localhost', '127.0.0.1', '::1')
      """)?["addresses"]
    if let listens {
      risks.append(EngineReport.Risk(setting: "ssl", found: listens, wanted: "on"))
    }
    return risks
  }
}
