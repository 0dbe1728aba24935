import MusterFiles
import MusterWords
import Testing
import Vocabulary

@Suite("Load files") struct VolumeFileTests {
  private let forecast =
    "timestamp,mean,p10,p90\n2026-01-05T09:00:00,10.5,7,14\n2026-01-05T09:30:00,20,15,26\n"

  @Test(
    "which column is used",
    arguments: [(nil, [10.5, 20]), (.mean, [10.5, 20]), (.p90, [14, 26])]
      as [(VolumeFile.Use?, [Double])])
  func use(use: VolumeFile.Use?, volumes: [Double]) throws {
    let file = try VolumeFile(.text(forecast, name: "l.csv"), use: use)
    #expect(file.rows.map(\.volume) == volumes)
    #expect(file.interval == .halfHour)
    #expect(file.rows.map { "\($0.time)" }.first == "2026-01-05T09:00:00")
  }

  @Test("volume goes first") func volumeFirst() throws {
    let text = "timestamp,mean,volume\n2026-01-05T09:00,1,2\n2026-01-05T10:00,3,4\n"
    #expect(try VolumeFile(.text(text, name: "l.csv")).rows.map(\.volume) == [2, 4])
  }

  @Test("a column that is not there", arguments: [nil, VolumeFile.Use.volume])
  func missing(use: VolumeFile.Use?) throws {
    let text = use == nil ? "timestamp,calls\n2026-01-05T09:00,1\n" : forecast
    let refusal = try #require(throws: FileRefusal.self) {
      try VolumeFile(.text(text, name: "l.csv"), use: use)
    }
    #expect(refusal.faults.map(\.line) == [1])
  }
}
