import MusterFiles
import MusterWords
import People
import Testing
import Training

@Suite struct CurriculumReadingTests {
  @Test func readsEveryKindOfQuestion() throws {
    let reading = read(quiz: sound)
    #expect(reading.faults.map { $0.text(in: .en) } == [])
    let module = try #require(reading.curriculum.modules.first)
    #expect(module.questions.map(\.id.text) == (1...9).map { "T-\($0)" })
    #expect(module.retired.map(\.text) == ["T-10"])
    #expect(module.rule.attempts == 3)
    #expect(module.validDays == 180)
    #expect(module.points.map(\.text) == ["能做第一件事"])
    guard case .multiple(let multiple) = module.questions[1].kind,
      case .number(let number) = module.questions[4].kind,
      case .match(let match) = module.questions[5].kind,
      case .order(let order) = module.questions[6].kind,
      case .essay(let essay) = module.questions[8].kind
    else {
      Issue.record("a question is of another kind")
      return
    }
    #expect(multiple.key.map(\.description) == ["A", "C"])
    #expect(multiple.partial == .fixed(.whole(1)))
    #expect(number.tolerance == .relative(try #require(ExactDecimal("0.05"))))
    #expect(match.distractors == ["多余"])
    #expect(order.items == ["先", "后"])
    #expect(essay.form == .rolePlay)
    #expect(module.questions[0].stem == "题干一\n\n第二段: 有冒号")
    #expect(module.questions[0].explanation == "因为\n所以")
  }

  /// A Chinese input method makes marks wide; the meaning is the same.
  @Test func wideMarksReadTheSame() throws {
    let wide = sound.replacing(":", with: "：").replacing("|", with: "｜")
      .replacing("[x]", with: "［ｘ］").replacing("[ ]", with: "［　］")
      .replacing("A. ", with: "Ａ．").replacing("1. ", with: "１．").replacing("2分", with: "２分")
      .replacing("- 左", with: "－ 左").replacing("->", with: "－＞")
    let plain = read(quiz: sound).curriculum.modules.first
    let read = read(quiz: wide)
    #expect(read.faults.map { $0.text(in: .en) } == [])
    let kinds = read.curriculum.modules.first?.questions.map(\.kind)
    #expect(kinds?.count == plain?.questions.count)
    #expect(read.curriculum.modules.first?.questions[0].kind == plain?.questions[0].kind)
    #expect(read.curriculum.modules.first?.questions[5].kind == plain?.questions[5].kind)
  }

  @Test func windowsLineEndsReadTheSame() {
    let reading = read(quiz: sound.replacing("\n", with: "\r\n"))
    #expect(reading.faults.isEmpty)
    #expect(
      reading.curriculum.modules.first?.contentHash
        == read(quiz: sound).curriculum.modules.first?.contentHash)
  }

  @Test(arguments: [
    (text: "## T-1 单选\n题\n- [x] A. 甲\n- [ ] B. 乙", line: 1, wanted: "what the question is worth"),
    (text: "## T-1 单先 1分\n题", line: 1, wanted: "maybe \"单选\""),
    (text: "## 第一题 单选 1分\n题", line: 1, wanted: "a question's heading"),
    (text: "## T-1 单选 1分\n题\n- [x] A. 甲\n- [x] B. 乙", line: 1, wanted: "one right option"),
    (text: "## T-1 单选 1分\n题\n- [ ] A. 甲\n- [ ] B. 乙", line: 1, wanted: "at least one right"),
    (text: "## T-1 单选 1分\n题\n- [x] A. 甲\n- A 乙", line: 4, wanted: "an option, such as"),
    (text: "## T-1 单选 1分\n题\n- [x] A. 甲\n- B. 乙", line: 4, wanted: "an option with a box"),
    (text: "## T-1 单选 1分\n题\n- [x] A. 甲\n- [ ] B. 乙\n尾", line: 5, wanted: "after the options"),
    (text: "## T-1 单选 1分\n- [x] A. 甲\n- [ ] B. 乙", line: 1, wanted: "the question's text"),
    (text: "## T-1 单选 1分\n题\n- [x] A. 甲\n- [ ] A. 乙", line: 1, wanted: "the letter A once"),
    (text: "## T-1 多选 1分\n计分: 随便\n题\n- [x] A. 甲\n- [ ] B. 乙", line: 2, wanted: "漏选一半"),
    (text: "## T-1 判断 1分\n题\n答案: 大概", line: 3, wanted: "对 or 错"),
    (text: "## T-1 判断 1分\n题", line: 1, wanted: "答案:"),
    (text: "## T-1 判断 1分\n题\n答案: 对\n答案: 错", line: 4, wanted: "each field once"),
    (text: "## T-1 判断 1分\n题\n答案: 对\n误差: 1", line: 4, wanted: "a field that a true-false"),
    (text: "## T-1 填空 1分\n题\n答案: 甲 | *", line: 3, wanted: "answers between |"),
    (text: "## T-1 数值 1分\n题\n答案: 三", line: 3, wanted: "a number"),
    (text: "## T-1 数值 1分\n题\n答案: 3\n误差: -1", line: 1, wanted: "a tolerance of 0 or more"),
    (text: "## T-1 匹配 1分\n题\n- 甲 乙", line: 3, wanted: "a pair, such as"),
    (text: "## T-1 排序 1分\n题\n1. 甲", line: 1, wanted: "at least two steps"),
    (text: "## T-1 问答 1分\n题", line: 1, wanted: "评分:"),
    (text: "## T-1 判断 1分\n题\n答案: 对\n## T-1 判断 1分\n题\n答案: 对", line: 4, wanted: "line 1"),
    (text: "考点写在题外", line: nil, wanted: "at least one question"),
  ])
  func faultsOfAQuestionNameTheirLine(text: String, line: Int?, wanted: String) {
    let faults = read(quiz: text).faults.filter { $0.file == "trial/quiz.md" }
    #expect(
      faults.contains { $0.line == line && $0.text(in: .en).contains(wanted) },
      "\(faults.map { $0.text(in: .en) })")
  }

  @Test func manyFaultsAreToldAtOnceAndInTheirOrder() {
    let reading = read(
      module: page.replacing("pass: 80%", with: "pass: 180%").replacing("id: trial", with: "id: 试"),
      quiz: "## T-1 判断 1分\n题\n答案: 大概\n\n## T-2 数值 1分\n题\n答案: 三")
    #expect(reading.faults.map(\.line) == [2, 7, 3, 7])
    #expect(reading.faults.map { $0.text(in: .zh) }[0].contains("读到“试”"))
    let quiz = read(quiz: "## T-1 判断 1分\n题\n答案: 大概\n\n## T-2 数值 1分\n题\n答案: 三").faults
    #expect(
      quiz.map { "\($0.file):\($0.line ?? 0)" } == [
        "trial/quiz.md:3", "trial/quiz.md:7",
      ])
  }

  @Test(arguments: [
    (from: "id: trial\n", to: "", wanted: "id in the head"),
    (from: "version: 1.0.0", to: "version: 1.0", wanted: "a version of three numbers"),
    (from: "pass: 80%", to: "pas: 80%", wanted: "maybe \"pass\""),
    (from: "valid: 180天", to: "valid: 半年", wanted: "a number of days"),
    (from: "valid: 180天", to: "valid: 0天", wanted: "a number of days"),
    (from: "attempts: 3", to: "attempts: 0", wanted: "a positive whole number"),
    (from: "grade: 最高分", to: "grade: 随便", wanted: "one of highest"),
    (from: "roles: 客服", to: "roles: 客服, 店长", wanted: "a rung"),
    (from: "title: 试", to: "title: 试\ntitle: 试", wanted: "each key of the head once"),
    (from: "- lesson-1.md", to: "- lesson-2.md", wanted: "a lesson that lies"),
    (from: "| T-P1 | 能做第一件事 |", to: "| 一 | 能做 |", wanted: "an id of letters"),
    (from: "| T-P1 | 能做第一件事 | 指南 |", to: "| T-P1 |", wanted: "a row of 3 cells"),
    (from: "---\nid", to: "id", wanted: "a head between"),
  ])
  func faultsOfAModulePage(from: String, to: String, wanted: String) {
    let reading = read(module: page.replacing(from, with: to), quiz: sound)
    #expect(
      reading.faults.contains { $0.text(in: .en).contains(wanted) },
      "\(reading.faults.map { $0.text(in: .en) })")
  }

  @Test func translationsMustHaveTheSameIdsLettersAndPairs() throws {
    let english = """
      # Trial (translation of quiz.md 0.9.0)

      ## T-1
      Question one

      - A. first
      - C. second

      ## T-6
      Match

      - left -> right

      ## T-7
      Order

      1. first
      2. then

      ## T-99
      Unknown
      """
    let reading = read(quiz: sound, english: english)
    let found = reading.faults.filter { $0.file == "trial/quiz.en.md" }
    #expect(
      found.map { "\($0.line ?? 0) \($0.found ?? "")" } == [
        "0 T-2", "0 T-3", "0 T-4", "0 T-5", "0 T-8", "0 T-9", "3 T-1 AC", "9 T-6", "20 T-99",
      ])
    #expect(reading.notes.map { $0.text(in: .en) }.count == 1)
    #expect(reading.notes[0].found == "0.9.0")
  }

  @Test func pathsAreReadByRung() throws {
    let paths =
      "# 学习路径\n\n## agent 客服\n\n| 顺序 | 模块 | 期限 |\n| --- | --- | --- |\n| 1 | trial | 7天 |\n"
    let reading = read(quiz: sound, paths: paths)
    #expect(reading.faults.isEmpty)
    #expect(reading.curriculum.path(of: .agent)?.steps.map(\.dueDays) == [7])
    let wrong = read(
      quiz: sound, paths: paths + "| 2 | other | 8天 |\n| 3 | trial | 9天 |\n| 4 | x | 快 |")
    #expect(
      wrong.faults.map { "\($0.line ?? 0) \($0.found ?? "")" } == [
        "8 other", "9 trial", "10 快",
      ])
  }

  private func read(
    module: String? = nil, quiz: String, english: String? = nil, paths: String? = nil
  ) -> CurriculumReading {
    var files = [
      CurriculumReading.File(path: "trial/module.md", text: module ?? page),
      CurriculumReading.File(path: "trial/quiz.md", text: quiz),
      CurriculumReading.File(path: "trial/rubric.md", text: rubric),
      CurriculumReading.File(path: "trial/lesson-1.md", text: "# 第一课"),
    ]
    if let english { files.append(.init(path: "trial/quiz.en.md", text: english)) }
    if let paths { files.append(.init(path: "paths.md", text: paths)) }
    return CurriculumReading(files)
  }

  private let page = """
    ---
    id: trial
    title: 试
    version: 1.0.0
    roles: 客服
    valid: 180天
    pass: 80%
    attempts: 3
    grade: 最高分
    draw: 1
    ---

    # 试

    ## 学习目标

    | 编号 | 能做到什么 | 出处 |
    | --- | --- | --- |
    | T-P1 | 能做第一件事 | 指南 |

    ## 课文

    - lesson-1.md
    """

  private let rubric = """
    ## T-9 评分 2分
    两人评分: 是
    差异: 1分以上由第三人定

    | 编号 | 看什么 | 0 | 1 | 2 |
    | --- | --- | --- | --- | --- |
    | R1 | 看 | 无 | 有 | 好 |

    一票否决: 争吵
    """

  private let sound = """
    # 试 题库

    ## T-1 单选 2分
    考点: T-P1
    出处: 指南 1

    题干一

    第二段: 有冒号

    - [x] A. 甲
    - [ ] B. 乙

    解析: 因为
    所以

    ## T-2 多选 2分
    考点: T-P1
    计分: 漏选得分 1

    题干

    - [x] A. 甲
    - [ ] B. 乙
    - [x] C. 丙

    ## T-3 判断 1分
    考点: T-P1

    题干

    答案: 错

    ## T-4 填空 1分
    考点: T-P1
    计分: 区分大小写

    题干

    答案: 甲 | *乙*

    ## T-5 数值 1分
    考点: T-P1

    题干

    答案: 20
    误差: 5%

    ## T-6 匹配 2分
    考点: T-P1

    题干

    - 左一 -> 右一
    - 左二 -> 右二
    - -> 多余

    ## T-7 排序 2分
    考点: T-P1

    题干

    1. 先
    2. 后

    ## T-8 排序 2分
    考点: T-P1
    计分: 全对才得分

    题干

    1. 先
    2. 后

    ## T-9 情景 2分
    考点: T-P1
    评分: rubric.md#T-9

    题干

    ## T-10 停用
    """
}
