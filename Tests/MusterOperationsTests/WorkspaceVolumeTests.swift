import FoundationEssentials
import Forecasting
import MusterFiles
import MusterStore
import MusterTesting
import MusterWords
import People
import Performance
import Statistics
import Testing
import Vocabulary

@testable import MusterOperations

/// A workspace in a folder of its own with eight weeks of contacts of two streams.
private final class TestWorkspace {
  let folder = FileManager.default.temporaryDirectory.path + "/muster-" + UUID().uuidString
  let first = Day(ordinal: 20_702)  // Monday, 7 September 2026.
  let workspace: Workspace

  static let standards = """
    planning: {interval: 30, shrinkage: 20%}
    channels:
      app: {open: {weekday: 9:00-21:00, weekend: 9:00-21:00}, target: 80/20s}
      email: {open: {weekday: 9:00-21:00, weekend: 9:00-21:00}, deadline: 24h}

    """
  static let chat = Stream(channel: "app", queue: "presale")
  static let mail = Stream(channel: "email", queue: "aftersale")

  init(
    on engine: StoreEngine, standards: String = TestWorkspace.standards, handles: Bool = true,
    weeks: Int = 8
  ) throws {
    let files = FileManager.default
    let place = try engine.place(file: folder + "/muster.db")
    try files.createDirectory(atPath: folder + "/rosters", withIntermediateDirectories: true)
    try Disk.write(
      "time_zone: Asia/Shanghai\nlocale: en\ndatabase: \(place)\n", to: folder + "/muster.yaml")
    try Disk.write(standards, to: folder + "/rosters/service.yaml")
    let now = Zone.china.start(of: first + 56) + 3600
    let clock = Workspace.Clock(now: now, actor: "tester")
    _ = try Store.create(at: place, now: now)
    workspace = try Workspace.open(folder: folder, clock: clock)
    guard weeks > 0, let number = AgentNumber("10001") else { return }
    let agent = Agent(
      number: number, name: "A", team: "T", rung: .agent, hiredOn: first, contract: "full-time")
    try workspace.store.write { connection in
      _ = try connection.importAgents([agent], from: first)
      let run = ImportRun(source: "main", file: "c.csv", at: now, actor: "tester")
      let writer = try connection.contactWriter(for: run, zone: .china)
      _ = try writer.add(contacts(weeks: weeks, by: number, handles: handles))
      _ = try writer.finish()
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Twelve chats an hour from 9 to 21 every day, two mails an hour on weekdays.
  private func contacts(weeks: Int, by agent: AgentNumber, handles: Bool) -> [Contact] {
    var generator = SeededGenerator(seed: 5)
    var contacts: [Contact] = []
    for offset in 0..<(weeks * 7) {
      let day = first + offset
      for hour in 9..<21 {
        for stream in [TestWorkspace.chat, TestWorkspace.mail] {
          let isMail = stream == TestWorkspace.mail
          if isMail, day.weekday.isWeekend { continue }
          for _ in 0..<(isMail ? 2 : 10 + generator.below(5)) {
            let second = Int64(hour * 3600 + generator.below(3600))
            contacts.append(
              Contact(
                externalID: "\(contacts.count)", channel: stream.channel, queue: stream.queue,
                topic: "order", agent: agent, arrivedAt: Zone.china.start(of: day) + second,
                handleSeconds: handles ? 300 : nil))
          }
        }
      }
    }
    return contacts
  }
}

@Suite("Forecast and staffing in a workspace") struct WorkspaceVolumeTests {
  @Test("contacts to forecast to requirement, kept and read again", arguments: StoreEngine.allCases)
  func whole(engine: StoreEngine) throws {
    let test = try TestWorkspace(on: engine)
    let workspace = test.workspace
    let forecast = try workspace.forecastVolume(days: 14)
    #expect(forecast.record.days == (test.first + 56)...(test.first + 69))
    #expect(forecast.streams.map(\.stream) == [TestWorkspace.chat, TestWorkspace.mail])
    #expect(forecast.streams.map(\.handleSeconds) == [300, 300])
    #expect(try workspace.forecast() == forecast)
    let chats = forecast.intervals.filter { $0.stream == TestWorkspace.chat }
    #expect(chats.count == 14 * 24)
    #expect(chats.allSatisfy { $0.mean > 4 && $0.mean < 8 && $0.p10 < $0.mean && $0.mean < $0.p90 })
    let mails = forecast.intervals.filter { $0.stream == TestWorkspace.mail }
    #expect(mails.allSatisfy { !$0.local.day.weekday.isWeekend })

    let requirement = try workspace.staffForecast()
    let kept = try workspace.requirement()
    #expect(kept.record == requirement.record && kept.intervals == requirement.intervals)
    #expect(requirement.record.forecast == forecast.record.id)
    #expect(requirement.intervals.count == forecast.intervals.count)
    for interval in requirement.intervals {
      #expect(interval.serviceLevel >= 0.8)
      let isMail = interval.stream == TestWorkspace.mail
      let needed = isMail ? interval.erlangs : Double(interval.agents)
      #expect((interval.scheduled * 0.8 - needed).magnitude < 1e-9)
      #expect((interval.asaSeconds == nil) == isMail)
    }
    // Mail is spread, not lost: a week's work is a week's volume at 300 seconds each.
    let week = requirement.intervals.filter {
      $0.stream == TestWorkspace.mail && $0.local.day < test.first + 63
    }
    let work = week.reduce(0) { $0 + $1.erlangs }
    let volume = week.reduce(0) { $0 + $1.volume }
    #expect((work / (volume * 300 / 1800) - 1).magnitude < 0.02)
    // The policy that it was made by can be read again.
    let policy = try workspace.store.read { try $0.policy(requirement.record.standards) }
    #expect(policy?.kind == "service")

    let careful = try workspace.staffForecast(for: .p90)
    #expect(careful.record.id == requirement.record.id + 1)
    #expect(
      careful.intervals.reduce(0) { $0 + $1.agents }
        > requirement.intervals.reduce(0) { $0 + $1.agents })
  }

  @Test("a dry run keeps nothing", arguments: StoreEngine.allCases) func dryRun(engine: StoreEngine)
    throws
  {
    let test = try TestWorkspace(on: engine)
    let workspace = test.workspace
    #expect(try workspace.forecastVolume(days: 7, isDryRun: true).record.id == 0)
    #expect(throws: Refusal(.noInput, [VolumeWords.noForecast(nil)])) { try workspace.forecast() }
    _ = try workspace.forecastVolume(days: 7)
    #expect(try workspace.staffForecast(isDryRun: true).record.id == 0)
    #expect(throws: Refusal(.noInput, [VolumeWords.noRequirement(nil)])) {
      try workspace.requirement()
    }
  }

  @Test("a closed day of the calendar has no row", arguments: StoreEngine.allCases) func calendar(
    engine: StoreEngine
  ) throws {
    let test = try TestWorkspace(on: engine)
    let holiday = test.first + 58
    try Disk.write("date,event\n\(holiday),closed\n", to: test.folder + "/rosters/events.csv")
    let forecast = try test.workspace.forecastVolume(days: 7)
    #expect(!forecast.intervals.contains { $0.local.day == holiday })
    #expect(forecast.record.calendar != nil)
  }

  @Test("what is refused", arguments: StoreEngine.allCases) func refused(engine: StoreEngine) throws
  {
    let empty = try TestWorkspace(on: engine, weeks: 0)
    #expect(throws: Refusal(.noInput, [VolumeWords.noContacts(before: empty.first + 56)])) {
      try empty.workspace.forecastVolume(days: 7)
    }
    let test = try TestWorkspace(on: engine, handles: false, weeks: 3)
    let last = test.first + 20
    #expect(throws: Refusal(.usage, [VolumeWords.startsInHistory(last, last: last)])) {
      try test.workspace.forecastVolume(days: 7, from: last)
    }
    _ = try test.workspace.forecastVolume(days: 7)
    let unknown = [TestWorkspace.chat, TestWorkspace.mail].map(VolumeWords.noHandleTime)
    #expect(throws: Refusal(.badData, unknown)) { try test.workspace.staffForecast() }
    let other = test.folder + "/other.yaml"
    try Disk.write(
      "channels: {app: {open: {weekday: 9:00-18:00, weekend: 9:00-18:00}, target: 80/20s}}",
      to: other)
    #expect(
      throws: Refusal(
        .badData,
        [
          VolumeWords.noHandleTime(TestWorkspace.chat),
          VolumeWords.noStandard(TestWorkspace.mail, in: other, known: ["app"]),
        ])
    ) { try test.workspace.staffForecast(standards: other) }
    #expect(throws: Refusal(.noInput, [VolumeWords.noForecast(9)])) {
      try test.workspace.forecast(9)
    }
  }

  @Test(
    "each interval kept is the product of its day's parts and its share",
    arguments: StoreEngine.allCases)
  func parts(engine: StoreEngine) throws {
    let test = try TestWorkspace(on: engine)
    let workspace = test.workspace
    let forecast = try workspace.forecastVolume(days: 7)
    #expect(try workspace.forecast().days == forecast.days)
    for day in forecast.days {
      let own = forecast.intervals.filter {
        $0.stream == day.stream && $0.local.day == day.parts.day
      }
      #expect((own.reduce(0) { $0 + $1.mean } / day.parts.total - 1).magnitude < 1e-9)
    }
  }

  @Test(
    "an override changes what is planned and staffed, not the model's figure",
    arguments: StoreEngine.allCases)
  func overrides(engine: StoreEngine) throws {
    let test = try TestWorkspace(on: engine)
    let workspace = test.workspace
    let plain = try workspace.forecastVolume(days: 7)
    let before = try workspace.staffForecast()
    let day = test.first + 56
    let kept = try workspace.addOverride(
      ForecastOverride(
        stream: TestWorkspace.chat, days: day...day, minutes: 600..<720, factor: 2,
        reason: "live show", actor: "li", recordedAt: workspace.now))
    let forecast = try workspace.forecast()
    #expect(forecast.intervals == plain.intervals)
    for (model, planned) in zip(forecast.intervals, forecast.planned) {
      let isMeant = kept.holds(model.stream, model.local)
      #expect(planned.mean == model.mean * (isMeant ? 2 : 1))
    }
    let after = try workspace.staffForecast()
    #expect(
      after.intervals.reduce(0) { $0 + $1.volume } > before.intervals.reduce(0) { $0 + $1.volume })
    // Its day is not over.
    #expect(try workspace.judgedOverrides().map(\.outcome) == [nil])
    try workspace.withdrawOverride(kept.id)
    #expect(try workspace.forecast().planned == plain.intervals)
  }

  @Test("a new stream is forecast like another", arguments: StoreEngine.allCases)
  func likeness(engine: StoreEngine) throws {
    let test = try TestWorkspace(on: engine)
    let workspace = test.workspace
    let new = Stream(channel: "app", queue: "returns")
    let forecast = try workspace.forecastVolume(
      days: 7, like: [Likeness(stream: new, other: TestWorkspace.chat, share: 0.5)])
    #expect(forecast.streams.map(\.stream) == [TestWorkspace.chat, new, TestWorkspace.mail])
    func total(_ stream: Stream) -> Double {
      forecast.intervals.filter { $0.stream == stream }.reduce(0) { $0 + $1.mean }
    }
    #expect((total(new) / total(TestWorkspace.chat) - 0.5).magnitude < 1e-9)
    #expect(try workspace.staffForecast().intervals.contains { $0.stream == new })
  }
}
