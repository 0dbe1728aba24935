import MusterFiles
package import Performance
import People
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
          case .essay(let essay)? = module.question(item.question)?.kind,
          let rubric = module.rubric(essay.rubric)
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
    switch question.kind {
    case .single(let choice):
      let key = choice.options.firstIndex { $0.letter == choice.key } ?? 0
      return printed(isRight ? key : (key + 1) % choice.options.count, on: item)
    case .multiple(let choice):
      let key = isRight ? choice.key : Array(choice.key.dropLast())
      return choice.options.indices.filter { key.contains(choice.options[$0].letter) }
        .map { printed($0, on: item) }.sorted().joined()
    case .trueFalse(let question):
      return question.key == isRight ? "对" : "错"
    case .short(let question):
      let pattern = question.patterns.first?.text ?? ""
      return isRight ? pattern.split(separator: "*").joined() : "不清楚"
    case .number(let question):
      return isRight ? question.key.description : "1000"
    case .match(let match):
      let rights = isRight ? match.pairs.map(\.right) : match.pairs.reversed().map(\.right)
      return rights.enumerated().map { left, right in
        "\(left + 1)" + printed(match.choices.firstIndex(of: right) ?? 0, on: item)
      }.joined(separator: " ")
    case .order(let order):
      let steps = isRight ? Array(order.items.indices) : order.items.indices.reversed()
      return steps.map { String((item.arrangement.firstIndex(of: $0) ?? 0) + 1) }
        .joined(separator: " ")
    case .essay:
      return "遇到这种事谁都会急，实在对不起。我现在就为您查这一单，有两个办法请您选。办好之后我再联系您确认。"
    }
  }

  /// The letter that stands on the paper before the option at `place` of the file.
  private func printed(_ place: Int, on item: Paper.Item) -> String {
    item.arrangement.firstIndex(of: place).flatMap { Letter(index: $0) }?.description ?? ""
  }
}
