/// What is said of a person's data: tables and their columns in words.
public enum HoldingWords {
  /// What the rows of `table` that are about a person say; nil where none are.
  public static func table(_ table: String) -> Phrase? { tables[table] }

  /// What `column` of a table that is about a person holds.
  public static func column(_ column: String) -> Phrase? { columns[column] }

  private static let tables: [String: Phrase] = [
    "agent": Phrase(zh: "工号", en: "the agent's number"),
    "agent_name": Phrase(zh: "姓名", en: "the name"),
    "agent_term": Phrase(
      zh: "花名册：各段时间的小组、职级、合同、基数、技能",
      en: "the staff list: team, rung, contract, base pay and skills over time"),
    "absence": Phrase(zh: "缺勤与请假", en: "absences"),
    "contact": Phrase(zh: "处理过的会话", en: "contacts handled"),
    "contact_change": Phrase(
      zh: "会话被后来的导入更改之前的内容", en: "contacts as they were before an import changed them"),
    "assignment": Phrase(zh: "指派的课程", en: "training assigned"),
    "attempt": Phrase(zh: "发放的试卷", en: "papers handed out"),
    "attempt_item": Phrase(zh: "试卷上的题目", en: "the questions on those papers"),
    "submission": Phrase(zh: "交卷", en: "papers handed in"),
    "attempt_mark": Phrase(zh: "每题得分", en: "marks for each question"),
    "attempt_answer": Phrase(zh: "每题的答案", en: "the answers given"),
    "essay_mark": Phrase(zh: "论述题：各评分人的评分", en: "what graders gave for essays"),
    "essay_grade": Phrase(zh: "论述题：最终评分", en: "what essays came to"),
    "certificate": Phrase(zh: "证书", en: "certificates"),
    "certificate_point": Phrase(zh: "证书涵盖的考点", en: "learning points of the certificates"),
    "quality_stratum": Phrase(
      zh: "抽检时名下的会话数", en: "how many contacts quality samples were drawn from"),
    "quality_sample": Phrase(zh: "被抽检的会话", en: "contacts drawn for review"),
    "quality_review": Phrase(zh: "质检结果", en: "quality reviews"),
    "quality_mark": Phrase(zh: "质检各项得分", en: "marks of the reviews"),
    "score": Phrase(zh: "每月综合得分", en: "composite scores of months"),
    "score_part": Phrase(zh: "得分的各项指标", en: "the parts of the scores"),
    "statement": Phrase(zh: "每月应发的依据与金额", en: "statements of pay and their facts"),
    "ledger": Phrase(zh: "台账分录", en: "entries of the ledger"),
    "roster_publication": Phrase(
      zh: "所在排班表的发布", en: "when the rosters with these shifts were published"),
    "roster_activity": Phrase(
      zh: "班次：工作、休息、培训（含未发布的草稿）", en: "shifts, piece by piece, those of drafts too"),
    "roster_file": Phrase(
      zh: "排班依据中关于本人的行", en: "what rosters were made from, the lines on this person"),
    "roster_swap": Phrase(zh: "换班申请", en: "swaps asked for"),
    "roster_swap_day": Phrase(zh: "换班的日子", en: "days of the swaps"),
    "roster_swap_event": Phrase(zh: "换班的处理", en: "what was said to the swaps"),
    "roster_request": Phrase(zh: "排班意愿", en: "wishes for shifts and days off"),
    "roster_request_withdrawal": Phrase(zh: "撤回的意愿", en: "wishes taken back"),
    "agent_change": Phrase(zh: "花名册的更改记录", en: "changes of the staff list"),
    "erasure": Phrase(zh: "抹除个人数据的记录", en: "when personal data was erased"),
    "deeds": Phrase(
      zh: "以其名义做过的操作（表、行的键、时间、所用名称、所写内容）",
      en: "what was done in their name: table, key of the row, when, the name used, words written"),
  ]

  private static let columns: [String: Phrase] = [
    "id": Phrase(zh: "编号", en: "row"), "number": Phrase(zh: "编号", en: "number"),
    "agent_id": Phrase(zh: "工号", en: "agent"), "name": Phrase(zh: "名称", en: "name"),
    "from_day": Phrase(zh: "自", en: "from"), "to_day": Phrase(zh: "至", en: "to"),
    "team": Phrase(zh: "小组", en: "team"), "rung": Phrase(zh: "职级", en: "rung"),
    "hired_on": Phrase(zh: "入职日期", en: "hired on"),
    "left_on": Phrase(zh: "离职日期", en: "left on"),
    "contract": Phrase(zh: "合同", en: "contract"),
    "base_minor": Phrase(zh: "基数（分）", en: "base pay (minor units)"),
    "currency": Phrase(zh: "币种", en: "currency"), "skills": Phrase(zh: "技能", en: "skills"),
    "channels": Phrase(zh: "渠道", en: "channels"),
    "first_day": Phrase(zh: "第一天", en: "first day"),
    "last_day": Phrase(zh: "最后一天", en: "last day"), "kind": Phrase(zh: "类别", en: "kind"),
    "source": Phrase(zh: "来源", en: "source"),
    "external_id": Phrase(zh: "会话编号", en: "contact id"),
    "import_id": Phrase(zh: "导入批次", en: "import"), "channel": Phrase(zh: "渠道", en: "channel"),
    "queue": Phrase(zh: "队列", en: "queue"), "topic": Phrase(zh: "问题类型", en: "topic"),
    "arrived_at": Phrase(zh: "进线时间", en: "arrived at"),
    "local_day": Phrase(zh: "日期", en: "day"),
    "local_minute": Phrase(zh: "当天第几分钟", en: "minute of the day"),
    "first_reply_at": Phrase(zh: "首次回复时间", en: "first reply at"),
    "closed_at": Phrase(zh: "结束时间", en: "closed at"),
    "reply_seconds": Phrase(zh: "首次响应秒数", en: "seconds to the first reply"),
    "reply_ln_micro": Phrase(
      zh: "响应秒数的对数（百万分之一）", en: "logarithm of the seconds to reply, in millionths"),
    "handle_seconds": Phrase(zh: "处理秒数", en: "seconds of work"),
    "handle_ln_micro": Phrase(
      zh: "处理秒数的对数（百万分之一）", en: "logarithm of the seconds of work, in millionths"),
    "resolved_first": Phrase(zh: "首次解决", en: "resolved at first contact"),
    "invited": Phrase(zh: "已邀评", en: "asked for a rating"),
    "rating": Phrase(zh: "评分", en: "rating"), "order_id": Phrase(zh: "订单号", en: "order"),
    "order_minor": Phrase(zh: "订单金额（分）", en: "amount of the order (minor units)"),
    "refunded_minor": Phrase(zh: "退款金额（分）", en: "amount refunded (minor units)"),
    "complaint": Phrase(zh: "投诉", en: "complaint"),
    "transferred": Phrase(zh: "转接", en: "transferred"),
    "contact_id": Phrase(zh: "会话行号", en: "contact row"),
    "module": Phrase(zh: "模块", en: "module"),
    "assigned_on": Phrase(zh: "指派日期", en: "assigned on"),
    "due_on": Phrase(zh: "截止日期", en: "due on"),
    "recorded_at": Phrase(zh: "登记时间", en: "recorded at"),
    "actor": Phrase(zh: "操作人", en: "done by"),
    "assignment_id": Phrase(zh: "指派编号", en: "assignment"),
    "version": Phrase(zh: "版本", en: "version"),
    "module_hash": Phrase(zh: "模块摘要", en: "hash of the module"),
    "seed": Phrase(zh: "随机种子", en: "seed"), "drawn_at": Phrase(zh: "抽取时间", en: "drawn at"),
    "attempt_id": Phrase(zh: "试卷编号", en: "paper"),
    "position": Phrase(zh: "序号", en: "position"), "question": Phrase(zh: "题目", en: "question"),
    "content_hash": Phrase(zh: "内容摘要", en: "hash of the content"),
    "points": Phrase(zh: "得分（百分之一分）", en: "points (hundredths)"),
    "arrangement": Phrase(zh: "选项次序", en: "order of what is printed"),
    "submitted_on": Phrase(zh: "交卷日期", en: "handed in on"),
    "answer_hash": Phrase(zh: "答案摘要", en: "hash of the answer"),
    "answer": Phrase(zh: "答案", en: "answer"), "grader": Phrase(zh: "评分人", en: "grader"),
    "levels": Phrase(zh: "各项等级", en: "levels"), "vetoed": Phrase(zh: "一票否决", en: "vetoed"),
    "rubric_hash": Phrase(zh: "评分标准摘要", en: "hash of the rubric"),
    "issued_on": Phrase(zh: "发证日期", en: "issued on"),
    "valid_through": Phrase(zh: "有效期至", en: "valid through"),
    "certificate_id": Phrase(zh: "证书编号", en: "certificate"),
    "point": Phrase(zh: "考点", en: "learning point"), "draw_id": Phrase(zh: "抽检编号", en: "draw"),
    "population": Phrase(zh: "会话数", en: "contacts to draw from"),
    "stratum_id": Phrase(zh: "分层编号", en: "stratum"),
    "scorecard_hash": Phrase(zh: "质检表摘要", en: "hash of the scorecard"),
    "result": Phrase(zh: "结果", en: "result"),
    "score": Phrase(zh: "得分（百分之一分）", en: "score (hundredths)"),
    "critical": Phrase(zh: "未过的关键项", en: "critical items failed"),
    "review_id": Phrase(zh: "质检编号", en: "review"), "item": Phrase(zh: "项目", en: "item"),
    "month": Phrase(zh: "月份", en: "month"), "plan_hash": Phrase(zh: "方案摘要", en: "hash of the plan"),
    "complete": Phrase(zh: "数据齐全", en: "complete"),
    "computed_at": Phrase(zh: "计算时间", en: "computed at"), "kpi": Phrase(zh: "指标", en: "KPI"),
    "total": Phrase(zh: "合计", en: "total"), "contacts": Phrase(zh: "会话数", en: "contacts"),
    "weight": Phrase(zh: "权重", en: "weight"),
    "contribution": Phrase(zh: "贡献（百分之一分）", en: "contribution (hundredths)"),
    "facts": Phrase(zh: "依据", en: "facts"),
    "facts_digest": Phrase(zh: "依据摘要", en: "hash of the facts"),
    "amount": Phrase(zh: "金额（分）", en: "amount (minor units)"),
    "sequence": Phrase(zh: "序号", en: "sequence"), "period": Phrase(zh: "周期", en: "period"),
    "component": Phrase(zh: "项目", en: "component"), "cause": Phrase(zh: "原因", en: "cause"),
    "relates_to": Phrase(zh: "所属月份", en: "relates to"),
    "instant": Phrase(zh: "时间", en: "at"), "hash": Phrase(zh: "摘要", en: "hash"),
    "roster_id": Phrase(zh: "排班表", en: "roster"),
    "published_at": Phrase(zh: "发布时间", en: "published at"),
    "replaced_by": Phrase(zh: "被取代为", en: "replaced by"),
    "shift_start_at": Phrase(zh: "班次开始", en: "shift starts at"),
    "start_at": Phrase(zh: "开始", en: "from"), "end_at": Phrase(zh: "结束", en: "to"),
    "pattern": Phrase(zh: "班型", en: "pattern"), "activity": Phrase(zh: "活动", en: "activity"),
    "text": Phrase(zh: "内容", en: "text"), "colleague_id": Phrase(zh: "对方工号", en: "colleague"),
    "swap_id": Phrase(zh: "换班编号", en: "swap"), "day": Phrase(zh: "日期", en: "day"),
    "event": Phrase(zh: "处理", en: "event"),
    "made_roster_id": Phrase(zh: "产生的排班表", en: "roster made"),
    "field": Phrase(zh: "栏目", en: "field"), "old_value": Phrase(zh: "原值", en: "before"),
    "new_value": Phrase(zh: "新值", en: "after"),
    "erased_at": Phrase(zh: "抹除时间", en: "erased at"),
    "wish": Phrase(zh: "意愿", en: "wish"), "request_id": Phrase(zh: "意愿编号", en: "request"),
    "table": Phrase(zh: "表", en: "table"), "key": Phrase(zh: "键", en: "key"),
    "at": Phrase(zh: "时间", en: "at"), "words": Phrase(zh: "所写内容", en: "words"),
  ]
}

// What stands in the README of an export.
extension HoldingWords {
  /// The heading; without a `name` it was erased.
  public static func title(_ number: String, _ name: String?) -> Phrase {
    Phrase(
      zh: "工号 \(number)\(name.map { " " + $0 } ?? "（已抹除）")：这里保存的全部数据",
      en: "Agent \(number) \(name ?? "(erased)"): all that is held on them here")
  }

  public static func made(_ moment: String, by actor: String) -> Phrase {
    Phrase(zh: "\(moment) 由 \(actor) 导出。", en: "Exported \(moment) by \(actor).")
  }

  public static let units = Phrase(
    zh: "时间带时区偏移；金额以分为单位，得分以百分之一分为单位；0/1 表示否/是；空白表示没有。",
    en:
      "Times carry their offset from UTC; amounts are in minor units, scores in hundredths; 0 and "
      + "1 mean no and yes; an empty field means that there is none.")

  public static let derived = Phrase(
    zh: "职级评审、学习进度和排班负担每次由以上数据重新计算，另外不保存。",
    en:
      "Ladder reviews, training standings and burdens of rosters are computed from these rows when "
      + "asked for, and not kept.")

  public static func namesakes(_ name: String, _ others: [String]) -> Phrase {
    Phrase(
      zh: "与工号 \(others.joined(separator: "、")) 同名：只以姓名“\(name)”登记的操作分不清是谁，未列入。",
      en:
        "\(others.joined(separator: ", ")) bears the same name: what was done under \"\(name)\" alone "
        + "may be either's and is not listed.")
  }

  public static func foreignAlias(_ alias: String) -> Phrase {
    Phrase(
      zh: "“\(alias)”是另一位客服的工号或姓名，不能作为 --alias",
      en: "\"\(alias)\" is another agent's number or name and no --alias")
  }

  public static func rows(_ file: String, _ rows: Int, _ what: Phrase) -> Phrase {
    Phrase(
      zh: "\(file)：\(rows) 行，\(what.zh)",
      en: "\(file): \(rows) \(rows == 1 ? "row" : "rows"), \(what.en)")
  }

  public static func explained(in path: String) -> Phrase {
    Phrase(zh: "说明见 \(path)", en: "what each file is: \(path)")
  }

  public static func nothing(_ what: [Phrase]) -> Phrase {
    Phrase(
      zh: "没有记录：\(what.map(\.zh).joined(separator: "；"))。",
      en: "Nothing is held of: \(what.map(\.en).joined(separator: "; ")).")
  }
}
