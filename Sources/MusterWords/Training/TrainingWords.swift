public import Training
package import Vocabulary

/// Words of papers, answer sheets and grade sheets.
extension TrainingWords {
  package static func worth(_ points: Points) -> Phrase {
    Phrase(zh: "\(points) 分", en: points == .whole(1) ? "1 point" : "\(points) points")
  }

  package static func gradedBy(_ criteria: [String]) -> Phrase {
    Phrase(
      zh: "评分看：" + criteria.joined(separator: "、"),
      en: "Graded by: " + criteria.joined(separator: "; "))
  }

  package static func moduleHead(_ module: Module) -> Phrase {
    let essays = module.questions.count { $0.rubric != nil }
    let drawn = module.draw ?? module.questions.count
    return Phrase(
      zh: "\(module.id) \(module.version)，题库 \(module.questions.count) 题"
        + "（问答 \(essays) 题），"
        + "每次抽 \(drawn) 题，\(module.rule.mark.percent) 合格。",
      en: "\(module.id) \(module.version), \(module.questions.count) questions "
        + "(essays: \(essays)), "
        + "\(drawn) drawn, pass at \(module.rule.mark.percent).")
  }

  package static func answer(_ key: String) -> Phrase {
    Phrase(zh: "答案：\(key)", en: "Key: \(key)")
  }

  package static func explanation(_ text: String) -> Phrase {
    Phrase(zh: "解析：\(text)", en: "Why: \(text)")
  }

  package static func paperHead(_ paper: Paper, agentName: String?) -> Phrase {
    let name = agentName.map { " \($0)" } ?? ""
    return Phrase(
      zh: "工号 \(paper.agent)\(name)，\(paper.module) \(paper.version) 第 \(paper.number) 次",
      en: "Agent \(paper.agent)\(name), \(paper.module) \(paper.version), attempt \(paper.number)")
  }

  package static func paperRule(_ paper: Paper, _ rule: PassRule) -> Phrase {
    Phrase(
      zh: "\(paper.items.count) 题，满分 \(paper.maximum) 分，\(rule.mark.percent) 合格。",
      en: "\(paper.items.count) questions, \(paper.maximum) points, pass at \(rule.mark.percent).")
  }

  /// What lets anybody draw the paper again.
  package static func paperFoot(_ paper: Paper) -> Phrase {
    Phrase(
      zh: "抽题种子 \(paper.seed)，题库 \(paper.moduleHash.short)",
      en: "drawn with seed \(paper.seed) from bank \(paper.moduleHash.short)")
  }

  package static func paperKey(_ title: String) -> Phrase {
    Phrase(zh: "\(title) 答案", en: "\(title): key")
  }

  package static let agentNumber = Phrase(zh: "工号", en: "an agent's number")
  package static let moduleID = Phrase(zh: "模块编号", en: "a module's id")
  package static let questionID = Phrase(zh: "题号", en: "a question's id")
  package static let attemptNumber = Phrase(zh: "从 1 起的次数", en: "a number of attempt from 1")
  package static let day = Phrase(zh: "日期 YYYY-MM-DD", en: "a day as YYYY-MM-DD")
  package static let grader = Phrase(zh: "评分人", en: "who graded")
  package static let criterion = Phrase(zh: "评分项编号", en: "a criterion's id")
  package static let levelPoints = Phrase(zh: "分数", en: "points")
  package static let yesOrNo = Phrase(zh: "是或否", en: "是 or 否 (yes or no)")

  package static func answeredOnce(line: Int) -> Phrase {
    Phrase(zh: "每题一个答案（第 \(line) 行已有）", en: "one answer to a question (line \(line) has it)")
  }

  package static func questionOnPaper(_ paper: Paper) -> Phrase {
    let ids = paper.items.map(\.question.text).joined(separator: ", ")
    return Phrase(zh: "这张试卷上的题：\(ids)", en: "a question of this paper: \(ids)")
  }
}

extension Score {
  /// The score as a percentage with as many decimals as it needs.
  package var percent: String { BasisPoints(Int64(hundredths)).description }
}

extension EssayMarks.Fault {
  package var column: String {
    switch self {
    case .noSuchLevel: "points"
    case .unknownCriterion, .repeatedCriterion, .missingCriterion: "criterion"
    }
  }

  package var found: String? {
    switch self {
    case .unknownCriterion(let id, _), .repeatedCriterion(let id): id.text
    case .noSuchLevel(_, let points, _): points.description
    case .missingCriterion: nil
    }
  }

  package var wanted: Phrase {
    switch self {
    case .unknownCriterion(_, let known):
      Phrase(
        zh: "评分表里的编号：\(known.map(\.text).joined(separator: "、"))",
        en: "a criterion of the rubric: \(known.map(\.text).joined(separator: ", "))")
    case .repeatedCriterion: Phrase(zh: "每个评分项一行", en: "one row for each criterion")
    case .missingCriterion(let id):
      Phrase(zh: "每个评分项都有一行，缺 \(id)", en: "a row for each criterion; \(id) has none")
    case .noSuchLevel(let id, _, let levels):
      Phrase(
        zh: "\(id) 的分数 \(levels.map(\.description).joined(separator: "、"))",
        en: "points of \(id): \(levels.map(\.description).joined(separator: ", "))")
    }
  }

  package var hint: Phrase? { nil }
}

extension AttemptFault {
  /// What is wrong, as a sentence.
  public var phrase: Phrase {
    switch self {
    case .notOnPaper(let id):
      Phrase(zh: "试卷上没有 \(id)", en: "\(id) is not on the paper")
    case .questionGone(let id):
      Phrase(
        zh: "题库里已没有 \(id)；请用抽题时的课程文件评分",
        en: "\(id) is no longer in the bank: grade with the curriculum it was drawn from")
    case .questionChanged(let id, let drawn, let now):
      Phrase(
        zh: "\(id) 在抽题以后改过（\(drawn.short) 变为 \(now.short)）；请用抽题时的课程文件评分",
        en: "\(id) has changed since it was drawn (\(drawn.short), now \(now.short)): grade with "
          + "the curriculum it was drawn from")
    case .notAnEssay(let id):
      Phrase(zh: "\(id) 不是待评的问答题", en: "\(id) is no essay that waits for a grade")
    }
  }
}

extension Assignment.Reason {
  /// The reason as programs get it.
  public var code: String {
    switch self {
    case .path: "path"
    case .refresher: "refresher"
    case .byHand: "by_hand"
    }
  }

  /// The reason in a few words.
  public var phrase: Phrase {
    switch self {
    case .path: Phrase(zh: "学习路径", en: "path")
    case .refresher(let day): Phrase(zh: "复训，证书至 \(day)", en: "refresher, certificate until \(day)")
    case .byHand: Phrase(zh: "手工指派", en: "by hand")
    }
  }
}

extension Standing {
  /// The standing as programs get it.
  public var code: String {
    switch self {
    case .assigned: "assigned"
    case .inProgress: "in_progress"
    case .pendingGrade: "pending_grade"
    case .passed: "passed"
    case .failed: "failed"
    case .overdue: "overdue"
    }
  }

  /// The standing in a word or two.
  public var phrase: Phrase {
    switch self {
    case .assigned: Phrase(zh: "已指派", en: "assigned")
    case .inProgress: Phrase(zh: "进行中", en: "in progress")
    case .pendingGrade: Phrase(zh: "待评分", en: "pending grade")
    case .passed: Phrase(zh: "已通过", en: "passed")
    case .failed: Phrase(zh: "未通过", en: "failed")
    case .overdue(let days): Phrase(zh: "逾期 \(days) 天", en: "overdue by \(days) d")
    }
  }
}

extension Certificate.Standing {
  /// The standing as programs get it.
  public var code: String {
    switch self {
    case .valid: "valid"
    case .refresherDue: "refresher_due"
    case .expired: "expired"
    }
  }

  /// The standing in a word or two.
  public var phrase: Phrase {
    switch self {
    case .valid: Phrase(zh: "有效", en: "valid")
    case .refresherDue(let days):
      Phrase(zh: "\(days) 天内复训", en: "refresher due in \(days) d")
    case .expired: Phrase(zh: "已过期", en: "expired")
    }
  }
}
