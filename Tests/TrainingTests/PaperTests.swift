import Testing
import Training

@Suite struct PaperTests {
  @Test(arguments: UInt64(0)..<20)
  func drawsDistinctQuestionsSpreadOverThePoints(seed: UInt64) throws {
    let module = try bank(30, points: 5, draw: 10)
    let paper = Paper(drawing: module, for: try agent(), number: 1, seed: seed)
    let drawn = paper.items.compactMap { module.question($0.question) }
    #expect(drawn.count == 10)
    #expect(Set(drawn.map(\.id)).count == 10)
    for point in module.points {
      #expect(drawn.count { $0.covers.contains(point.id) } == 2)
    }
    #expect(Paper(drawing: module, for: try agent(), number: 1, seed: seed) == paper)
  }

  @Test func seedAgentAndAttemptEachMakeAnotherPaper() throws {
    let module = try bank(30, draw: 10)
    let paper = Paper(drawing: module, for: try agent(), number: 1, seed: 1)
    #expect(Paper(drawing: module, for: try agent(), number: 1, seed: 2).items != paper.items)
    #expect(Paper(drawing: module, for: try agent(), number: 2, seed: 1).items != paper.items)
    #expect(Paper(drawing: module, for: try agent("8"), number: 1, seed: 1).items != paper.items)
  }

  @Test(arguments: [nil, 7, 9])
  func theWholeBankMayBeDrawn(draw: Int?) throws {
    let module = try bank(7, draw: draw)
    let paper = Paper(drawing: module, for: try agent(), number: 1, seed: 4)
    #expect(Set(paper.items.map(\.question)) == Set(module.questions.map(\.id)))
  }

  @Test func questionsWithoutAPointAreDrawnToo() throws {
    var module = try bank(3, draw: 3)
    module.questions = module.questions.map {
      Question(id: $0.id, points: $0.points, stem: $0.stem, kind: $0.kind)
    }
    #expect(Paper(drawing: module, for: try agent(), number: 1, seed: 1).items.count == 3)
  }

  @Test func essaysComeLastAndOptionsAreShuffled() throws {
    var module = try bank(4, essays: 1)
    let options = (0..<6).compactMap { Letter(index: $0) }.map {
      ChoiceOption(letter: $0, text: "\($0)")
    }
    let choice = try SingleChoice(options: options, key: options[0].letter)
    module.questions.append(
      Question(
        id: try #require(Question.ID("T-9")), points: .whole(1), stem: "?", kind: .single(choice)))
    let papers = try (1...5).map { number in
      Paper(drawing: module, for: try agent(), number: number, seed: 1)
    }
    for paper in papers {
      #expect(paper.items.last?.question.text == "T-E1")
      let places = paper.items.first { $0.question.text == "T-9" }?.arrangement ?? []
      #expect(places.sorted() == Array(0..<6))
    }
    let orders = papers.map { $0.items.first { $0.question.text == "T-9" }?.arrangement }
    #expect(Set(orders).count > 1)
  }

  /// The order can be made again with `sha256sum`, here for the seed 1:
  /// `printf '1|0007/trial/1|T-1' | sha256sum`.
  @Test func theOrderIsThatOfTheHashes() throws {
    let module = try bank(5, points: 1)
    let paper = Paper(drawing: module, for: try agent(), number: 1, seed: 1)
    #expect(paper.items.map(\.question.text) == ["T-1", "T-3", "T-5", "T-4", "T-2"])
  }
}
