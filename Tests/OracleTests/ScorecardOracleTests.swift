import Foundation
import Incentives
import MusterTesting
import Performance
import Testing
import Vocabulary

/// Banded scorecards with worked composites, as `performance/cn_scorecard.json` lays them out.
@Suite("Scorecard in use", .enabled(if: Oracles.has("performance/cn_scorecard.json")))
struct ScorecardOracleTests {
  typealias Object = [String: Any]

  static func ratio(_ text: String) throws -> Ratio {
    let parts = text.split(separator: "/")
    if parts.count == 2, let top = Int64(parts[0]), let bottom = Int64(parts[1]) {
      return try #require(Ratio(top, over: bottom))
    }
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    let digits = try #require(Int64(text.filter { $0 != "." }))
    return try #require(Ratio(digits, over: (0..<decimals).reduce(1) { power, _ in power * 10 }))
  }

  static func score(_ points: Any) throws -> Score {
    let value = try ratio("\(points)")
    return Score(clamping: Int128(value.numerator) * 100, over: Int128(value.denominator))
  }

  /// Our measures stand in for theirs, each for one of the same direction.
  static func kpis(_ definitions: [Object]) throws -> [String: KPI] {
    var free: [KPI.Direction: [KPI]] = [
      .higher: KPI.allCases.filter { $0.better == .higher },
      .lower: KPI.allCases.filter { $0.better == .lower },
    ]
    var kpis: [String: KPI] = [:]
    for definition in definitions {
      let better: KPI.Direction = definition["better"] as? String == "lower" ? .lower : .higher
      let key = try #require(definition["key"] as? String)
      let kpi = free[better]?.popLast()
      let standIn: KPI = try #require(kpi, "we have too few measures to stand in")
      kpis[key] = standIn
    }
    return kpis
  }

  @Test("worked composites and levels") func worked() throws {
    let text = Oracles.text("performance/cn_scorecard.json")
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let card = try #require(parsed as? Object)
    let definitions = try #require(card["kpis"] as? [Object])
    let kpis = try Self.kpis(definitions)
    let parts = try definitions.map { definition -> Scoring.Part in
      let key = try #require(definition["key"] as? String)
      let kpi = try #require(kpis[key])
      let fraction = try #require(definition["weight"] as? String)
      let weight = try Self.ratio(fraction)
      let bands = try #require(definition["bands"] as? [[Any]])
      return Scoring.Part(
        kpi, weight: BasisPoints(weight.numerator * 10_000 / weight.denominator),
        scale: try PointScale(
          .bands, bands.map { .init(try Self.ratio("\($0[0])"), try Self.score($0[1])) },
          better: kpi.better))
    }
    let scoring = try Scoring(parts, missing: .fail)
    let levels = try #require(card["levels"] as? [[Any]])
    let scale = try BonusScale(
      levels.reversed().map {
        .init(floor: try Self.score($0[1]), grade: "\($0[0])", share: .zero)
      }, lowestGrade: "")
    for row in try #require(card["worked"] as? [Object]) {
      let input = try #require(row["input"] as? [String: String])
      var readings: [KPI: Reading] = [:]
      for (key, value) in input {
        let value = try Self.ratio(value)
        readings[try #require(kpis[key])] = Reading(value.numerator, over: value.denominator)
      }
      let subject = Scoring.Subject(
        agent: try #require(AgentNumber("1")), team: "", readings: readings)
      let result = try #require(scoring.scores(of: [subject]).first)
      let name = row["case"] as? String ?? ""
      let composite = try #require(row["composite"])
      let wanted = try Self.score(composite)
      #expect(result.score == wanted, "\(name)")
      #expect(scale.grade(for: wanted) == row["level"] as? String ?? "", "\(name)")
      for (key, points) in try #require(row["points"] as? Object) {
        let part = result.parts.first { $0.kpi == kpis[key] }
        #expect(part?.outcome.points == (try Self.score(points)), "\(name): \(key)")
      }
    }
  }
}
