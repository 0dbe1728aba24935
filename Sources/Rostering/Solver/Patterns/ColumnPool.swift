/// Rows found so far, each of one agent, none twice.
struct ColumnPool {
  private let dayCount: Int
  /// The kind of each day of column `c`, at `c * dayCount + day`.
  private(set) var kinds: [Int16] = []
  private(set) var agents: [Int32] = []
  /// What the cells of the row cost by themselves: requests, and what else is priced by the day.
  private(set) var costs: [Int] = []
  private let model: SolverModel
  /// Columns by the hash of agent and row; only ever asked for one hash.
  private var byHash: [UInt64: [Int32]] = [:]

  init(_ model: SolverModel) {
    self.model = model
    dayCount = model.dayCount
  }

  var count: Int { agents.count }

  func row(_ column: Int) -> ArraySlice<Int16> {
    kinds[column * dayCount..<(column + 1) * dayCount]
  }

  /// The same pool with the columns `kept` alone, in rising order.
  func keeping(_ kept: [Int]) -> ColumnPool {
    var pool = ColumnPool(model)
    for column in kept { _ = pool.add(Int(agents[column]), row(column)) }
    return pool
  }

  /// Adds a row of `agent`; nil where it is known.
  mutating func add(_ agent: Int, _ row: ArraySlice<Int16>) -> Int? {
    var hash = UInt64(agent) &+ 0x9E37_79B9_7F4A_7C15
    for kind in row { hash = (hash ^ UInt64(UInt16(bitPattern: kind))) &* 0x100_0000_01B3 }
    for known in byHash[hash] ?? [] {
      if agents[Int(known)] == Int32(agent), self.row(Int(known)) == row { return nil }
    }
    let column = count
    byHash[hash, default: []].append(Int32(column))
    agents.append(Int32(agent))
    kinds += row
    let width = model.kinds.count
    var cost = 0
    for (day, kind) in row.enumerated() {
      cost += Int(model.cellCost[(agent * dayCount + day) * width + Int(kind)])
    }
    costs.append(cost)
    return column
  }
}
