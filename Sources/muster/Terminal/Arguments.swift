import ArgumentParser
import MusterFiles
import MusterOperations
import MusterWords
import People
import Staffing
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

extension ServiceTarget: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension BasisPoints: ExpressibleByArgument {
  /// A share in per cent, with or without its sign.
  public init?(argument: String) {
    let number = argument.hasSuffix("%") ? argument.dropLast() : argument[...]
    guard let hundredths = scaledDecimal(number, places: 2) else { return nil }
    self.init(hundredths)
  }
}

extension VolumeFile.Use: ExpressibleByArgument {}

extension OverTime: ExpressibleByArgument {}

extension OpenTimes: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Interval: ExpressibleByArgument {
  public init?(argument: String) {
    guard let minutes = Int(argument) else { return nil }
    self.init(minutes: minutes)
  }
}

extension Stream: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension FileSource: ExpressibleByArgument {
  public init?(argument: String) { self = .path(argument) }
}
