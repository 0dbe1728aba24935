import ArgumentParser
import MusterFiles
import MusterOperations
import MusterWords

/// The command `muster`: parses, calls one operation, prints.
struct Muster: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "muster",
    abstract: "Train, schedule, score and pay a customer-service team.",
    version: "0.1.0",
    subcommands: [
      InitCommand.self,
      DoctorCommand.self,
      BackupCommand.self,
      RestoreCommand.self,
      StoreCommand.self,
      AuditCommand.self,
      PeopleCommand.self,
      ContactsCommand.self,
      CurriculumCommand.self,
      TrainCommand.self,
      QuizCommand.self,
      CertificateCommand.self,
      QualityCommand.self,
      ScoreCommand.self,
      PayCommand.self,
      LadderCommand.self,
      ForecastCommand.self,
      StaffCommand.self,
      RosterCommand.self,
      ReportCommand.self,
      DemoCommand.self,
    ])
}

@main enum Main {
  static func main() {
    do {
      var command = try Muster.parseAsRoot()
      try command.run()
    } catch {
      fail(with: error, in: Language.asked())
    }
  }
}

extension Language {
  /// The language to fail in: what `--locale` says, else the workspace, else the environment.
  static func asked() -> Language {
    let words = CommandLine.arguments
    func value(of option: String) -> String? {
      if let joined = words.first(where: { $0.hasPrefix(option + "=") }) {
        return String(joined.dropFirst(option.count + 1))
      }
      return words.firstIndex(of: option).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    }
    if let language = value(of: "--locale").flatMap(Language.init(rawValue:)) { return language }
    // The demo is of a Chinese shop.
    if words.dropFirst().first == "demo" { return .zh }
    let folder = value(of: "--workspace") ?? environment("MUSTER_WORKSPACE")
    let settings = try? Workspace.settings(of: Workspace.find(folder))
    return settings?.language ?? .ofEnvironment
  }
}
