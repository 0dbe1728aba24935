public import MusterWords
public import Training
import Vocabulary

extension QuestionWord {
  var phrase: Phrase {
    switch self {
    case .single: Phrase(zh: "单选", en: "Single choice")
    case .multiple: Phrase(zh: "多选", en: "Multiple choice")
    case .trueFalse: Phrase(zh: "判断", en: "True or false")
    case .short: Phrase(zh: "填空", en: "Short answer")
    case .number: Phrase(zh: "数值", en: "Number")
    case .match: Phrase(zh: "匹配", en: "Match")
    case .order: Phrase(zh: "排序", en: "Order")
    case .essay: Phrase(zh: "问答", en: "Essay")
    case .rolePlay: Phrase(zh: "情景", en: "Role play")
    }
  }
}

extension Question {
  /// How an answer that is right in part is graded; nil where there is no such.
  var rulePhrase: Phrase? {
    switch kind {
    case .multiple(let choice):
      switch choice.partial {
      case .half:
        Phrase(zh: "漏选得一半，错选不得分", en: "half if some are missing, none with a wrong one")
      case .nothing: Phrase(zh: "全对才得分", en: "all or nothing")
      case .fixed(let points):
        Phrase(
          zh: "漏选得 \(points) 分，错选不得分",
          en: "\(points) if some are missing, none with a wrong one")
      }
    case .match: Phrase(zh: "按对的个数得分", en: "a share for each right pair")
    case .order(let order):
      switch order.rule {
      case .beforeAndAfter: Phrase(zh: "按前后关系得分", en: "a share for each pair in the right order")
      case .allOrNothing: Phrase(zh: "全对才得分", en: "all or nothing")
      }
    case .single, .trueFalse, .short, .number, .essay: nil
    }
  }
}

extension NumberEntry {
  var phrase: Phrase {
    switch tolerance {
    case .absolute(.zero): Phrase(verbatim: key.description)
    case .absolute(let amount): Phrase(verbatim: "\(key) ± \(amount)")
    case .relative(let share):
      Phrase(zh: "\(key)，误差按比例 \(share)", en: "\(key), within a share of \(share)")
    }
  }
}

/// Words of papers, answer sheets and grade sheets.
enum TrainingPhrase {
  static func worth(_ points: Points) -> Phrase {
    Phrase(zh: "\(points) 分", en: points == .whole(1) ? "1 point" : "\(points) points")
  }

  static func truth(_ truth: Bool) -> Phrase {
    truth ? Phrase(zh: "对", en: "true") : Phrase(zh: "错", en: "false")
  }

  static func gradedBy(_ criteria: [String]) -> Phrase {
    Phrase(
      zh: "评分看：" + criteria.joined(separator: "、"),
      en: "Graded by: " + criteria.joined(separator: "; "))
  }

  static func moduleHead(_ module: Module) -> Phrase {
    let essays = module.questions.count { $0.isEssay }
    let drawn = module.draw ?? module.questions.count
    return Phrase(
      zh: "\(module.id) \(module.version)，题库 \(module.questions.count) 题"
        + "（问答 \(essays) 题），"
        + "每次抽 \(drawn) 题，\(module.rule.mark.percent) 合格。",
      en: "\(module.id) \(module.version), \(module.questions.count) questions "
        + "(essays: \(essays)), "
        + "\(drawn) drawn, pass at \(module.rule.mark.percent).")
  }

  static func answer(_ key: String) -> Phrase {
    Phrase(zh: "答案：\(key)", en: "Key: \(key)")
  }

  static func explanation(_ text: String) -> Phrase {
    Phrase(zh: "解析：\(text)", en: "Why: \(text)")
  }

  static func paperHead(_ paper: Paper, agentName: String?) -> Phrase {
    let name = agentName.map { " \($0)" } ?? ""
    return Phrase(
      zh: "工号 \(paper.agent)\(name)，\(paper.module) \(paper.version) 第 \(paper.number) 次",
      en: "Agent \(paper.agent)\(name), \(paper.module) \(paper.version), attempt \(paper.number)")
  }

  static func paperRule(_ paper: Paper, _ rule: PassRule) -> Phrase {
    Phrase(
      zh: "\(paper.items.count) 题，满分 \(paper.maximum) 分，\(rule.mark.percent) 合格。",
      en: "\(paper.items.count) questions, \(paper.maximum) points, pass at \(rule.mark.percent).")
  }

  /// What lets anybody draw the paper again.
  static func paperFoot(_ paper: Paper) -> Phrase {
    Phrase(
      zh: "抽题种子 \(paper.seed)，题库 \(paper.moduleHash.short)",
      en: "drawn with seed \(paper.seed) from bank \(paper.moduleHash.short)")
  }

  static func paperKey(_ title: String) -> Phrase {
    Phrase(zh: "\(title) 答案", en: "\(title): key")
  }

  static let agentNumber = Phrase(zh: "工号", en: "an agent's number")
  static let moduleID = Phrase(zh: "模块编号", en: "a module's id")
  static let questionID = Phrase(zh: "题号", en: "a question's id")
  static let attemptNumber = Phrase(zh: "从 1 起的次数", en: "a number of attempt from 1")
  static let day = Phrase(zh: "日期 YYYY-MM-DD", en: "a day as YYYY-MM-DD")
  static let grader = Phrase(zh: "评分人", en: "who graded")
  static let criterion = Phrase(zh: "评分项编号", en: "a criterion's id")
  static let levelPoints = Phrase(zh: "分数", en: "points")
  static let yesOrNo = Phrase(zh: "是或否", en: "是 or 否 (yes or no)")

  static func answeredOnce(line: Int) -> Phrase {
    Phrase(zh: "每题一个答案（第 \(line) 行已有）", en: "one answer to a question (line \(line) has it)")
  }

  static func questionOnPaper(_ paper: Paper) -> Phrase {
    let ids = paper.items.map(\.question.text).joined(separator: ", ")
    return Phrase(zh: "这张试卷上的题：\(ids)", en: "a question of this paper: \(ids)")
  }
}

extension Score {
  /// The score as a percentage with as many decimals as it needs.
  var percent: String { BasisPoints(Int64(hundredths)).description }
}

extension AnswerText.Fault {
  var wanted: Phrase {
    switch self {
    case .noLetter: Phrase(zh: "选项字母，如 B 或 ABD", en: "option letters, such as B or ABD")
    case .severalLetters: Phrase(zh: "一个选项字母", en: "one option letter")
    case .noSuchLetter(_, let last):
      Phrase(zh: "试卷上的字母 A 到 \(last)", en: "a letter of the paper, A to \(last)")
    case .repeatedLetter(let letter):
      Phrase(zh: "每个字母一次，\(letter) 有两次", en: "each letter once; \(letter) stands twice")
    case .noTruth: Phrase(zh: "对或错", en: "对 or 错 (T or F)")
    case .noNumber: Phrase(zh: "一个数", en: "a number")
    case .noPair:
      Phrase(
        zh: "配对，如 1C 2A 3B，或 左 -> 右 | 左 -> 右",
        en: "pairs, such as 1C 2A 3B or left -> right | left -> right")
    case .unknownLeft(let text):
      Phrase(zh: "试卷左边的编号或文字，没有 \(text)", en: "a number or text on the left; \(text) is none")
    case .unknownRight(let text):
      Phrase(zh: "试卷右边的字母或文字，没有 \(text)", en: "a letter or text on the right; \(text) is none")
    case .repeatedLeft(let text):
      Phrase(zh: "左边每项一次，\(text) 有两次", en: "each left side once; \(text) stands twice")
    case .noOrder(let count):
      Phrase(
        zh: "1 到 \(count) 各一次，如 3 1 2", en: "each number from 1 to \(count) once, such as 3 1 2")
    }
  }

  var hint: Phrase? {
    switch self {
    case .noNumber:
      Phrase(zh: "不写单位；没有作答就留空", en: "leave out the unit; leave it empty for no answer")
    case .noLetter, .severalLetters, .noSuchLetter, .noTruth, .noOrder:
      Phrase(zh: "没有作答就留空", en: "leave it empty for no answer")
    default: nil
    }
  }
}

extension EssayMarks.Fault {
  var column: String {
    switch self {
    case .noSuchLevel: "points"
    case .unknownCriterion, .repeatedCriterion, .missingCriterion: "criterion"
    }
  }

  var found: String? {
    switch self {
    case .unknownCriterion(let id, _), .repeatedCriterion(let id): id.text
    case .noSuchLevel(_, let points, _): points.description
    case .missingCriterion: nil
    }
  }

  var wanted: Phrase {
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

  var hint: Phrase? { nil }
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
