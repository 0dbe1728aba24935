import Foundation
import MusterStore
import MusterTesting
import Testing
import Vocabulary

/// What tests of troubles share: how a command is refused, and what is whole afterwards.
extension Shop {
  /// A shop in which the month was paid, so that there is a ledger.
  static func paid(on engine: StoreEngine) throws -> Shop {
    let shop = try Shop(.whole, on: engine)
    try shop.must("pay", "run", "--month", "2026-10")
    return shop
  }

  /// Runs `arguments` in both languages and expects to be refused with `exitCode`, by words that hold
  /// `en` and `zh` each.
  func expectRefusal(
    _ arguments: [String], _ exitCode: Int32, en: String, zh: String, now: String = Shop.now,
    under prefix: [String] = [], _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (locale, words) in [("en", en), ("zh", zh)] {
      let outcome = try run(arguments + ["--locale", locale], under: prefix, now: now)
      #expect(
        outcome.exitCode == exitCode && outcome.errors.contains(words),
        "\(comment ?? ""): \(arguments) \(outcome)", sourceLocation: sourceLocation)
    }
  }

  /// Runs `muster` by another program, such as one that gives up rights.
  func run(
    _ arguments: [String], under prefix: [String], now: String = Shop.now
  ) throws -> Outcome {
    guard let program = prefix.first else { return try run(arguments, now: now) }
    let name = "\(folder)/under-\(UUID().uuidString)"
    let child = try Child(
      program, prefix.dropFirst() + [Binary.path] + arguments + ["--now", now],
      environment: ["PATH=/usr/bin:/bin", "HOME=/", "LC_ALL=C.UTF-8", "MUSTER_ACTOR=tester"],
      folder: folder, output: name + ".out", errors: name + ".err")
    let code = child.wait()
    func text(_ end: String) -> String {
      defer { try? FileManager.default.removeItem(atPath: name + end) }
      return Checkout.read(name + end) ?? ""
    }
    return Outcome(exitCode: code, output: text(".out"), errors: text(".err"))
  }

  /// The store as a test opens it beside the command.
  func store() throws -> Store { try Shop.store(at: database) }

  static func store(at place: String) throws -> Store {
    try Store.open(at: place, now: Instant(seconds: 1_793_581_200), patience: 1)
  }

  /// Expects a sound store that holds what it held before.
  func expectWhole(
    _ before: [Contents], _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let faults = try faults()
    #expect(faults.isEmpty, comment, sourceLocation: sourceLocation)
    let now = try contents()
    let changed = zip(before, now).filter { $0 != $1 }.map(\.0.table)
    #expect(changed.isEmpty, comment, sourceLocation: sourceLocation)
  }

  /// The bytes of the store's file.
  func bytes() throws -> [UInt8] { try [UInt8](Data(contentsOf: URL(fileURLWithPath: database))) }

  func put(_ bytes: some Collection<UInt8>, at path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Runs a program of the system; false where it fails.
  @discardableResult
  static func system(_ words: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

/// A small disk, mounted for one test; skips it where that is not permitted.
final class SmallDisk {
  let folder: String

  init(bytes: Int) throws {
    folder = FileManager.default.temporaryDirectory.path + "/muster-disk-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard
      Shop.system("mount", "-t", "tmpfs", "-o", "size=\(bytes >> 10)k,mode=755", "tmpfs", folder)
    else {
      try? FileManager.default.removeItem(atPath: folder)
      try Test.cancel("no file system can be mounted here")
    }
  }

  deinit {
    Shop.system("umount", "-l", folder)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The bytes that are taken.
  var used: Int {
    let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    let all = facts?[.systemSize] as? Int ?? 0
    return all - (facts?[.systemFreeSize] as? Int ?? 0)
  }

  func remount(_ options: String) -> Bool {
    Shop.system("mount", "-o", "remount,\(options)", folder)
  }
}
