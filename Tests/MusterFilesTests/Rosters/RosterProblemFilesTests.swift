import Foundation
import MusterFiles
import MusterTesting
import MusterWords
import Rostering
import Testing
import Vocabulary

@Suite("A roster problem as a folder")
struct RosterProblemFilesTests {
  static let problem = """
    interval: 30m
    first_day: 2026-11-02
    days: 7
    zone: Asia/Shanghai
    cost: {short: 100, over: 5, streams: {phone/help: {short: 300}}}
    skills: {all: [app/sale, phone/help]}
    fairness: {weight: 20, weekend_points: 1}
    patterns:
      early:
        start: 8:00
        latest_start: 9:00
        lengths: [9h]
        breaks: [{length: 1h, paid: no, from: 3h, to: 5h}]
      night: {start: 22:00, lengths: [8h], night: yes, points: 3, forbidden_next: [early]}
    contracts:
      full: {rest: 11h, longest_run: 5, day: 8h, week: {least: 40h, most: 40h}, absence_day: 8h}
      nights: {patterns: [night], nights_in_a_row: 3, most: {night: 4}}
    """
  static let agents = """
    agent_id,contract,skills,channels,patterns,available
    01,full,all,,,
    02,full,sale,app,early,monday 9:00-18:00|friday 20:00-30:00
    03,nights,sale|help,phone,,
    """
  static let demand = """
    timestamp,stream,heads
    2026-11-02T09:00:00,app/sale,2
    2026-11-08T23:30:00,phone/help,1
    """
  static let requests = """
    agent_id,first_day,last_day,kind,pattern,start,weight
    01,2026-11-03,2026-11-04,off,,,30
    01,2026-11-05,,on,early,,10
    02,2026-11-06,2026-11-30,absent,,,
    03,2026-11-02,,fixed,night,22:00,
    03,2026-11-03,,fixed,,,
    """
  static let history = """
    agent_id,start,end,activity,stream,pattern
    03,2026-11-01T22:00:00+08:00,2026-11-02T06:00:00+08:00,work,phone/help,night
    """

  static func read(
    problem: String = problem, agents: String = agents, demand: String = demand,
    requests: String = requests, history: String = history
  ) throws(FileRefusal) -> RosterProblemFiles {
    try RosterProblemFiles(
      texts: [
        "problem.yaml": problem, "agents.csv": agents + "\n", "demand.csv": demand + "\n",
        "requests.csv": requests + "\n", "history.csv": history + "\n",
      ], folder: ""
    ) { _ throws(FileRefusal) in .china }
  }

  @Test("is read whole")
  func reads() throws {
    let files = try RosterProblemFilesTests.read()
    let problem = files.problem
    #expect(files.contractOfAgent == ["full", "full", "nights"])
    #expect(problem.interval == .halfHour)
    #expect(problem.intervalCount == 7 * 48)
    #expect(problem.patterns.map(\.code) == ["early", "night"])
    #expect(problem.patterns[0].possibleStarts == [.hours(8), Minutes(510), .hours(9)])
    #expect(problem.demand.map(\.stream.description) == ["app/sale", "phone/help"])
    #expect(problem.demand[0].heads[18] == 2)
    #expect(problem.demand[1].heads[335] == 1)
    #expect(
      problem.demand.map(\.cost) == [
        CoverCost(short: 100, over: 5), CoverCost(short: 300, over: 5),
      ])
    let streams = problem.agents.map { $0.streams.map(\.description) }
    #expect(streams == [["app/sale", "phone/help"], ["app/sale"], ["phone/help"]])
    #expect(problem.agents[1].patterns == ["early"])
    #expect(problem.agents[2].patterns == ["night"])
    #expect(
      problem.agents[1].availability.map(\.hours) == [
        .hours(9)..<(.hours(18)), .hours(20)..<(.hours(30)),
      ])
    #expect(problem.agents[0].requests.map(\.weight) == [30, 30, 10])
    #expect(problem.agents[1].absences.count == 3)
    #expect(problem.agents[2].fixed.count == 2)
    #expect(problem.agents[2].history.map(\.isNight) == [true])
    #expect(problem.historyFrom == Day("2026-11-01"))
    #expect(problem.agents[0].limits.week.least == .hours(40))
  }

  @Test("takes prices by head, by stream and by interval")
  func prices() throws {
    let files = try RosterProblemFilesTests.read(
      problem: RosterProblemFilesTests.problem.replacingOccurrences(
        of: "short: 100, over: 5", with: "short: [50, 100, 100], over: [0, 5]"),
      demand: """
        timestamp,stream,heads,short,over
        2026-11-02T09:00:00,app/sale,2,,
        2026-11-02T09:30:00,app/sale,2,70|900,
        2026-11-08T23:30:00,phone/help,1,,8
        """)
    let lines = files.problem.demand
    #expect(lines.map(\.cost.shortPrices) == [[50, 100], [300]])
    #expect(lines.map(\.cost.overPrices) == [[0, 5], [0, 5]])
    #expect(lines[0].cost(at: 18) == lines[0].cost)
    #expect(lines[0].cost(at: 19).shortPrices == [70, 900])
    #expect(lines[1].cost(at: 335).overPrices == [8])
  }

  @Test("takes duties of a step, a skill or named agents, in set hours or while demand lasts")
  func duties() throws {
    let problem = try RosterProblemFilesTests.read(
      problem: RosterProblemFilesTests.problem + """

        duties:
          lead: {rungs: [lead, supervisor], cost: 500}
          phones: {skills: [help], heads: 2, hours: {weekday: 9:00-10:00}, cost: 40}
          named: {agents: ["03", "01"], hours: {weekend: 9:00-9:30}, cost: 1}
        """,
      agents: """
        agent_id,contract,skills,rung
        01,full,all,lead
        02,full,sale,
        03,nights,sale|help,agent
        """
    ).problem
    #expect(problem.duties.map(\.code) == ["lead", "phones", "named"])
    #expect(problem.duties.map { $0.members.map(\.text) } == [["01"], ["03"], ["01", "03"]])
    func asked(_ duty: DutyDemand) -> [Int] { duty.heads.indices.filter { duty.heads[$0] > 0 } }
    #expect(asked(problem.duties[0]) == [18, 335])
    #expect(problem.duties[1].heads.reduce(0, +) == 5 * 2 * 2)
    #expect(asked(problem.duties[2]) == [5 * 48 + 18, 6 * 48 + 18])
    #expect(problem.duties.map(\.cost) == [500, 40, 1])
  }

  @Test("takes the rules of contracts, pairs, days of protection and the law")
  func rules() throws {
    let problem = try RosterProblemFiles(
      texts: [
        "problem.yaml": RosterProblemFilesTests.problem.replacingOccurrences(
          of: "absence_day: 8h}",
          with: """
            absence_day: 8h, hours: standard, days_off: 2, same_start: yes, overtime: {above: 8h, \
            day: 2h, month: 20h, cost: 3, special: yes}}
            """) + "\npairs:\n  - together: [01, 02]\n  - apart: [03, 01]",
        "agents.csv": RosterProblemFilesTests.agents,
        "demand.csv": RosterProblemFilesTests.demand,
        "requests.csv": RosterProblemFilesTests.requests
          + "\n02,2026-11-03,2026-11-04,protected,,,",
        "law.csv": """
        code,scope,limit,value,unit,source,article,valid_from,valid_until,zh,en
        week-hours,standard,most,40,hour,Law,3,1995-05-01,,,
        """.replacingOccurrences(of: ",,,", with: ",,每周,a week"),
      ], folder: ""
    ) { _ throws(FileRefusal) in .china }.problem
    let limits = problem.agents[0].limits
    #expect(limits.hours == .standard)
    #expect(limits.weekDaysOff == 2)
    #expect(limits.sameStart)
    #expect(
      limits.overtime
        == Limits.Overtime(
          above: .hours(8), day: .hours(2), month: .hours(20), cost: 3, isSpecial: true))
    #expect(problem.agents[2].limits.hours == nil)
    #expect(problem.pairs.map(\.tie) == [.together, .apart])
    #expect(problem.pairs.map(\.first.text) == ["01", "03"])
    #expect(problem.agents[1].protected.map(\.description) == ["2026-11-03", "2026-11-04"])
    #expect(problem.law.map(\.amount) == [2400])
    #expect(problem.law.map(\.article) == ["Law, 3"])
  }

  @Test("takes burdens, holidays, terms of contracts and refusals of the past")
  func fairness() throws {
    let problem = try RosterProblemFiles(
      texts: [
        "problem.yaml": RosterProblemFilesTests.problem.replacingOccurrences(
          of: "weekend_points: 1}",
          with: """
            weekend_points: 1, night_points: 2, holiday_points: 5, window: 14, \
            topic_points: {phone/help: 3}, refused: 50%}
            """),
        "agents.csv": """
        agent_id,contract,skills,from,to,refused
        01,full,all,2026-11-04,,2
        02,full,sale,,2026-11-06,
        03,nights,help,,,

        """, "demand.csv": RosterProblemFilesTests.demand,
        "requests.csv": """
        agent_id,first_day,last_day,kind,weight
        01,2026-11-05,,off,30
        02,2026-11-05,,off,30

        """,
        "holidays.csv": "day,kind,zh,en\n2026-11-03,statutory,节,feast\n2026-11-04,off,休,off\n",
      ], folder: ""
    ) { _ throws(FileRefusal) in .china }.problem
    #expect(
      problem.fairness
        == Fairness(
          weight: 20, weekendPoints: 1, nightPoints: 2, holidayPoints: 5,
          holidays: [Day("2026-11-03")].compactMap(\.self),
          topicPoints: [Stream(channel: "phone", queue: "help"): 3], window: 14))
    #expect(problem.agents[0].since == Day("2026-11-04"))
    #expect(problem.agents[0].absences.map(\.description) == ["2026-11-02", "2026-11-03"])
    #expect(problem.agents[1].absences.map(\.description) == ["2026-11-07", "2026-11-08"])
    // Two refusals at a half each double the weight.
    #expect(problem.agents.map { $0.requests.map(\.weight) } == [[60], [30], []])
  }

  @Test("is refused where a change of clocks does not lie on the grid")
  func oddClocks() throws {
    // Clocks go forward by half an hour in the night to Wednesday.
    let day = try #require(Day("2026-11-04"))
    let change = Instant(seconds: Int64(day.ordinal) * 86_400 - 6 * 3600)
    let zone = Zone(
      name: "Half", firstOffset: 8 * 3600,
      transitions: [Zone.Transition(start: change, offset: 8 * 3600 + 1800)])
    func read(_ interval: String) throws(FileRefusal) -> RosterProblemFiles {
      try RosterProblemFiles(
        texts: [
          "problem.yaml": RosterProblemFilesTests.problem.replacingOccurrences(
            of: "interval: 30m", with: "interval: \(interval)")
        ], folder: ""
      ) { _ throws(FileRefusal) in zone }
    }
    #expect(try read("30m").problem.intervalCount == 7 * 48 - 1)
    let refusal = #expect(throws: FileRefusal.self) { try read("60m") }
    #expect(
      refusal?.faults.map { $0.text(in: .en) } == [
        "problem.yaml:1:11: found \"60m\", wanted an interval that divides the change of the clocks"
          + " before 2026-11-05; take a shorter one"
      ])
  }

  @Test("tells all that is wrong at once, file by file")
  func severalFaults() throws {
    let refusal = #expect(throws: FileRefusal.self) {
      try RosterProblemFilesTests.read(
        agents: RosterProblemFilesTests.agents,
        demand: RosterProblemFilesTests.demand + "\n2026-11-03T09:00:00,app/sale,-1",
        requests: RosterProblemFilesTests.requests + "\n09,2026-11-03,,on,,,5",
        history: """
          agent_id,start,end,activity,stream,pattern
          03,2026-10-29T22:00:00+08:00,2026-10-30T06:00:00+08:00,work,phone/help,night
          03,2026-10-30T22:00:00+08:00,2026-10-31T06:00:00+08:00,work,phone/help,night
          03,2026-10-31T22:00:00+08:00,2026-11-01T06:00:00+08:00,work,phone/help,night
          03,2026-11-01T22:00:00+08:00,2026-11-02T06:00:00+08:00,work,phone/help,night
          """)
    }
    let faults = refusal?.faults ?? []
    #expect(faults.map(\.file) == ["demand.csv", "history.csv", "requests.csv"])
    #expect(faults.map(\.line) == [4, 5, 7])
    #expect(
      faults[1].text(in: .en) == """
        history.csv:5: found "03", wanted past shifts that break no rule (03 2026-10-29: nights in a \
        row: 4 days, at most 3 days); no roster can mend it; correct the past shifts, ease the \
        contract, or move history_from
        """)
  }

  struct Fault: Sendable {
    var problem = RosterProblemFilesTests.problem
    var agents = RosterProblemFilesTests.agents
    var demand = RosterProblemFilesTests.demand
    var requests = RosterProblemFilesTests.requests
    let says: String

    static func problem(_ from: String, _ to: String, says: String) -> Fault {
      Fault(
        problem: RosterProblemFilesTests.problem.replacingOccurrences(of: from, with: to),
        says: says)
    }
  }

  static let faults: [Fault] = [
    .problem("days: 7", "days: 0", says: "problem.yaml:3:7: found \"0\", wanted a whole number"),
    .problem("lengths: [9h]", "lengths: [8h45m]", says: "wanted a multiple of 30 minutes"),
    .problem("latest_start: 9:00", "latest_start: 7:00", says: "wanted a time of at least 8:00"),
    .problem("forbidden_next: [early]", "forbidden_next: [erly]", says: "found \"erly\""),
    .problem("day: 8h", "day: 4h", says: "wanted a contract that some pattern fits"),
    .problem(
      "contracts:", "  spare: {start: 9:00, lengths: [12h]}\ncontracts:",
      says: "found \"spare\", wanted a pattern that some contract fits"),
    .problem(
      "lengths: [8h]", "latest_start: 24:00, step: 5m, lengths: [8h]",
      says: "wanted a multiple of 30 minutes"),
    .problem("weekend_points: 1", "weekend_point: 1", says: "maybe \"weekend_points\""),
    .problem("longest_run", "longest_rum", says: "maybe \"longest_run\""),
    .problem("least: 40h, most: 40h", "least: 40h, most: 30h", says: "at least 40:00"),
    Fault(
      agents: RosterProblemFilesTests.agents + "\n04,fulll,all,,,",
      says: "agents.csv:5: contract: found \"fulll\", wanted one of full, nights; maybe \"full\""),
    Fault(
      agents: RosterProblemFilesTests.agents + "\n01,full,all,,,",
      says: "agents.csv:5: agent_id: found \"01\", wanted each agent once"),
    Fault(
      demand: RosterProblemFilesTests.demand + "\n2026-11-02T09:00:00,mail/help,1",
      says: "demand.csv:4: found \"mail/help\", wanted a stream that at least one agent can work"),
    Fault(
      demand: RosterProblemFilesTests.demand + "\n2026-11-02T09:10:00,app/sale,1",
      says: "wanted the beginning of an interval of 30 minutes"),
    Fault(
      demand: RosterProblemFilesTests.demand + "\n2026-11-03T09:00:00,app/sale,-1",
      says: "demand.csv:4: heads: found \"-1\", wanted a whole number from 0"),
    Fault(
      demand: RosterProblemFilesTests.demand + "\n2026-11-02T09:00:00,app/sale,1",
      says: "wanted each interval of a stream once"),
    .problem(
      "short: 100, over", "short: [100, 50], over",
      says: "found \"100, 50\", wanted a price, or a list in which none is below the one before"),
    .problem(
      "skills: {all", "duties: {lead: {rungs: [led], cost: 5}}\nskills: {all",
      says: "found \"led\", wanted one of agent, senior, lead, supervisor; maybe \"lead\""),
    .problem(
      "skills: {all", "duties: {lead: {rungs: [lead], cost: 5}}\nskills: {all",
      says: "found \"lead\", wanted a duty that at least one agent can take"),
    .problem("absence_day: 8h", "hours: standart", says: "maybe \"standard\""),
    .problem("absence_day: 8h", "overtime: {day: 1h}", says: "above"),
    .problem(
      "skills: {all", "pairs: [{together: [01, 9]}]\nskills: {all",
      says: "found \"9\", wanted an agent of agents.csv; correct the number or drop the pair"),
    .problem(
      "skills: {all", "pairs: [{together: [01]}]\nskills: {all",
      says: "found \"01\", wanted two different agents"),
    .problem(
      "skills: {all", "pairs: [{together: [01, 02]}, {together: [02, 03]}]\nskills: {all",
      says: "found \"02, 03\", wanted one mentor for each learner"),
    .problem(
      "skills: {all", "pairs: [{together: [01, 02]}, {apart: [02, 01]}]\nskills: {all",
      says: "found \"02, 01\", wanted a pair that does not contradict an earlier one"),
    Fault(
      demand: "timestamp,stream,heads,short\n2026-11-02T09:00:00,app/sale,2,9|x",
      says: "demand.csv:2: short: found \"9|x\", wanted a price, or a list"),
    Fault(
      requests: RosterProblemFilesTests.requests + "\n01,2026-11-03,,on,,,5",
      says: "requests.csv:7: kind: found \"on\", wanted a wish that does not contradict"),
    Fault(
      requests: RosterProblemFilesTests.requests + "\n01,2026-11-03,,on,early,,5",
      says: "requests.csv:7: kind: found \"on\", wanted a wish that does not contradict"),
    Fault(
      requests: RosterProblemFilesTests.requests + "\n03,2026-11-02,,fixed,,,",
      says: "requests.csv:7: kind: found \"fixed\", wanted one fixed cell a day"),
    Fault(
      agents: RosterProblemFilesTests.agents.replacingOccurrences(
        of: "patterns,available", with: "from,to"
      ).replacingOccurrences(
        of: "early,monday 9:00-18:00|friday 20:00-30:00", with: "2026-11-05,2026-11-04"),
      says: "agents.csv:3: to: found \"2026-11-04\", wanted a day not before 2026-11-05"),
    Fault(
      requests: RosterProblemFilesTests.requests + "\n09,2026-11-03,,on,,,5",
      says: "requests.csv:7: agent_id: found \"09\", wanted an agent of agents.csv"),
  ]

  @Test("is refused with file, line and a way out", arguments: faults)
  func refusals(fault: Fault) throws {
    let refusal = #expect(throws: FileRefusal.self) {
      try RosterProblemFilesTests.read(
        problem: fault.problem, agents: fault.agents, demand: fault.demand,
        requests: fault.requests)
    }
    let text = refusal?.faults.map { $0.text(in: .en) }.joined(separator: "\n") ?? ""
    #expect(text.contains(fault.says), "\(text)")
  }

  @Test("The worked week is solved as its roster says, and its roster keeps every rule")
  func worked() throws {
    let folder = Checkout.root + "/rosters/worked/one-week"
    let problem = try RosterProblemFiles(folder: folder).problem
    let text = try #require(Checkout.read(folder + "/roster.csv"))
    let roster = try RosterTable.roster(
      TableReader(.text(text, name: "roster.csv"), columns: RosterTable.columns), zone: problem.zone
    )
    #expect(problem.breaches(in: roster) == [])
    #expect(problem.strangers(in: roster) == [])
    #expect(problem.coverage(of: roster).missing == 0)
    #expect(RosterTable.text(roster, zone: problem.zone) == text)
  }

  @Test("A roster with a time, an activity or a stream that is none is refused")
  func rosterFaults() throws {
    let text = """
      agent_id,start,end,activity,stream,pattern
      01,2026-11-02T08:00:00+08:00,2026-11-02T07:00:00+08:00,work,app/sale,early
      01,yesterday,2026-11-02T07:00:00+08:00,nap,app/sale,early
      01,2026-11-02T08:00:00+08:00,2026-11-02T09:00:00+08:00,work,app,early

      """
    let refusal = #expect(throws: FileRefusal.self) {
      try RosterTable.roster(
        TableReader(.text(text, name: "r.csv"), columns: RosterTable.columns), zone: .china)
    }
    #expect(refusal?.faults.map(\.line) == [2, 3, 4])
  }
}
