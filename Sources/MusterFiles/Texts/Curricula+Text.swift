import MusterWords
import People
import Training

extension CurriculumTextFault {
  /// What should stand there.
  var wanted: Phrase {
    switch self {
    case .missingFile:
      Phrase(zh: "模块文件夹里有这个文件", en: "this file in the module's folder")
    case .missingLesson:
      Phrase(zh: "模块文件夹里有这篇课文", en: "a lesson that lies in the module's folder")
    case .noHead:
      Phrase(zh: "以 --- 开头和结尾的文件头", en: "a head between two lines of ---")
    case .unknownHeadKey:
      Phrase(zh: "文件头认得的“键：值”", en: "a key of the head, a colon and its value")
    case .missingHeadKey(let key):
      Phrase(zh: "文件头里写明 \(key)", en: "\(key) in the head")
    case .repeatedHeadKey:
      Phrase(zh: "文件头每个键只写一次", en: "each key of the head once")
    case .badID:
      Phrase(
        zh: "由字母、数字、- _ . 组成的编号", en: "an id of letters, digits, - _ and .")
    case .repeatedID(let line):
      if let line {
        Phrase(
          zh: "没有用过的编号（第 \(line) 行已用）", en: "an id not used before (line \(line) has it)")
      } else {
        Phrase(zh: "没有用过的编号", en: "an id not used before")
      }
    case .badVersion:
      Phrase(zh: "三段数字的版本号，如 1.0.0", en: "a version of three numbers, such as 1.0.0")
    case .badRung:
      Phrase(
        zh: "职级：\(Rung.allCases.map(\.phrase.zh).joined(separator: "、"))",
        en: "a rung: " + Rung.allCases.map(\.rawValue).joined(separator: ", "))
    case .badShare:
      Phrase(zh: "0% 到 100% 的分数线", en: "a pass mark from 0% to 100%")
    case .badCount:
      Phrase(zh: "正整数", en: "a positive whole number")
    case .badDays:
      Phrase(zh: "天数，如 7天", en: "a number of days, such as 7 days")
    case .badCounting:
      Phrase(
        zh: "最高分、首次、最后一次或平均分", en: "one of highest, first, last, average")
    case .noPoints:
      Phrase(zh: "“学习目标”表格里的考点", en: "a table of learning points")
    case .noQuestions:
      Phrase(zh: "至少一道题", en: "at least one question")
    case .badRow(_, let wanted):
      Phrase(zh: "\(wanted) 格的表格行", en: "a row of \(wanted) cells")
    case .badQuestionHeading:
      Phrase(
        zh: "题目标题，如 ## CH-001 单选 1分", en: "a question's heading, such as ## CH-001 单选 1分")
    case .unknownKind:
      Phrase(
        zh: "题型：" + QuestionWord.allCases.map { $0.words.zh[0] }.joined(separator: "、"),
        en: "a kind of question: "
          + QuestionWord.allCases.map { $0.words.en[0] }.joined(separator: ", "))
    case .badPoints:
      Phrase(zh: "分值，如 2分", en: "what the question is worth, such as 2分")
    case .repeatedField:
      Phrase(zh: "每项只写一次", en: "each field once")
    case .fieldNotOfKind(let kind):
      Phrase(
        zh: "“\(kind.words.zh[0])”题有的项目", en: "a field that a \(kind.words.en[0]) question has")
    case .missingField(let field):
      Phrase(
        zh: "题目里写明“\(field.words[0])：”", en: "a line \"\(field.words[0]):\" in the question")
    case .badTruth:
      Phrase(zh: "对或错", en: "对 or 错 (T or F)")
    case .badNumber:
      Phrase(zh: "一个数", en: "a number")
    case .badTolerance:
      Phrase(zh: "误差，如 0.5 或 5%", en: "a tolerance, such as 0.5 or 5%")
    case .badPattern:
      Phrase(
        zh: "用 | 隔开的答案，每个都不能只有 *",
        en: "answers between |, none of them empty or only *")
    case .badRule(let kind):
      badRule(of: kind)
    case .badOption:
      Phrase(zh: "选项，如 - [x] A. 文字", en: "an option, such as - [x] A. text")
    case .missingBox:
      Phrase(
        zh: "带方框的选项，如 - [ ] A. 文字", en: "an option with a box, such as - [ ] A. text")
    case .badPair:
      Phrase(zh: "配对，如 - 左 -> 右", en: "a pair, such as - left -> right")
    case .textAfterAnswers:
      Phrase(zh: "选项之后只有“解析：”等项目", en: "only fields such as 解析: after the options")
    case .noStem:
      Phrase(zh: "题干", en: "the question's text")
    case .question(let fault):
      fault.wanted
    case .badCriterion:
      Phrase(
        zh: "评分行：编号、看什么，然后是从低到高的分数",
        en: "a criterion: id, what to look for, then levels by rising points")
    case .noCriteria:
      Phrase(zh: "评分表格", en: "a table of criteria")
    case .badYesNo:
      Phrase(zh: "是或否", en: "是 or 否 (yes or no)")
    case .badThirdGrader:
      Phrase(zh: "如 2分以上由第三人定", en: "points, such as 2分以上由第三人定")
    case .repeatedPath:
      Phrase(zh: "每个职级一条路径", en: "one path for each rung")
    case .repeatedStep:
      Phrase(zh: "每个模块在路径里只出现一次", en: "each module once in a path")
    case .badWeight:
      Phrase(zh: "正整数的权重和满分", en: "a weight and a maximum that are positive whole numbers")
    }
  }

  /// What to try.
  var hint: Phrase? {
    switch self {
    case .unknownHeadKey(let near), .unknownKind(let near):
      near.map { Phrase(zh: "是不是“\($0)”？", en: "maybe \"\($0)\"") }
    case .repeatedID:
      Phrase(
        zh: "编号一经使用不再改动，新题用新编号",
        en: "an id is never used again: give a new question a new one")
    case .badDays:
      Phrase(zh: "不过期写“长期”", en: "for ever is 长期")
    case .badRow:
      Phrase(zh: "格内的竖线写作 \\|", en: "write a bar inside a cell as \\|")
    case .textAfterAnswers:
      Phrase(zh: "把这一行移到选项之前", en: "move the line before the options")
    case .question(let fault):
      fault.hint
    default: nil
    }
  }

  private func badRule(of kind: QuestionWord) -> Phrase {
    switch kind {
    case .order: Phrase(zh: "前后关系或全对才得分", en: "前后关系 or 全对才得分")
    case .short: Phrase(zh: "区分大小写", en: "区分大小写")
    default:
      Phrase(
        zh: "漏选一半、全对才得分或漏选得分 1", en: "漏选一半, 全对才得分 or 漏选得分 1")
    }
  }
}

extension QuestionFault {
  var wanted: Phrase {
    switch self {
    case .tooFewOptions: Phrase(zh: "至少两个选项", en: "at least two options")
    case .repeatedLetter(let letter):
      Phrase(zh: "选项字母 \(letter) 只用一次", en: "the letter \(letter) once")
    case .emptyOption(let letter):
      Phrase(zh: "选项 \(letter) 有文字", en: "text for option \(letter)")
    case .noKey: Phrase(zh: "至少一个正确选项", en: "at least one right option")
    case .severalKeys(let letters):
      Phrase(
        zh: "单选题只有一个正确选项，这里有 \(letters.map(\.description).joined())",
        en: "one right option; this question has \(letters.map(\.description).joined())")
    case .keyIsNoOption(let letter):
      Phrase(zh: "答案是已有的选项，没有 \(letter)", en: "a key that is an option; \(letter) is none")
    case .noPattern: Phrase(zh: "至少一个答案", en: "at least one answer")
    case .negativeTolerance: Phrase(zh: "不小于 0 的误差", en: "a tolerance of 0 or more")
    case .tooFewPairs: Phrase(zh: "至少两对", en: "at least two pairs")
    case .emptyChoice(let left):
      Phrase(zh: "“\(left)”有右边", en: "a right side for \"\(left)\"")
    case .repeatedLeft(let left):
      Phrase(zh: "左边“\(left)”只出现一次", en: "the left side \"\(left)\" once")
    case .distractorIsRight(let text):
      Phrase(
        zh: "干扰项“\(text)”不同于任何一个右边", en: "a distractor other than any right side: \"\(text)\"")
    case .tooFewItems: Phrase(zh: "至少两步", en: "at least two steps")
    case .repeatedItem(let item):
      Phrase(zh: "“\(item)”只出现一次", en: "\"\(item)\" once")
    }
  }

  var hint: Phrase? {
    switch self {
    case .noKey, .severalKeys:
      Phrase(
        zh: "正确的选项写 [x]，其余写 [ ]；几个都对用多选",
        en: "write [x] before the right option and [ ] before the rest; with several use 多选")
    default: nil
    }
  }
}

extension CurriculumFault {
  var found: String? {
    switch self {
    case .pointWithoutQuestion(_, let point), .untranslatedPoint(_, _, let point),
      .translatedUnknownPoint(_, _, let point), .unknownPoint(_, _, let point):
      point.text
    case .questionWithoutPoint(_, let question), .untranslatedQuestion(_, _, let question),
      .translatedUnknownQuestion(_, _, let question), .pairsDiffer(_, _, let question, _, _),
      .itemsDiffer(_, _, let question, _, _), .rubricWorth(_, let question, _, _, _):
      question.text
    case .lettersDiffer(_, _, let question, let found, _):
      "\(question) \(found.map(\.description).joined())"
    case .drawAboveBank(_, let draw, _): String(draw)
    case .unknownRequirement(_, let required): required.text
    case .requirementCycle(let chain):
      (chain + chain.prefix(1)).map(\.text).joined(separator: " -> ")
    case .missingRubric(_, _, let rubric), .untranslatedRubric(_, _, let rubric),
      .translatedUnknownRubric(_, _, let rubric), .rubricDiffers(_, _, let rubric):
      rubric.text
    case .unknownModuleInPath(_, let module), .requirementNotBefore(_, let module, _):
      module.text
    }
  }

  var wanted: Phrase {
    switch self {
    case .pointWithoutQuestion:
      Phrase(zh: "每个考点至少有一道题", en: "a question for each learning point")
    case .questionWithoutPoint:
      Phrase(zh: "每道题至少写一个考点", en: "a learning point for each question")
    case .unknownPoint:
      Phrase(zh: "“学习目标”里有的考点", en: "a learning point of the module")
    case .drawAboveBank(_, _, let bank):
      Phrase(
        zh: "不超过题库 \(bank) 题的抽题数", en: "no more questions than the \(bank) of the bank")
    case .unknownRequirement:
      Phrase(zh: "已有的模块", en: "a module that is there")
    case .requirementCycle:
      Phrase(zh: "不成环的先修关系", en: "requirements that do not lead back")
    case .missingRubric:
      Phrase(zh: "rubric.md 里有的评分表", en: "a rubric of rubric.md")
    case .rubricWorth(_, _, _, let rubric, let question):
      Phrase(
        zh: "题目分值与评分表满分相同（题目 \(question) 分，评分表 \(rubric) 分）",
        en: "a question worth what its rubric gives (question \(question), rubric \(rubric))")
    case .unknownModuleInPath:
      Phrase(zh: "已有的模块", en: "a module that is there")
    case .requirementNotBefore(_, _, let required):
      Phrase(
        zh: "先修模块 \(required) 排在前面", en: "the required module \(required) before it")
    case .untranslatedPoint:
      Phrase(zh: "译文里也有这个考点", en: "this learning point in the translation too")
    case .untranslatedQuestion:
      Phrase(zh: "译文里也有这道题", en: "this question in the translation too")
    case .untranslatedRubric:
      Phrase(zh: "译文里也有这张评分表", en: "this rubric in the translation too")
    case .translatedUnknownPoint, .translatedUnknownQuestion, .translatedUnknownRubric:
      Phrase(zh: "原文里有的编号", en: "an id of the author's file")
    case .lettersDiffer(_, _, _, _, let wanted):
      Phrase(
        zh: "与原文相同的选项字母 \(wanted.map(\.description).joined())",
        en: "the author's option letters \(wanted.map(\.description).joined())")
    case .pairsDiffer(_, _, _, let found, let wanted):
      Phrase(
        zh: "与原文相同的配对（原文 \(wanted) 行，译文 \(found) 行）",
        en: "the author's pairs (\(wanted) lines there, \(found) here)")
    case .itemsDiffer(_, _, _, let found, let wanted):
      Phrase(
        zh: "与原文相同的步骤（原文 \(wanted) 步，译文 \(found) 步）",
        en: "the author's steps (\(wanted) there, \(found) here)")
    case .rubricDiffers:
      Phrase(
        zh: "与原文相同的评分行、分数和一票否决条数",
        en: "the author's criteria, levels and number of vetoes")
    }
  }

  var hint: Phrase? {
    switch self {
    case .requirementNotBefore:
      Phrase(
        zh: "把先修模块移到前面，或放进更低职级的路径",
        en: "move it up, or put the required module into a lower rung's path")
    case .drawAboveBank:
      Phrase(zh: "减少 draw，或者添题", en: "lower draw, or add questions")
    default: nil
    }
  }
}

extension Phrase {
  /// What is wanted of a translation that is older than its module.
  static func staleTranslation(now version: ModuleVersion?) -> Phrase {
    let version = version?.description ?? "?"
    return Phrase(
      zh: "译自现行版本 \(version) 的译文", en: "a translation of the present version \(version)")
  }
}
