package import People
import Statistics
package import Vocabulary

/// An e-commerce shop that does not exist: its people and eight weeks of its contacts.
///
/// What makes real months hard is in it: two daily peaks and an evening one, weekends, a campaign
/// with its tail of after-sales work, agents who differ, and holes where nobody answered a survey.
package struct InventedShop {
  /// What an agent is really like, unknown to the scores.
  package struct Temper {
    /// Added to the odds of a satisfied customer and of an order.
    package let csat: Double
    package let conversion: Double
    /// Added to ln of the seconds to the first reply and of the handle time.
    package let reply: Double
    package let handle: Double
  }

  /// A stream and how much of it comes on an ordinary day.
  package struct Flow {
    package let stream: Stream
    package let perDay: Double
    /// Opening hours, weekday and weekend.
    package let open: (weekday: Range<Int>, weekend: Range<Int>)
    /// Median seconds of work per contact.
    package let handle: Double
    /// Median seconds to the first reply.
    package let reply: Double
    /// By how much a campaign day multiplies it, and how long it lingers in days.
    package let campaign: (peak: Double, tail: Double)
  }

  package let seed: UInt64
  package let zone: Zone
  package let firstDay: Day
  package let weeks: Int
  /// The days of announced extra volume.
  package let campaign: ClosedRange<Day>
  package let agents: [Agent]
  package let tempers: [Temper]
  package let absences: [Absence]

  package static let flows: [Flow] = [
    Flow(
      stream: Stream(channel: "app", queue: "presale"), perDay: 580, open: (8..<24, 8..<24),
      handle: 260, reply: 32, campaign: (3.6, 0.5)),
    Flow(
      stream: Stream(channel: "app", queue: "aftersale"), perDay: 450, open: (8..<24, 8..<24),
      handle: 340, reply: 38, campaign: (2.2, 3)),
    Flow(
      stream: Stream(channel: "wechat", queue: "presale"), perDay: 240, open: (8..<24, 8..<24),
      handle: 240, reply: 44, campaign: (3.0, 0.5)),
    Flow(
      stream: Stream(channel: "wechat", queue: "aftersale"), perDay: 210, open: (8..<24, 8..<24),
      handle: 320, reply: 50, campaign: (2.0, 3)),
    Flow(
      stream: Stream(channel: "phone", queue: "aftersale"), perDay: 260, open: (9..<21, 10..<18),
      handle: 280, reply: 18, campaign: (1.8, 3)),
    Flow(
      stream: Stream(channel: "email", queue: "aftersale"), perDay: 85, open: (9..<21, 10..<18),
      handle: 420, reply: 5400, campaign: (1.5, 4)),
  ]

  /// The shop of `seed`: `count` agents in four teams and `weeks` weeks of contacts from `firstDay`.
  package init(seed: UInt64, agents count: Int = 40, firstDay: Day, weeks: Int = 8, zone: Zone) {
    var chance = SeededGenerator(seed: seed).split(1)
    self.seed = seed
    self.zone = zone
    self.firstDay = firstDay
    self.weeks = weeks
    self.campaign = firstDay + (weeks * 7 - 13)...firstDay + (weeks * 7 - 12)
    var agents: [Agent] = []
    var tempers: [Temper] = []
    var absences: [Absence] = []
    let month = (firstDay + 7).month
    for index in 0..<count {
      let service = 40 + chance.below(1400)
      let rung = InventedShop.rung(of: index, service: service)
      let isPresale = index / 10 % 4 < 2
      guard let number = AgentNumber("0" + String(10_001 + index)) else { continue }
      var skills = isPresale ? ["presale"] : ["aftersale"]
      if service > 400 || rung > .agent { skills = ["presale", "aftersale"] }
      var channels = ["app", "wechat"]
      if !isPresale || rung > .agent { channels += ["email", "phone"] }
      agents.append(
        Agent(
          number: number, name: InventedShop.name(index), team: InventedShop.teams[index / 10 % 4],
          rung: rung, hiredOn: firstDay - service,
          contract: index % 10 == 7 ? "part-time" : "full-time",
          base: nil, skills: skills, channels: channels))
      let seniority = Double(service) / 1440
      tempers.append(
        Temper(
          csat: 0.5 * (seniority - 0.5) + 0.45 * chance.normal(),
          conversion: 0.2 * (seniority - 0.5) + 0.25 * chance.normal(),
          reply: -0.3 * (seniority - 0.5) + 0.28 * chance.normal(),
          handle: -0.2 * (seniority - 0.5) + 0.12 * chance.normal()))
      if chance.unit() < 0.3 {
        let start = month.first + chance.below(month.length - 3)
        let kind = chance.unit() < 0.6 ? "annual" : "sick"
        absences.append(Absence(agent: number, days: start...start + chance.below(3), kind: kind))
      }
      if chance.unit() < 0.15 {
        let start = firstDay + weeks * 7 + chance.below(11)
        absences.append(
          Absence(agent: number, days: start...start + chance.below(3), kind: "annual"))
      }
    }
    self.agents = agents
    self.tempers = tempers
    self.absences = absences
  }

  private static let teams = ["售前一组", "售前二组", "售后一组", "售后二组"]

  private static func rung(of index: Int, service: Int) -> Rung {
    switch index % 10 {
    case 0 where index == 30: .supervisor
    case 0: .lead
    case _ where service > 800: .senior
    default: .agent
    }
  }

  private static func name(_ index: Int) -> String {
    let surnames = Array("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗")
    let given = [
      "晓雯", "志远", "佳怡", "子涵", "梦洁", "俊杰", "雨桐", "浩然", "思琪", "文博", "欣悦", "嘉豪",
      "静", "磊", "芳", "敏", "婷", "鹏", "雪", "凯", "丽娟", "海涛", "美玲",
    ]
    return String(surnames[index % surnames.count]) + given[(index * 7 + 3) % given.count]
  }
}

extension SeededGenerator {
  /// A draw from the standard normal distribution (Box and Muller).
  package mutating func normal() -> Double {
    let radius = (-2 * logarithm(1 - unit())).squareRoot()
    return radius * cosine(2 * .pi * unit())
  }

  /// A draw from the Poisson distribution; by the normal one above a mean of 40.
  package mutating func poisson(_ mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    guard mean < 40 else { return max(0, Int((mean + mean.squareRoot() * normal()).rounded())) }
    var count = 0
    var product = unit()
    let limit = exponential(-mean)
    while product > limit {
      count += 1
      product *= unit()
    }
    return count
  }
}
