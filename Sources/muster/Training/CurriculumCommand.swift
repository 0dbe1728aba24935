import ArgumentParser
import MusterOperations
import MusterViews
import People
import Training

struct CurriculumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curriculum", abstract: "Check and show modules, their questions and paths.",
    subcommands: [Check.self, List.self, Preview.self])

  struct Check: PlacedCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a curriculum: every file by itself, then what they say of each other.",
      discussion: """
        Ends with 1 where something is wrong; each fault is told with its file, its line, what was \
        found, what was wanted and what to try.
        """)

    @Argument(help: "The folder of the curriculum; else the workspace's.")
    var folder: String?

    @OptionGroup var workspace: WorkspaceOptions

    func view(on console: Console) throws -> View {
      if let folder { return try checkCurriculum(at: folder).view }
      let workspace = try workspace.open()
      console.language = output.language(workspace.settings)
      return try checkCurriculum(at: workspace.curriculumFolder).view
    }
  }

  struct List: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the modules, or the path of a rung.")

    @Option(help: "The rung whose path to list: agent, senior, lead or supervisor.")
    var rung: Rung?

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let curriculum = try workspace.curriculum()
      return rung.map { View(pathOf: $0, in: curriculum, titles: console.language) }
        ?? View(modules: curriculum)
    }
  }

  struct Preview: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "preview",
      abstract: "Show a module's learning points and its bank, with keys and explanations.")
    static let isTable = false

    @Argument(help: "The module, by its id.")
    var module: Module.ID

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      View(bank: try workspace.module(module, in: console.language))
    }
  }
}
