import MusterFiles
import MusterTesting
import People
import Testing
import Training
import Vocabulary

@testable import MusterOperations

@Suite("The invented answers") struct InventedAnswersTests {
  @Test("every answer can be read, and most are right", arguments: 1...3)
  func answers(seed: UInt64) throws {
    let curriculum = try CurriculumReading(folder: Checkout.root + "/curricula").curriculum
    let first = try #require(Day("2026-09-28"))
    let shop = InventedShop(seed: seed, firstDay: first, zone: .china)
    let papers = curriculum.modules.flatMap { module in
      shop.agents.prefix(8).map { agent in
        Paper(drawing: module, for: agent.number, number: 1, seed: seed)
      }
    }
    let file = shop.answersFile(to: papers, of: curriculum, on: first)
    let sheet = try AnswerSheet(
      TableReader(.text(file, name: "answers.csv"), columns: AnswerSheet.columns))
    #expect(sheet.faults.isEmpty)
    #expect(sheet.forms.count == papers.count)
    var (full, all) = (0, 0)
    for (form, paper) in zip(sheet.forms, papers) {
      let module = try #require(curriculum.module(paper.module))
      for cell in form.cells {
        let question = try #require(module.question(cell.question))
        let item = try #require(paper.item(cell.question))
        let answer = try AnswerText.read(cell.text, to: question, on: item)
        guard let credit = question.credit(for: answer) else { continue }
        all += 1
        full += question.points.scaled(by: credit) == question.points ? 1 : 0
      }
    }
    #expect(full * 100 >= all * 75 && full < all, "\(full) of \(all)")
  }
}
