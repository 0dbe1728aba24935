import Statistics

/// How a queue without a history of its own compares to one that has one.
///
/// A planner says what share of the other's contacts it will have; what it has had so far corrects
/// that. The planner's share is believed as if it had been seen on a dozen contacts, which is a
/// coefficient of variation of about 0.3.
public struct Analogy: Hashable, Sendable {
  private static let belief = 12.0

  /// The new queue's contacts over the other's.
  public let share: Double
  /// How uncertain that is: the square of a coefficient of variation.
  public let doubt: Double

  /// The comparison that a planner's `share` makes, corrected by `seen` contacts where the other
  /// queue had `original`.
  public init(planned share: Double, seen: Double = 0, original: Double = 0) {
    precondition(share >= 0 && seen >= 0 && original >= 0, "counts and shares are not negative")
    let expected = Analogy.belief + original * share
    self.share = share * (Analogy.belief + seen) / expected
    doubt = 1 / expected
  }
}

extension Forecast {
  /// What `analogy` makes of this forecast: the forecast of the queue that is like this one.
  ///
  /// Bands are those of counts, as uncertain as this forecast's level and the comparison together.
  public func like(_ analogy: Analogy) -> Forecast {
    let widest = levels.indices.max { levels[$0] < levels[$1] }
    return Forecast(
      start: start, interval: interval, zone: zone, levels: levels,
      points: points.map { point in
        point.map { point in
          let mean = point.mean * analogy.share
          var beyond = 0.0
          if let widest, point.mean > 0 {
            // The deviation that the band tells, less what chance has in it.
            let band = point.bands[widest]
            let z = NormalDistribution.standard.quantile(0.5 + levels[widest] / 2)
            let deviation = (band.upperBound - band.lowerBound) / (2 * z)
            beyond = max(0, (deviation * deviation - point.mean) / (point.mean * point.mean))
          }
          let counts = NegativeBinomialDistribution(
            mean: mean, variance: mean + (beyond + analogy.doubt) * mean * mean)
          let bands = levels.map { level in
            let limits = counts.quantiles([0.5 - level / 2, 0.5 + level / 2])
            return limits[0]...max(limits[0], limits[1])
          }
          return Point(mean: mean, share: point.share, bands: bands)
        }
      },
      days: days.map { day in
        day.map { day in
          DayParts(
            day: day.day, level: day.level * analogy.share, weekday: day.weekday,
            month: day.month, season: day.season, reopening: day.reopening, events: day.events,
            soFar: day.soFar)
        }
      })
  }
}
