import Glibc
import MusterWords

/// Bytes to be read once, from a file, from standard input or from memory, a chunk at a time.
final class ByteSource {
  /// The name that faults give: the path, or `-` for standard input.
  let file: String
  /// How many bytes there are, where that is known before reading.
  let byteCount: Int?
  /// How many bytes were handed out.
  private(set) var bytesRead = 0

  private let chunkSize: Int
  private let descriptor: Int32?
  private var memory: ArraySlice<UInt8>

  /// The bytes of the file at `path`; `-` is standard input.
  init(path: String, chunkSize: Int) throws(FileRefusal) {
    self.file = path
    self.chunkSize = chunkSize
    self.memory = []
    guard path != "-" else {
      self.descriptor = STDIN_FILENO
      self.byteCount = nil
      return
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let missing = errno == ENOENT || errno == ENOTDIR
      throw TableFault.refusal(
        missing ? .missing : .unreadable, missing ? .noSuchFile : .unreadable, file: path)
    }
    self.descriptor = descriptor
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    self.byteCount = isKnown ? Int(status.st_size) : nil
  }

  /// `bytes`, as if they stood in `file`.
  init(bytes: [UInt8], file: String, chunkSize: Int) {
    self.file = file
    self.chunkSize = chunkSize
    self.descriptor = nil
    self.byteCount = bytes.count
    self.memory = bytes[...]
  }

  deinit {
    if let descriptor, descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next chunk, or nil after the last one; a chunk is never empty.
  func next() throws(FileRefusal) -> [UInt8]? {
    let chunk: [UInt8]
    if let descriptor {
      chunk = try read(descriptor)
    } else {
      chunk = Array(memory.prefix(chunkSize))
      memory = memory.dropFirst(chunk.count)
    }
    bytesRead += chunk.count
    return chunk.isEmpty ? nil : chunk
  }

  private func read(_ descriptor: Int32) throws(FileRefusal) -> [UInt8] {
    var failed = false
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
      var got = -1
      repeat {
        got = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      } while got < 0 && errno == EINTR
      failed = got < 0
      count = max(0, got)
    }
    guard !failed else { throw TableFault.refusal(.unreadable, .unreadable, file: file) }
    return chunk
  }
}
