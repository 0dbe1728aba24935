import ArgumentParser
import MusterWords
import People
import Training
import Vocabulary

// Values of the fields that can be given on the command line.

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Month: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension AgentNumber: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Instant: ExpressibleByArgument {
  /// A time with its offset from UTC, such as `2026-11-01T09:00:00Z`.
  public init?(argument: String) {
    guard let stamp = Timestamp(argument), stamp.offset != nil else { return nil }
    self = stamp.instant(in: .utc)
  }
}

extension Identifier: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Rung: ExpressibleByArgument {
  public init?(argument: String) { self.init(word: argument) }
}

extension Currency: ExpressibleByArgument {
  public init?(argument: String) { self.init(code: argument) }
}
