import People
import Testing
import Training

@Suite struct CurriculumTests {
  @Test func aSoundModuleHasNoFaults() throws {
    #expect(Curriculum(modules: [try bank(6, essays: 1, draw: 6)]).faults.isEmpty)
  }

  @Test func pointsAndQuestionsMustMeet() throws {
    var module = try bank(2, points: 3)
    let (first, second) = (module.questions[0], module.questions[1])
    let unknown = try #require(LearningPoint.ID("X-1"))
    module.questions = [
      Question(
        id: first.id, points: first.points, covers: [unknown], stem: "?", kind: first.kind),
      Question(id: second.id, points: second.points, stem: "?", kind: second.kind),
    ]
    #expect(
      Curriculum(modules: [module]).faults == module.points.map {
        .pointWithoutQuestion(module.id, $0.id)
      } + [
        .unknownPoint(module.id, first.id, unknown), .questionWithoutPoint(module.id, second.id),
      ])
  }

  @Test func aDrawFitsIntoItsBank() throws {
    let module = try bank(3, draw: 4)
    #expect(
      Curriculum(modules: [module]).faults == [.drawAboveBank(module.id, draw: 4, bank: 3)])
  }

  @Test func anEssayNeedsItsRubricAndItsWorth() throws {
    var module = try bank(3, essays: 1)
    let essay = try #require(Question.ID("T-E1"))
    let rubric = module.rubrics[0].id
    module.rubrics = []
    #expect(
      Curriculum(modules: [module]).faults == [.missingRubric(module.id, essay, rubric)])
  }

  @Test func requirementsExistAndDoNotLeadBack() throws {
    let ids = try ["a", "b", "c"].map { try #require(Module.ID($0)) }
    let missing = try #require(Module.ID("z"))
    var modules = try ids.map { id in
      var module = try bank(3)
      module.id = id
      return module
    }
    modules[0].requires = [ids[1]]
    modules[1].requires = [ids[2]]
    modules[2].requires = [ids[0], missing]
    let faults = Curriculum(modules: modules).faults
    #expect(
      faults == [.requirementCycle(ids), .unknownRequirement(ids[2], missing)]
        || faults == [.unknownRequirement(ids[2], missing), .requirementCycle(ids)])
  }

  @Test func pathsNameModulesAfterWhatTheyRequire() throws {
    let (first, second) = (try #require(Module.ID("a")), try #require(Module.ID("b")))
    let missing = try #require(Module.ID("z"))
    var modules = [try bank(3), try bank(3)]
    modules[0].id = first
    modules[1].id = second
    modules[1].requires = [first]
    func steps(_ ids: [Module.ID]) -> [LearningPath.Step] {
      ids.map { LearningPath.Step(module: $0, dueDays: 7) }
    }
    let wrong = Curriculum(
      modules: modules, paths: [LearningPath(rung: .agent, steps: steps([second, first, missing]))])
    #expect(
      wrong.faults == [
        .requirementNotBefore(.agent, second, required: first),
        .unknownModuleInPath(.agent, missing),
      ])
    let right = Curriculum(
      modules: modules,
      paths: [
        LearningPath(rung: .senior, steps: steps([second])),
        LearningPath(rung: .agent, steps: steps([first])),
      ])
    #expect(right.faults.isEmpty)
  }
}
