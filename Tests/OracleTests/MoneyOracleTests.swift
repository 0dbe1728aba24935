import FoundationEssentials
import MusterTesting
import Testing
import Vocabulary

private let allocation = "performance/allocation.jsonl"
private let rounding = "performance/rounding.csv"

@Suite("Oracle: splitting money", .enabled(if: Oracles.has(allocation)))
struct AllocationOracleTests {
  private struct Row: Decodable {
    let id: Int
    let total_fen: Int64
    /// Whole numbers or fractions such as `7/2`.
    let weights: [String]
    /// Nothing where the split must be refused.
    let shares_fen: [Int64]?
  }

  @Test("every row to the fen") func rows() throws {
    let lines = Oracles.text(allocation).split(whereSeparator: \.isNewline)
    #expect(!lines.isEmpty)
    for line in lines {
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      let weights = try #require(whole(row.weights), "\(line)")
      let parts = Money(minorUnits: row.total_fen).split(weights)
      #expect(parts?.map(\.minorUnits) == row.shares_fen, "row \(row.id)")
    }
    print("allocation: \(lines.count) rows")
  }

  /// Fractions as whole numbers in the same proportion, or nil where they are none.
  private func whole(_ weights: [String]) -> [Int64]? {
    let fractions = weights.compactMap { text -> (top: Int128, bottom: Int128)? in
      let parts = text.split(separator: "/").compactMap { Int128($0) }
      return switch parts.count {
      case 1: (parts[0], 1)
      case 2 where parts[1] > 0: (parts[0], parts[1])
      default: nil
      }
    }
    guard fractions.count == weights.count else { return nil }
    let common = fractions.reduce(Int128(1)) { $0 / divisor($0, $1.bottom) * $1.bottom }
    let tops = fractions.map { $0.top * (common / $0.bottom) }
    let shared = max(1, tops.reduce(0, divisor))
    let whole = tops.compactMap { Int64(exactly: $0 / shared) }
    return whole.count == weights.count ? whole : nil
  }

  private func divisor(_ a: Int128, _ b: Int128) -> Int128 {
    b == 0 ? (a < 0 ? -a : a) : divisor(b, a % b)
  }
}

@Suite("Oracle: rounding", .enabled(if: Oracles.has(rounding)))
struct RoundingOracleTests {
  @Test("every row by every rule") func rows() throws {
    let lines = Oracles.text(rounding).split(whereSeparator: \.isNewline)
    let heading = lines.first?.split(separator: ",") ?? []
    var count = 0
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      // A quantum counts by its decimals: 10 has none, as 1 has.
      let places = decimals(fields[1])
      let value = try #require(scaled(fields[0]))
      for rule in Rounding.allCases {
        let column = try #require(heading.firstIndex { $0 == rule.rawValue })
        let quotient = rule.quotient(value.digits * power(places), power(value.places))
        let wanted = try #require(scaled(fields[column]))
        #expect(
          quotient * power(wanted.places) == wanted.digits * power(places), "\(line): \(rule)")
      }
      count += 1
    }
    #expect(count > 0)
    print("rounding: \(count) rows")
  }

  private func decimals(_ text: Substring) -> Int {
    text.split(separator: ".").dropFirst().first?.utf8.count ?? 0
  }

  private func scaled(_ text: Substring) -> (digits: Int128, places: Int)? {
    Int128(text.filter { $0 != "." }).map { ($0, decimals(text)) }
  }

  private func power(_ places: Int) -> Int128 {
    (0..<places).reduce(1) { power, _ in power * 10 }
  }
}
