import Glibc

/// The file of a store on SQLite.
enum SQLiteFile {
  /// Makes an empty file that only its owner may read and write.
  ///
  /// SQLite gives its `-wal` and `-shm` files the same permissions.
  static func create(at path: String) throws {
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? StoreFault.exists(path: path) : StoreFault.cannotCreate(path: path, code: errno)
    }
    close(descriptor)
  }

  /// Removes the file at `path`, where there is one.
  static func remove(_ path: String) {
    _ = unsafe unlink(path)
  }

  /// Removes the store at `path` and what SQLite keeps beside it, where there is one.
  static func removeStore(_ path: String) {
    for end in companions { remove(path + end) }
  }

  /// What the names of a store's files end in.
  private static let companions = ["", "-wal", "-shm"]

  /// The file at `path` in SQLite's words for one that does not change while it is read.
  static func immutable(_ path: String) -> String {
    let plain = path.replacing("%", with: "%25").replacing("?", with: "%3f")
      .replacing("#", with: "%23")
    return "file:\(plain)?immutable=1"
  }

  /// Gives the store at `path` and what SQLite keeps beside it the name `newPath`.
  static func moveStore(_ path: String, to newPath: String) throws {
    removeStore(newPath)
    for end in companions where facts(of: path + end) != nil {
      try move(path + end, to: newPath + end)
    }
  }

  /// Gives the file at `path` the name `newPath`, in place of what has it.
  static func move(_ path: String, to newPath: String) throws {
    guard unsafe rename(path, newPath) == 0 else {
      throw StoreFault.cannotCreate(path: newPath, code: errno)
    }
  }

  /// The size in bytes and the permission bits of the file at `path`; nil where there is none.
  static func facts(of path: String) -> (bytes: Int64, permissions: Int)? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return (Int64(status.st_size), Int(status.st_mode & 0o777))
  }
}
