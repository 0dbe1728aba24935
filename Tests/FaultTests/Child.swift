import Glibc

/// A process that a test started, to be waited for, stopped or killed.
///
/// The one file here that hands memory to C.
@safe final class Child {
  let id: pid_t
  /// How it ended: its exit code, or 128 and the signal that killed it; nil while it lives.
  private(set) var exitCode: Int32?

  struct CannotStart: Error { let code: Int32 }

  /// Starts `program` in `folder`, its standard output and error going to two files there.
  init(
    _ program: String, _ arguments: [String], environment: [String], folder: String,
    output: String, errors: String
  ) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)
    let shell = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder, program]
    let words = unsafe (shell + arguments).map { unsafe strdup($0) } + [nil]
    let settings = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + settings).forEach { unsafe free($0) } }
    var id: pid_t = 0
    let code = unsafe posix_spawn(&id, shell[0], &actions, nil, words, settings)
    guard code == 0 else { throw CannotStart(code: code) }
    self.id = id
  }

  deinit { kill() }

  /// Waits for its end and gives the exit code.
  @discardableResult
  func wait() -> Int32 {
    look(0)
    return exitCode ?? -1
  }

  /// Whether it has ended by now.
  var hasEnded: Bool {
    look(WNOHANG)
    return exitCode != nil
  }

  /// Stops it where it stands; false where it has ended before.
  func stop() -> Bool {
    guard exitCode == nil else { return false }
    Glibc.kill(id, SIGSTOP)
    look(WUNTRACED)
    return exitCode == nil
  }

  /// Ends it as `kill -9` does, and waits for that.
  func kill() {
    guard exitCode == nil else { return }
    Glibc.kill(id, SIGKILL)
    look(0)
  }

  private func look(_ options: Int32) {
    guard exitCode == nil else { return }
    var status: Int32 = 0
    guard unsafe waitpid(id, &status, options) == id, status & 0xff != 0x7f else { return }
    exitCode = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }
}

/// SQLite's lock for writing, as another process sees it.
@safe final class WriteLock {
  private let path: String
  private var descriptor: Int32 = -1

  /// That of the store in the file at `path`.
  init(of path: String) { self.path = path + "-shm" }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether a process holds it: whether a transaction that writes is open.
  ///
  /// The first to open a file holds it as well, while it makes the index of the log; until that is
  /// done the index does not say that it is in use.
  var isHeld: Bool {
    if descriptor < 0 { descriptor = unsafe open(path, O_RDWR | O_CLOEXEC) }
    guard descriptor >= 0 else { return false }
    var isInUse: UInt8 = 0
    guard unsafe pread(descriptor, &isInUse, 1, 12) == 1, isInUse == 1 else { return false }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    // WAL_WRITE_LOCK of SQLite's walformat: the first byte after the two headers.
    lock.l_start = 120
    lock.l_len = 1
    guard unsafe fcntl(descriptor, F_GETLK, &lock) == 0 else { return false }
    return lock.l_type != Int16(F_UNLCK)
  }
}

/// Sleeps for `seconds`, at the least for a twentieth of a millisecond.
func pause(_ seconds: Double = 0.000_05) {
  usleep(UInt32(max(seconds, 0.000_05) * 1_000_000))
}
