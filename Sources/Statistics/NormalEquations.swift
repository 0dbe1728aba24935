/// The sums behind a weighted least-squares fit with a ridge, for a few dozen columns.
///
/// Rows are given as lists of the columns that are not zero, so that a fit over thousands of days
/// with mostly empty columns stays cheap.
public struct NormalEquations: Sendable {
  public let columns: Int
  /// The lower triangle by rows.
  private var products: [Double]
  private var targets: [Double]

  public init(columns: Int) {
    self.columns = columns
    products = Array(repeating: 0, count: columns * columns)
    targets = Array(repeating: 0, count: columns)
  }

  /// Adds a row: its non-zero `entries` by rising column, its `target` and its `weight`.
  public mutating func add(
    _ entries: [(column: Int, value: Double)], target: Double, weight: Double
  ) {
    for (position, entry) in entries.enumerated() {
      let scaled = entry.value * weight
      targets[entry.column] += scaled * target
      let base = entry.column * columns
      for other in 0...position {
        products[base + entries[other].column] += scaled * entries[other].value
      }
    }
  }

  /// Adds `penalty` times the square of the coefficient of `column` to what is made least.
  public mutating func penalise(_ column: Int, by penalty: Double) {
    products[column * columns + column] += penalty
  }

  /// The coefficients that make the weighted squares and the penalties least.
  ///
  /// A column without evidence and without penalty gets zero.
  ///
  /// - Complexity: the cube of the number of columns (Cholesky).
  public func solved() -> [Double] {
    let n = columns
    var factor = products
    for i in 0..<n {
      let row = i * n
      for j in 0...i {
        let other = j * n
        var sum = factor[row + j]
        for k in 0..<j { sum -= factor[row + k] * factor[other + k] }
        if i == j {
          factor[row + i] = sum > 1e-12 * max(products[row + i], 1e-300) ? sum.squareRoot() : 0
        } else {
          let diagonal = factor[other + j]
          factor[row + j] = diagonal > 0 ? sum / diagonal : 0
        }
      }
    }
    var solution = targets
    for i in 0..<n {
      guard factor[i * n + i] > 0 else {
        solution[i] = 0
        continue
      }
      var sum = solution[i]
      for k in 0..<i { sum -= factor[i * n + k] * solution[k] }
      solution[i] = sum / factor[i * n + i]
    }
    for i in stride(from: n - 1, through: 0, by: -1) where factor[i * n + i] > 0 {
      var sum = solution[i]
      for k in (i + 1)..<max(n, i + 1) { sum -= factor[k * n + i] * solution[k] }
      solution[i] = sum / factor[i * n + i]
    }
    return solution
  }
}
