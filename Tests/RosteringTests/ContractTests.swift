import Rostering
import Testing
import Vocabulary

@Suite("Contracts") struct ContractTests {
  static let cases: [(name: String, contract: Contract, fits: Bool)] = [
    ("all patterns", Contract(code: "full-time", limits: Limits()), true),
    (
      "days too short for any shift", Contract(code: "c", limits: Limits(dayMinutes: .hours(6))),
      false
    ),
    ("only nights", Contract(code: "c", limits: Limits(), patterns: ["night"]), true),
    (
      "only a pattern that is not there", Contract(code: "c", limits: Limits(), patterns: ["x"]),
      false
    ),
    (
      "nine hours, of which one is an unpaid break, in a day of eight",
      Contract(code: "c", limits: Limits(dayMinutes: .hours(8)), patterns: ["long"]), true
    ),
  ]

  @Test("fit where any shift may be worked under them", arguments: cases)
  func fits(name: String, contract: Contract, fits: Bool) {
    #expect(contract.fits([Small.early, Small.late, Small.night, Small.long]) == fits)
  }

  @Test("the limits of rules are lifted and set by the rules that keep them")
  func limits() {
    for rule in Rule.all {
      guard let limit = rule.limit else { continue }
      var limits = Limits(overtime: Limits.Overtime(above: .hours(8)))
      #expect(limit.value(limits) == nil, "\(rule.code) binds at first")
      limit.set(&limits, 7)
      #expect(limit.value(limits) == (rule.code == .sameStart ? 1 : 7), "\(rule.code)")
      limit.set(&limits, nil)
      #expect(limits == Limits(overtime: Limits.Overtime(above: .hours(8))), "\(rule.code)")
    }
  }
}
