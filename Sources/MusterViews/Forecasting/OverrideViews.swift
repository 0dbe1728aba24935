import MusterFiles
package import MusterOperations
package import MusterStore
import MusterWords

extension View {
  /// An override that was kept, or would be.
  package init(override kept: ForecastOverride, isDryRun: Bool) {
    let said = isDryRun ? VolumeWords.nothingKept : ForecastWords.overrideKept(kept.id)
    self.init(
      Table(overrides: [JudgedOverride(override: kept, outcome: nil)]),
      text: { said[$0] + "\n" })
  }

  package init(withdrawnOverride number: Int64) {
    self.init(
      .object([JSON.Member("withdrawn", .int(number))]),
      saying: ForecastWords.overrideWithdrawn(number))
  }

  /// Overrides, and how each did beside the model.
  package init(overrides: [JudgedOverride]) {
    self.init(Table(overrides: overrides))
  }
}

extension Table {
  fileprivate init(overrides: [JudgedOverride]) {
    self.init(
      [
        .id, .stream, .overriddenFrom, .lastDayTo, .hours, .factor, .statedReason, .recordedBy,
        .came, .model, .overridden, .modelWape, .plannedWape,
      ],
      rows: overrides.map { judged in
        let override = judged.override
        let isWhole = override.minutes == 0..<1440
        func share(_ miss: Double?) -> Cell {
          guard let miss, let seen = judged.outcome?.seen, seen > 0 else {
            return Cell(nil as String?)
          }
          return Cell(share: miss / seen)
        }
        return [
          Cell(override.id), Cell("\(override.stream)"), Cell("\(override.days.lowerBound)"),
          Cell("\(override.days.upperBound)"),
          Cell(isWhole ? nil : EventsFile.text(minutes: override.minutes)),
          Cell(override.factor, places: 2), Cell(override.reason), Cell(override.actor),
          Cell(judged.outcome?.seen, places: 1), Cell(judged.outcome?.model, places: 1),
          Cell(judged.outcome?.planned, places: 1),
          share(judged.outcome?.modelMiss), share(judged.outcome?.plannedMiss),
        ]
      })
  }
}
