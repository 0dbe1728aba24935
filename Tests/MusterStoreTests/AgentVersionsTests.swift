import Foundation
import MusterStore
import MusterTesting
import People
import Statistics
import Testing
import Vocabulary

/// Two who change the same people: the second is told, and nothing is written over.
@Suite("Versions of agents") struct AgentVersionsTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private static func note(_ actor: String) -> ChangeNote {
    ChangeNote(at: Fixture.now, actor: actor)
  }

  @Test("each import that changes an agent is a version", arguments: StoreEngine.allCases)
  func versions(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    let (day, later) = (Fixture.day("2026-10-01"), Fixture.day("2026-11-01"))
    func take(_ agents: [Agent], _ day: Day, _ actor: String) throws -> StaffCounts {
      try store.write { try $0.importAgents(agents, from: day, note: Self.note(actor)) }
    }
    #expect(try take([Fixture.agent("A1"), Fixture.agent("A2")], day, "li").added == 2)
    #expect(try take([Fixture.agent("A1"), Fixture.agent("A2")], later, "li").same == 2)
    let changed = Fixture.agent("A2", name: "李娜", team: "T2", rung: .senior)
    #expect(try take([changed], later, "wang").changed == 1)
    try store.read { connection in
      let (first, second) = (Fixture.number("A1"), Fixture.number("A2"))
      #expect(try connection.agentVersions() == [first: 1, second: 2])
      let changes = try connection.changes(of: second, after: 1)
      #expect(changes.map(\.field) == ["name", "rung", "team"])
      #expect(changes.map(\.old) == ["王芳", "agent", "T1"])
      #expect(changes.map(\.new) == ["李娜", "senior", "T2"])
      #expect(changes.allSatisfy { $0.actor == "wang" && $0.from == later && $0.version == 2 })
    }
  }

  @Test(
    "a list overtaken by another one changes nobody whom that changed",
    arguments: StoreEngine.allCases)
  func overtaken(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    let day = Fixture.day("2026-10-01")
    let numbers = ["A1", "A2", "A3"].map(Fixture.number)
    try store.write {
      _ = try $0.importAgents(
        ["A1", "A2", "A3"].map { Fixture.agent($0) }, from: day, note: Self.note("li"))
    }
    let seen = try store.read { try $0.agentVersions() }
    try store.write {
      _ = try $0.importAgents(
        [Fixture.agent("A1", team: "T7"), Fixture.agent("A2", team: "T7")], from: day,
        versions: seen, note: Self.note("li"))
    }
    // A1 would lose team T7; A2 wants what is there already; A3 nobody has touched.
    let counts = try store.write {
      try $0.importAgents(
        [
          Fixture.agent("A1", rung: .senior), Fixture.agent("A2", team: "T7"),
          Fixture.agent("A3", rung: .lead),
        ], from: day, versions: seen, note: Self.note("wang"))
    }
    var wanted = StaffCounts(changed: 1, same: 1)
    wanted.overtaken = [numbers[0]]
    #expect(counts == wanted)
    let list = try store.read { try $0.staffList(on: day) }
    #expect(list.map(\.team) == ["T7", "T7", "T1"])
    #expect(list.map(\.rung) == [.agent, .agent, .lead])
  }

  /// One of two people at work: takes a list, changes some of it, hands it in.
  private struct Editor {
    let name: String
    let store: Store
    var list: [Agent] = []
    var versions: [AgentNumber: Int] = [:]
  }

  @Test(
    "however two editors interleave, no change that was taken vanishes unseen",
    arguments: StoreEngine.allCases, 0..<6 as Range<UInt64>)
  func interleaved(engine: StoreEngine, seed: UInt64) throws {
    let place = try engine.place(file: scratch.path())
    let first = try Store.create(at: place, now: Fixture.now)
    let second = try Store.open(at: place, now: Fixture.now)
    let day = Fixture.day("2026-10-01")
    let agents = Array(Fixture.agents.prefix(3))
    try first.write {
      _ = try $0.importAgents(agents, from: day, note: Self.note("hr"))
    }
    var editors = [Editor(name: "li", store: first), Editor(name: "wang", store: second)]
    var generator = SeededGenerator(seed: seed)
    /// What was last taken of each agent: the team, and what it took the place of must be what the
    /// one who changed it had seen.
    var taken: [AgentNumber: Agent] = [:]
    for agent in agents { taken[agent.number] = agent }
    var refused = 0
    for step in 0..<60 {
      let who = generator.below(2)
      if editors[who].list.isEmpty {
        (editors[who].list, editors[who].versions) = try editors[who].store.read {
          try ($0.staffList(on: day), $0.agentVersions())
        }
        continue
      }
      let seen = editors[who].list
      let place = generator.below(seen.count)
      var edited = seen
      if generator.below(2) == 0 {
        edited[place].team = "T\(step)"
      } else {
        edited[place].rung = edited[place].rung.next ?? .agent
      }
      let counts = try editors[who].store.write {
        try $0.importAgents(
          edited, from: day, versions: editors[who].versions,
          note: Self.note(editors[who].name))
      }
      let number = edited[place].number
      if counts.overtaken.contains(number) {
        refused += 1
        #expect(taken[number] != seen[place], "step \(step): refused without need")
      } else if taken[number] != edited[place] {
        // Else the other one has made the same change.
        #expect(taken[number] == seen[place], "step \(step): a change was lost that was not seen")
        taken[number] = edited[place]
      }
      editors[who].list = []
    }
    #expect(refused > 0)
    let list = try second.read { try $0.staffList(on: day) }
    #expect(list == taken.values.sorted { $0.number < $1.number })
  }
}
