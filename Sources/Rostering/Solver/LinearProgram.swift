#if canImport(CClp)
  import CClp

  /// A linear program that grows by columns: least cost, rows between two limits.
  ///
  /// The only file that calls Clp. Its answers are floating point: good for steering a search,
  /// never taken for proof. Equal calls give equal answers.
  @safe final class LinearProgram {
    private let clp: UnsafeMutableRawPointer
    private(set) var rowCount = 0
    private(set) var columnCount = 0
    private var upper: [Double] = []
    private var lower: [Double] = []
    private var boundsChanged = false

    /// A program with rows and no columns; nil where no linear solver is at hand.
    init?(rowLower: [Double], rowUpper: [Double]) {
      guard let clp = unsafe Clp_newModel() else { return nil }
      unsafe self.clp = unsafe clp
      unsafe Clp_setLogLevel(clp, 0)
      unsafe Clp_resize(clp, Int32(rowLower.count), 0)
      unsafe Clp_chgRowLower(clp, rowLower)
      unsafe Clp_chgRowUpper(clp, rowUpper)
      rowCount = rowLower.count
    }

    deinit { unsafe Clp_deleteModel(clp) }

    /// Adds columns from nothing up to `upper`; the entries of column `c` lie at
    /// `starts[c]..<starts[c + 1]`.
    func add(costs: [Double], upper: [Double], starts: [Int32], rows: [Int32], values: [Double]) {
      precondition(starts.count == costs.count + 1 && rows.count == values.count)
      guard !costs.isEmpty else { return }
      settle()
      let lower = Array(repeating: 0.0, count: costs.count)
      unsafe Clp_addColumns(clp, Int32(costs.count), lower, upper, costs, starts, rows, values)
      self.lower += lower
      self.upper += upper
      columnCount += costs.count
    }

    /// Drops columns, in rising order; those behind move up.
    func remove(_ columns: [Int]) {
      guard !columns.isEmpty else { return }
      settle()
      unsafe Clp_deleteColumns(clp, Int32(columns.count), columns.map(Int32.init))
      var isKept = Array(repeating: true, count: columnCount)
      for column in columns { isKept[column] = false }
      let kept = isKept.indices.filter { isKept[$0] }
      lower = kept.map { lower[$0] }
      upper = kept.map { upper[$0] }
      columnCount = kept.count
    }

    /// Sets between which values a column may lie.
    func bound(_ column: Int, _ range: ClosedRange<Double>) {
      guard lower[column] != range.lowerBound || upper[column] != range.upperBound else { return }
      lower[column] = range.lowerBound
      upper[column] = range.upperBound
      boundsChanged = true
    }

    /// Between which values a column may lie.
    func range(_ column: Int) -> ClosedRange<Double> { lower[column]...upper[column] }

    private func settle() {
      guard boundsChanged else { return }
      unsafe Clp_chgColumnLower(clp, lower)
      unsafe Clp_chgColumnUpper(clp, upper)
      boundsChanged = false
    }

    enum Method { case primal, dual }

    /// Solves from the last basis; whether the optimum was found.
    func solve(_ method: Method) -> Bool {
      settle()
      switch method {
      case .primal: unsafe Clp_primal(clp, 0)
      case .dual: unsafe Clp_dual(clp, 0)
      }
      iterations += Int(unsafe Clp_numberIterations(clp))
      return unsafe Clp_status(clp) == 0
    }

    /// Pivots of all solutions so far.
    private(set) var iterations = 0

    var objective: Double { unsafe Clp_objectiveValue(clp) }

    /// The price of each row at the last solution.
    var duals: [Double] { unsafe copy(Clp_dualRowSolution(clp), rowCount) }

    /// What each column costs at the prices of the rows, less what its rows bring.
    var reducedCosts: [Double] { unsafe copy(Clp_dualColumnSolution(clp), columnCount) }

    /// The value of each column at the last solution.
    var values: [Double] { unsafe copy(Clp_primalColumnSolution(clp), columnCount) }

    private func copy(_ pointer: UnsafeMutablePointer<Double>?, _ count: Int) -> [Double] {
      guard let pointer = unsafe pointer else { return Array(repeating: 0, count: count) }
      return unsafe Array(UnsafeBufferPointer(start: pointer, count: count))
    }
  }
#else
  /// No linear solver was found when this was built: there is no such program.
  final class LinearProgram {
    private var none: Never { preconditionFailure("no linear program was made") }

    enum Method { case primal, dual }

    init?(rowLower: [Double], rowUpper: [Double]) { return nil }

    var iterations: Int { none }
    var objective: Double { none }
    var duals: [Double] { none }
    var reducedCosts: [Double] { none }
    var values: [Double] { none }

    func add(costs: [Double], upper: [Double], starts: [Int32], rows: [Int32], values: [Double]) {
      none
    }
    func remove(_ columns: [Int]) { none }
    func bound(_ column: Int, _ range: ClosedRange<Double>) { none }
    func range(_ column: Int) -> ClosedRange<Double> { none }
    func solve(_ method: Method) -> Bool { none }
  }
#endif
