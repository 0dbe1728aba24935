import MusterFiles
import MusterWords
import Performance
import Testing
import Training
import Vocabulary

/// Tables of answers, grades and reviews.
@Suite struct TrainingSheetTests {
  @Test func answersAreGroupedByPaper() throws {
    let sheet = try answers(
      """
      工号,模块,题号,答案,次数,交卷日期
      0007,trial,T-1,对,1,2026-07-01
      0008,trial,T-1,错,,
      0007,trial,T-2,A,1,2026-07-01

      """)
    #expect(sheet.faults.isEmpty)
    #expect(
      sheet.forms.map { "\($0.paper.agent) \($0.paper.attempt ?? 0) \($0.cells.count)" } == [
        "0007 1 2", "0008 0 1",
      ])
    #expect(sheet.forms[0].submittedOn == Day("2026-07-01"))
    #expect(sheet.forms[1].submittedOn == nil)
  }

  @Test func badRowsAreToldAndLeftOut() throws {
    let sheet = try answers(
      """
      agent_id,module,question,answer,attempt
      ,trial,T-1,对,
      0007,trial,T-1,对,0
      0007,试,题一,对,
      0007,trial,T-1,对,
      0007,trial,T-1,错,

      """)
    #expect(
      sheet.faults.map { $0.text(in: .en) } == [
        "a.csv:2: agent_id: found \"\", wanted an agent's number",
        "a.csv:3: attempt: found \"0\", wanted a number of attempt from 1",
        "a.csv:4: module: found \"试\", wanted a module's id",
        "a.csv:4: question: found \"题一\", wanted a question's id",
        "a.csv:6: question: found \"T-1\", wanted one answer to a question (line 5 has it)",
      ])
    #expect(sheet.forms.flatMap(\.cells).map(\.line) == [5])
  }

  @Test func answersAreReadAgainstTheirPaper() throws {
    let question = Question(
      id: try id("T-1"), points: .whole(1), stem: "?",
      kind: .trueFalse(TrueFalse(key: true)))
    let module = Module(
      id: try id("trial"), title: "试", version: try version("1.0.0"),
      rule: PassRule(mark: .full), questions: [question])
    let paper = Paper(drawing: module, for: try agent("0007"), number: 1, seed: 1)
    let sheet = try answers(
      "agent_id,module,question,answer\n0007,trial,T-1,对\n0007,trial,T-9,对\n0008,trial,T-1,大概\n")
    let right = sheet.answers(of: sheet.forms[0], to: paper, from: module)
    #expect(right.answers == [question.id: .truth(true)])
    #expect(
      right.faults.map { $0.text(in: .en) } == [
        "a.csv:3: question: found \"T-9\", wanted a question of this paper: T-1"
      ])
    let wrong = sheet.answers(of: sheet.forms[1], to: paper, from: module)
    #expect(wrong.faults.map(\.found) == ["大概"])
  }

  @Test func gradesAreGroupedByGraderAndEssay() throws {
    let reader = try TableReader(
      .text(
        """
        agent_id,module,question,grader,criterion,points,veto
        0007,trial,T-9,王,R1,2,
        0007,trial,T-9,王,R2,1,是
        0007,trial,T-9,李,R1,0,
        0007,trial,T-9,李,R2,很好,

        """, name: "g.csv"), columns: GradeSheet.columns)
    let sheet = try GradeSheet(reader)
    #expect(sheet.entries.map(\.grader) == ["王", "李"])
    #expect(sheet.entries.map(\.vetoed) == [true, false])
    #expect(sheet.faults.map(\.line) == [5])
    let criteria = try ["R1", "R2"].map { name in
      let id = try #require(Rubric.Criterion.ID(name))
      let levels = [0, 1, 2].map { Rubric.Criterion.Level(points: .whole($0), text: "") }
      return try #require(Rubric.Criterion(id: id, title: name, levels: levels))
    }
    let rubric = Rubric(id: try id("T-9"), points: .whole(4), criteria: criteria)
    #expect(try sheet.entries[0].marks(by: rubric).points == .whole(3))
    do throws(EssayMarks.Fault) {
      _ = try sheet.entries[1].marks(by: rubric)
      Issue.record("a criterion is missing")
    } catch {
      let problem = sheet.fileFault(of: sheet.entries[1], error)
      #expect(
        problem.text(in: .en) == "g.csv:4: criterion: wanted a row for each criterion; R2 has none")
    }
  }

  @Test func aScorecardIsReadOrRefusedWithAllItsFaults() throws {
    let scorecard = try ScorecardFile.read(text: card, file: "chat.md")
    #expect(scorecard.items.map(\.id) == ["Q1", "Q2"])
    #expect(scorecard.items.map(\.isCritical) == [false, true])
    #expect(scorecard.passMark == Score(hundredths: 80_00))
    let marked = card.replacing("version", with: "pass: 90%\nversion")
    #expect(
      try ScorecardFile.read(text: marked, file: "chat.md").passMark == Score(hundredths: 90_00))
    let bad = card.replacing("| 10 | 2 |", with: "| 十 | 2 |").replacing("Q2", with: "Q1")
      .replacing("title: 质检表", with: "title:")
    do throws(FileRefusal) {
      _ = try ScorecardFile.read(text: bad, file: "chat.md")
      Issue.record("the faults were not seen")
    } catch {
      #expect(error.faults.map(\.line) == [3, 9])
    }
  }

  @Test func reviewsAreReadByContact() throws {
    let scorecard = try ScorecardFile.read(text: card, file: "chat.md")
    let reader = try TableReader(
      .text(
        """
        contact_id,item,points
        c1,Q1,2
        c1,Q2,N/A
        c2,Q1,2
        c2,Q2,0
        c3,Q1,2
        c4,Q1,好
        c5,Q1,9
        c5,Q2,2

        """, name: "r.csv"), columns: ReviewSheet.columns)
    let sheet = try ReviewSheet(reader, by: scorecard)
    #expect(sheet.reviews.map(\.contact) == ["c1", "c2"])
    #expect(sheet.reviews.map(\.result.phrase.en) == ["passed", "failed, critical"])
    #expect(
      sheet.faults.map { $0.text(in: .en) } == [
        "r.csv:7: points: found \"好\", wanted a whole number or N/A",
        "r.csv:6: contact_id: found \"c3\", wanted a row for each item; Q2 has none; "
          + "write N/A where an item does not apply",
        "r.csv:8: contact_id: found \"c5\", wanted points from 0 to 2 for Q1, not 9",
      ])
  }

  private func answers(_ text: String) throws -> AnswerSheet {
    try AnswerSheet(TableReader(.text(text, name: "a.csv"), columns: AnswerSheet.columns))
  }

  private let card = """
    ---
    id: chat
    title: 质检表
    version: 1.0.0
    ---

    | 编号 | 看什么 | What | 权重 | 满分 | 一票否决 |
    | --- | --- | --- | --- | --- | --- |
    | Q1 | 问候 | Greets | 10 | 2 | |
    | Q2 | 保密 | Keeps data safe | 5 | 2 | 是 |
    """
}
