import FoundationEssentials
public import Incentives
public import MusterFiles
import MusterStore
import MusterWords
import Vocabulary

/// A plan and the path it was read from.
struct ChosenPlan {
  let file: PlanFile
  let path: String
}

extension Workspace {
  /// The plan that pays `month`: the file at `path`, else the one under `plans/` that holds then.
  func plan(for month: Month, at path: String?) throws -> ChosenPlan {
    let chosen: ChosenPlan
    if let path {
      chosen = ChosenPlan(file: try PlanFile(text: Disk.text(at: path), file: path), path: path)
      guard chosen.file.plan.holds(in: month) else {
        throw Refusal(.badData, [PayWords.planDoesNotHold(path, month)])
      }
    } else {
      let plans = try plans().filter { $0.file.plan.holds(in: month) }
      guard let first = plans.first else {
        throw Refusal(.noInput, [PayWords.noPlan("plans/", month)])
      }
      guard plans.count == 1 else {
        throw Refusal(.usage, [PayWords.severalPlans(plans.map(\.path), month)])
      }
      chosen = first
    }
    let currency = chosen.file.plan.rules.currency
    guard currency == settings.currency else {
      throw Refusal(
        .badData,
        [PayWords.otherCurrency(plan: currency.code, workspace: settings.currency.code)])
    }
    return chosen
  }

  /// Every plan under `plans/`, by path.
  private func plans() throws -> [ChosenPlan] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/plans")) ?? []
    return try names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      let path = "plans/" + name
      let text = try Disk.text(at: folder + "/" + path)
      guard try PlanFile.isPlan(text: text, file: path) else { return nil }
      return ChosenPlan(file: try PlanFile(text: text, file: path), path: path)
    }
  }

  /// The plan that was kept under `hash` when a result was made by it.
  func storedPlan(_ hash: ContentHash, _ connection: Connection) throws -> PlanFile {
    guard let policy = try connection.policy(hash) else {
      throw Refusal(.bug, [PayWords.planLost(hash)])
    }
    return try PlanFile(text: policy.text, file: policy.path)
  }

  /// The month that is meant: `month`, else the latest with contacts up to today.
  func monthToRun(_ month: Month?, _ connection: Connection) throws -> Month {
    if let month { return month }
    guard let latest = try connection.latestMonthWithContacts(upTo: today) else {
      throw Refusal(.noInput, [PayWords.noContacts])
    }
    return latest
  }

  /// The month that is meant: `month`, else the latest that was run.
  func paidMonth(_ month: Month?, _ connection: Connection) throws -> Month {
    guard let month = try month ?? connection.latestPaidMonth() else {
      throw Refusal(.noInput, [PayWords.nothingRun])
    }
    return month
  }

  /// Who books.
  func bookkeeper() throws -> Actor {
    guard let actor = Actor(actor) else { throw Refusal(.usage, [PayWords.badActor(actor)]) }
    return actor
  }
}

/// What looking over a plan found.
public struct PlanLint {
  public let plan: PlanFile
  public let findings: [PlanFinding]

  /// Whether the plan can be used as it is.
  public var holds: Bool { !findings.contains(where: \.isFault) }
}

/// What a plan's worked cases came to.
public struct PlanTest {
  public let cases: PlanCases
  /// The path of the cases.
  public let path: String
  public let misses: [PlanCase.Miss]

  public var holds: Bool { misses.isEmpty }
}

/// Looks at plans without a workspace.
public enum PlanChecks {
  /// Reads the plan at `path` and looks for what its author should know.
  public static func lint(_ path: String) throws -> PlanLint {
    let plan = try PlanFile(text: Disk.text(at: path), file: path)
    return PlanLint(plan: plan, findings: plan.findings)
  }

  /// Tries the plan at `path` on the worked cases at `cases`, else on those beside it.
  public static func test(_ path: String, cases: String? = nil) throws -> PlanTest {
    let plan = try PlanFile(text: Disk.text(at: path), file: path)
    let stem = path.hasSuffix(".yaml") ? String(path.dropLast(5)) : path
    let casesPath = cases ?? stem + ".cases.yaml"
    if cases == nil, !FileManager.default.fileExists(atPath: casesPath) {
      throw Refusal(.noInput, [PayWords.noCases(casesPath)])
    }
    let text = try Disk.text(at: casesPath)
    let worked = try PlanCases(
      text: text, file: casesPath, currency: plan.plan.rules.currency)
    return PlanTest(cases: worked, path: casesPath, misses: worked.misses(of: plan))
  }
}
