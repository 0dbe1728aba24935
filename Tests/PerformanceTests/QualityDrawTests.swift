import Performance
import Testing
import Vocabulary

@Suite struct QualityDrawTests {
  @Test(arguments: [
    (population: 0, drawn: 0), (population: 1, drawn: 1), (population: 10, drawn: 1),
    (population: 11, drawn: 2), (population: 100, drawn: 10), (population: 101, drawn: 11),
  ])
  func aTenthRoundedUpAndAtLeastOne(population: Int, drawn: Int) throws {
    #expect(try #require(QualityDraw(seed: 1)).size(of: population) == drawn)
  }

  /// The order can be made again in a shell:
  /// `for i in $(seq 20); do echo "$(printf "7|2026-07-01|c$i" | sha256sum) c$i"; done | sort`.
  @Test func theOrderIsThatOfTheHashes() throws {
    let draw = try #require(QualityDraw(seed: 7))
    let strata = draw.strata(of: try contacts(1...20), on: try #require(Day("2026-07-01")))
    #expect(strata.map(\.drawn) == [["c12", "c8"]])
    #expect(strata.map(\.population) == [20])
  }

  @Test func strataAreAgentsByChannelInOrder() throws {
    let draw = try #require(QualityDraw(seed: 7))
    let candidates =
      try contacts(1...5, agent: "2", channel: "wechat") + contacts(6...8, agent: "2")
      + contacts(9...9, agent: "1", channel: "phone")
    let strata = draw.strata(of: candidates.reversed(), on: try #require(Day("2026-07-01")))
    #expect(strata.map { "\($0.agent) \($0.channel)" } == ["1 phone", "2 app", "2 wechat"])
    #expect(strata.map(\.drawn.count) == [1, 1, 1])
    #expect(strata == draw.strata(of: candidates + candidates, on: Day(ordinal: 20_635)))
  }

  /// One more contact moves at most one other out of the sample.
  @Test(arguments: UInt64(0)..<20)
  func aLateContactChangesLittle(seed: UInt64) throws {
    let draw = try #require(QualityDraw(seed: seed))
    let day = try #require(Day("2026-07-01"))
    let before = Set(draw.strata(of: try contacts(1...90), on: day).flatMap(\.drawn))
    let after = Set(draw.strata(of: try contacts(1...91), on: day).flatMap(\.drawn))
    #expect(before.subtracting(after).count <= 1)
  }

  @Test func aShareIsAboveNoneAndAtMostAll() {
    #expect(QualityDraw(seed: 1, share: .zero) == nil)
    #expect(QualityDraw(seed: 1, share: .percent(101)) == nil)
    #expect(QualityDraw(seed: 1, share: .one)?.size(of: 7) == 7)
  }

  private func contacts(
    _ numbers: ClosedRange<Int>, agent: String = "1", channel: String = "app"
  ) throws -> [QualityDraw.Candidate] {
    let agent = try #require(AgentNumber(agent))
    return numbers.map { QualityDraw.Candidate(contact: "c\($0)", agent: agent, channel: channel) }
  }
}
