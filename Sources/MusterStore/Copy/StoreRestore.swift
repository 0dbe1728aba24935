public import Vocabulary

extension Store {
  /// Puts the store in the backup `file` to `place`, after it was read whole and found sound.
  ///
  /// `file` stays as it is; a backup of an older schema is brought up to date in a copy. A store
  /// that `place`, a file, has already is kept as `place.replaced`, or with a number where that name
  /// is taken, and the name is told; one on a server is not touched, and the backup refused by
  /// ``StoreFault/exists(path:)``. Until the last step all is as before.
  public static func restore(
    from file: String, to place: String, now: Instant,
    progress: (Int64) throws -> Void = { _ in }
  ) throws -> (copy: StoreCopy, kept: String?) {
    guard SQLiteFile.facts(of: file) != nil else { throw StoreFault.missing(path: file) }
    let isServer = PostgresAddress.isAddress(place)
    let draft = (isServer ? file : place) + ".draft"
    defer { SQLiteFile.removeStore(draft) }
    try SQLiteEngine.copy(file, to: draft)
    let store = try open(
      at: draft, now: now, patience: patience, keepingOld: false, evenIfMoved: true)
    guard try store.engine.examine().damage.isEmpty else { throw StoreFault.corrupt }
    if isServer {
      return (try store.copy(to: place, at: now, progress: progress), nil)
    }
    let restored = place + ".restored"
    SQLiteFile.removeStore(restored)
    let copy = try store.copy(to: restored, at: now, progress: progress)
    guard SQLiteFile.facts(of: place) != nil else {
      try SQLiteFile.move(restored, to: place)
      return (copy, nil)
    }
    try SQLiteFile.refuseWhereBusy(place)
    let kept = SQLiteFile.freeName(place + ".replaced")
    try SQLiteFile.moveStore(place, to: kept)
    try SQLiteFile.move(restored, to: place)
    return (copy, kept)
  }
}
