import ArgumentParser
import FoundationEssentials
import Glibc
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

/// How results are shown.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print the result as JSON.")
  var json = false

  @Flag(help: "Print the result as CSV.")
  var csv = false

  @Option(help: "The language of tables, messages and workbooks: zh or en.")
  var locale: Language?

  @Flag(help: "Show no progress and no notes.")
  var quiet = false

  func validate() throws {
    if json, csv { throw ValidationError(OptionWords.jsonOrCSV) }
  }

  /// The language asked for, else the workspace's, else the environment's.
  ///
  /// Without `settings` those of the workspace that one is in, if any.
  func language(_ settings: WorkspaceSettings? = nil) -> Language {
    if let locale { return locale }
    guard let settings else { return .asked() }
    return settings.language ?? .ofEnvironment
  }

  /// Refuses `--csv` for a result that is no table.
  func refuseCSV() throws {
    if csv { throw ValidationError(OptionWords.noTable) }
  }
}

/// When a command without a workspace is done.
struct MomentOptions: ParsableArguments {
  @Option(help: .hidden)
  var now: Instant?

  var moment: Instant { now ?? Instant(seconds: Int64(time(nil))) }
}

/// Which workspace a command works in, when, and in whose name.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: "The workspace's folder; else MUSTER_WORKSPACE, else the folder you are in.")
  var workspace: String?

  @Option(help: "Today, as YYYY-MM-DD, where that matters; else the clock's day.")
  var asOf: Day?

  @Option(help: "The store, if not muster.yaml's: a file, or postgresql://USER@HOST/DATABASE.")
  var database: String?

  @Option(help: .hidden)
  var now: Instant?

  @Option(help: "How many seconds to wait for another process that writes to the store.")
  var wait = 10.0

  @Option(help: "Who does this; else MUSTER_ACTOR, else the login name.")
  var actor: String?

  @OptionGroup var output: OutputOptions

  /// Opens the workspace's settings and its store, one that was moved away only `forKeeping`.
  func open(forKeeping: Bool = false) throws -> Workspace {
    try Workspace.open(
      folder: folder, database: database, clock: clock(), patience: wait, forKeeping: forKeeping)
  }

  /// Where the workspace is said to be, if anywhere.
  var folder: String? { workspace ?? environment("MUSTER_WORKSPACE") }

  /// Now, today and the actor, from the options or from the machine.
  func clock() -> Workspace.Clock {
    Workspace.Clock(
      now: now ?? Instant(seconds: Int64(time(nil))), today: asOf,
      actor: actor ?? environment("MUSTER_ACTOR") ?? loginName ?? "unknown")
  }

  /// Who is logged in, or else whose process this is.
  private var loginName: String? {
    if let name = environment("USER") ?? environment("LOGNAME") { return name }
    guard let entry = unsafe getpwuid(getuid()) else { return nil }
    return unsafe String(cString: entry.pointee.pw_name)
  }
}

/// What `name` holds in the environment, where it holds anything.
func environment(_ name: String) -> String? {
  let value = ProcessInfo.processInfo.environment[name]
  return value?.isEmpty == false ? value : nil
}

extension Language: ExpressibleByArgument {
  /// Chinese where the environment's locale is, else English.
  static var ofEnvironment: Language {
    let name = environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG") ?? ""
    return name.hasPrefix("zh") ? .zh : .en
  }
}

/// One day, or the days from one to another.
struct DaysOptions: ParsableArguments {
  @Option(help: "The first day.")
  var day: Day

  @Option(help: "The last day; else the first.")
  var through: Day?

  func validate() throws {
    if let through, through < day { throw ValidationError(OptionWords.throughBeforeDay) }
  }

  var days: ClosedRange<Day> { day...(through ?? day) }
}
