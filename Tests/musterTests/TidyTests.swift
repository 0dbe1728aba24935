import Foundation
import MusterTesting
import MusterWords
import Testing

/// Rules of the tree that no compiler checks.
@Suite("Tidiness") struct TidyTests {
  struct Source {
    let path: String
    let text: String
    var target: String { String(path.split(separator: "/")[1]) }
    /// The lines that are not comments.
    var code: [Substring] {
      text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    }
  }

  static let pure = [
    "Vocabulary", "Statistics", "People", "Training", "Performance", "Incentives", "Forecasting",
    "Staffing", "Rostering",
  ]

  let sources: [Source] = TidyTests.swiftFiles(under: "Sources")

  static func swiftFiles(under folder: String) -> [Source] {
    let root = Checkout.root + "/" + folder
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map {
      Source(path: folder + "/" + $0, text: Checkout.read(root + "/" + $0) ?? "")
    }
  }

  @Test("the tree was found") func found() {
    #expect(sources.count > 50)
  }

  @Test("SQL stands in MusterStore alone") func sql() throws {
    let statement = try Regex(#""\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE)\s"#)
    for source in sources where source.target != "MusterStore" {
      for line in source.code where try statement.firstMatch(in: line) != nil {
        Issue.record("\(source.path): \(line)")
      }
    }
  }

  @Test("the pure layers import no Foundation and print nothing") func pureLayers() {
    for source in sources where Self.pure.contains(source.target) {
      for line in source.code {
        let trimmed = line.drop { $0 == " " }
        #expect(
          !(trimmed.contains("import Foundation") || trimmed.hasPrefix("print(")),
          "\(source.path): \(line)")
      }
    }
  }

  @Test("no Double stands in a file that mentions Money") func money() {
    for source in sources where Self.pure.contains(source.target) {
      let code = source.code.joined(separator: "\n")
      let words = Set(code.split { !$0.isLetter })
      #expect(
        !(words.contains("Money") && words.contains("Double")), "\(source.path) holds both")
    }
  }

  @Test("the fields do not import each other") func arrows() {
    let fields = Self.pure.dropFirst(3)
    for source in sources where fields.contains(source.target) {
      for field in fields where field != source.target {
        #expect(!source.text.contains("import \(field)\n"), "\(source.path) imports \(field)")
      }
    }
  }

  @Test("a layer imports none that stands beside or above it") func layers() {
    let above = [
      "MusterWords": ["MusterStore", "MusterFiles", "MusterOperations", "MusterViews"],
      "MusterStore": ["MusterWords", "MusterFiles", "MusterOperations", "MusterViews"],
      "MusterFiles": ["MusterStore", "MusterOperations", "MusterViews"],
      "MusterOperations": ["MusterViews"],
    ]
    for source in sources {
      let forbidden =
        Self.pure.contains(source.target)
        ? above.keys.sorted() + ["MusterViews"] : above[source.target] ?? []
      for target in forbidden {
        #expect(!source.text.contains("import \(target)\n"), "\(source.path) imports \(target)")
      }
    }
  }

  @Test("Chinese stands in MusterWords alone, invented and foreign texts apart") func words() throws
  {
    // What is invented for the demo, and what a server says, are no sentences of Muster.
    let others = ["MusterOperations/Demo/InventedShop", "MusterStore/Postgres/PostgresFault"]
    let chinese = try Regex(#""[^"\n]*[\u{4E00}-\u{9FFF}]"#)
    for source in sources where source.target != "MusterWords" {
      guard !others.contains(where: source.path.contains) else { continue }
      for line in source.text.split(separator: "\n")
      where !line.drop(while: \.isWhitespace).hasPrefix("//") && line.contains(chinese) {
        Issue.record("\(source.path): \(line)")
      }
    }
  }

  @Test("a catalogue is called XWords, and a value says its phrase by one name") func catalogues()
    throws
  {
    let type = try Regex(
      #"^(?:public |package )?(?:enum|struct) (\w+)"#, as: (Substring, Substring).self
    ).anchorsMatchLineEndings()
    let accessor = try Regex(
      #"^  (?:public |package )(?:var|func) (text|name|called|told|said|sentence|word|title)\b[^\n]*Phrase"#
    ).anchorsMatchLineEndings()
    for source in sources where source.target == "MusterWords" && !source.path.contains("/Speech/")
    {
      for match in source.text.matches(of: type) {
        let name = String(match.1)
        #expect(
          ["Words", "Fault", "Word", "Field", "Column"].contains(where: name.hasSuffix),
          "\(source.path) has \(name)")
      }
      #expect(!source.text.contains(accessor), "\(source.path) says a phrase by another name")
    }
  }

  @Test("tables, json and pages are built in MusterViews alone") func views() {
    let marks = [
      " Table(", "(Table(", "Table.Cell", "JSON.Member", "JSON.object", "<html", "<table", "<div",
    ]
    for source in sources where source.target != "MusterViews" {
      // A table of the store is another thing.
      guard source.target != "MusterStore" else { continue }
      for mark in marks where source.text.contains(mark) {
        Issue.record("\(source.path) has \(mark)")
      }
    }
  }

  @Test("importers know tables, not their formats") func tables() {
    for source in sources where !source.path.contains("MusterFiles/Tables/") {
      #expect(!source.text.contains("CSVReader"), "\(source.path) names CSVReader")
    }
  }

  @Test("no file is longer than 600 lines") func length() {
    for source in sources + Self.swiftFiles(under: "Tests") {
      let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 601, "\(source.path) has \(lines) lines")
    }
  }

  @Test("each roster rule has a case that breaks it and one that keeps it") func rules() throws {
    let cases = Checkout.read(Checkout.root + "/Tests/RosteringTests/RulesTests.swift") ?? ""
    let rule = try Regex(#"Rule\(\s*\.(\w+)"#, as: (Substring, Substring).self)
    let files = sources.filter { $0.path.contains("Rostering/Rules/") }
    let codes = files.flatMap { $0.text.matches(of: rule).map { String($0.1) } }
    #expect(codes.count > 10)
    for code in codes {
      #expect(cases.contains("rule: .\(code),"), "no case of \(code)")
    }
  }

  @Test("each command is told in a transcript") func commands() throws {
    let stories = TranscriptTests.files.compactMap {
      Checkout.read(TranscriptTests.folder + "/" + $0)
    }.joined()
    let help = try Process.output(of: Binary.folder + "/muster", ["--experimental-dump-help"])
    let dump = try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any]
    let root = try #require(dump?["command"] as? [String: Any])
    for command in Self.leaves(of: root) where !command.hasPrefix("muster help") {
      #expect(stories.contains(command), "no transcript tells \(command)")
    }
  }

  private static func leaves(of command: [String: Any], under parent: String = "") -> [String] {
    let name = (command["commandName"] as? String) ?? ""
    let path = parent.isEmpty ? name : parent + " " + name
    let children = (command["subcommands"] as? [[String: Any]] ?? [])
      .filter { $0["commandName"] as? String != "help" && $0["shouldDisplay"] as? Bool != false }
    return children.isEmpty ? [path] : children.flatMap { leaves(of: $0, under: path) }
  }
}

extension Process {
  /// What `program` prints on standard output.
  static func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(bytes: data, encoding: .utf8) ?? ""
  }
}
