import Testing
import Training
import Vocabulary

/// A small module to test with: `count` true-false questions, each on one of `points` learning
/// points in turn, then `essays` essays worth four points.
func bank(
  _ count: Int, points: Int = 3, essays: Int = 0, draw: Int? = nil, mark: Int = 80_00,
  attempts: Int? = 3, counting: PassRule.Counting = .highest, validDays: Int? = 180
) throws -> Module {
  let ids = try (1...points).map { try #require(LearningPoint.ID("T-P\($0)")) }
  var questions = try (1...count).map { index in
    try Question(
      id: #require(Question.ID("T-\(index)")), points: .whole(1),
      covers: [ids[(index - 1) % points]], stem: "Statement \(index).",
      kind: .trueFalse(TrueFalse(key: true)))
  }
  let rubric = try rubric()
  for index in 0..<essays {
    questions.append(
      try Question(
        id: #require(Question.ID("T-E\(index + 1)")), points: .whole(4), covers: [ids[0]],
        stem: "Write.", kind: .essay(Essay(rubric: rubric.id))))
  }
  return try Module(
    id: #require(Module.ID("trial")), title: "Trial", version: #require(ModuleVersion("1.0.0")),
    validDays: validDays,
    rule: PassRule(
      mark: #require(Score(hundredths: mark)), attempts: attempts, counting: counting),
    draw: draw, points: ids.map { LearningPoint(id: $0, text: "can do \($0)") },
    questions: questions, rubrics: essays > 0 ? [rubric] : [])
}

/// Two criteria of two points each; `two` graders, a third from two points apart.
func rubric(two: Bool = false) throws -> Rubric {
  try Rubric(
    id: #require(Rubric.ID("R-1")), points: .whole(4),
    criteria: ["C1", "C2"].map { name in
      let id = try #require(Rubric.Criterion.ID(name))
      let levels = [0, 1, 2].map {
        Rubric.Criterion.Level(points: .whole($0), text: "level \($0)")
      }
      return try #require(Rubric.Criterion(id: id, title: name, levels: levels))
    },
    vetoes: ["rude"], needsTwoGraders: two, thirdFrom: two ? .whole(2) : nil)
}

func agent(_ number: String = "0007") throws -> AgentNumber { try #require(AgentNumber(number)) }

func day(_ text: String) throws -> Day { try #require(Day(text)) }

/// An attempt at a bank of true-false questions with so many right answers.
func attempt(_ number: Int, right: Int, of module: Module, on day: Day) throws -> Attempt {
  let paper = Paper(drawing: module, for: try agent(), number: number, seed: 1)
  var answers: [Question.ID: Answer] = [:]
  for (index, item) in paper.items.enumerated() {
    answers[item.question] = .truth(index < right)
  }
  return Attempt(try Submission(answers, to: paper, on: day, from: module))
}
