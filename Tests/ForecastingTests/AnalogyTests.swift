import Forecasting
import Testing

@Suite("Analogies") struct AnalogyTests {
  @Test(
    "a share is believed until contacts say otherwise",
    arguments: [
      (planned: 0.3, seen: 0.0, original: 0.0, share: 0.3),
      (0.3, 30, 100, 0.3), (0.3, 300, 1000, 0.3),
      (0.3, 600, 1000, 0.588), (0.3, 6, 10, 0.36), (0, 5, 100, 0),
    ])
  func shares(planned: Double, seen: Double, original: Double, share: Double) {
    let analogy = Analogy(planned: planned, seen: seen, original: original)
    #expect((analogy.share - share).magnitude < 0.001)
    #expect(analogy.doubt <= 1 / 12)
  }

  @Test("means scale, the parts still multiply, bands widen beside the mean") func scaled() throws {
    let history = InventedHistory(days: 84)
    let original = try forecast(history: history.series, horizon: 14 * 24)
    let like = original.like(Analogy(planned: 0.25))
    for (old, new) in zip(original.points, like.points) {
      guard let old, let new else {
        #expect(old == nil && new == nil)
        continue
      }
      #expect((new.mean - old.mean / 4).magnitude < 1e-9)
      let width = { (point: Forecast.Point) in
        (point.bands[0].upperBound - point.bands[0].lowerBound) / point.mean
      }
      #expect(width(new) > width(old) * 1.5)
    }
    let day = try #require(like.days.compactMap(\.self).first)
    #expect((day.total - (original.parts(of: day.day)?.total ?? 0) / 4).magnitude < 1e-9)
  }
}
