public import Rostering
import Vocabulary

extension Phrase {
  package static let workHours = Phrase(
    zh: "大于 0 的工时，如 3 或 2:30", en: "hours of work above 0, such as 3 or 2:30")
  package static let staffSkillHint = Phrase(
    zh: "请在员工名单的 skills 与 channels 列中补上队列与渠道",
    en: "add its queue and channel to the columns skills and channels of the staff list")
}

extension RosterExplanationWords {
  /// The lowest share answered in time, before and after.
  public func service(_ levels: (before: Double, after: Double)?) -> Phrase {
    guard let levels else { return Phrase(zh: "没有需要接待的时段", en: "nobody is served then") }
    func share(_ level: Double) -> String {
      let tenths = Int((level * 1000).rounded())
      return "\(tenths / 10).\(tenths % 10)%"
    }
    let (before, after) = (share(levels.before), share(levels.after))
    return Phrase(
      zh: "服务水平 \(before) → \(after)", en: "service level \(before) before, \(after) after")
  }

  /// Why a module found no place.
  public func phrase(of unplaced: SlackPlan.Unplaced) -> Phrase {
    let latest = unplaced.due.latest
    switch unplaced.obstacle {
    case .noShift:
      return Phrase(
        zh: "\(latest) 前没有足够长的连续上班时间", en: "no shift until \(latest) has so long a stretch of work")
    case .noSlack(let uncovered, let at):
      let span = span(at, at + Int64(unplaced.due.length.count * 60))
      return Phrase(
        zh: "\(latest) 前没有富余；最好的一段 \(span.zh) 也会缺 \(uncovered) 个人时段",
        en: "no slack until \(latest); even the best stretch, \(span.en), would leave"
          + " \(uncovered) people-intervals uncovered")
    }
  }

  /// Whether work is done by its deadline.
  public func phrase(of progress: SlackPlan.Progress) -> Phrase {
    progress.missing == .zero
      ? Phrase(zh: "按时完成", en: "done in time")
      : Phrase(
        zh: "截止时还差 \(progress.missing)；能做的客服有 \(progress.task.agents.count) 人",
        en:
          "\(progress.missing) not done at the deadline; \(progress.task.agents.count) could do it")
  }
}

extension RosterWords {
  public static let nothingToPlace = Phrase(
    zh: "没有待安排的培训或可延后工作；可用 --work 给出工作",
    en: "nothing waits to be placed; --work names work that can wait")

  public static func slackUsed(
    _ roster: Int64, sessions: Int, of modules: Int, late: Int, tasks: Int
  ) -> Phrase {
    Phrase(
      zh:
        "\(roster == 0 ? "试算" : "排班表 \(roster)")：安排培训 \(sessions) / \(modules)，按时完成的工作 \(tasks - late) / \(tasks)",
      en:
        "\(roster == 0 ? "nothing was kept" : "roster \(roster)"): \(sessions) of \(modules) modules"
        + " placed, \(tasks - late) of \(tasks) pieces of work in time")
  }
}
