import RealModule
import Statistics

/// A ``ContactCentre`` at play: events in order of time over flat arrays.
///
/// Agents and contacts are places in arrays, queues and agents with room are lists through them. A
/// contact's work left is counted in mean handle times and goes down at the pace of how many its
/// agent has in hand, so that handle times of any law slow down alike. An event that no longer
/// holds, such as giving up after being answered, is known by an outdated number and passed over.
struct CentreSimulation {
  private(set) var outcome: CentreOutcome
  private let centre: ContactCentre
  private var generator: SeededGenerator
  private var events = EventHeap()
  private var now = 0.0
  private var interval = 0

  // Kinds.
  /// The most contacts that any agent may have in hand.
  private let most: Int
  /// Mean seconds of work of kind `k` with `m` in hand, at `k * most + m - 1`.
  private var durations: [Double]
  private let allowed: [Int]
  private let deviations: [Double]
  private let patience: [Double]
  private let within: [[Double]]
  private var first: [Int32]
  private var last: [Int32]
  private var length: [Int]

  // Groups.
  /// The kinds that each group takes, by priority.
  private let kindsOfGroup: [[Int]]
  private let agentStart: [Int]
  private var present: [Int]
  private var leaving: [Int]
  private var busy: [Int]
  private var inHand: [Int]
  private var changed: [Double]
  /// Agents of group `g` with room and `m` in hand, longest so first, at `g * most + m`.
  private var roomFirst: [Int32]
  private var roomLast: [Int32]

  // Agents.
  private let groupOf: [Int]
  private var state: [AgentState]
  private var count: [Int]
  private var limit: [Int]
  private var since: [Double]
  private var turn: [UInt32]
  private var agentNext: [Int32]
  private var agentPrevious: [Int32]
  private var hasRoom: [Bool]
  /// The contacts that agent `a` has in hand, at `a * most` and on.
  private var contacts: [Int32]

  // Contacts.
  private var kindOf: [Int] = []
  private var arrived: [Double] = []
  private var arrivedIn: [Int] = []
  private var work: [Double] = []
  private var contactTurn: [UInt32] = []
  private var contactNext: [Int32] = []
  private var contactPrevious: [Int32] = []
  private var spare: [Int32] = []

  private enum AgentState { case absent, present, leaving }

  private enum Happening: UInt64 { case arrival, completion, givingUp, change }

  init(_ centre: ContactCentre, seed: UInt64) {
    self.centre = centre
    outcome = CentreOutcome(centre)
    generator = SeededGenerator(seed: seed)
    let kinds = centre.kinds
    allowed = kinds.map(\.handleTimes.count)
    let most = allowed.max() ?? 1
    self.most = most
    durations = Array(repeating: 0, count: kinds.count * most)
    for (kind, of) in kinds.enumerated() {
      for (place, time) in of.handleTimes.enumerated() { durations[kind * most + place] = time }
    }
    // Lognormal where not exponential: the deviation of the logarithm.
    deviations = kinds.map {
      $0.variability == 1 ? -1 : Double.log(onePlus: $0.variability).squareRoot()
    }
    patience = kinds.map { $0.patience ?? .infinity }
    within = kinds.map { $0.within.map(Double.init) }
    first = Array(repeating: -1, count: kinds.count)
    last = first
    length = Array(repeating: 0, count: kinds.count)

    let groups = centre.heads.indices
    kindsOfGroup = groups.map { group in
      kinds.indices.filter { kinds[$0].groups.contains(group) }
        .sorted { (kinds[$0].priority, $0) < (kinds[$1].priority, $1) }
    }
    var starts = [0]
    var groupOf: [Int] = []
    for group in groups {
      let size = centre.heads[group].max() ?? 0
      groupOf += Array(repeating: group, count: size)
      starts.append(starts[group] + size)
    }
    agentStart = starts
    self.groupOf = groupOf
    present = groups.map { _ in 0 }
    leaving = present
    busy = present
    inHand = present
    changed = groups.map { _ in 0 }
    roomFirst = Array(repeating: -1, count: groups.count * most)
    roomLast = roomFirst

    let agents = groupOf.count
    state = Array(repeating: .absent, count: agents)
    count = Array(repeating: 0, count: agents)
    limit = Array(repeating: .max, count: agents)
    since = Array(repeating: 0, count: agents)
    turn = Array(repeating: 0, count: agents)
    agentNext = Array(repeating: -1, count: agents)
    agentPrevious = agentNext
    hasRoom = Array(repeating: false, count: agents)
    contacts = Array(repeating: -1, count: agents * most)
  }

  /// Plays all intervals, and on until nothing is left to do.
  mutating func run() {
    for group in centre.heads.indices { staff(group) }
    for kind in centre.kinds.indices { scheduleArrival(of: kind) }
    for change in 1..<centre.intervals + 1 {
      events.add(Happening.change.rawValue, at: Double(change) * centre.seconds)
    }
    while !events.isEmpty {
      let (time, event) = events.removeFirst()
      now = time
      let place = Int(event >> 2 & 0x3FFF_FFFF)
      let number = UInt32(event >> 32)
      switch event & 3 {
      case Happening.arrival.rawValue:
        arrive(place)
        scheduleArrival(of: place)
      case Happening.completion.rawValue:
        if turn[place] == number { complete(place) }
      case Happening.givingUp.rawValue:
        if contactTurn[place] == number { giveUp(place) }
      default: change()
      }
    }
    for group in centre.heads.indices { settle(group) }
  }

  private mutating func schedule(
    _ happening: Happening, _ place: Int, _ number: UInt32 = 0, at time: Double
  ) {
    events.add(
      happening.rawValue | UInt64(place) << 2 | UInt64(number) << 32, at: time)
  }
}

// Contacts.
extension CentreSimulation {
  /// A value of mean one.
  private mutating func exponential() -> Double { -Double.log(1 - generator.unit()) }

  private mutating func scheduleArrival(of kind: Int) {
    let arrivals = centre.kinds[kind].arrivals
    var index = interval
    var from = now
    while index < arrivals.count {
      let end = Double(index + 1) * centre.seconds
      if arrivals[index] > 0 {
        let time = from + exponential() / arrivals[index]
        if time < end {
          schedule(.arrival, kind, at: time)
          return
        }
      }
      // What is random has no memory: begin anew with the next interval.
      from = end
      index += 1
    }
  }

  private mutating func drawWork(_ kind: Int) -> Double {
    let deviation = deviations[kind]
    if deviation < 0 { return exponential() }
    let radius = (2 * exponential()).squareRoot()
    let normal = radius * Double.cos(2 * .pi * generator.unit())
    return .exp(deviation * normal - deviation * deviation / 2)
  }

  private mutating func arrive(_ kind: Int) {
    outcome.counts[kind][interval].offered += 1
    let contact: Int
    if let place = spare.popLast() {
      contact = Int(place)
    } else {
      contact = kindOf.count
      kindOf.append(0)
      arrived.append(0)
      arrivedIn.append(0)
      work.append(0)
      contactTurn.append(0)
      contactNext.append(-1)
      contactPrevious.append(-1)
    }
    kindOf[contact] = kind
    arrived[contact] = now
    arrivedIn[contact] = interval
    work[contact] = drawWork(kind)
    if let agent = agentWithRoom(for: kind) {
      answer(contact, by: agent)
      leaveOrWait(agent)
    } else {
      wait(contact, kind)
    }
  }

  private mutating func wait(_ contact: Int, _ kind: Int) {
    outcome.counts[kind][interval].waited += 1
    contactNext[contact] = -1
    contactPrevious[contact] = last[kind]
    if last[kind] >= 0 { contactNext[Int(last[kind])] = Int32(contact) }
    last[kind] = Int32(contact)
    if first[kind] < 0 { first[kind] = Int32(contact) }
    length[kind] += 1
    if patience[kind] < .infinity {
      schedule(
        .givingUp, contact, contactTurn[contact], at: now + patience[kind] * exponential())
    }
  }

  /// Takes a waiting contact out of its queue.
  private mutating func unqueue(_ contact: Int) {
    let kind = kindOf[contact]
    let (before, after) = (contactPrevious[contact], contactNext[contact])
    if before >= 0 { contactNext[Int(before)] = after } else { first[kind] = after }
    if after >= 0 { contactPrevious[Int(after)] = before } else { last[kind] = before }
    length[kind] -= 1
    contactTurn[contact] &+= 1
  }

  private mutating func giveUp(_ contact: Int) {
    unqueue(contact)
    outcome.counts[kindOf[contact]][arrivedIn[contact]].abandoned += 1
    spare.append(Int32(contact))
  }

  private mutating func record(_ contact: Int) {
    let kind = kindOf[contact]
    let own = arrivedIn[contact]
    let waited = now - arrived[contact]
    outcome.counts[kind][own].answered += 1
    outcome.counts[kind][own].answeredWait += waited
    for (index, seconds) in within[kind].enumerated() where waited <= seconds {
      outcome.counts[kind][own].answeredWithin[index] += 1
    }
  }
}

// Agents.
extension CentreSimulation {
  /// Puts what `group` did since it last changed to the account of the interval.
  private mutating func settle(_ group: Int) {
    let seconds = now - changed[group]
    changed[group] = now
    let account = min(interval, centre.intervals - 1)
    outcome.times[group][account].present += Double(present[group] + leaving[group]) * seconds
    outcome.times[group][account].busy += Double(busy[group]) * seconds
    outcome.times[group][account].contacts += Double(inHand[group]) * seconds
  }

  private func agentWithRoom(for kind: Int) -> Int? {
    for group in centre.kinds[kind].groups {
      for held in 0..<allowed[kind] {
        let agent = roomFirst[group * most + held]
        if agent >= 0 { return Int(agent) }
      }
    }
    return nil
  }

  private mutating func removeRoom(_ agent: Int) {
    guard hasRoom[agent] else { return }
    hasRoom[agent] = false
    let list = groupOf[agent] * most + count[agent]
    let (before, after) = (agentPrevious[agent], agentNext[agent])
    if before >= 0 { agentNext[Int(before)] = after } else { roomFirst[list] = after }
    if after >= 0 { agentPrevious[Int(after)] = before } else { roomLast[list] = before }
  }

  private mutating func addRoom(_ agent: Int) {
    guard state[agent] == .present, count[agent] < min(limit[agent], most) else { return }
    hasRoom[agent] = true
    let list = groupOf[agent] * most + count[agent]
    agentNext[agent] = -1
    agentPrevious[agent] = roomLast[list]
    if roomLast[list] >= 0 { agentNext[Int(roomLast[list])] = Int32(agent) }
    roomLast[list] = Int32(agent)
    if roomFirst[list] < 0 { roomFirst[list] = Int32(agent) }
  }

  /// Counts down the work of what `agent` has in hand.
  private mutating func progress(_ agent: Int) {
    let held = count[agent]
    let seconds = now - since[agent]
    since[agent] = now
    for place in agent * most..<agent * most + held {
      let contact = Int(contacts[place])
      work[contact] -= seconds / durations[kindOf[contact] * most + held - 1]
    }
  }

  /// Gives `contact` to `agent`, who has room; the agent is then on no list.
  private mutating func answer(_ contact: Int, by agent: Int) {
    record(contact)
    let group = groupOf[agent]
    settle(group)
    progress(agent)
    removeRoom(agent)
    contacts[agent * most + count[agent]] = Int32(contact)
    if count[agent] == 0 { busy[group] += 1 }
    count[agent] += 1
    inHand[group] += 1
    limit[agent] = min(limit[agent], allowed[kindOf[contact]])
  }

  private mutating func complete(_ agent: Int) {
    let group = groupOf[agent]
    settle(group)
    progress(agent)
    removeRoom(agent)
    // What ends is what has least time left, all at the same pace of the agent.
    let start = agent * most
    var done = start
    var least = Double.infinity
    for place in start..<start + count[agent] {
      let contact = Int(contacts[place])
      let left = work[contact] * durations[kindOf[contact] * most + count[agent] - 1]
      if left < least {
        least = left
        done = place
      }
    }
    let contact = contacts[done]
    contactTurn[Int(contact)] &+= 1
    spare.append(contact)
    contacts[done] = contacts[start + count[agent] - 1]
    count[agent] -= 1
    inHand[group] -= 1
    if count[agent] == 0 { busy[group] -= 1 }
    limit[agent] = .max
    for place in start..<start + count[agent] {
      limit[agent] = min(limit[agent], allowed[kindOf[Int(contacts[place])]])
    }
    takeWaiting(agent)
  }

  /// Lets `agent` take what waits while there is room.
  private mutating func takeWaiting(_ agent: Int) {
    while state[agent] == .present, let contact = waiting(for: agent) {
      unqueue(contact)
      answer(contact, by: agent)
    }
    leaveOrWait(agent)
  }

  /// After a change in hand: off, or on the list of those with room; and when the next is done.
  private mutating func leaveOrWait(_ agent: Int) {
    if state[agent] == .leaving, count[agent] == 0 {
      settle(groupOf[agent])
      state[agent] = .absent
      leaving[groupOf[agent]] -= 1
    }
    removeRoom(agent)
    addRoom(agent)
    turn[agent] &+= 1
    guard count[agent] > 0 else { return }
    var soonest = Double.infinity
    for place in agent * most..<agent * most + count[agent] {
      let contact = Int(contacts[place])
      soonest = min(
        soonest, work[contact] * durations[kindOf[contact] * most + count[agent] - 1])
    }
    schedule(.completion, agent, turn[agent], at: now + max(0, soonest))
  }

  /// The waiting contact that `agent` takes next, or nil where there is none or no room.
  private func waiting(for agent: Int) -> Int? {
    var best = -1
    for kind in kindsOfGroup[groupOf[agent]] {
      guard first[kind] >= 0, count[agent] < min(limit[agent], allowed[kind]) else { continue }
      guard best >= 0 else {
        best = kind
        continue
      }
      if centre.kinds[kind].priority > centre.kinds[best].priority { break }
      let isBetter =
        centre.choice == .longestQueue
        ? length[kind] > length[best]
        : arrived[Int(first[kind])] < arrived[Int(first[best])]
      if isBetter { best = kind }
    }
    return best < 0 ? nil : Int(first[best])
  }
}

// Changes of staff.
extension CentreSimulation {
  private mutating func change() {
    for group in centre.heads.indices { settle(group) }
    interval += 1
    guard interval < centre.intervals else {
      interval = centre.intervals - 1
      return
    }
    for group in centre.heads.indices { staff(group) }
  }

  /// Brings `group` to its heads of the interval: first back who was leaving, first off who is idle.
  private mutating func staff(_ group: Int) {
    let wanted = centre.heads[group][interval]
    let agents = agentStart[group]..<agentStart[group + 1]
    if present[group] < wanted {
      for wish in [AgentState.leaving, .absent] {
        for agent in agents where present[group] < wanted && state[agent] == wish {
          if wish == .leaving { leaving[group] -= 1 }
          state[agent] = .present
          present[group] += 1
          since[agent] = wish == .absent ? now : since[agent]
          progress(agent)
          takeWaiting(agent)
        }
      }
    }
    for held in 0..<most + 1 where present[group] > wanted {
      for agent in agents
      where present[group] > wanted && state[agent] == .present && count[agent] == held {
        removeRoom(agent)
        present[group] -= 1
        state[agent] = held == 0 ? .absent : .leaving
        if held > 0 { leaving[group] += 1 }
      }
    }
  }
}
