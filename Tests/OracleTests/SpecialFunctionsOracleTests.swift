import MusterTesting
import Statistics
import Testing

private let path = "performance/special_functions.csv"

@Suite("Oracle: special functions", .enabled(if: Oracles.has(path)))
struct SpecialFunctionsOracleTests {
  @Test("every row to nine digits") func rows() {
    var count = 0
    for line in Oracles.text(path).split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.filter { $0 != " " } }
      guard fields.count == 5, let wanted = Double(fields[4]) else {
        Issue.record("no row of the layout: \(line)")
        continue
      }
      let numbers = fields[1...3].map { Double($0) ?? .nan }
      guard let value = value(String(fields[0]), numbers[0], numbers[1], numbers[2]) else {
        Issue.record("no function of ours: \(line)")
        continue
      }
      let distance = (value - wanted).magnitude
      #expect(distance <= 1e-9 * wanted.magnitude || distance < 1e-300, "\(line), got \(value)")
      count += 1
    }
    #expect(count > 0)
    print("special functions: \(count) rows")
  }

  private func value(_ name: String, _ a: Double, _ b: Double, _ x: Double) -> Double? {
    switch name {
    case "lgamma": logGamma(a)
    case "digamma": digamma(a)
    case "trigamma": trigamma(a)
    case "lbeta": logBeta(a, b)
    case "pbeta": BetaDistribution(a: a, b: b).cumulative(x)
    case "qbeta": BetaDistribution(a: a, b: b).quantile(x)
    case "pgamma": GammaDistribution(shape: a, rate: b).cumulative(x)
    case "qgamma": GammaDistribution(shape: a, rate: b).quantile(x)
    case "pnorm": NormalDistribution.standard.cumulative(x)
    case "qnorm": NormalDistribution.standard.quantile(x)
    case "qt": StudentDistribution(degrees: a).quantile(x)
    case "qchisq": ChiSquareDistribution(degrees: a).quantile(x)
    default: nil
    }
  }
}
