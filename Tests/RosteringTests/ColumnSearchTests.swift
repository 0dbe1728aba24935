#if canImport(CClp)
  import Statistics
  import Testing
  import Vocabulary

  @testable import Rostering

  @Suite("Column generation")
  struct ColumnSearchTests {
    private static func search(_ problem: RosterProblem) throws -> ColumnSearch {
      let model = SolverModel(problem)
      var first = Search(model, generator: SeededGenerator(seed: 1))
      let stuck = first.construct()
      #expect(stuck == [])
      let search = try #require(ColumnSearch(model))
      search.add(first.best.kinds)
      return search
    }

    @Test("solves a linear program by hand: mix two columns, then one that is better")
    func program() throws {
      // Least 3a + 5b where 2a + b = 4 and a + b = 3, hence a = 1, b = 2.
      let program = try #require(LinearProgram(rowLower: [4, 3], rowUpper: [4, 3]))
      program.add(
        costs: [3, 5], upper: [.infinity, .infinity], starts: [0, 2, 4], rows: [0, 1, 0, 1],
        values: [2, 1, 1, 1])
      #expect(program.solve(.primal))
      #expect(abs(program.objective - 13) < 1e-9)
      #expect(abs(program.duals[0] + 2) < 1e-9 && abs(program.duals[1] - 7) < 1e-9)
      // c, at 4, enters both rows once: a = 1, c = 2.
      program.add(costs: [4], upper: [1.5], starts: [0, 2], rows: [0, 1], values: [1, 1])
      #expect(program.solve(.primal))
      #expect(zip(program.values, [1, 0.5, 1.5]).allSatisfy { abs($0 - $1) < 1e-9 })
      program.bound(2, 0...0)
      #expect(program.solve(.dual))
      #expect(abs(program.objective - 13) < 1e-9)
    }

    @Test(
      "generates rows until the program meets its bound", arguments: 1...6 as ClosedRange<UInt64>)
    func generates(seed: UInt64) throws {
      let search = try ColumnSearchTests.search(PatternBoundTests.random(seed, days: 14, agents: 5))
      #expect(search.generate { false })
      let bound = try #require(search.bound)
      #expect(search.program.objective <= Double(bound) + 1e-6)
      #expect(search.program.objective > Double(bound) - 1 - 1e-6)
    }

    @Test(
      "dives to rosters that break no rule, equal for equal seeds",
      arguments: [1, 2] as [UInt64])
    func dives(seed: UInt64) throws {
      let problem = PatternBoundTests.random(seed, days: 21, agents: 6)
      var rosters: [[Int16]] = []
      for _ in 0..<2 {
        let search = try ColumnSearchTests.search(problem)
        search.generate { search.work > 5000 }
        var chance = SeededGenerator(seed: seed)
        let roster = try #require(search.dive(&chance) { search.work > 10_000 })
        let model = search.model
        for agent in 0..<model.agentCount {
          let days = model.dayCount
          #expect(model.holds(roster[agent * days..<(agent + 1) * days], of: agent))
        }
        rosters.append(roster)
      }
      #expect(rosters[0] == rosters[1])
    }

    @Test(
      "dives around a roster: agents that are not free keep their rows",
      arguments: [1, 2] as [UInt64])
    func around(seed: UInt64) throws {
      let search = try ColumnSearchTests.search(PatternBoundTests.random(seed, days: 14, agents: 4))
      search.generate { search.work > 5000 }
      var chance = SeededGenerator(seed: seed)
      let first = try #require(search.dive(&chance) { search.work > 10_000 })
      let isFree = [true, false, true, false]
      let second = try #require(
        search.dive(&chance, around: (first, isFree)) { search.work > 20_000 })
      let days = search.model.dayCount
      for agent in 0..<4 {
        let row = agent * days..<(agent + 1) * days
        #expect(search.model.holds(second[row], of: agent))
        if !isFree[agent] { #expect(second[row] == first[row]) }
      }
    }
  }
#endif
