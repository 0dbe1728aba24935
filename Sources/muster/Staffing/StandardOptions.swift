import ArgumentParser
import MusterFiles
import MusterWords
import Staffing
import Vocabulary

/// How contacts are handled and how well, said by options.
struct StandardOptions: ParsableArguments {
  @Option(
    help: """
      Mean seconds of work per contact; of a chat, of the time it is open. A list such as \
      300,330,390 says how long while an agent has one, two, ... at once.
      """)
  var aht: HandleTimes

  @Option(
    help: """
      Answer this share of contacts in time, such as 80/20s or 95/3min; given more than once, all \
      are met.
      """)
  var target: [ServiceTarget]

  @Option(help: "A share that is wished besides: shown, with the agents that it would need.")
  var wish: ServiceTarget?

  @Option(help: "Mean seconds until a waiting customer gives up.")
  var patience: Double?

  @Option(help: "How many contacts an agent handles at once; else as many as --aht lists.")
  var concurrency: Int?

  @Option(
    help: """
      Variance of handle times over the square of their mean, where it is not 1 and nobody gives up.
      """)
  var variability: Double?

  @Option(help: "The largest share of an agent's time on contacts, such as 85%.")
  var maxOccupancy: BasisPoints = .one

  @Option(
    help: """
      The share of paid time that is not available for contacts, such as 30%, or by cause as in \
      breaks=8%,training=5%.
      """)
  var shrinkage: ShrinkageArgument = .none

  func validate() throws {
    if let concurrency, aht.seconds.count > 1, aht.seconds.count != concurrency {
      throw ValidationError(OptionWords.concurrency(concurrency, listed: aht.seconds.count))
    }
  }

  /// What they come to, or a refusal that says why it is no standard.
  func standard() throws -> ServiceStandard {
    do {
      guard let shrinkage = shrinkage.shrinkage else {
        throw ServiceStandard.Fault.shrinkageOutOfRange(shrinkage.total)
      }
      let concurrency = concurrency ?? aht.seconds.count
      guard concurrency > 0 else { throw ServiceStandard.Fault.concurrencyNotPositive(concurrency) }
      let times =
        aht.seconds.count > 1
        ? aht.seconds : Array(repeating: aht.seconds[0], count: concurrency)
      return try ServiceStandard(
        targets: target, wish: wish, handleTimes: times, variability: variability,
        patience: patience, maxOccupancy: maxOccupancy, shrinkage: shrinkage)
    } catch let fault as ServiceStandard.Fault {
      throw Refusal(.usage, [fault.phrase])
    }
  }
}

/// Mean seconds per contact, by how many an agent has at once.
struct HandleTimes: ExpressibleByArgument {
  let seconds: [Double]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double($0) }
    guard numbers.count == parts.count, (1...20).contains(numbers.count) else { return nil }
    seconds = numbers
  }
}

/// One share, or shares by cause; they may be more than can be.
struct ShrinkageArgument: ExpressibleByArgument {
  let causes: [Shrinkage.Cause]
  let total: BasisPoints

  static let none = ShrinkageArgument(causes: [], total: .zero)

  var defaultValueDescription: String { "none" }

  var shrinkage: Shrinkage? { causes.isEmpty ? Shrinkage(total) : Shrinkage(causes) }
}

extension ShrinkageArgument {
  init?(argument: String) {
    if let share = BasisPoints(argument: argument) {
      self.init(causes: [], total: share)
      return
    }
    var causes: [Shrinkage.Cause] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let share = BasisPoints(argument: String(sides[1])) else {
        return nil
      }
      causes.append(Shrinkage.Cause(name: String(sides[0]), share: share))
    }
    self.init(causes: causes, total: BasisPoints(causes.reduce(0) { $0 + $1.share.count }))
  }
}
