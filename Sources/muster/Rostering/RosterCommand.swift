import ArgumentParser
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Make rosters that keep every rule, and check them.",
    subcommands: [
      Build.self, Check.self, Publish.self, Show.self, Export.self, Solve.self, Repair.self,
      Explain.self, Swap.self, Slack.self, Request.self,
    ])

  struct Build: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "build", abstract: "Make a roster from the latest requirement, as a draft.",
      discussion: """
        Takes people, absences and the requirement from the store, patterns, contracts and costs \
        from the folder rosters/, and the shifts before from the rosters in force. Lack of people is \
        no fault: the roster then covers what it can. Ctrl-C keeps the best roster so far.
        """)
    static let isTable = false

    @Option(help: "The first day; else the requirement's.")
    var from: Day?

    @Option(help: "How many days.")
    var days = 14

    @Option(help: "Wishes, absences and fixed cells, as in requests.csv of a problem.")
    var requests: String?

    @Flag(help: "Show what would be made, and keep nothing.")
    var dryRun = false

    @OptionGroup var effort: EffortOptions
    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if !(1...366).contains(days) { throw ValidationError(OptionWords.rosterDays) }
    }

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.buildRoster(
        days: from.map { $0..<($0 + days) }, requests: requests, effort: effort.effort,
        dryRun: dryRun, control: console.control()
      ).view
    }
  }

  struct Publish: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "publish", abstract: "Put a roster in force; refused where it breaks a rule.")
    static let isTable = false

    @Flag(help: "Let it take the place of rosters in force on the days it shares with them.")
    var replace = false

    @Option(
      help: "Take the place of this roster too, which came into force since; may be repeated.")
    var over: [Int64] = []

    @Flag(help: "Publish although it breaks rules: somebody answers for that.")
    var acceptBreaches = false

    @Flag(help: "Check only, and keep nothing.")
    var dryRun = false

    @OptionGroup var choice: RosterChoice
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.publishRoster(
        choice.number, replacing: replace, over: over, accepting: acceptBreaches, dryRun: dryRun
      ).published
    }
  }

  struct Show: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show who works when: agents by days.")

    @Option(help: "Only this agent.")
    var agent: AgentNumber?

    @OptionGroup var choice: RosterChoice
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.roster(choice.number).view(of: agent)
    }
  }

  struct Export: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write a roster as a workbook, calendars, a csv and the problem it answers.")
    static let isTable = false

    @Option(help: "The folder to write to; else out/ of the workspace.")
    var out: String?

    @OptionGroup var choice: RosterChoice
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.rosterExport(choice.number).view(
        writtenTo: out ?? workspace.outFolder, in: console.language)
    }
  }

  struct Repair: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "repair",
      abstract: "Mend a roster after an absence or a new rule, changing few days.",
      discussion: """
        Takes the roster in force on the first day that may change, looks at people, absences, \
        requirement and rules as they are now, and makes a draft: days before --from stay, every rule \
        is kept, and a day changes only where that spares more than --change-cost. Tells what \
        changed and why. `muster roster publish` puts the draft in force.
        """)

    @Option(help: "The first day that may change; else today.")
    var from: Day?

    @Option(help: "What a changed day costs; else two hours of a missing head.")
    var changeCost: Int?

    @Option(help: "More wishes, absences and fixed cells, as in requests.csv of a problem.")
    var requests: String?

    @Flag(help: "Show what would change, and keep nothing.")
    var dryRun = false

    @Option(help: "The number of the roster; else the one in force, else the latest made.")
    var number: Int64?

    @OptionGroup var effort: EffortOptions
    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if let changeCost, !(1...1_000_000).contains(changeCost) {
        throw ValidationError(OptionWords.changeCost)
      }
    }

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.repairRoster(
        number, from: from, changePrice: changeCost, requests: requests, effort: effort.effort,
        dryRun: dryRun, control: console.control()
      ).view
    }
  }

  struct Slack: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "slack",
      abstract: "Place training that is due, and work that can wait, where a roster has slack.",
      discussion: """
        Takes the roster in force, the modules assigned and not yet passed, and the csv --work with \
        the columns stream, hours, from and deadline. Modules go first, then work by its deadline; \
        no interval gets fewer heads than it wants. Tells the service level before and after, what \
        found no place, and what will miss its deadline. `muster roster publish` puts it in force.
        """)

    @Option(help: "The first day whose slack may be used; else today.")
    var from: Day?

    @Option(
      help: "Work that can wait: a csv with stream, hours, from, deadline.",
      completion: .file(extensions: ["csv"]))
    var work: String?

    @Flag(help: "Show what would be placed, and keep nothing.")
    var dryRun = false

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.useRosterSlack(work: work, from: from, dryRun: dryRun).view
    }
  }
}

/// How long and with what chance a roster is looked for.
struct EffortOptions: ParsableArguments {
  @Option(help: "The most seconds to take; 20 where no steps are given.")
  var seconds: Double?

  @Option(help: "Steps of each chain; equal steps and seed give equal rosters.")
  var steps: Int?

  @Option(help: "How many threads to use; else as many as the machine has.")
  var threads: Int?

  @Option(help: "The seed of chance.")
  var seed: UInt64 = 1

  func validate() throws {
    if let seconds, !(0...1_000_000).contains(seconds) {
      throw ValidationError(OptionWords.nonNegativeSeconds)
    }
    if let steps, steps < 0 { throw ValidationError(OptionWords.nonNegativeSteps) }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError(OptionWords.threads)
    }
  }

  var effort: RosterFilters.Effort {
    RosterFilters.Effort(seconds: seconds, steps: steps, threads: threads, seed: seed)
  }
}

/// Which roster of the workspace is meant.
struct RosterChoice: ParsableArguments {
  @Option(help: "The number of the roster; else the latest made.")
  var number: Int64?
}
