import Vocabulary

extension Rule {
  /// Work on a stream lasts long enough before another stream follows or the shift ends.
  ///
  /// A break does not end work on a stream and is no part of it. A shift with less work than that
  /// in all is on one stream.
  static let leastRun = Rule(.leastRun, .minutes, isLeast: true) { row in
    row.planned.flatMap { worked -> [Breach] in
      guard let shift = worked.shift,
        let least = row.problem.pattern(coded: shift.pattern)?.leastRun
      else { return [] }
      var runs: [(stream: Stream?, minutes: Int)] = []
      for activity in shift.activities {
        guard case .work(let stream) = activity.kind else { continue }
        let minutes = Int((activity.end - activity.start) / 60)
        if let last = runs.last, last.stream == stream {
          runs[runs.count - 1].minutes += minutes
        } else {
          runs.append((stream, minutes))
        }
      }
      let limit = min(least.count, runs.reduce(0) { $0 + $1.minutes })
      return runs.filter { $0.minutes < limit }.map {
        row.breach(
          .leastRun, day: worked.day, subject: $0.stream?.description, found: $0.minutes,
          limit: limit)
      }
    }
  }
}
