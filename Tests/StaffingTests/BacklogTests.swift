import Staffing
import Statistics
import Testing

@Suite("Backlogs") struct BacklogTests {
  @Test("one kind by hand: six hours, two a day, due in two") func byHand() {
    let work = Backlog.Work(arriving: [6, 1, 0, 0], due: 2)
    let backlog = Backlog([work], capacity: [2, 2, 2, 2])
    let moments = backlog.moments[0]
    #expect(moments.map(\.done) == [2, 2, 2, 1])
    #expect(moments.map(\.left) == [4, 3, 1, 0])
    #expect(moments.map(\.oldest) == [1, 2, 2, 0])
    // Two of the six hours are left when they are due; the hour after them is late too.
    #expect(moments.map(\.late) == [2, 1, 0, nil])
    #expect((backlog.lateShare(of: 0, [work]) - 3.0 / 7).magnitude < 1e-12)
  }

  @Test("the earlier deadline goes first: a complaint before mail") func deadlines() {
    let mail = Backlog.Work(arriving: [4, 0, 0], due: 3)
    let complaints = Backlog.Work(arriving: [0, 2, 0], due: 1)
    let backlog = Backlog([mail, complaints], capacity: [1, 2, 3])
    #expect(backlog.moments[1][1].done == 2 && backlog.moments[1][1].late == 0)
    #expect(backlog.moments[0].map(\.done) == [1, 0, 3])
    #expect(backlog.moments[0][0].late == 0)
  }

  @Test("nothing is late with the least capacity, something with less", arguments: 1...30)
  func least(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 10 + generator.below(40)
    let work = DeferrableWork(
      arriving: (0..<count).map { _ in Double(generator.below(8)) },
      isOpen: (0..<count).map { _ in generator.unit() < 0.8 }, due: 1 + generator.below(9))
    let least = work.leastConstantCapacity
    guard least.isFinite, least > 0 else { return }
    func late(_ capacity: Double) -> Double {
      let own = Backlog.Work(arriving: work.arriving, due: work.due)
      return Backlog([own], capacity: work.isOpen.map { $0 ? capacity : 0 })
        .lateShare(of: 0, [own])
    }
    #expect(late(least * 1.000001) < 1e-9)
    #expect(late(least * 0.98) > 0)
  }

  @Test("no capacity, no work") func edges() {
    let work = Backlog.Work(arriving: [3, 0], due: 1)
    let none = Backlog([work], capacity: [0, 0])
    #expect(none.moments[0].map(\.oldest) == [1, 2] && none.lateShare(of: 0, [work]) == 1)
    #expect(Backlog([], capacity: [1, 1]).moments.isEmpty)
  }
}

@Suite("Hiring plans") struct HiringPlanTests {
  @Test("nobody leaves, one month to learn at half worth") func ramp() {
    let plan = HiringPlan(required: [10, 10, 14, 14], agents: 10, ramp: [0.5])
    #expect(plan.months.map(\.hires) == [0, 4, 0, 0])
    #expect(plan.months.map(\.worth) == [10, 12, 14, 14])
    #expect(plan.months.allSatisfy { $0.gap == 0 })
  }

  @Test("a lead time leaves a gap") func lead() {
    let plan = HiringPlan(required: [12, 12, 12], agents: 10, ramp: [0], lead: 1)
    #expect(plan.months.map(\.hires) == [0, 2, 0])
    #expect(plan.months.map(\.gap) == [2, 2, 0])
  }

  @Test("those who leave are replaced", arguments: [0.01, 0.05, 0.1])
  func attrition(share: Double) {
    let plan = HiringPlan(
      required: Array(repeating: 50, count: 24), agents: 50, attrition: share,
      ramp: [0.3, 0.7])
    #expect(plan.months.dropFirst(2).allSatisfy { $0.gap < 1e-9 })
    #expect(plan.months.dropFirst(2).allSatisfy { $0.worth < 50 * (1 + 4 * share) + 3 })
  }
}
