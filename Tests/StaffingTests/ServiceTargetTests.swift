import Staffing
import Testing
import Vocabulary

@Suite("Service targets") struct ServiceTargetTests {
  @Test(
    "as people write them",
    arguments: [
      ("80/20s", 8_000, 20), ("80/20", 8_000, 20), ("80%/20s", 8_000, 20), ("95/3min", 9_500, 180),
      ("99.5/60s", 9_950, 60), ("99.25%/1h", 9_925, 3_600), ("50/0s", 5_000, 0),
    ])
  func read(text: String, points: Int64, seconds: Int) throws {
    let target = try #require(ServiceTarget(text))
    #expect(target.share == BasisPoints(points))
    #expect(target.seconds == seconds)
    #expect(ServiceTarget(target.description) == target)
  }

  @Test(
    "what is no target",
    arguments: [
      "", "80", "80/", "/20s", "80/20/5", "0/20s", "100/20s", "101/20s", "-80/20s", "80/-20s",
      "80/20x", "80/2 0s", "eighty/20s", "80./20s", "80.123/20s", "80/20ss", "８０/20s", "80%%/20s",
      "80/9999999999s",
    ])
  func refused(text: String) {
    #expect(ServiceTarget(text) == nil)
  }
}
