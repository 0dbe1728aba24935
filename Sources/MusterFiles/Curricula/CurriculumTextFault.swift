import MusterWords
import People
import Training

/// What can be wrong with a file of a curriculum by itself.
enum CurriculumTextFault: Hashable {
  case missingFile
  case missingLesson
  /// The file does not begin with a head between two lines of `---`.
  case noHead
  case unknownHeadKey(near: String?)
  case missingHeadKey(String)
  case repeatedHeadKey
  case badID
  case repeatedID(line: Int?)
  case badVersion
  case badRung
  case badShare
  case badCount
  case badDays
  case badCounting
  case noPoints
  case noQuestions
  case badRow(cells: Int, wanted: Int)
  case badQuestionHeading
  case unknownKind(near: String?)
  case badPoints
  case repeatedField
  case fieldNotOfKind(QuestionWord)
  case missingField(QuestionField)
  case badTruth
  case badNumber
  case badTolerance
  case badPattern
  case badRule(QuestionWord)
  case badOption
  case missingBox
  case badPair
  case textAfterAnswers
  case noStem
  case question(QuestionFault)
  case badCriterion
  case noCriteria
  case badYesNo
  case badThirdGrader
  case repeatedPath
  case repeatedStep
  case badWeight
}

/// The kinds of questions by the words that files use for them.
enum QuestionWord: CaseIterable, Hashable {
  case single, multiple, trueFalse, short, number, match, order, essay, rolePlay

  /// Chinese first, then English; the first of each is the one that Muster writes.
  var words: (zh: [String], en: [String]) {
    switch self {
    case .single: (["单选", "单选题"], ["single"])
    case .multiple: (["多选", "多选题"], ["multiple"])
    case .trueFalse: (["判断", "判断题"], ["true-false", "tf"])
    case .short: (["填空", "填空题", "简答"], ["short"])
    case .number: (["数值", "数值题", "计算"], ["number", "numerical"])
    case .match: (["匹配", "匹配题", "连线"], ["match", "matching"])
    case .order: (["排序", "排序题"], ["order", "ordering"])
    case .essay: (["问答", "问答题", "论述"], ["essay"])
    case .rolePlay: (["情景", "情景题"], ["role-play"])
    }
  }

  init?(_ word: String) {
    let word = narrowed(word).lowercased()
    let kind = QuestionWord.allCases.first {
      $0.words.zh.contains(word) || $0.words.en.contains(word)
    }
    guard let kind else { return nil }
    self = kind
  }

  static var known: [String] { allCases.flatMap { $0.words.zh + $0.words.en } }
}

/// The fields of a question by the words that files use for them.
enum QuestionField: CaseIterable, Hashable {
  case points, sources, rule, answer, tolerance, rubric, explanation

  var words: [String] {
    switch self {
    case .points: ["考点", "points"]
    case .sources: ["出处", "source"]
    case .rule: ["计分", "rule"]
    case .answer: ["答案", "answer"]
    case .tolerance: ["误差", "tolerance"]
    case .rubric: ["评分", "rubric"]
    case .explanation: ["解析", "explanation"]
    }
  }

  init?(_ word: String) {
    let word = word.lowercased()
    guard let field = QuestionField.allCases.first(where: { $0.words.contains(word) }) else {
      return nil
    }
    self = field
  }

  /// Whether a question of that kind has such a field.
  func belongs(to kind: QuestionWord) -> Bool {
    switch self {
    case .points, .sources, .explanation: true
    case .rule: [.multiple, .short, .order].contains(kind)
    case .answer: [.trueFalse, .short, .number].contains(kind)
    case .tolerance: kind == .number
    case .rubric: [.essay, .rolePlay].contains(kind)
    }
  }
}

/// Problems found while reading, with the file they stand in.
struct CurriculumProblems {
  private(set) var list: [Problem] = []

  mutating func add(
    _ fault: CurriculumTextFault, _ file: String, _ line: Int?, found: String? = nil
  ) {
    list.append(
      Problem(file: file, line: line, found: found, wanted: fault.wanted, hint: fault.hint))
  }

  mutating func add(_ problem: Problem) { list.append(problem) }
}
