package import MusterWords
package import Training
package import Vocabulary

// What cells hold beside texts and whole numbers.
extension Table.Cell {
  /// A day, or an empty cell and null.
  package init(_ day: Day?) { self.init(day?.description) }

  /// An amount: major units for people, minor ones for programs.
  package init(_ money: Money?) {
    self.init(
      Phrase(verbatim: money?.description ?? ""), money.map { .int($0.minorUnits) } ?? .null)
  }

  /// A score with two decimals, or an empty cell and null.
  package init(_ score: Score?) {
    self.init(
      Phrase(verbatim: score?.description ?? ""),
      score.map { .number(Double($0.hundredths) / 100) } ?? .null)
  }

  /// Points with the decimals they need, a number for programs.
  package init(_ points: Points?) {
    self.init(
      Phrase(verbatim: points?.description ?? ""),
      points.map { .number(Double($0.hundredths) / 100) } ?? .null)
  }

  /// A phrase that programs get in English.
  package init(_ phrase: Phrase) {
    self.init(phrase, .text(phrase.en))
  }

  /// A share as a percentage with one decimal; its four decimals for programs.
  package init(rate share: Double?) {
    guard let share else {
      self.init(Phrase(verbatim: ""), .null)
      return
    }
    let tenths = Int((share * 1000).rounded())
    self.init(
      Phrase(verbatim: "\(tenths / 10).\(tenths % 10)%"),
      .number((share * 10_000).rounded() / 10_000))
  }
}
