import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Rostering
import Vocabulary

struct RosterExplain: ParsableCommand {
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
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if problem != nil, roster == nil { throw ValidationError("Give PROBLEM and ROSTER, or none.") }
    if (agent == nil) != (day == nil) {
      throw ValidationError("Give --agent and --day, or neither.")
    }
    if !(0...100_000).contains(most) { throw ValidationError("--most must not be negative.") }
  }

  func run() throws {
    let explained: ExplainedRoster
    let language: Language
    var today: Day?
    if let problem, let roster {
      explained = try RosterFilters.explained(problem, roster: roster, format: format)
      language = output.language()
    } else {
      let workspace = try workspace.open()
      explained = try workspace.roster(choice.number).explained
      language = output.language(workspace.settings)
      today = workspace.today
    }
    if let agent, let day {
      let choice = try explained.choice(of: agent, on: day, today: today)
      if output.csv { return output.print(explained.table(choice), in: language) }
      return output.print(
        explained.json(choice),
        or: explained.words.headline(choice)[language] + "\n"
          + explained.table(choice).text(in: language))
    }
    let explanation = explained.explanation(most: most, today: today)
    if output.csv { return output.print(explained.table(explanation), in: language) }
    output.print(
      explained.json(explanation),
      or: explained.lines(explanation).map { $0[language] + "\n" }.joined())
  }
}

extension ExplainedRoster {
  /// A row for each agent who was not there, and for each refused wish.
  fileprivate func table(_ explanation: RosterExplanation) -> Table {
    var table = Table([
      .about, .start, .end, .missing, .agent, .obstacle, .rule, .found, .limit, .cost,
    ])
    let zone = problem.zone
    for shortage in explanation.shortages {
      for absentee in shortage.absentees {
        var breach: Breach?
        var cost: Int?
        switch absentee.obstacle {
        case .rules(let breaches): breach = breaches.first
        case .price(let price): cost = price
        default: break
        }
        table.rows.append([
          Table.Cell(shortage.subject.phrase, .text(shortage.subject.phrase.en)),
          Table.Cell(zone.format(shortage.start)), Table.Cell(zone.format(shortage.end)),
          Table.Cell(shortage.missing), Table.Cell(absentee.agent.text),
          Table.Cell(absentee.obstacle.phrase, .text(absentee.obstacle.code)),
          Table.Cell(breach?.rule.rawValue), Table.Cell(breach?.found),
          Table.Cell(breach?.limit), Table.Cell(cost),
        ])
      }
    }
    for refused in explanation.refused {
      var cost: Int?
      var rule: String?
      switch refused.outcome {
      case .possible(let price): cost = price.difference.total
      case .impossible(let conflict): rule = conflict.phrase.en
      }
      table.rows.append([
        Table.Cell(refused.request.phrase, .text(refused.request.phrase.en)),
        Table.Cell(refused.request.day.description), Table.Cell(refused.request.day.description),
        Table.Cell(nil as Int?), Table.Cell(refused.agent.text),
        Table.Cell(Phrase(zh: "未满足的意愿", en: "refused wish"), .text("refused")),
        Table.Cell(rule), Table.Cell(nil as Int?), Table.Cell(nil as Int?), Table.Cell(cost),
      ])
    }
    return table
  }

  /// A row for each other choice.
  fileprivate func table(_ choice: ShiftChoice) -> Table {
    Table(
      [.alternative, .costChange, .whatItTakes],
      rows: choice.alternatives.map { alternative in
        var cost: Int?
        if case .possible(let price) = alternative.outcome { cost = price.difference.total }
        let told = words.phrase(of: alternative.outcome)
        return [
          Table.Cell(words.name(alternative), .text(alternative.pattern ?? "off")),
          Table.Cell(cost), Table.Cell(told, .text(told.en)),
        ]
      })
  }
}
