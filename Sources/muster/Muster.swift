import ArgumentParser
import MusterFiles

/// The command `muster`: parses, calls one operation, prints.
struct Muster: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "muster",
    abstract: "Train, schedule, score and pay a customer-service team.",
    version: "0.1.0",
    subcommands: [])
}

@main enum Main {
  static func main() {
    do {
      var command = try Muster.parseAsRoot()
      try command.run()
    } catch {
      fail(with: error, in: Language.asked)
    }
  }
}
