public import Vocabulary

extension Store {
  /// Puts the store in the backup `file` to `place`, after it was read whole and found sound.
  ///
  /// `file` stays as it is; a backup of an older schema is brought up to date in a copy. A store
  /// that `place`, a file, has already is kept as `place.replaced`; one on a server is not touched,
  /// and the backup refused by ``StoreFault/exists(path:)``. Until the last step all is as before.
  public static func restore(
    from file: String, to place: String, now: Instant,
    progress: (Int64) throws -> Void = { _ in }
  ) throws -> StoreCopy {
    guard SQLiteFile.facts(of: file) != nil else { throw StoreFault.missing(path: file) }
    let isServer = PostgresAddress.isAddress(place)
    let draft = (isServer ? file : place) + ".draft"
    defer { SQLiteFile.removeStore(draft) }
    try SQLiteEngine.copy(file, to: draft)
    let store = try open(at: draft, now: now, patience: patience, keepingOld: false)
    guard try store.engine.examine().damage.isEmpty else { throw StoreFault.corrupt }
    if isServer { return try store.copy(to: place, progress: progress) }
    let restored = place + ".restored"
    SQLiteFile.removeStore(restored)
    let copy = try store.copy(to: restored, progress: progress)
    if SQLiteFile.facts(of: place) != nil {
      try refuseWhereBusy(place)
      try SQLiteFile.moveStore(place, to: place + ".replaced")
    }
    try SQLiteFile.move(restored, to: place)
    return copy
  }

  /// Throws ``StoreFault/busy`` where another process writes to the store at `path`; one that is
  /// damaged beyond opening is nobody's to write.
  private static func refuseWhereBusy(_ path: String) throws {
    do {
      let engine = try SQLiteEngine(path: path, patience: patience)
      try engine.make { _ in }
      try engine.close()
    } catch StoreFault.busy {
      throw StoreFault.busy
    } catch {}
  }
}
