import MusterFiles
import MusterTesting
import MusterWords
import Testing
import Training

/// Grading against cases of other systems, and the worked example of a module.
@Suite struct TrainingOracleTests {
  @Test(.enabled(if: Oracles.has("training/grading/shortanswer.csv")))
  func shortAnswersMatchTheirPatterns() throws {
    for row in try rows("shortanswer", ["string", "pattern", "ignorecase", "expected"]) {
      let pattern = try #require(AnswerPattern(row[1]))
      let matches = pattern.matches(row[0], caseSensitive: row[2] == "0")
      #expect(matches == (row[3] == "1"), "\(row)")
    }
  }

  /// Tolerances of kind 1 are a share of the key, of kind 2 an amount; kind 3 is not offered.
  @Test(.enabled(if: Oracles.has("training/grading/numerical.csv")))
  func numbersKeepTheirTolerance() throws {
    for row in try rows(
      "numerical", ["answer", "tolerance", "tolerance_type", "value", "expected"])
    where row[2] != "3" {
      let amount = try #require(ExactDecimal(row[1]))
      let entry = try NumberEntry(
        key: #require(ExactDecimal(row[0])),
        tolerance: row[2] == "1" ? .relative(amount) : .absolute(amount))
      let question = try Question(
        id: #require(Question.ID("N-1")), points: .whole(1), stem: "?", kind: .number(entry))
      let value = try #require(ExactDecimal(row[3]))
      #expect(
        question.credit(for: .number(value)) == (row[4] == "1" ? .full : Credit.none), "\(row)")
    }
  }

  @Test(.enabled(if: Oracles.has("training/grading/ordering.csv")))
  func ordersEarnTheirShare() throws {
    let rules = [
      "all_or_nothing": Ordering.Rule.allOrNothing,
      "relative_all_previous_and_next": .beforeAndAfter,
    ]
    var checked = 0
    for row in try rows("ordering", ["response", "grading", "fraction"]) {
      guard let rule = rules[row[1]] else { continue }
      let response = row[0].split(separator: " ").compactMap { Int($0) }.map { $0 - 1 }
      let order = try Ordering(items: response.indices.map { "step \($0)" }, rule: rule)
      let question = try Question(
        id: #require(Question.ID("O-1")), points: .whole(1), stem: "?", kind: .order(order))
      let credit = try #require(question.credit(for: .order(response)))
      let fraction = try #require(Double(row[2]))
      #expect(abs(Double(credit.parts) / Double(credit.whole) - fraction) < 1e-9, "\(row)")
      checked += 1
    }
    #expect(checked > 0)
  }

  @Test(.enabled(if: Oracles.has("training/grading/multiple_response_zh.csv")))
  func picksEarnByTheChineseRule() throws {
    for row in try rows(
      "multiple_response_zh", ["points", "options", "key", "chosen", "expected_points"])
    {
      let count = try #require(Int(row[1]))
      let options = (0..<count).compactMap { Letter(index: $0) }.map {
        ChoiceOption(letter: $0, text: "option \($0)")
      }
      let choice = try MultipleChoice(options: options, key: row[2].compactMap { Letter($0) })
      let points = try #require(Points(row[0]))
      let question = try Question(
        id: #require(Question.ID("M-1")), points: points, stem: "?", kind: .multiple(choice))
      let credit = try #require(
        question.credit(for: .letters(row[3].compactMap { Letter($0) })))
      #expect(points.scaled(by: credit) == Points(row[4]), "\(row)")
    }
  }

  @Test(.enabled(if: Oracles.has("training/curriculum-example/complaint-handling/module.md")))
  func readsTheWorkedExample() throws {
    let reading = try CurriculumReading(folder: Oracles.folder + "/training/curriculum-example")
    let module = try #require(reading.curriculum.modules.first)
    // The modules that it requires lie elsewhere.
    #expect(reading.faults.allSatisfy { module.requires.map(\.text).contains($0.found ?? "") })
    #expect(!module.points.isEmpty && !module.questions.isEmpty && !module.rubrics.isEmpty)
    let translation = try #require(reading.curriculum.translations.first)
    #expect(translation.questions.map(\.id) == module.questions.map(\.id))
  }

  private func rows(_ name: String, _ columns: [String]) throws -> [[String]] {
    let file = "training/grading/\(name).csv"
    let reader = try TableReader(
      .text(Oracles.text(file), name: file), columns: columns.map { TableColumn($0) })
    let rows = try reader.rest().map { row in
      columns.map { column in reader.heading.place(of: column).map(row.text) ?? "" }
    }
    #expect(!rows.isEmpty)
    return rows
  }
}
