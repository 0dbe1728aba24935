import MusterFiles
import MusterStore
public import Staffing
public import Vocabulary

/// What simulated days make of a stream's requirement.
public struct RequirementVerdict: Sendable {
  public let stream: Stream
  public let target: ServiceTarget
  /// The share answered in time over all intervals, as foreseen and as simulated.
  public let foreseen: Double
  public let simulated: Double
  /// The simulated interval of the lowest share.
  public let worst: (time: LocalTime, level: Double)

  /// Whether what is promised over all intervals comes out, but for a point of chance.
  public var holds: Bool { simulated >= target.goal - 0.01 }
}

extension Workspace {
  /// Plays the days of a requirement, the latest if nil, and compares them with what it foresees.
  ///
  /// Standards are read from `standards`, else from `rosters/service.yaml`. Work that can wait has
  /// no waits to play and is left out.
  public func checkRequirement(
    _ id: Int64? = nil, standards path: String? = nil, runs: Int, seed: UInt64
  ) throws -> [RequirementVerdict] {
    let standards = try standards(path).file
    let requirement = try requirement(id)
    let streams = try store.read { try $0.forecastStreams(requirement.record.forecast) }
    return try streams.compactMap { stream in
      guard case .live(let live)? = standards.channel(coded: stream.stream.channel)?.work,
        let seconds = stream.handleSeconds
      else { return nil }
      let standard = try live.standard(handleSeconds: seconds, standards.planning)
      let own = requirement.intervals.filter { $0.stream == stream.stream }
      let counts = standard.play(
        own.map(\.agents), volumes: own.map(\.volume),
        at: own.map { Int($0.start.seconds / requirement.interval.seconds) },
        in: requirement.interval, runs: runs, seed: seed)
      // What nobody asked for has no level.
      let asked = zip(own, counts).filter { $1.offered > 0 }
      guard let worst = asked.min(by: { $0.1.level() < $1.1.level() }) else { return nil }
      let volume = own.reduce(0) { $0 + $1.volume }
      let offered = asked.reduce(0) { $0 + $1.1.offered }
      let answered = asked.reduce(0) { $0 + $1.1.answeredWithin[0] }
      return RequirementVerdict(
        stream: stream.stream, target: standard.targets[0],
        foreseen: own.reduce(0) { $0 + $1.volume * $1.serviceLevel } / volume,
        simulated: Double(answered) / Double(offered),
        worst: (worst.0.local, worst.1.level()))
    }
  }
}
