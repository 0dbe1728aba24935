public import People
public import Training
public import Vocabulary

/// What training commands tell.
public enum TrainingWords {
  public static let someModule = Phrase(zh: "至少一个模块", en: "at least one module")
  public static let assigned = Phrase(
    zh: "指派了这个模块的客服", en: "an agent who has this module assigned")
  public static let waitingEssay = Phrase(
    zh: "待评分的问答题", en: "an essay that waits for a grade")
  public static let gradedOnce = Phrase(
    zh: "同一评分人每题只评一次", en: "one grade of an essay from each grader")
  public static let sameBank = Phrase(
    zh: "抽题以后没有改过的题库", en: "a bank that has not changed since the paper was drawn")

  public static func openPaper(_ module: Module.ID, _ attempt: Int?) -> Phrase {
    Phrase(
      zh: "有一张没交的 \(module) 试卷" + (attempt.map { "（第 \($0) 次）" } ?? ""),
      en: "an agent with an open paper of \(module)" + (attempt.map { " (attempt \($0))" } ?? ""))
  }

  public static func dayBetween(_ first: Day, _ last: Day) -> Phrase {
    Phrase(zh: "\(first) 到 \(last) 之间的日期", en: "a day from \(first) to \(last)")
  }

  public static func noModule(_ id: Module.ID, near: String?) -> Phrase {
    Phrase(
      zh: "没有模块 \(id)" + (near.map { "；是不是 \($0)？" } ?? ""),
      en: "there is no module \(id)" + (near.map { "; maybe \($0)" } ?? ""))
  }

  public static func noAgent(_ number: AgentNumber) -> Phrase {
    Phrase(
      zh: "今天没有在职的 \(number)；请检查工号，或先运行 muster people import",
      en: "nobody with number \(number) is employed today; check it, or run muster people import")
  }

  public static func noTeam(_ team: String) -> Phrase {
    Phrase(zh: "小组 \(team) 今天没有人", en: "nobody is in team \(team) today")
  }

  public static func dueInThePast(_ due: Day, today: Day) -> Phrase {
    Phrase(zh: "期限 \(due) 已过（今天是 \(today)）", en: "the due day \(due) is past; today is \(today)")
  }

  public static func noPaper(_ agent: Agent, _ module: Module, _ why: PaperHindrance) -> Phrase {
    let who = agent.numbered
    switch why {
    case .notAssigned:
      return Phrase(
        zh: "\(who.zh)：没有指派 \(module.id)；请先运行 muster train assign",
        en: "\(who.en): \(module.id) is not assigned; run muster train assign first")
    case .passed:
      return Phrase(zh: "\(who.zh)：\(module.id) 已通过", en: "\(who.en): has passed \(module.id)")
    case .pending:
      return Phrase(
        zh: "\(who.zh)：上一次 \(module.id) 还在等评分",
        en: "\(who.en): the last paper of \(module.id) waits for a grade")
    case .noneLeft:
      return Phrase(
        zh: "\(who.zh)：\(module.id) 的次数已用完；可用 muster train assign --module 重新指派",
        en:
          "\(who.en): no attempt at \(module.id) is left; muster train assign --module assigns it anew"
      )
    case .requires(let missing):
      let ids = missing.map(\.text)
      return Phrase(
        zh: "\(who.zh)：要先通过 \(ids.joined(separator: "、"))",
        en: "\(who.en): must pass \(ids.joined(separator: ", ")) first")
    }
  }

  public static func changedSincePassed(_ agent: Agent, _ module: Module) -> Phrase {
    Phrase(
      zh: "\(agent.numbered.zh)：\(module.id) 在通过以后改过，请用当时的课程文件发证",
      en:
        "\(agent.numbered.en): \(module.id) has changed since it was passed; issue with "
        + "the curriculum of that day")
  }

  public static let dryRun = Phrase(
    zh: "试运行：没有保存任何内容", en: "dry run: nothing was kept")

  public static func cannotWrite(_ folder: String) -> Phrase {
    Phrase(
      zh: "无法写入 \(folder)；请检查目录权限，或换一个目录",
      en: "cannot write in \(folder); check its permissions or try another folder")
  }

  public static func sameAsBefore(_ count: Int) -> Phrase {
    Phrase(zh: "\(count) 份与原来相同", en: "\(count) the same as before")
  }

  public static func veto(_ vetoed: Bool) -> Phrase {
    vetoed ? Phrase(zh: "是", en: "yes") : Phrase(verbatim: "")
  }

  public static let nothingToAssign = Phrase(zh: "没有要指派的", en: "nothing to assign")
  public static let nothingToIssue = Phrase(zh: "没有要发的证书", en: "no certificate to issue")
  public static let nobodyToAsk = Phrase(zh: "没有人要考", en: "nobody is due to take it")

  public static func papersWritten(_ count: Int, to folder: String) -> Phrase {
    Phrase(
      zh: "\(count) 份试卷已写入 \(folder)",
      en: count == 1 ? "1 paper written to \(folder)" : "\(count) papers written to \(folder)")
  }

  public static func notTaken(_ count: Int) -> Phrase {
    Phrase(
      zh: "\(count) 处没有采用：见上",
      en: count == 1
        ? "1 thing was not taken: see above" : "\(count) things were not taken: see above")
  }

  public static func curriculumFaults(_ count: Int) -> Phrase {
    Phrase(
      zh: "课程有 \(count) 处不对",
      en: count == 1 ? "the curriculum has 1 fault" : "the curriculum has \(count) faults")
  }
}

/// What quality commands tell.
public enum QualityWords {
  public static let badShare = Phrase(
    zh: "抽检比例应大于 0%，不超过 100%", en: "the share drawn is above 0% and at most 100%")
  public static let knownContact = Phrase(zh: "已导入的会话", en: "a contact that was imported")
  public static let reviewedOnce = Phrase(
    zh: "没有质检过的会话（已有另一份结果）", en: "a contact without another review")

  public static func drawnAlready(_ day: Day) -> Phrase {
    Phrase(zh: "\(day) 早已抽过，这是当时的样本", en: "\(day) was drawn before; this is its sample")
  }

  /// The team of a line; the whole staff where `isAll`.
  public static func team(_ name: String, isAll: Bool) -> Phrase {
    isAll ? Phrase(zh: "全体", en: "all") : Phrase(verbatim: name)
  }

  public static func drawnBefore(_ day: Day, _ seed: UInt64, _ share: BasisPoints) -> Phrase {
    Phrase(
      zh: "\(day) 已用种子 \(seed) 按 \(share) 抽过，一天只抽一次",
      en: "\(day) was drawn with seed \(seed) and share \(share); a day is drawn once")
  }

  public static func noContacts(_ day: Day) -> Phrase {
    Phrase(
      zh: "\(day) 没有会话；请先运行 muster contacts import",
      en: "no contacts arrived on \(day); run muster contacts import first")
  }
}
