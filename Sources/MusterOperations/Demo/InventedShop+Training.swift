import MusterFiles
import People
package import Performance
import Statistics
package import Training
package import Vocabulary

extension InventedShop {
  /// What the agents answered on their papers: a row a question, as a form exports them.
  ///
  /// Seasoned and steady agents are right more often; a seed and a paper give the same answers.
  package func answersFile(to papers: [Paper], of curriculum: Curriculum, on day: Day) -> String {
    var csv = CSVWriter()
    csv.row("agent_id", "module", "question", "answer", "attempt", "submitted_on")
    for paper in papers {
      var chance = generator(for: paper, stream: 1)
      for item in paper.items {
        guard let question = curriculum.module(paper.module)?.question(item.question) else {
          continue
        }
        let isRight = chance.unit() < ability(of: paper.agent)
        csv.row(
          paper.agent.text, paper.module.text, item.question.text,
          answer(to: question, on: item, isRight: isRight), String(paper.number), day.description)
      }
    }
    return csv.text
  }

  /// What the trainers gave the essays of `papers`: a row a criterion, two graders where the rubric
  /// wants them.
  package func gradesFile(of papers: [Paper], of curriculum: Curriculum) -> String {
    var csv = CSVWriter()
    csv.row(
      "agent_id", "module", "question", "grader", "criterion", "points", "attempt", "veto")
    for paper in papers {
      var chance = generator(for: paper, stream: 2)
      for item in paper.items {
        guard let module = curriculum.module(paper.module),
          let rubric = module.question(item.question).flatMap(module.rubric(of:))
        else { continue }
        let levels = rubric.criteria.map { criterion in
          chance.unit() < ability(of: paper.agent)
            ? criterion.levels.count - 1 : max(0, criterion.levels.count - 2)
        }
        for grader in rubric.needsTwoGraders ? ["林老师", "周老师"] : ["林老师"] {
          for (criterion, level) in zip(rubric.criteria, levels) {
            csv.row(
              paper.agent.text, paper.module.text, item.question.text, grader, criterion.id.text,
              criterion.levels[level].points.description, String(paper.number), "")
          }
        }
      }
    }
    return csv.text
  }

  /// What the reviewers gave the drawn `contacts`: a row an item of the scorecard.
  package func reviewsFile(of contacts: [(id: String, agent: AgentNumber)], by scorecard: Scorecard)
    -> String
  {
    var csv = CSVWriter()
    csv.row("contact_id", "item", "points")
    var chance = SeededGenerator(seed: seed).split(3)
    for contact in contacts {
      let ability = ability(of: contact.agent)
      for item in scorecard.items {
        let slip = item.isCritical ? 0.004 : 0.9 * (1 - ability)
        let lost = chance.unit() < slip ? (item.isCritical ? item.maximum : 1) : 0
        csv.row(contact.id, item.id, String(max(0, item.maximum - lost)))
      }
    }
    return csv.text
  }

  private func generator(for paper: Paper, stream: Int) -> SeededGenerator {
    let key = "\(seed)|\(paper.agent)|\(paper.module)|\(paper.number)|\(stream)"
    let bytes = ContentHash(ofText: key).bytes.prefix(8)
    return SeededGenerator(seed: bytes.reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// The chance that an agent answers a question right.
  private func ability(of number: AgentNumber) -> Double {
    guard let index = agents.firstIndex(where: { $0.number == number }) else { return 0.9 }
    return min(0.99, max(0.55, 0.88 + 0.08 * tempers[index].csat))
  }

  private func answer(to question: Question, on item: Paper.Item, isRight: Bool) -> String {
    if let answer = question.sample(isRight: isRight) {
      return AnswerText.write(answer, to: question, on: item)
    }
    return question.rubric == nil
      ? "不清楚" : "遇到这种事谁都会急，实在对不起。我现在就为您查这一单，有两个办法请您选。办好之后我再联系您确认。"
  }
}
