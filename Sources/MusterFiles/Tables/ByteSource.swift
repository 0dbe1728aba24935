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
  /// Whether it was opened here.
  private var isOwn = false
  private var memory: ArraySlice<UInt8>

  /// The bytes of `source`.
  init(_ source: FileSource, chunkSize: Int) throws(FileRefusal) {
    file = source.name
    self.chunkSize = chunkSize
    memory = []
    switch source {
    case .bytes(let bytes, _):
      memory = bytes[...]
      descriptor = nil
      byteCount = bytes.count
      return
    case .descriptor(let open, _):
      descriptor = open
      isOwn = false
    case .path("-"):
      descriptor = STDIN_FILENO
      isOwn = false
    case .path(let path):
      let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else {
        let missing = errno == ENOENT || errno == ENOTDIR
        throw TableFault.refusal(
          missing ? .missing : .unreadable, missing ? .noSuchFile : .unreadable, file: path)
      }
      descriptor = opened
      isOwn = true
    }
    var status = stat()
    let isKnown =
      unsafe fstat(descriptor ?? -1, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && isOwn
    byteCount = isKnown ? Int(status.st_size) : nil
  }

  deinit {
    if let descriptor, isOwn { close(descriptor) }
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
