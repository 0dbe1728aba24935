import Foundation
import MusterTesting
import Testing

/// Commands as a user types them, with what they print, kept as files under `Transcripts/`.
///
/// `MUSTER_RECORD=1 swift test --filter TranscriptTests` writes what is printed now into the files, to
/// be read as a diff. `MUSTER_TRANSCRIPT=NAME` replays that file alone.
@Suite("Transcripts") struct TranscriptTests {
  static let folder = Checkout.root + "/Tests/musterTests/Transcripts"
  static let files =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()
    .filter { file in
      ProcessInfo.processInfo.environment["MUSTER_TRANSCRIPT"].map { file == $0 + ".txt" } ?? true
    }

  @Test("a transcript holds", arguments: files)
  func holds(file: String) throws {
    let path = Self.folder + "/" + file
    let text = try #require(Checkout.read(path))
    let transcript = try Transcript(text)
    let replayed = try transcript.replay()
    guard ProcessInfo.processInfo.environment["MUSTER_RECORD"] == nil else {
      return try replayed.text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    for (wanted, got) in zip(transcript.steps, replayed.steps) {
      #expect(got == wanted, "\(file): \(wanted.command)\n\(got.text)")
    }
  }

  @Test("there are transcripts") func someAreThere() {
    #expect(!Self.files.isEmpty)
  }
}

/// A story of commands: files to begin with, then each command with its output and exit code.
struct Transcript {
  struct Step: Equatable {
    var command: String
    var output = ""
    var errors = ""
    var exitCode: Int32 = 0

    var text: String {
      "$ \(command)\n" + output
        + (errors.isEmpty ? "" : "--- standard error\n" + errors)
        + (exitCode == 0 ? "" : "--- exit \(exitCode)\n") + "\n"
    }
  }

  enum Fault: Error { case fileWithoutEnd(String), noCommand }

  /// What the story is about, before the first file or command.
  var preface = ""
  var files: [(name: String, text: String)] = []
  var steps: [Step] = []

  /// Reads a transcript: files stand between `+++ NAME` and `+++`, steps begin with `$ COMMAND`.
  init(_ text: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.last?.isEmpty == true { lines.removeLast() }
    var isError = false
    while let line = lines.popFirst() {
      if line.hasPrefix("+++ ") {
        let name = String(line.dropFirst(4))
        guard let end = lines.firstIndex(of: "+++") else { throw Fault.fileWithoutEnd(name) }
        files.append((name, lines[..<end].map { $0 + "\n" }.joined()))
        lines = lines[(end + 1)...]
      } else if line.hasPrefix("$ ") {
        Transcript.trim(&steps)
        steps.append(Step(command: String(line.dropFirst(2))))
        isError = false
      } else if steps.isEmpty {
        if files.isEmpty { preface += line + "\n" }
      } else if line == "--- standard error" {
        isError = true
      } else if line.hasPrefix("--- exit ") {
        steps[steps.count - 1].exitCode = Int32(line.dropFirst(9)) ?? -1
      } else if isError {
        steps[steps.count - 1].errors += line + "\n"
      } else {
        steps[steps.count - 1].output += line + "\n"
      }
    }
    Transcript.trim(&steps)
    guard !steps.isEmpty else { throw Fault.noCommand }
  }

  /// Takes away the blank line that parts a step from the next.
  private static func trim(_ steps: inout [Step]) {
    guard var step = steps.popLast() else { return }
    if step.errors.hasSuffix("\n\n") || step.errors == "\n" {
      step.errors.removeLast()
    } else if step.errors.isEmpty, step.output.hasSuffix("\n\n") || step.output == "\n" {
      step.output.removeLast()
    }
    steps.append(step)
  }

  var text: String {
    preface
      + files.map { "+++ \($0.name)\n\($0.text)+++\n\n" }.joined()
      + steps.map(\.text).joined().dropLast()
  }

  /// The same story with what its commands print now, told in a folder of its own.
  func replay() throws -> Transcript {
    let folder = NSTemporaryDirectory() + "muster-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for file in files {
      // A `¶` at the end of a file stands for "no line end here", a `␍` for a carriage return.
      var text = file.text.replacingOccurrences(of: "␍", with: "\r")
      if text.hasSuffix("¶\n") { text.removeLast(2) }
      let path = folder + "/" + file.name
      let parent = (path as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    var replayed = self
    for index in steps.indices {
      replayed.steps[index] = try Transcript.run(steps[index].command, in: folder)
    }
    return replayed
  }

  private static func run(_ command: String, in folder: String) throws -> Step {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "( \(command)\n) > .output 2> .errors < /dev/null"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": Binary.folder + ":/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "MUSTER_ACTOR": "tester", "HOME": folder, "NO_COLOR": "1",
    ]
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        .replacingOccurrences(of: folder, with: "HERE")
    }
    var step = Step(command: command)
    step.output = try text(".output")
    step.errors = try text(".errors")
    step.exitCode = process.terminationStatus
    return step
  }
}
