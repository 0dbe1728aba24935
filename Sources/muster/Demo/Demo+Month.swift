import FoundationEssentials
import MusterFiles
import MusterOperations
import MusterStore
import MusterWords
import Performance
import Training
import Vocabulary

/// A whole invented month, through the same operations that a user calls.
struct Demo {
  /// A file or folder that the demo made, and what it is.
  struct Product: Hashable, Sendable {
    let what: Phrase
    let path: String
  }

  let shop: InventedShop
  let language: Language
  /// Where everything is made.
  let folder: String
  let control: Control
  /// Told before each step.
  let tell: (Phrase) -> Void

  var workspaceFolder: String { folder + "/shop" }
  var inputFolder: String { folder + "/input" }

  /// The month that is scored and paid.
  var month: Month { (shop.firstDay + 7).month }
  /// The first day of the roster: the Monday after the contacts end.
  var rosterStart: Day { shop.firstDay + shop.weeks * 7 }

  /// Makes the demo of `seed` in `folder`, in place of one made before.
  ///
  /// Equal seeds and languages give equal bytes. Refused where `folder` holds anything else. What
  /// is there stays until the new demo is whole.
  static func run(
    in folder: String, seed: UInt64 = 7, language: Language, control: Control = Control(),
    tell: @escaping (Phrase) -> Void = { _ in }
  ) throws -> [Product] {
    let folder = trimmed(folder)
    let files = FileManager.default
    let held = try? files.contentsOfDirectory(atPath: folder).filter { $0 != unfinished }
    if let held, !held.isEmpty, !isDemo(held) {
      throw Refusal(.cannotWrite, [DemoWords.taken(folder)])
    }
    guard let firstDay = Day("2026-09-28") else { preconditionFailure("that is a day") }
    let part = "\(folder)/\(unfinished)"
    let demo = Demo(
      shop: InventedShop(seed: seed, firstDay: firstDay, zone: .china), language: language,
      folder: part, control: control, tell: tell)
    try? files.removeItem(atPath: part)
    defer {
      try? files.removeItem(atPath: part)
      if held == nil, (try? files.contentsOfDirectory(atPath: folder))?.isEmpty == true {
        try? files.removeItem(atPath: folder)
      }
    }
    do {
      try files.createDirectory(atPath: demo.inputFolder, withIntermediateDirectories: true)
    } catch {
      throw Refusal(.cannotWrite, [DemoWords.cannotWrite(folder)])
    }
    let products = try demo.make()
    do {
      for name in held ?? [] { try files.removeItem(atPath: "\(folder)/\(name)") }
      for name in try files.contentsOfDirectory(atPath: part) {
        try files.moveItem(atPath: "\(part)/\(name)", toPath: "\(folder)/\(name)")
      }
    } catch {
      throw Refusal(.cannotWrite, [DemoWords.cannotWrite(folder)])
    }
    return products.map { product in
      Product(what: product.what, path: folder + product.path.dropFirst(part.count))
    }
  }

  /// Where a demo is made before it takes its place.
  private static let unfinished = ".part"

  /// Whether these names, of all that is in a folder, are those of a demo made before.
  private static func isDemo(_ names: [String]) -> Bool {
    names.contains("input")
      && names.allSatisfy { name in
        ["input", "shop"].contains(name)
          || ["roster-", "pay-", "training-"].contains { name.hasPrefix($0) }
      }
  }

  /// A folder's path without a slash at its end.
  private static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }

  private func make() throws -> [Product] {
    try hire()
    try train()
    try takeContacts()
    try review()
    let workspace = Product(what: DemoWords.workspace, path: workspaceFolder)
    return try schedule() + pay() + reportTraining() + [workspace]
  }

  /// The workspace as the team uses it at nine o'clock of `day`.
  func workspace(on day: Day) throws -> Workspace {
    try control.checkStop()
    return try Workspace.open(folder: workspaceFolder, clock: clock(on: day))
  }

  private func clock(on day: Day) -> Workspace.Clock {
    Workspace.Clock(now: shop.zone.start(of: day) + 9 * 3600, actor: "demo")
  }

  private func hire() throws {
    tell(DemoWords.people(shop.agents.count))
    let day = shop.firstDay - 27
    _ = try Workspace.create(
      at: workspaceFolder, language: language, zone: shop.zone.name, currency: .yuan,
      clock: clock(on: day))
    let policy = workspaceFolder + "/rosters/roster.yaml"
    try Disk.write(Disk.text(at: policy) + shop.rosterPolicy, to: policy)
    let agents = try input("agents.csv", shop.agentsFile)
    let absences = try input("absences.csv", shop.absencesFile)
    _ = try workspace(on: day).importPeople(from: .path(agents), options: strict)
    _ = try workspace(on: day).importAbsences(from: .path(absences), options: strict)
  }

  /// Assigns every path, hands out papers, grades them, and once more to those who failed.
  private func train() throws {
    tell(DemoWords.training)
    let first = shop.firstDay - 27
    let curriculum = try workspace(on: first).curriculum()
    _ = try workspace(on: first).assignTraining()
    for (week, module) in curriculum.modules.inOrderOfRequirements.enumerated() {
      for round in 1...2 {
        let day = first + week * 5 + round * 2
        let workspace = try workspace(on: day)
        let papers = try workspace.quizPapers(
          of: module.id, for: AgentChoice(), seed: shop.seed
        ).map(\.paper)
        guard !papers.isEmpty else { continue }
        let name = "\(module.id)-\(round).csv"
        let answers = try input(
          "answers-" + name, shop.answersFile(to: papers, of: curriculum, on: day))
        try hold(workspace.gradeQuiz(.path(answers)).faults)
        let grades = try input("essays-" + name, shop.gradesFile(of: papers, of: curriculum))
        try hold(workspace.gradeEssays(.path(grades)).faults)
        _ = try workspace.issueCertificates()
      }
    }
  }

  private func takeContacts() throws {
    let contacts = shop.contacts()
    tell(DemoWords.contacts(contacts.count))
    let file = try input("contacts.csv", shop.file(of: contacts))
    _ = try workspace(on: rosterStart).importContacts(
      from: .path(file), source: "main", options: strict, control: control)
  }

  /// Draws a tenth of the conversations of the month's last days and records their reviews.
  private func review() throws {
    tell(DemoWords.quality)
    let workspace = try workspace(on: rosterStart)
    let scorecard = try ScorecardFile.read(
      text: Disk.text(at: workspaceFolder + "/curricula/scorecards/chat.md"),
      file: "scorecards/chat.md")
    for day in month.last - 4...month.last {
      let draw = try workspace.drawQuality(on: day, seed: shop.seed).draw
      let drawn = draw.strata.flatMap { stratum in
        stratum.drawn.map { (id: $0, agent: stratum.agent) }
      }
      let file = try input("reviews-\(day).csv", shop.reviewsFile(of: drawn, by: scorecard))
      try hold(workspace.recordQuality(.path(file)).faults)
    }
  }

  private var strict: ImportOptions { ImportOptions(isStrict: true, language: language) }

  /// Writes a file that the shop's systems would have exported, and gives its path.
  func input(_ name: String, _ text: String) throws -> String {
    let path = inputFolder + "/" + name
    try Disk.write(text, to: path)
    return path
  }

  /// Refuses to go on where rows that the demo itself made were not taken.
  private func hold(_ faults: [FileFault]) throws {
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
  }
}

extension [Module] {
  /// Each module after those it requires, otherwise in the order given.
  fileprivate var inOrderOfRequirements: [Module] {
    var done: [Module] = []
    var left = self
    while let index = left.firstIndex(where: { module in
      module.requires.allSatisfy { id in !left.contains { $0.id == id } }
    }) {
      done.append(left.remove(at: index))
    }
    return done + left
  }
}
