import ArgumentParser
import MusterOperations
import MusterViews

/// A command that shows one result: it parses, calls one operation, gives one view.
protocol Command: ParsableCommand {
  var output: OutputOptions { get }
  /// Whether the result is a table, which can be had as csv.
  static var isTable: Bool { get }

  /// Refuses options that do not go together.
  func check() throws
  func view(on console: Console) throws -> View
}

extension Command {
  static var isTable: Bool { true }

  func check() throws {}

  func validate() throws {
    if !Self.isTable { try output.refuseCSV() }
    try check()
  }

  func run() throws {
    let console = Console(output)
    defer { console.endProgress() }
    try console.show(view(on: console))
  }
}

/// A command that may name a workspace.
protocol PlacedCommand: Command {
  var workspace: WorkspaceOptions { get }
}

extension PlacedCommand {
  var output: OutputOptions { workspace.output }
}

/// A command that works in a workspace.
protocol WorkspaceCommand: PlacedCommand {
  /// Whether it works on a store that was moved away, too.
  static var isForKeeping: Bool { get }

  func view(of workspace: Workspace, on console: Console) throws -> View
}

extension WorkspaceCommand {
  static var isForKeeping: Bool { false }

  func view(on console: Console) throws -> View {
    let opened = try workspace.open(forKeeping: Self.isForKeeping)
    console.language = output.language(opened.settings)
    return try view(of: opened, on: console)
  }
}
