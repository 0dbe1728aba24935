import People
package import Training

extension CurriculumTextFault {
  /// What should stand there.
  package var wanted: Phrase {
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
    case .badRow(_, let wanted):
      Phrase(zh: "\(wanted) 格的表格行", en: "a row of \(wanted) cells")
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
  package var hint: Phrase? {
    switch self {
    case .unknownHeadKey(let near): near.map { .perhaps($0) }
    case .repeatedID:
      Phrase(
        zh: "编号一经使用不再改动，新题用新编号",
        en: "an id is never used again: give a new question a new one")
    case .badDays:
      Phrase(zh: "不过期写“长期”", en: "for ever is 长期")
    case .badRow:
      Phrase(zh: "格内的竖线写作 \\|", en: "write a bar inside a cell as \\|")
    default: nil
    }
  }
}

extension CurriculumFault {
  package var found: String? {
    switch self {
    case .pointWithoutQuestion(_, let point), .untranslatedPoint(_, _, let point),
      .translatedUnknownPoint(_, _, let point), .unknownPoint(_, _, let point):
      point.text
    case .questionWithoutPoint(_, let question), .untranslatedQuestion(_, _, let question),
      .translatedUnknownQuestion(_, _, let question), .rubricWorth(_, let question, _, _, _):
      question.text
    case .questionDiffers(_, _, let question, let difference):
      [question.text, difference.found].compactMap(\.self).joined(separator: " ")
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

  package var wanted: Phrase {
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
    case .questionDiffers(_, _, _, let difference): difference.wanted
    case .rubricDiffers:
      Phrase(
        zh: "与原文相同的评分行、分数和一票否决条数",
        en: "the author's criteria, levels and number of vetoes")
    }
  }

  package var hint: Phrase? {
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
  /// A word that may be meant.
  package static func perhaps(_ word: String) -> Phrase {
    Phrase(zh: "是不是“\(word)”？", en: "maybe \"\(word)\"")
  }

  /// What is wanted of a translation that is older than its module.
  package static func staleTranslation(now version: ModuleVersion?) -> Phrase {
    let version = version?.description ?? "?"
    return Phrase(
      zh: "译自现行版本 \(version) 的译文", en: "a translation of the present version \(version)")
  }
}
