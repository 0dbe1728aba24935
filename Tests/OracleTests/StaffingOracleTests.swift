import MusterFiles
import MusterTesting
import Staffing
import Testing
import Vocabulary

@Suite("Oracle: staffing", .enabled(if: Oracles.has(StaffingRow.path)))
struct StaffingOracleTests {
  @Test("every row of the models that are built") func rows() throws {
    var compared = 0
    var skipped: [String] = []
    for row in try StaffingRow.all() {
      guard let value = try value(row) else {
        skipped.append(row.model)
        continue
      }
      compared += 1
      let wanted = row.number("value")
      let tolerance = row.number("rel_tol")
      let distance = (value - wanted).magnitude
      #expect(
        distance <= max(tolerance * wanted.magnitude, tolerance > 0 ? 1e-9 : 0),
        "\(row.row.source), got \(value)")
    }
    #expect(compared > 0)
    let left = Set(skipped).sorted().map { model in
      "\(model) (\(skipped.count { $0 == model }) rows)"
    }
    print("staffing: \(compared) rows compared; not built: \(left.joined(separator: ", "))")
  }

  private func value(_ row: StaffingRow) throws -> Double? {
    switch row.model {
    case "erlang_b":
      let group = ErlangB(load: row.load, lines: row.agents)
      return ["blocking": group.blocking, "carried": group.carried][row.output]
    case "erlang_b_lines":
      return Double(ErlangB.leastLines(for: row.load, blocking: row.number("goal")))
    case "erlang_b_retry":
      let group = ErlangB.withRedials(
        load: row.load, lines: row.agents, redial: row.number("redial"))
      return ["blocking": group.blocking, "offered_total": group.load][row.output]
    case "erlang_c": return erlangC(row)
    case "erlang_c_required": return try required(row, patience: nil)
    case "erlang_c_required_asa":
      let group = ErlangC.leastAgents(for: row.load, handleTime: row.number("aht_s")) {
        $0.asa <= row.number("target_s")
      }
      return ["agents": Double(group.agents), "asa": group.asa][row.output]
    case "erlang_a", "erlang_a_lines", "erlang_x": return erlangA(row)
    case "erlang_a_required":
      switch row.output {
      case "agents_for_sl_offered": return try required(row, patience: row.number("patience_s"))
      case let output where output.contains("erlang_c"): return try required(row, patience: nil)
      default:
        return (0...).first { agents in
          ErlangA(
            load: row.load, agents: agents, handleTime: row.number("aht_s"),
            patience: row.number("patience_s")
          ).abandonment <= 0.03
        }.map(Double.init)
      }
    case "deferrable_min_capacity": return deferrable(row)
    case "chat_least_loaded": return chat(row)
    case "two_skill": return twoSkill(row)
    case "offered_load_path": return offeredLoad(row)
    case "halfin_whitt":
      return row.extra("beta").map { SquareRootRule.waitingProbability(safety: $0) }
    case "garnett_qed":
      guard let safety = row.extra("beta"), let pace = row.extra("mu_over_theta") else {
        return nil
      }
      return SquareRootRule.waitingProbability(safety: safety, pace: pace)
    default: return nil
    }
  }

  private func chat(_ row: StaffingRow) -> Double? {
    guard let durations = row.durations else { return nil }
    let pool = ChatPool(
      arrivals: row.number("calls") / row.number("interval_s"), agents: row.agents,
      durations: durations, patience: row.number("patience_s"))
    #expect(pool.isExact)
    return switch row.output {
    case "pw": pool.waitingProbability
    case "pab": pool.abandonment
    case "sl_offered": pool.serviceLevel(within: row.number("target_s"))
    case "asa_served": pool.asa
    case "agent_busy": pool.agentOccupancy
    case "mean_concurrency": pool.meanConcurrency
    case "slot_occupancy": pool.occupancy
    default: nil
    }
  }

  private func twoSkill(_ row: StaffingRow) -> Double? {
    guard let (calls, times, agents) = row.skills else { return nil }
    let patience = row.number("patience_s")
    if row.output == "pab_if_fully_pooled" {
      let load = zip(calls, times).map(*).reduce(0, +)
      return ErlangA(
        load: load, agents: agents.reduce(0, +), handleTime: load / calls.reduce(0, +),
        patience: patience
      ).abandonment
    }
    let pool = TwoSkillPool(
      arrivals: calls, handleTimes: times, agents: Array(agents.prefix(2)), flexible: agents[2],
      patience: patience)
    if row.output == "occ_flex" { return pool.flexibleOccupancy }
    let skill = pool.skills[row.output.hasSuffix("B") ? 1 : 0]
    return switch row.output.dropLast() {
    case "pab": skill.abandonment
    case "pw": skill.waitingProbability
    case "occ_ded": skill.occupancy
    default: nil
    }
  }

  /// `calls` are per hour, whatever the interval, as `60|90|150`; outputs are numbered from one.
  private func offeredLoad(_ row: StaffingRow) -> Double? {
    let arrivals = row.numbers("calls").map { $0 / 3600 }
    let handleTime = row.number("aht_s")
    let parts = row.output.split(separator: "_")
    guard let place = parts.last.flatMap({ Int($0) }), arrivals.indices.contains(place - 1) else {
      return nil
    }
    if parts[0] == "sipp" { return arrivals[place - 1] * handleTime }
    let load = OfferedLoad(
      arrivals: arrivals, seconds: row.number("interval_s"), handleTime: handleTime)
    return load.means[place - 1]
  }

  /// Hours of work and open hours stand in `extra`, as `work_hours=5|3 open=11 (a remark)`.
  private func deferrable(_ row: StaffingRow) -> Double? {
    let words = row["extra"].split(separator: " ")
    func part(_ name: String) -> Substring? {
      words.first { $0.hasPrefix(name + "=") }?.dropFirst(name.utf8.count + 1)
    }
    guard let hours = part("work_hours")?.split(separator: "|").compactMap({ Double($0) }),
      let open = part("open"), hours.count == open.utf8.count
    else { return nil }
    let work = DeferrableWork(
      arriving: hours, isOpen: open.map { $0 == "1" },
      due: Int(row.number("target_s") / row.number("interval_s")))
    return work.leastConstantCapacity
  }

  private func erlangC(_ row: StaffingRow) -> Double? {
    let group = ErlangC(load: row.load, agents: row.agents, handleTime: row.number("aht_s"))
    return switch row.output {
    case "pw": group.waitingProbability
    case "sl": group.serviceLevel(within: row.number("target_s"))
    case "asa": group.asa
    case "asa_delayed": group.delayedWait
    case "occupancy": group.occupancy
    case "lq": group.queueLength
    default: nil
    }
  }

  private func erlangA(_ row: StaffingRow) -> Double? {
    let seconds = row.number("target_s")
    let group =
      row.model == "erlang_x"
      ? ErlangA.withRedials(
        load: row.load, agents: row.agents, handleTime: row.number("aht_s"),
        patience: row.number("patience_s"), redial: row.number("redial"))
      : ErlangA(
        load: row.load, agents: row.agents, handleTime: row.number("aht_s"),
        patience: row.number("patience_s"), lines: Int(row["lines"]))
    return switch row.output {
    case "pw": group.waitingProbability
    case "pab": group.abandonment
    case "pblock": group.blocking
    case "asa_served": group.asa
    case "ewait": group.meanWait
    case "lq": group.queueLength
    case "sl_offered": group.serviceLevel(within: seconds)
    case "sl_excl_early_abandons": group.serviceLevelOfStayers(within: seconds)
    case "sl_served": group.serviceLevelOfServed(within: seconds)
    case "p_virtual_wait_le_t": group.virtualServiceLevel(within: seconds)
    case "occupancy": group.occupancy
    case "offered_total": group.load
    default: nil
    }
  }

  private func required(_ row: StaffingRow, patience: Double?) throws -> Double? {
    let share = { (name: String) in BasisPoints(Int64((row.number(name) * 10_000).rounded())) }
    let target = try #require(
      ServiceTarget(share: share("goal"), seconds: Int(row.number("target_s"))))
    let interval = try #require(Interval(minutes: Int(row.number("interval_s")) / 60))
    let standard = try ServiceStandard(
      target: target, handleTime: row.number("aht_s"), patience: patience,
      maxOccupancy: row["max_occupancy"].isEmpty ? .one : share("max_occupancy"),
      shrinkage: row["shrinkage"].isEmpty ? .zero : share("shrinkage"))
    let requirement = standard.requirement(for: row.number("calls"), in: interval)
    return switch row.output {
    case "fte_with_shrinkage": requirement.heads
    case "positions_rounded_up": requirement.heads.rounded(.up)
    case "sl": requirement.service.level
    default: Double(requirement.agents)
    }
  }
}
