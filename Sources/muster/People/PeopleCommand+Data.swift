import ArgumentParser
import MusterOperations
import MusterViews

extension PeopleCommand {
  struct Export: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write all that is held on an agent to a folder, for them to see.",
      discussion: """
        A csv for each table that holds anything on the agent, what they did here under their number, \
        their name or an --alias, and README.txt, which tells what each file is. Only you may read the \
        folder.
        """)

    @OptionGroup var subject: PersonOptions

    @Option(help: "The folder to write into; else out/people/NUMBER in the workspace.")
    var out: String?

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.exportPerson(
        subject.agent, aliases: subject.alias, to: out, in: console.language
      ).view
    }
  }

  struct Erase: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "erase",
      abstract: "Blank an agent's name and words for good; sums and the ledger's chain stay.",
      discussion: """
        The name, the answers and the reasons that the agent wrote are blanked, and their number stands \
        where it was told by name, or by an --alias, who did something. Shifts, scores and pay stay \
        under the number. A staff list that is imported later does not bring the name back.
        """)

    @OptionGroup var subject: PersonOptions

    @Flag(help: "Erase somebody who is employed, too.")
    var evenEmployed = false

    @Flag(help: "Do it: it cannot be undone.")
    var yes = false

    @Flag(help: "Show what would be blanked, and keep nothing.")
    var dryRun = false

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.erasePerson(
        subject.agent, aliases: subject.alias, evenEmployed: evenEmployed, confirmed: yes,
        dryRun: dryRun
      ).view(zone: workspace.zone, isDryRun: dryRun)
    }
  }
}
