import Glibc
import People
package import Performance
import Statistics
import Vocabulary

extension InventedShop {
  /// All contacts, ordered by arrival; equal seeds give equal contacts.
  package func contacts() -> [Contact] {
    var contacts: [Contact] = []
    for offset in 0..<weeks * 7 {
      var chance = SeededGenerator(seed: seed).split(1000 + offset)
      contacts += self.contacts(on: firstDay + offset, &chance)
    }
    for index in contacts.indices {
      contacts[index].externalID = "C\(String(String(100_000_000 + index).dropFirst()))"
      if contacts[index].orderID != nil {
        contacts[index].orderID = "O" + contacts[index].externalID
      }
    }
    return contacts
  }

  private func contacts(on day: Day, _ chance: inout SeededGenerator) -> [Contact] {
    let staff = onDuty(day)
    var contacts: [Contact] = []
    for flow in InventedShop.flows {
      let hours = day.weekday.isWeekend ? flow.open.weekend : flow.open.weekday
      let shape = hours.map { InventedShop.shape[$0] }
      let whole = shape.reduce(0, +)
      let volume =
        flow.perDay * InventedShop.week[day.weekday.rawValue] * uplift(of: flow, on: day)
        * exponential(0.06 * chance.normal())
      for (hour, weight) in zip(hours, shape) {
        let able = staff[hour].filter { handles(flow.stream, agents[$0]) }
        guard !able.isEmpty else { continue }
        for _ in 0..<chance.poisson(volume * weight / whole) {
          let second = hour * 3600 + chance.below(3600)
          let agent = able[chance.below(able.count)]
          contacts.append(contact(of: flow, on: day, at: second, by: agent, &chance))
        }
      }
    }
    let order = contacts.indices.sorted {
      contacts[$0].arrivedAt == contacts[$1].arrivedAt
        ? $0 < $1 : contacts[$0].arrivedAt < contacts[$1].arrivedAt
    }
    return order.map { contacts[$0] }
  }

  private func contact(
    of flow: Flow, on day: Day, at second: Int, by index: Int, _ chance: inout SeededGenerator
  ) -> Contact {
    let temper = tempers[index]
    let topic = topic(of: flow, on: day, &chance)
    let isHard = topic == "complaint" || topic == "returns"
    let arrival = zone.start(of: day) + Int64(second)
    let reply = exponential(
      logarithm(flow.reply) + (second >= 19 * 3600 ? 0.25 : 0) + temper.reply
        + 0.7 * chance.normal())
    let handle = exponential(
      logarithm(flow.handle) + (isHard ? 0.4 : 0) + temper.handle + 0.5 * chance.normal())
    let wait = Int64(max(1, reply.rounded()))
    let work = max(20, Int(handle.rounded()))
    var contact = Contact(
      externalID: "", channel: flow.stream.channel, queue: flow.stream.queue, topic: topic,
      agent: agents[index].number, arrivedAt: arrival)
    if chance.unit() < 0.985 {
      contact.firstReplyAt = arrival + wait
      contact.closedAt = arrival + wait + Int64(work)
      contact.handleSeconds = work
    }
    let pleased = chance.unit() < odds(2.0 + (isHard ? -1.0 : 0) + temper.csat)
    contact.resolvedFirst = chance.unit() < odds((isHard ? 0.9 : 2.0) + temper.csat)
    contact.ratingInvited = chance.unit() < 0.9
    if contact.ratingInvited == true, chance.unit() < (pleased ? 0.3 : 0.42) {
      contact.rating =
        pleased ? (chance.unit() < 0.82 ? 5 : 4) : [1, 2, 3][chance.below(3)]
    }
    if topic == "presale", chance.unit() < odds(-0.95 + temper.conversion) {
      contact.orderID = ""
      contact.orderAmount = Int64(exponential(logarithm(16_800) + 0.7 * chance.normal()).rounded())
      if chance.unit() < 0.07 { contact.refundedAmount = contact.orderAmount }
    }
    contact.isComplaint = topic == "complaint"
    contact.wasTransferred = chance.unit() < 0.04
    return contact
  }

  private func topic(of flow: Flow, on day: Day, _ chance: inout SeededGenerator) -> String {
    guard flow.stream.queue == "aftersale" else { return "presale" }
    let late = min(1, max(0, uplift(of: flow, on: day) - 1))
    let weights = [0.34 - 0.1 * late, 0.36, 0.24 + 0.08 * late, 0.06 + 0.02 * late]
    var draw = chance.unit() * weights.reduce(0, +)
    for (topic, weight) in zip(["order", "logistics", "returns", "complaint"], weights) {
      draw -= weight
      if draw < 0 { return topic }
    }
    return "order"
  }

  /// By how much the campaign multiplies the volume of `day`.
  private func uplift(of flow: Flow, on day: Day) -> Double {
    if campaign.contains(day) { return flow.campaign.peak }
    guard day > campaign.upperBound else { return 1 }
    let after = Double(campaign.upperBound.distance(to: day))
    return 1 + (flow.campaign.peak - 1) * exponential(-after / flow.campaign.tail)
  }

  /// Who is at work in each hour of `day`: three patterns that change by the week.
  private func onDuty(_ day: Day) -> [[Int]] {
    let offset = firstDay.distance(to: day)
    var staff: [[Int]] = Array(repeating: [], count: 24)
    for (index, agent) in agents.enumerated() {
      let isOff = (offset + index * 3) % 7 >= 5
      let isAbsent = absences.contains { $0.agent == agent.number && $0.days.contains(day) }
      guard !isOff, !isAbsent, agent.isEmployed(on: day) else { continue }
      let start = [8, 11, 15][(index + offset / 7) % 3]
      for hour in start..<start + 9 { staff[hour].append(index) }
    }
    return staff
  }

  private func handles(_ stream: Stream, _ agent: Agent) -> Bool {
    agent.skills.contains(stream.queue) && agent.channels.contains(stream.channel)
  }

  /// Relative volume by hour of the day: two peaks in working time and one in the evening.
  private static let shape: [Double] = [
    2.0, 1.1, 0.7, 0.5, 0.5, 0.7, 1.5, 2.8, 5, 8, 10, 9.5, 7, 7.5, 9, 9.6, 9, 7.6, 7, 9, 11.5, 12,
    9, 5,
  ]

  /// Relative volume by weekday, Monday first.
  private static let week: [Double] = [1.04, 0.98, 0.96, 0.97, 1.0, 1.1, 1.12]
}

package func logarithm(_ x: Double) -> Double { log(x) }
package func exponential(_ x: Double) -> Double { exp(x) }
package func cosine(_ x: Double) -> Double { cos(x) }

/// The chance whose logit is `x`.
private func odds(_ x: Double) -> Double { 1 / (1 + exponential(-x)) }
