import Vocabulary

/// Where a copy of a store is being put.
///
/// What is there is marked before the first row comes, in a transaction of its own, and stays so
/// until ``finish()``: whatever ends the copying before, nobody can take it for a store, and the
/// next copy to the same place takes it over. A file has another name until then besides.
struct CopyTarget {
  private let engine: any Engine
  private let place: String
  /// The name of the file until it is whole; nil on a server.
  private let part: String?

  /// Marks `place`, a new file or a database without a store, as being copied to from `source`.
  ///
  /// Throws ``StoreFault/exists(path:)`` where there is a store, or any file, and
  /// ``StoreFault/busy`` where another process is copying there.
  init(_ place: String, from source: String, at now: Instant, patience: Double) throws {
    if PostgresAddress.isAddress(place) {
      let address = try PostgresAddress(place)
      self.place = address.shown
      self.part = nil
      self.engine = try PostgresEngine(address, patience: patience)
    } else {
      guard !SQLiteFile.isTaken(place) else { throw StoreFault.exists(path: place) }
      let part = place + ".part"
      if SQLiteFile.facts(of: part) != nil {
        try SQLiteFile.refuseWhereBusy(part, patience: patience)
      }
      SQLiteFile.removeStore(part)
      try SQLiteFile.create(at: part)
      self.place = place
      self.part = part
      do {
        self.engine = try SQLiteEngine(path: part, patience: patience)
      } catch {
        SQLiteFile.removeStore(part)
        throw error
      }
    }
    do {
      try engine.make { session in
        let connection = Connection(session: session)
        if try connection.mark()?.kind == .arriving {
          try CopyTarget.clear(session)
        } else if try session.hasTable("migration") {
          throw StoreFault.exists(path: self.place)
        }
        try connection.set(StoreMark(kind: .arriving, place: source, at: now))
      }
    } catch {
      if let part { SQLiteFile.removeStore(part) }
      throw error
    }
  }

  /// Makes the tables and has `body` fill them; where it throws, all is taken away again.
  func fill<T>(_ body: (any Session) throws -> T) throws -> T {
    do {
      return try engine.make { session in
        guard try !session.hasTable("migration") else { throw StoreFault.exists(path: place) }
        try Store.build(session, schema: Migrations.newest, now: nil)
        return try body(session)
      }
    } catch StoreFault.constraint {
      abandon()
      // A store holds no such row unless it is damaged.
      throw StoreFault.corrupt
    } catch {
      abandon()
      throw error
    }
  }

  /// Makes what was filled a store that anybody may open.
  func finish() throws {
    try engine.make { try Connection(session: $0).removeMark() }
    guard let part else { return }
    try (engine as? SQLiteEngine)?.close()
    guard !SQLiteFile.isTaken(place) else { throw StoreFault.exists(path: place) }
    try SQLiteFile.move(part, to: place)
  }

  /// Takes everything away again; what cannot be taken away stays marked.
  func abandon() {
    if let part {
      try? (engine as? SQLiteEngine)?.close()
      SQLiteFile.removeStore(part)
    } else {
      try? engine.make { try CopyTarget.clear($0) }
    }
  }

  /// Removes what an interrupted copy left, and its mark.
  private static func clear(_ session: any Session) throws {
    for table in Migrations.tables.map(\.table).reversed() + [StoreMark.table] {
      _ = try session.execute(session.dialect.remove(table), [])
    }
    for function in Migrations.functions(of: session.dialect) {
      _ = try session.execute("DROP FUNCTION IF EXISTS \(function) CASCADE", [])
    }
  }
}
