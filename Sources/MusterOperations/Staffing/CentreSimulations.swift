public import MusterFiles
import MusterWords
public import Staffing

extension VolumeFilters {
  /// A centre and what came of it, over so many runs.
  public struct Simulation: Sendable {
    public let file: CentreFile
    public let outcome: CentreOutcome
    public let runs: Int
  }

  /// Plays the centre in the file at `path`; equal seeds and runs give equal counts.
  public static func simulate(_ path: String, runs: Int, seed: UInt64) throws -> Simulation {
    let file = try CentreFile(path: path)
    return Simulation(
      file: file, outcome: file.centre.simulate(runs: runs, seed: seed), runs: runs)
  }

  /// Few agents for each group of the centre in the file at `path` with whom all targets are met.
  ///
  /// The same in all intervals; what the file says of heads does not count.
  public static func size(
    _ path: String, runs: Int, seed: UInt64
  ) throws -> (file: CentreFile, heads: [Int]) {
    let file = try CentreFile(path: path)
    let goals = file.targets.map { $0?.goal }
    guard let heads = file.centre.sized(goals: goals, runs: runs, seed: seed) else {
      throw Refusal(.badData, [StaffPlanWords.noGroup(path)])
    }
    return (file, heads)
  }
}
