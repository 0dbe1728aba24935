import ArgumentParser
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

// Rosters in files, without a workspace or beside one.
extension RosterCommand {
  struct Solve: Command {
    static let configuration = CommandConfiguration(
      commandName: "solve", abstract: "Solve a roster problem without a workspace.",
      discussion: """
        PROBLEM is a folder with problem.yaml, agents.csv, demand.csv and, where there are any, \
        requests.csv and history.csv; under --format curtois-qu or \
        multi-activity it is a benchmark file. Writes the \
        roster to --out and prints JSON: its cost, a bound that no roster can go below, and the \
        gap between the two as a share of the cost. Ctrl-C keeps the best roster so far.
        """)
    static let isTable = false

    @Argument(help: "The folder or file of the problem.", completion: .file())
    var problem: String

    @Option(help: "The format: muster, curtois-qu or multi-activity.")
    var format: RosterFilters.Format = .muster

    @Option(help: "The file to write the roster to.", completion: .file(extensions: ["csv"]))
    var out: String

    @OptionGroup var effort: EffortOptions
    @OptionGroup var output: OutputOptions

    func view(on console: Console) throws -> View {
      let (solution, verdict) = try RosterFilters.solve(
        problem, format: format, effort: effort.effort, out: out, control: console.control())
      return View(verbatim: solution.json(verdict, seed: effort.seed).text)
    }
  }

  struct Check: PlacedCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Count a roster's cost again, and tell every breach of a rule.",
      discussion: """
        Counts from the shifts alone: those in the file ROSTER against PROBLEM, or without these the \
        workspace's roster against the problem it was made from. Prints JSON; what is broken is also \
        told in words, and ends with exit code 1.
        """)
    static let isTable = false

    @Argument(help: "The folder or file of the problem.", completion: .file())
    var problem: String?

    @Argument(help: "The roster; - is standard input.", completion: .file(extensions: ["csv"]))
    var roster: String?

    @Option(help: "The format: muster, curtois-qu or multi-activity.")
    var format: RosterFilters.Format = .muster

    @OptionGroup var choice: RosterChoice
    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if problem != nil, roster == nil {
        throw ValidationError(OptionWords.problemAndRoster)
      }
    }

    func view(on console: Console) throws -> View {
      if let problem, let roster {
        return try RosterFilters.check(problem, roster: roster, format: format).view
      }
      return try workspace.open().roster(choice.number).verdict.view
    }
  }

  struct Explain: PlacedCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Tell why heads are missing, wishes refused, or an agent has a shift.",
      discussion: """
        Without --agent: each stretch that is short of heads, the dearest first, with what kept each \
        qualified agent away and the cheapest way to help it; then each refused wish with what \
        granting it would cost. With --agent and --day: what every other choice of that day would \
        cost, or what bars it. A price counts the agent's whole row anew, all others as they are. \
        PROBLEM and ROSTER are files, as for `roster check`; without them the workspace's roster is \
        meant, whose past days stay.
        """)

    @Argument(help: "The folder or file of the problem.", completion: .file())
    var problem: String?

    @Argument(help: "The roster; - is standard input.", completion: .file(extensions: ["csv"]))
    var roster: String?

    @Option(help: "The format of PROBLEM and ROSTER.")
    var format: RosterFilters.Format = .muster

    @Option(help: "The agent whose shift is in question; with --day.")
    var agent: AgentNumber?

    @Option(help: "The day in question; with --agent.")
    var day: Day?

    @Option(help: "How many stretches to tell at most.")
    var most = 10

    @OptionGroup var choice: RosterChoice
    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if problem != nil, roster == nil {
        throw ValidationError(OptionWords.problemAndRoster)
      }
      if (agent == nil) != (day == nil) {
        throw ValidationError(OptionWords.agentAndDay)
      }
      if !(0...100_000).contains(most) { throw ValidationError(OptionWords.nonNegativeMost) }
    }

    func view(on console: Console) throws -> View {
      let explained: ExplainedRoster
      var today: Day?
      if let problem, let roster {
        explained = try RosterFilters.explained(problem, roster: roster, format: format)
      } else {
        let workspace = try workspace.open()
        console.language = output.language(workspace.settings)
        explained = try workspace.roster(choice.number).explained
        today = workspace.today
      }
      guard let agent, let day else {
        return explained.view(explained.explanation(most: most, today: today))
      }
      return explained.view(try explained.choice(of: agent, on: day, today: today))
    }
  }
}

extension RosterFilters.Format: ExpressibleByArgument {}
