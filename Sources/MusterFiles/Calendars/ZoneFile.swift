public import MusterWords
public import Vocabulary

extension Zone {
  /// The last year whose changes of the clock are known.
  private static let lastYear = 2100

  /// The zone that the system's tzdata has under `name`, such as `Asia/Shanghai`.
  public init(named name: String) throws(FileRefusal) {
    try self.init(named: name, folder: "/usr/share/zoneinfo")
  }

  /// The zone that the file `name` in `folder` describes.
  ///
  /// Refuses a name without a file, and a file that is not of RFC 8536, version 2 or later.
  public init(named name: String, folder: String) throws(FileRefusal) {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    guard isPlain, !name.isEmpty, !name.hasPrefix("/"),
      let bytes = try? Disk.bytes(at: "\(folder)/\(name)"),
      let zone = Zone(name: name, tzif: bytes)
    else {
      throw FileRefusal(
        .badData, FileFault(file: folder, found: name, wanted: .zone, hint: .zoneHint))
    }
    self = zone
  }

  /// The zone that `bytes` in the format of RFC 8536 describe, with changes up to the year 2100;
  /// nil where they are not of that format, version 2 or later.
  public init?(name: String, tzif bytes: [UInt8]) {
    var reader = TZifReader(bytes: bytes)
    guard let first = reader.header(), first.version >= UInt8(ascii: "2"),
      reader.skip(first.bodyLength(timeSize: 4)), let counts = reader.header()
    else { return nil }
    let times = (0..<counts.times).map { _ in reader.integer(8) }
    let kinds = (0..<counts.times).map { _ in reader.integer(1) }
    let offsets = (0..<counts.kinds).map { _ in
      let offset = reader.integer(4)
      _ = reader.skip(2)
      return Int(offset ?? 0)
    }
    let rest = counts.letters + counts.leaps * 12 + counts.standards + counts.universals
    guard reader.skip(rest), let footer = reader.footer(), let firstOffset = offsets.first else {
      return nil
    }
    var changes: [Transition] = []
    for (time, kind) in zip(times, kinds) {
      guard let time, let kind, offsets.indices.contains(Int(kind)) else { return nil }
      changes.append(Transition(start: Instant(seconds: time), offset: offsets[Int(kind)]))
    }
    if !footer.isEmpty {
      guard let rule = ZoneRule(footer) else { return nil }
      let known = changes.last?.start
      changes += rule.changes(after: known, through: Zone.lastYear)
    }
    var offset = firstOffset
    let real = changes.filter { change in
      defer { offset = change.offset }
      return change.offset != offset
    }
    self.init(name: name, firstOffset: firstOffset, transitions: real)
  }
}

/// Takes numbers off the front of the bytes of a TZif file, most significant byte first.
private struct TZifReader {
  struct Header {
    let version: UInt8
    let universals: Int
    let standards: Int
    let leaps: Int
    let times: Int
    let kinds: Int
    let letters: Int

    func bodyLength(timeSize: Int) -> Int {
      times * (timeSize + 1) + kinds * 6 + letters + leaps * (timeSize + 4) + standards
        + universals
    }
  }

  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func skip(_ count: Int) -> Bool {
    guard count >= 0, position + count <= bytes.count else { return false }
    position += count
    return true
  }

  /// A number of `size` bytes; of four or eight it has a sign.
  mutating func integer(_ size: Int) -> Int64? {
    let start = position
    guard skip(size) else { return nil }
    let value = bytes[start..<position].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return switch size {
    case 4: Int64(Int32(truncatingIfNeeded: value))
    default: Int64(truncatingIfNeeded: value)
    }
  }

  mutating func header() -> Header? {
    guard bytes.dropFirst(position).starts(with: "TZif".utf8), skip(4), let version = integer(1),
      skip(15)
    else { return nil }
    var counts: [Int] = []
    for _ in 0..<6 {
      guard let count = integer(4), count >= 0 else { return nil }
      counts.append(Int(count))
    }
    return Header(
      version: UInt8(truncatingIfNeeded: version), universals: counts[0], standards: counts[1],
      leaps: counts[2], times: counts[3], kinds: counts[4], letters: counts[5])
  }

  /// The rule for times after the last change, between two ends of lines.
  mutating func footer() -> String? {
    let newline = UInt8(ascii: "\n")
    guard position < bytes.count, bytes[position] == newline else { return nil }
    let text = bytes[(position + 1)...]
    guard let end = text.firstIndex(of: newline) else { return nil }
    return String(decoding: text[..<end], as: UTF8.self)
  }
}
