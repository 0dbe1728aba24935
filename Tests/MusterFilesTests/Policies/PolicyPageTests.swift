import MusterFiles
import MusterWords
import Testing
import Vocabulary

private func page(_ text: String) throws -> PolicyPage {
  try PolicyPage(text: text, file: "plan.yaml")
}

/// What a reader is told that asks `read` of the value of `x`.
private func faults(
  _ value: String, _ read: (PolicyNode) -> Void
) throws -> [String] {
  let page = try page("x: \(value)\n")
  if let node = page.root.required("x") { read(node) }
  return page.refusal.faults.map { $0.text(in: .en) }
}

@Suite struct PolicyPageTests {
  @Test(arguments: [
    (text: "12.5%", share: 1250), (text: "100%", share: 10_000), (text: "0 %", share: 0),
    (text: "\"7.25%\"", share: 725), (text: "0.01%", share: 1),
  ])
  func readsShares(text: String, share: Int64) throws {
    #expect(try page("x: \(text)\n").root["x"]?.percent() == BasisPoints(share))
  }

  @Test(arguments: [
    (text: "1200", fen: 120_000), (text: "1.10", fen: 110), (text: "-0.05", fen: -5),
    (text: "1200.500", fen: 120_050), (text: "92233720368547758.07", fen: Int64.max),
  ])
  func readsMoney(text: String, fen: Int64) throws {
    #expect(try page("x: \(text)\n").root["x"]?.money() == Money(minorUnits: fen))
  }

  @Test(arguments: [
    (text: "9:00", minutes: 540), (text: "09:30", minutes: 570), (text: "0:00", minutes: 0),
    (text: "24:00", minutes: 1440),
  ])
  func readsTimesOfDay(text: String, minutes: Int) throws {
    #expect(try page("x: \(text)\n").root["x"]?.timeOfDay() == minutes)
  }

  @Test(arguments: [
    (text: "8:30", minutes: 510), (text: "8h", minutes: 480), (text: "45m", minutes: 45),
    (text: "1h30m", minutes: 90),
  ])
  func readsAmountsOfTime(text: String, minutes: Int) throws {
    #expect(try page("x: \(text)\n").root["x"]?.minutes() == Minutes(minutes))
  }

  @Test func readsScalarsAsTheyStand() throws {
    let root = try page("a: no\nb: 1.10\nc: 0x1F\nd: 2026-03-31\ne: ~\nf: 007\n").root
    #expect(root["a"]?.text() == "no")
    #expect(root["a"]?.flag() == false)
    #expect(root["b"]?.text() == "1.10")
    #expect(root["c"]?.text() == "0x1F")
    #expect(root["d"]?.day() == Day("2026-03-31"))
    #expect(root["e"]?.text() == "~")
    #expect(root["f"]?.wholeNumber() == 7)
    #expect(root.page.isSound)
  }

  @Test func readsMappingsAndLists() throws {
    let root = try page("tiers:\n  - floor: 90\n  - floor: 80\nweights: {csat: 50%, speed: 50%}\n")
      .root
    #expect(root.list("tiers").map { $0["floor"]?.wholeNumber() } == [90, 80])
    #expect(root.list("tiers").map(\.path) == ["tiers[1]", "tiers[2]"])
    #expect(root.list("nothing").isEmpty)
    #expect(root.required("weights")?.entries.map { $0.key.scalar } == ["csat", "speed"])
  }

  @Test func readsPhrases() throws {
    let root = try page("a: {zh: 满意度, en: Satisfaction}\nb: CSAT\n").root
    #expect(root["a"]?.phrase() == Phrase(zh: "满意度", en: "Satisfaction"))
    #expect(root["b"]?.phrase() == Phrase(verbatim: "CSAT"))
  }

  @Test func tellsWhatIsWrongWithScalars() throws {
    #expect(
      try faults("12") { _ = $0.percent() } == [
        "plan.yaml:1:4: found \"12\", wanted a percentage of at least 0%, such as 12.5%"
      ])
    #expect(
      try faults("12.345%") { _ = $0.percent(in: .zero ... .one) } == [
        "plan.yaml:1:4: found \"12.345%\", wanted a percentage from 0% to 100%, such as 12.5%"
      ])
    #expect(
      try faults("[1]") { _ = $0.text() } == ["plan.yaml:1:4: wanted a text"])
    #expect(
      try faults("half_upp") { _ = $0.choice(of: Rounding.self) }.first?.hasSuffix(
        "; maybe \"half_up\"") == true)
    #expect(
      try faults("2026-02-30") { _ = $0.day() } == [
        "plan.yaml:1:4: found \"2026-02-30\", wanted a day such as 2026-03-31"
      ])
  }

  @Test func collectsAllProblemsInTheOrderOfTheFile() throws {
    let page = try page("name: A\nflor: 90\ncap: x\n")
    let root = page.root
    _ = root.required("cap")?.money()
    _ = root.required("floor")
    root.allow(keys: "name", "floor", "cap")
    #expect(!page.isSound)
    #expect(
      page.refusal.faults.map { $0.text(in: .en) } == [
        "plan.yaml:1:1: wanted a key `floor` here; maybe \"flor\"",
        "plan.yaml:2:1: found \"flor\", wanted one of the keys name, floor, cap; maybe \"floor\"",
        "plan.yaml:3:6: found \"x\", wanted an amount in major units with at most 2 decimals",
      ])
  }

  @Test(arguments: [
    (text: "a: 1\nb: 2\na: 3\n", problem: "plan.yaml:1:1: found \"a\", wanted each key once"),
    (text: "", problem: "plan.yaml:1: wanted YAML made of `key: value` entries"),
    (text: "- 1\n", problem: "plan.yaml:1: wanted YAML made of `key: value` entries"),
    (
      text: "a:\n\tb: 1\n",
      problem: "plan.yaml:2:1: wanted YAML (the parser: found character that cannot start any "
        + "token); indent with blanks, and put quotes around text that begins with a sign"
    ),
  ])
  func refusesWhatIsNoPolicy(text: String, problem: String) {
    let refusal = #expect(throws: FileRefusal.self) { try page(text) }
    #expect(refusal?.faults.map { $0.text(in: .en) } == [problem])
  }

  @Test func findsKeysThatDifferOnlyInQuotes() throws {
    let page = try page("1: a\n\"1\": b\n")
    _ = page.root.entries
    #expect(!page.isSound)
  }

  @Test func hashesTheTextWhateverItsLineEnds() throws {
    #expect(try page("a: 1\r\nb: 2\r\n").hash == page("a: 1\nb: 2\n").hash)
  }
}

@Suite struct WorkspaceSettingsTests {
  @Test func readsSettings() throws {
    let text = """
      time_zone: Europe/Berlin
      locale: en
      currency: EUR
      week_start: sunday
      database: muster.db
      """
    let settings = try WorkspaceSettings(text: text, file: "muster.yaml")
    #expect(settings.timeZone == "Europe/Berlin")
    #expect(settings.language == .en)
    #expect(settings.currency.code == "EUR")
    #expect(settings.weekStart == .sunday)
  }

  @Test func writesWhatItReads() throws {
    var settings = WorkspaceSettings(language: .zh)
    settings.weekStart = .sunday
    #expect(try WorkspaceSettings(text: settings.text, file: "muster.yaml") == settings)
  }

  @Test func reportsEveryFault() throws {
    let refusal = #expect(throws: FileRefusal.self) {
      try WorkspaceSettings(text: "local: zh\ncurrency: yuan\nweek_start: mon\n", file: "m.yaml")
    }
    #expect(refusal?.faults.map(\.line) == [1, 2, 3])
  }
}
