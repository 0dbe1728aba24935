import Glibc

/// Natural logarithms of seconds in whole millionths.
struct LogarithmTable {
  private var known: [Int64]

  /// With the logarithms of the first ten thousand seconds at hand.
  init() {
    self.known = (0..<10_000).map(LogarithmTable.millionths)
  }

  /// ln(`seconds`) in millionths, rounded to the nearest; 0 seconds count as 1.
  subscript(seconds: Int64) -> Int64 {
    known.indices ~= Int(seconds) ? known[Int(seconds)] : LogarithmTable.millionths(seconds)
  }

  private static func millionths(_ seconds: Int64) -> Int64 {
    Int64((log(Double(max(1, seconds))) * 1_000_000).rounded())
  }
}
