import MusterWords
import Performance
import Vocabulary

/// Reads the `score` part of a plan.
enum ScoringReader {
  static func scoring(_ node: PolicyNode) -> Scoring? {
    node.allow(keys: "missing", "parts")
    let missing = node.required("missing")?.choice(of: Scoring.MissingRule.self)
    guard let list = node.required("parts") else { return nil }
    let items = list.items
    let parts = items.map(part)
    let sound = parts.compactMap(\.self)
    guard let missing, sound.count == items.count else { return nil }
    do {
      return try Scoring(sound, missing: missing)
    } catch {
      switch error {
      case .noParts:
        list.report(wanted: .partsOfScore)
      case .weightNotPositive(let kpi):
        items.first { $0["kpi"]?.scalar == kpi.rawValue }?["weight"]?.report(
          wanted: .positiveWeight)
      case .kpiTwice(let kpi):
        items.last { $0["kpi"]?.scalar == kpi.rawValue }?["kpi"]?.report(wanted: .kpiOnce)
      case .weightSum(let sum):
        list.report(found: sum.description, wanted: .weightsSum)
      }
      return nil
    }
  }

  private static func part(_ node: PolicyNode) -> Scoring.Part? {
    node.allow(keys: "kpi", "weight", "minimum", "line", "bands")
    let kpi = node.required("kpi")?.choice(of: KPI.self)
    let weight = node.required("weight")?.percent()
    let minimum = node["minimum"].map { $0.wholeNumber(in: 1...1_000_000_000) } ?? 1
    guard let kpi else { return nil }
    let scale: PointScale?
    switch (node["line"], node["bands"]) {
    case (let line?, nil): scale = pointScale(.line, line, of: kpi)
    case (nil, let bands?): scale = pointScale(.bands, bands, of: kpi)
    default:
      node.report(found: nil, wanted: .lineOrBands)
      scale = nil
    }
    guard let weight, let minimum, let scale else { return nil }
    return Scoring.Part(kpi, weight: weight, minimum: Int64(minimum), scale: scale)
  }

  private static func pointScale(
    _ shape: PointScale.Shape, _ node: PolicyNode, of kpi: KPI
  ) -> PointScale? {
    let entries = node.entries.map { (key: $0.key, knot: knot($0.key, $0.value, of: kpi)) }
    let knots = entries.compactMap(\.knot)
    guard knots.count == entries.count else { return nil }
    do {
      return try PointScale(shape, knots, better: kpi.better)
    } catch {
      func key(of value: Ratio) -> PolicyNode? { entries.last { $0.knot?.value == value }?.key }
      switch error {
      case .tooFewKnots(_, let wanted):
        node.report(found: nil, wanted: wanted > 1 ? .twoKnots : .oneKnot)
      case .valueTwice(let value): key(of: value)?.report(wanted: .policyKeyOnce)
      case .betterNotWorthMore(let knot, _): key(of: knot.value)?.report(wanted: .knotPoints)
      }
      return nil
    }
  }

  private static func knot(
    _ key: PolicyNode, _ points: PolicyNode, of kpi: KPI
  ) -> PointScale.Knot? {
    let value = key.value(wanted: .value(of: kpi)) { ratio($0, of: kpi.unit) }
    let points = points.score()
    guard let value, let points else { return nil }
    return PointScale.Knot(value, points)
  }

  /// The value that `text` writes, with at most four decimals; a minute is sixty seconds.
  private static func ratio(_ text: String, of unit: KPI.Unit) -> Ratio? {
    var digits = Substring(text)
    var scale: Int64 = 1
    var divisor: Int64 = 10_000
    switch unit {
    case .seconds:
      if digits.hasSuffix("s") {
        digits.removeLast()
      } else if digits.hasSuffix("m") {
        digits.removeLast()
        scale = 60
      }
    case .share:
      guard digits.hasSuffix("%") else { return nil }
      digits.removeLast()
      divisor *= 100
    case .rating: break
    }
    guard let count = scaledDecimal(digits, places: 4), (0...10_000_000_000).contains(count)
    else { return nil }
    return Ratio(count * scale, over: divisor)
  }
}
