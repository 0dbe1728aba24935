import Statistics
import Testing
import Vocabulary

@testable import Rostering

@Suite("The planner of one shift")
struct ShiftPlannerTests {
  /// One agent on one pattern of `length` hours, and prices drawn by chance.
  struct Case {
    var plan: StreamModel
    var prices: [[Int32]]

    init(_ seed: UInt64, streams count: Int, run: Int?, breaks: [ShiftPattern.Break]) {
      var chance = SeededGenerator(seed: seed)
      let streams = (0..<count).map { Stream(channel: "task", queue: "\($0)") }
      var agent = Small.agent()
      agent.streams = streams
      var problem = Small.problem(days: 1, [agent])
      problem.patterns = [
        ShiftPattern(
          code: "day", name: "day", starts: .hours(8)...(.hours(9)), step: .hours(1),
          lengths: [.hours(5), .hours(7)], breaks: breaks, leastRun: run.map { .hours($0) })
      ]
      problem.demand = streams.map {
        StreamDemand(
          stream: $0, heads: Array(repeating: 1, count: 24), cost: CoverCost(short: 9, over: 1))
      }
      plan = StreamModel(SolverModel(problem))
      let slots = plan.slotCount
      prices = (0..<count).map { _ in (0..<slots).map { _ in Int32(chance.below(20)) - 12 } }
    }

    func price(_ column: Int, _ slot: Int) -> Int32 {
      guard plan.isPooled else { return prices[column][slot] }
      return prices.reduce(Int32.max) { min($0, $1[slot]) }
    }

    /// The least cost of a shift of `kind`, by trying every course of its slots.
    func leastCost(_ kind: Int) -> Int32? {
      let model = plan.model
      let first = Int(model.startSlot[kind])
      let count = model.kinds[kind].slots
      let run = plan.crews[0].leastRun
      var least: Int32?
      var course: [Int] = []
      func extend() {
        if course.count == count {
          guard fits(course, run, model.kinds[kind].breaks) else { return }
          let cost = course.enumerated().reduce(Int32(0)) {
            $1.element < 0 ? $0 : $0 + prices[$1.element][first + $1.offset]
          }
          least = min(least ?? .max, cost)
          return
        }
        for doing in -1..<prices.count {
          course.append(doing)
          extend()
          course.removeLast()
        }
      }
      extend()
      return least
    }

    func fits(
      _ course: [Int], _ run: Int, _ breaks: [(earliest: Int, latest: Int, slots: Int)]
    ) -> Bool {
      var idle = course.indices.filter { course[$0] < 0 }
      for pause in breaks {
        guard let at = idle.first, at >= pause.earliest, at <= pause.latest,
          idle.prefix(pause.slots) == (at..<at + pause.slots).map(\.self)[...]
        else { return false }
        idle.removeFirst(pause.slots)
      }
      guard idle.isEmpty else { return false }
      let work = course.filter { $0 >= 0 }
      var length = 0
      for (index, doing) in work.enumerated() {
        length = index > 0 && work[index - 1] == doing ? length + 1 : 1
        let ends = index + 1 == work.count || work[index + 1] != doing
        if ends, length < min(run, work.count) { return false }
      }
      return true
    }
  }

  static let breaks: [[ShiftPattern.Break]] = [
    [],
    [.init(length: .hours(1), isPaid: false, window: .hours(1)...(.hours(3)))],
    [
      .init(length: .hours(1), isPaid: true, window: .hours(1)...(.hours(2))),
      .init(length: .hours(1), isPaid: false, window: .hours(3)...(.hours(5))),
    ],
  ]

  @Test(
    "finds the least cost of every kind, and a shift that has it",
    arguments: 1...8 as ClosedRange<UInt64>, 0..<3)
  func isExact(seed: UInt64, breaks: Int) {
    for (streams, run) in [(1, nil), (2, 2), (2, 3), (3, 2), (2, nil)] {
      let example = Case(
        seed, streams: streams, run: run, breaks: ShiftPlannerTests.breaks[breaks])
      let plan = example.plan
      let planner = ShiftPlanner(plan)
      let crew = plan.crews[0]
      let costs = Block(plan.model.kinds.count, of: Float(0))
      planner.load(crew, plan.span[0], price: example.price)
      planner.price(crew, 0, into: costs, at: 0)
      for kind in plan.model.kinds.indices.dropFirst() {
        #expect(example.leastCost(kind).map { Float($0) } == costs[kind])
        let first = Int(plan.model.startSlot[kind])
        let count = plan.model.kinds[kind].slots
        planner.load(crew, first..<first + count, price: example.price)
        planner.plan(crew, kind, at: first)
        let course = (0..<count).map { Int(planner.chosen[$0]) }
        let cost = course.enumerated().reduce(Int32(0)) { sum, slot in
          guard slot.element >= 0 else { return sum }
          let column = plan.isPooled ? 0 : slot.element
          return sum + example.price(column, first + slot.offset)
        }
        #expect(Float(cost) == costs[kind])
        if !plan.isPooled {
          #expect(example.fits(course, crew.leastRun, plan.model.kinds[kind].breaks))
        }
        planner.load(crew, plan.span[0], price: example.price)
      }
    }
  }
}
