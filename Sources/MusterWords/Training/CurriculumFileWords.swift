package import Training

/// Words that people write in the files of a curriculum, in either language.
package enum CurriculumFileWords {
  package static let days = ["", "天", "日", "day", "days", "d"]
  package static let minutes = ["", "分钟", "minutes", "min"]
  package static let points = ["", "分"]
  /// Of questions drawn and of attempts.
  package static let counts = ["", "题", "次"]
  package static let unlimited = ["不限", "长期", "unlimited", "none"]
  package static let notApplicable = ["", "n/a", "na", "不适用"]
  package static let learningPoints = ["学习目标", "learning points"]
  package static let lessons = ["课文", "lessons"]
  package static let twoGraders = ["两人评分", "two graders"]
  package static let thirdGrader = ["差异", "third grader"]
  package static let veto = ["一票否决", "veto"]
  package static let counting: [(words: [String], counting: PassRule.Counting)] = [
    (["最高分", "highest"], .highest), (["首次", "第一次", "first"], .first),
    (["最后一次", "末次", "last"], .last), (["平均分", "average"], .average),
  ]
}
