public import Incentives
public import Vocabulary

/// What the operations of scores, pay and ladder tell.
public enum PayWords {
  public static let noContacts = Phrase(
    zh: "还没有会话，没有可以计分的月份；请先运行 muster contacts import",
    en: "there are no contacts, so no month to score; run muster contacts import first")

  public static func noPlan(_ folder: String, _ month: Month) -> Phrase {
    Phrase(
      zh: "\(folder) 中没有适用于 \(month) 的方案；请检查各方案的 from 和 to，或用 --plan 指定",
      en: "no plan in \(folder) holds in \(month); check `from` and `to`, or name one by --plan")
  }

  public static func planDoesNotHold(_ path: String, _ month: Month) -> Phrase {
    Phrase(
      zh: "\(path) 不适用于 \(month)；请检查它的 from 和 to",
      en: "\(path) does not hold in \(month); check its `from` and `to`")
  }

  public static func severalPlans(_ paths: [String], _ month: Month) -> Phrase {
    Phrase(
      zh: "\(month) 有多个方案：\(paths.joined(separator: "、"))；请用 --plan 指定一个",
      en: "several plans hold in \(month): \(paths.joined(separator: ", ")); name one by --plan")
  }

  public static func otherCurrency(plan: String, workspace: String) -> Phrase {
    Phrase(
      zh: "方案的币种是 \(plan)，工作区是 \(workspace)；请统一",
      en: "the plan pays in \(plan) and the workspace in \(workspace); make them the same")
  }

  public static func baseInOtherCurrency(_ agent: AgentNumber, _ currency: String) -> Phrase {
    Phrase(
      zh: "\(agent) 的绩效基数是 \(currency)，与方案不同；请更正员工档案",
      en: "the base of \(agent) is in \(currency), unlike the plan; correct the staff list")
  }

  public static func badActor(_ name: String) -> Phrase {
    Phrase(
      zh: "操作人“\(name)”不能为空或含控制字符；请用 --actor 指定",
      en: "the actor \"\(name)\" is empty or holds control characters; name one by --actor")
  }

  public static func locked(_ month: Month) -> Phrase {
    Phrase(
      zh: "\(month) 已锁定，不再更改；之后的变动在计算下一个月时记为差额",
      en: "\(month) is locked and changes no more; later changes become differences when the next "
        + "month is run")
  }

  public static func notScored(_ month: Month) -> Phrase {
    Phrase(
      zh: "\(month) 还没有计分；请先运行 muster score run --month \(month)",
      en: "\(month) is not scored; run muster score run --month \(month) first")
  }

  public static func notRun(_ month: Month) -> Phrase {
    Phrase(
      zh: "\(month) 还没有计算奖金；请先运行 muster pay run --month \(month)",
      en: "\(month) was not run; run muster pay run --month \(month) first")
  }

  public static let nothingRun = Phrase(
    zh: "还没有计算过奖金；请先运行 muster pay run",
    en: "no month was run yet; run muster pay run first")

  public static let nothingScored = Phrase(
    zh: "还没有计过分；请先运行 muster score run",
    en: "no month was scored yet; run muster score run first")

  public static func notThere(_ agent: AgentNumber, _ month: Month) -> Phrase {
    Phrase(
      zh: "\(month) 没有 \(agent) 的结果；请检查工号",
      en: "there is nothing of \(agent) in \(month); check the agent's number")
  }

  public static func planLost(_ hash: ContentHash) -> Phrase {
    Phrase(
      zh: "库中没有方案 \(hash.short) 的文本", en: "the text of plan \(hash.short) is not in the store")
  }

  package static func seconds(_ count: Int64) -> Phrase {
    Phrase(zh: "\(count) 秒", en: "\(count) s")
  }

  public static func cannotWrite(_ folder: String) -> Phrase {
    Phrase(
      zh: "无法写入 \(folder)；请检查目录权限，或用 --out 指定",
      en: "cannot write in \(folder); check its permissions, or name another by --out")
  }

  // What was done.

  public static func scored(_ month: Month, agents: Int, without: Int, plan: ContentHash) -> Phrase
  {
    Phrase(
      zh: "\(month)：\(agents) 人计分，其中 \(without) 人没有得分；方案 \(plan.short)",
      en:
        "\(month): \(agents) agents scored, \(without) of them without a score; plan \(plan.short)")
  }

  public static func booked(
    _ month: Month, entries: Int, sum: Money, total: Money, head: LedgerHead
  ) -> Phrase {
    Phrase(
      zh:
        "\(month)：应发合计 \(total)；新入账 \(entries) 条，共 \(sum)；台账第 \(head.sequence) 号，封存 \(head.hash.short)",
      en:
        "\(month): due \(total); booked \(entries == 1 ? "1 entry" : "\(entries) entries") of \(sum); "
        + "ledger at \(head.sequence), seal \(head.hash.short)")
  }

  public static let dryRun = Phrase(
    zh: "这是试算：没有写入任何内容", en: "dry run: nothing was kept")

  public static func locked(_ month: Month, seal: LedgerHead) -> Phrase {
    Phrase(
      zh: "\(month) 已锁定：台账第 \(seal.sequence) 号，封存 \(seal.hash)",
      en: "\(month) is locked: ledger at \(seal.sequence), seal \(seal.hash)")
  }

  public static func noSuchSeal(_ seal: String) -> Phrase {
    Phrase(
      zh: "台账从未有过封存 \(seal)；请用 muster pay run 给出的那一个",
      en: "the ledger never had the seal \(seal); take the one that muster pay run tells")
  }

  /// Why a month is not locked: more was booked for it than somebody has seen.
  public static func bookedSince(
    _ month: Month, by actor: String, at moment: String, entries: Int, sum: Money
  ) -> Phrase {
    Phrase(
      zh: "没有锁定 \(month)：您看过之后又记了 \(entries) 条，合计 \(sum)，最后由 \(actor) 于 \(moment) 记入；"
        + "请重新查看 muster pay statement，再用新的封存锁定",
      en:
        "\(month) was not locked: since you saw it \(entries) \(entries == 1 ? "entry" : "entries") "
        + "of \(sum) in all came to it, the last by \(actor) at \(moment); look at muster pay statement "
        + "again, then lock with the new seal")
  }

  public static func ledgerHolds(_ head: LedgerHead) -> Phrase {
    Phrase(
      zh: "台账完好：\(head.sequence) 条，封存 \(head.hash)",
      en: "the ledger holds: \(head.sequence) entries, seal \(head.hash)")
  }

  public static func lint(_ faults: Int) -> Phrase {
    faults == 0
      ? Phrase(zh: "没有问题", en: "nothing wrong")
      : Phrase(zh: "\(faults) 处问题", en: faults == 1 ? "1 fault" : "\(faults) faults")
  }

  public static func tested(cases: Int, figures: Int, misses: Int) -> Phrase {
    Phrase(
      zh: "\(cases) 个算例，\(figures) 个数字，\(misses) 个不符",
      en: "\(cases) \(cases == 1 ? "case" : "cases"), \(figures) figures, \(misses) otherwise")
  }

  public static func noCases(_ path: String) -> Phrase {
    Phrase(
      zh: "请在方案旁边写 \(path)，或用 --cases 指定",
      en: "write \(path) beside the plan, or name another by --cases")
  }

  public static let fault = Phrase(zh: "问题", en: "fault")
  public static let remark = Phrase(zh: "留意", en: "note")

  // The contacts behind a KPI.

  public static func more(_ count: Int) -> Phrase {
    Phrase(
      zh: "另有 \(count) 个会话（--contacts 全部列出）",
      en: "and \(count) more (--contacts names them all)")
  }

  public static let contactsChanged = Phrase(
    zh: "计分之后会话有变动：这里列的是现在的",
    en: "contacts changed after this was scored: these are as they are now")
  public static let yes = Phrase(zh: "是", en: "yes")
  public static let no = Phrase(zh: "否", en: "no")

  public static let amountDue = Phrase(zh: "应发合计", en: "amount due")

  // Exceptions of the HR workbook.

  public static let gateNotMet = Phrase(zh: "门槛未过", en: "gate not met")
  public static let noBase = Phrase(zh: "没有基数", en: "no base")
}

extension AuditFault {
  public var phrase: Phrase {
    switch self {
    case .ledger(let fault): fault.phrase
    case .seal(let month, let head):
      Phrase(
        zh: "\(month) 锁定时的封存 \(head.hash.short)（第 \(head.sequence) 号）不在台账中",
        en: "the seal \(head.hash.short) of \(month), entry \(head.sequence), is not in the ledger")
    case .facts(let month, let agent):
      Phrase(
        zh: "\(month) \(agent) 的结算依据与其摘要不符",
        en: "the facts of the statement of \(agent) for \(month) do not match their digest")
    case .sum(let month, let agent, let statement, let booked):
      Phrase(
        zh: "\(month) \(agent)：结算单 \(statement)，台账 \(booked)",
        en: "\(agent) in \(month): the statement says \(statement), the ledger \(booked)")
    }
  }
}
