/// Gathers single steps between lanes into strides and pools.
struct StridePlan {
  private(set) var strides: [Profile.Stride] = []
  private(set) var pools: [Profile.Pool] = []
  private(set) var poolLanes = 0
  private let laneCount: Int
  /// The lanes that each pool covers, from its first on.
  private var covered: [[Int]] = []

  init(laneCount: Int) {
    self.laneCount = laneCount
  }

  /// Some lanes from which a group, or a day off, leads to a lane; then `length - 1` times the same
  /// with every lane one further.
  private struct Bundle {
    var group: Int
    var isFromOff: Bool
    var target: Int
    var sources: [Int]
    var length = 1
  }

  /// Takes in all steps, `origins` being those into each lane.
  mutating func add(_ origins: [[(lane: Int32, group: Int32)]], isOff: [Bool], groupCount: Int) {
    // For each group, from work and from days off, the targets with their sources.
    var steps = Array(repeating: [(target: Int, sources: [Int])](), count: 2 * (groupCount + 1))
    for target in origins.indices {
      for (lane, group) in origins[target] {
        let place = 2 * Int(group) + (isOff[Int(lane)] ? 1 : 0)
        if steps[place].last?.target == target {
          steps[place][steps[place].count - 1].sources.append(Int(lane))
        } else {
          steps[place].append((target, [Int(lane)]))
        }
      }
    }
    var bundles: [Bundle] = []
    for group in 0...groupCount {
      for isFromOff in [false, true] {
        for (target, sources) in steps[2 * group + (isFromOff ? 1 : 0)] {
          let bundle = Bundle(
            group: group, isFromOff: isFromOff, target: target, sources: sources)
          if let last = bundles.last, last.group == group, last.isFromOff == isFromOff,
            last.target + last.length == target, last.sources.map({ $0 + last.length }) == sources
          {
            bundles[bundles.count - 1].length += 1
          } else {
            bundles.append(bundle)
          }
        }
      }
    }
    // Small pools first, so that larger ones are made from them; long ones before short ones.
    var wanted: [(sources: [Int], length: Int)] = []
    for bundle in bundles where bundle.sources.count > 1 {
      if !wanted.contains(where: { $0.sources == bundle.sources && $0.length == bundle.length }) {
        wanted.append((bundle.sources, bundle.length))
      }
    }
    wanted.sort {
      ($1.length, $0.sources.count, $0.sources[0]) < ($0.length, $1.sources.count, $1.sources[0])
    }
    for pool in wanted { make(pool.sources, length: pool.length) }
    strides = bundles.map { bundle in
      let source =
        bundle.sources.count == 1
        ? bundle.sources[0] : place(of: bundle.sources, length: bundle.length)
      return Profile.Stride(
        group: bundle.group, source: source, target: bundle.target, length: bundle.length,
        isFromOff: bundle.isFromOff)
    }
  }

  private func place(of sources: [Int], length: Int) -> Int {
    for (index, pool) in pools.enumerated()
    where covered[index] == sources && pool.length == length { return pool.start }
    preconditionFailure("every pool was made")
  }

  /// Makes a pool from as few parts as pools before allow.
  private mutating func make(_ sources: [Int], length: Int) {
    var left = Set(sources)
    var parts: [Int] = []
    while !left.isEmpty {
      var best: (size: Int, part: Int, lanes: [Int]) = (1, -1, [])
      for (index, pool) in pools.enumerated() where pool.length >= length {
        for offset in 0...(pool.length - length) {
          let lanes = covered[index].map { $0 + offset }
          if lanes.count > best.size, left.isSuperset(of: lanes) {
            best = (lanes.count, pool.start + offset, lanes)
          }
        }
      }
      guard best.part >= 0 else { break }
      parts.append(best.part)
      left.subtract(best.lanes)
    }
    parts += sources.filter(left.contains)
    pools.append(
      Profile.Pool(start: laneCount + poolLanes, length: length, sources: parts))
    covered.append(sources)
    poolLanes += length
  }
}
