import ArgumentParser
import MusterOperations
import MusterViews

struct DoctorCommand: WorkspaceCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look whether the workspace and its store are sound.")
  static let isForKeeping = true

  @OptionGroup var workspace: WorkspaceOptions

  func view(of workspace: Workspace, on console: Console) throws -> View {
    View(findings: try workspace.examine())
  }
}
