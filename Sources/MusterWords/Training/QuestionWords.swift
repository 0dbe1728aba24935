public import Training

extension QuestionWord {
  /// The words of files, the first of each language being the one that Muster writes, and what
  /// stands on an English paper.
  package var words: (zh: [String], en: [String], title: String) {
    switch self {
    case .single: (["单选", "单选题"], ["single"], "Single choice")
    case .multiple: (["多选", "多选题"], ["multiple"], "Multiple choice")
    case .trueFalse: (["判断", "判断题"], ["true-false", "tf"], "True or false")
    case .short: (["填空", "填空题", "简答"], ["short"], "Short answer")
    case .number: (["数值", "数值题", "计算"], ["number", "numerical"], "Number")
    case .match: (["匹配", "匹配题", "连线"], ["match", "matching"], "Match")
    case .order: (["排序", "排序题"], ["order", "ordering"], "Order")
    case .essay: (["问答", "问答题", "论述"], ["essay"], "Essay")
    case .rolePlay: (["情景", "情景题"], ["role-play"], "Role play")
    }
  }

  /// What stands on a paper.
  package var phrase: Phrase { Phrase(zh: words.zh[0], en: words.title) }

  package init?(_ word: String) {
    let word = narrowed(word).lowercased()
    let kind = QuestionWord.allCases.first { ($0.words.zh + $0.words.en).contains(word) }
    guard let kind else { return nil }
    self = kind
  }

  package static var known: [String] { allCases.flatMap { $0.words.zh + $0.words.en } }
}

/// The fields of a question by the words that files use for them; the first is the one written.
package enum QuestionField: CaseIterable, Hashable {
  case points, sources, rule, rubric, answer, tolerance, explanation

  package var words: [String] {
    switch self {
    case .points: ["考点", "points"]
    case .sources: ["出处", "source"]
    case .rule: ["计分", "rule"]
    case .rubric: ["评分", "rubric"]
    case .answer: ["答案", "answer"]
    case .tolerance: ["误差", "tolerance"]
    case .explanation: ["解析", "explanation"]
    }
  }

  package init?(_ word: String) {
    let word = word.lowercased()
    guard let field = QuestionField.allCases.first(where: { $0.words.contains(word) }) else {
      return nil
    }
    self = field
  }
}

/// The rules of grading by the words that files use for them; the first is the one written.
package enum RuleWord: CaseIterable, Hashable {
  case half, allOrNothing, fixed, beforeAndAfter, caseSensitive

  package var words: [String] {
    switch self {
    case .half: ["漏选一半", "漏选得一半", "half"]
    case .allOrNothing: ["全对才得分", "all or nothing"]
    case .fixed: ["漏选得分", "漏选得", "missing"]
    case .beforeAndAfter: ["前后关系", "before and after"]
    case .caseSensitive: ["区分大小写", "case sensitive"]
    }
  }

  package init?(_ text: String) {
    let text = narrowed(text).lowercased()
    guard let rule = RuleWord.allCases.first(where: { $0.words.contains(text) }) else { return nil }
    self = rule
  }

  /// How the rule may be written.
  fileprivate var example: String { words[0] + (self == .fixed ? " 1" : "") }
}

/// Other words of files with questions.
package enum QuestionFileWords {
  package static let retired = ["停用", "retired"]
  /// What follows a number of points.
  package static let units = ["分", "points", "point"]

  /// Whether a word says right or wrong, or nil where it says neither.
  package static func truth(_ word: String) -> Bool? {
    switch folded(word, keepingCase: false) {
    case "对", "正确", "是", "t", "true", "yes", "y", "√", "✓", "✔": true
    case "错", "错误", "否", "f", "false", "no", "n", "×", "✗", "✘", "x": false
    default: nil
    }
  }
}

extension TrueFalse {
  /// What is right or wrong, in a word.
  package static func phrase(_ truth: Bool) -> Phrase {
    truth ? Phrase(zh: "对", en: "true") : Phrase(zh: "错", en: "false")
  }
}

extension MultipleChoice.Partial {
  package var phrase: Phrase {
    switch self {
    case .half:
      Phrase(zh: "漏选得一半，错选不得分", en: "half if some are missing, none with a wrong one")
    case .nothing: Phrase(zh: "全对才得分", en: "all or nothing")
    case .fixed(let points):
      Phrase(
        zh: "漏选得 \(points) 分，错选不得分",
        en: "\(points) if some are missing, none with a wrong one")
    }
  }
}

extension Matching {
  package static let partialPhrase = Phrase(zh: "按对的个数得分", en: "a share for each right pair")
}

extension Ordering.Rule {
  package var phrase: Phrase {
    switch self {
    case .beforeAndAfter: Phrase(zh: "按前后关系得分", en: "a share for each pair in the right order")
    case .allOrNothing: Phrase(zh: "全对才得分", en: "all or nothing")
    }
  }
}

extension NumberEntry {
  /// The key with its tolerance.
  package var phrase: Phrase {
    switch tolerance {
    case .absolute(.zero): Phrase(verbatim: key.description)
    case .absolute(let amount): Phrase(verbatim: "\(key) ± \(amount)")
    case .relative(let share):
      Phrase(zh: "\(key)，误差按比例 \(share)", en: "\(key), within a share of \(share)")
    }
  }
}

extension QuestionFault {
  package var wanted: Phrase {
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
    case .emptyChoice(let left): Phrase(zh: "“\(left)”有右边", en: "a right side for \"\(left)\"")
    case .repeatedLeft(let left):
      Phrase(zh: "左边“\(left)”只出现一次", en: "the left side \"\(left)\" once")
    case .distractorIsRight(let text):
      Phrase(
        zh: "干扰项“\(text)”不同于任何一个右边", en: "a distractor other than any right side: \"\(text)\"")
    case .tooFewItems: Phrase(zh: "至少两步", en: "at least two steps")
    case .repeatedItem(let item): Phrase(zh: "“\(item)”只出现一次", en: "\"\(item)\" once")
    }
  }
}

extension TranslationDifference {
  package var found: String? {
    guard case .letters(let found, _) = self else { return nil }
    return found.map(\.description).joined()
  }

  package var wanted: Phrase {
    switch self {
    case .letters(_, let wanted):
      Phrase(
        zh: "与原文相同的选项字母 \(wanted.map(\.description).joined())",
        en: "the author's option letters \(wanted.map(\.description).joined())")
    case .pairs(let found, let wanted):
      Phrase(
        zh: "与原文相同的配对（原文 \(wanted) 行，译文 \(found) 行）",
        en: "the author's pairs (\(wanted) lines there, \(found) here)")
    case .items(let found, let wanted):
      Phrase(
        zh: "与原文相同的步骤（原文 \(wanted) 步，译文 \(found) 步）",
        en: "the author's steps (\(wanted) there, \(found) here)")
    }
  }
}

/// What can be wrong with a question of a file, whatever the format.
package enum QuestionTextFault: Hashable {
  case noQuestions
  case unknownKind(near: String?)
  case badPoints
  case noStem
  case badTruth
  case badNumber
  case badTolerance
  case badPattern
  case badRule([RuleWord])
  case unfit(QuestionFault)

  package var wanted: Phrase {
    switch self {
    case .noQuestions: Phrase(zh: "至少一道题", en: "at least one question")
    case .unknownKind:
      Phrase(
        zh: "题型：" + QuestionWord.allCases.map { $0.words.zh[0] }.joined(separator: "、"),
        en: "a kind of question: "
          + QuestionWord.allCases.map { $0.words.en[0] }.joined(separator: ", "))
    case .badPoints: Phrase(zh: "分值，如 2分", en: "what the question is worth, such as 2分")
    case .noStem: Phrase(zh: "题干", en: "the question's text")
    case .badTruth: Phrase(zh: "对或错", en: "对 or 错 (T or F)")
    case .badNumber: Phrase(zh: "一个数", en: "a number")
    case .badTolerance: Phrase(zh: "误差，如 0.5 或 5%", en: "a tolerance, such as 0.5 or 5%")
    case .badPattern:
      Phrase(
        zh: "用 | 隔开的答案，每个都不能只有 *",
        en: "answers between |, none of them empty or only *")
    case .badRule(let rules):
      Phrase(zh: rules.list(between: "、", last: "或"), en: rules.list(between: ", ", last: " or "))
    case .unfit(let fault):
      fault.wanted
    }
  }

  package var hint: Phrase? {
    guard case .unknownKind(let near?) = self else { return nil }
    return .perhaps(near)
  }
}

extension [RuleWord] {
  fileprivate func list(between comma: String, last or: String) -> String {
    let examples = map(\.example)
    let start = examples.dropLast().joined(separator: comma)
    return start + (start.isEmpty ? "" : or) + (examples.last ?? "")
  }
}

/// What can be wrong with how `quiz.md` writes a question.
package enum QuizFault: Hashable {
  case badHeading
  case repeatedField
  case fieldNotOfKind(QuestionWord)
  case missingField(QuestionField)
  case badOption
  case missingBox
  case badPair
  case textAfterAnswers

  package var wanted: Phrase {
    switch self {
    case .badHeading:
      Phrase(
        zh: "题目标题，如 ## CH-001 单选 1分", en: "a question's heading, such as ## CH-001 单选 1分")
    case .repeatedField: Phrase(zh: "每项只写一次", en: "each field once")
    case .fieldNotOfKind(let kind):
      Phrase(
        zh: "“\(kind.words.zh[0])”题有的项目", en: "a field that a \(kind.words.en[0]) question has")
    case .missingField(let field):
      Phrase(
        zh: "题目里写明“\(field.words[0])：”", en: "a line \"\(field.words[0]):\" in the question")
    case .badOption: Phrase(zh: "选项，如 - [x] A. 文字", en: "an option, such as - [x] A. text")
    case .missingBox:
      Phrase(
        zh: "带方框的选项，如 - [ ] A. 文字", en: "an option with a box, such as - [ ] A. text")
    case .badPair: Phrase(zh: "配对，如 - 左 -> 右", en: "a pair, such as - left -> right")
    case .textAfterAnswers:
      Phrase(zh: "选项之后只有“解析：”等项目", en: "only fields such as 解析: after the options")
    }
  }

  package var hint: Phrase? {
    guard case .textAfterAnswers = self else { return nil }
    return Phrase(zh: "把这一行移到选项之前", en: "move the line before the options")
  }

  /// What to try in `quiz.md` where a question cannot be built.
  package static func hint(of fault: QuestionFault) -> Phrase? {
    switch fault {
    case .noKey, .severalKeys:
      Phrase(
        zh: "正确的选项写 [x]，其余写 [ ]；几个都对用多选",
        en: "write [x] before the right option and [ ] before the rest; with several use 多选")
    default: nil
    }
  }
}

/// Why a text is no answer to its question.
public enum AnswerFault: Error, Hashable, Sendable {
  case noLetter
  case severalLetters
  case noSuchLetter(Letter, last: Letter)
  case repeatedLetter(Letter)
  case noTruth
  case noNumber
  case noPair(String)
  case unknownLeft(String)
  case unknownRight(String)
  case repeatedLeft(String)
  case noOrder(count: Int)
}

extension AnswerFault {
  package var wanted: Phrase {
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

  package var hint: Phrase? {
    switch self {
    case .noNumber:
      Phrase(zh: "不写单位；没有作答就留空", en: "leave out the unit; leave it empty for no answer")
    case .noLetter, .severalLetters, .noSuchLetter, .noTruth, .noOrder:
      Phrase(zh: "没有作答就留空", en: "leave it empty for no answer")
    default: nil
    }
  }
}
