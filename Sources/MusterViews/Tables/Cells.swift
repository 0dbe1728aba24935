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

  /// A number, for people with so many decimals, for programs with six.
  package init(_ number: Double, places: Int) {
    self.init(Phrase(verbatim: decimal(number, places: places)), .number(sixDecimals(number)))
  }

  /// A share from 0 to 1, for people in per cent.
  package init(share: Double) {
    self.init(Phrase(verbatim: decimal(share * 100, places: 1) + "%"), .number(sixDecimals(share)))
  }

  /// A time of day to the minute, for people without its `T`.
  package init(_ time: LocalTime) {
    let text = "\(time)"
    self.init(
      Phrase(verbatim: "\(time.day) \(text.dropFirst(11).prefix(5))"), .text(text))
  }

  /// A number where there is one, else an empty cell and null.
  package init(_ number: Double?, places: Int) {
    if let number { self.init(number, places: places) } else { self.init(nil as String?) }
  }
}

/// What programs get of a number.
package func sixDecimals(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }
