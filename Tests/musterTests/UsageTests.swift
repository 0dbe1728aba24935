import Foundation
import MusterTesting
import MusterWords
import Testing

@Suite("A command line that cannot be understood") struct UsageTests {
  /// Options and arguments that take any text: names, reasons, files and folders.
  private static let free: Set<String> = [
    "--actor", "--alias", "--cases", "--database", "--days", "--events", "--file", "--html",
    "--ladder", "--mapping", "--name", "--out", "--pattern", "--plan", "--reason", "--rejects",
    "--requests", "--scenario", "--scorecard", "--seen", "--source", "--standards", "--team",
    "--to", "--work", "--workspace", "--xlsx", "--zone", "<centre>", "<file>", "<files>",
    "<folder>", "<history>", "<load>", "<plan>", "<problem>", "<roster>",
  ]

  @Test("each option that not every text fits says in Chinese what it accepts") func accepted()
    throws
  {
    let help = try Process.output(of: Binary.folder + "/muster", ["--experimental-dump-help"])
    let dump = try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any]
    let root = try #require(dump?["command"] as? [String: Any])
    let names = Self.names(of: root)
    #expect(names.count > 60)
    for name in names where !Self.free.contains(name) {
      #expect(UsageWords.accepted(name) != nil, "\(name) says nothing")
    }
  }

  @Test(
    "is told in Chinese, with why and what is accepted",
    arguments: [
      (["people", "list", "--locale", "zh", "--jsn"], "没有选项 --jsn；是否就是 --json？"),
      (["people", "list", "--locale", "zh", "--as-of", "x"], "“x”不能用作 --as-of 的值：应为日期"),
      (["people", "list", "--locale", "fr"], "“fr”不能用作 --locale 的值：应为 zh 或 en"),
      (["people", "show", "--locale", "zh"], "缺少 <agent>：应为工号"),
      (["roster", "build", "--locale", "zh", "--days", "0"], "--days 从 1 到 366"),
    ] as [([String], String)])
  func chinese(arguments: [String], told: String) throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: Binary.path)
    process.arguments = arguments
    // Who asks for a language that there is none of is told in that of the environment.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": "zh_CN.UTF-8"]) { $1 }
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(text.contains("错误：" + told), "\(text)")
    #expect(text.contains("用法："))
  }

  private static func names(of command: [String: Any]) -> Set<String> {
    var names: Set<String> = []
    for argument in command["arguments"] as? [[String: Any]] ?? [] {
      if argument["kind"] as? String == "positional" {
        names.insert("<\(argument["valueName"] as? String ?? "")>")
      } else if argument["kind"] as? String == "option" {
        let long = (argument["names"] as? [[String: Any]] ?? []).first {
          $0["kind"] as? String == "long"
        }
        if let name = long?["name"] as? String { names.insert("--" + name) }
      }
    }
    for child in command["subcommands"] as? [[String: Any]] ?? []
    where child["commandName"] as? String != "help" {
      names.formUnion(Self.names(of: child))
    }
    return names
  }
}
