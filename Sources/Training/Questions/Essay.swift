/// A text or a played scene that a person grades by a rubric.
public struct Essay: QuestionKind {
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// 问答.
    case written
    /// 情景.
    case rolePlay
  }

  /// The rubric's id in the module.
  public let rubric: Rubric.ID
  public let form: Form

  public init(rubric: Rubric.ID, form: Form = .written) {
    self.rubric = rubric
    self.form = form
  }

  var gradedBy: Rubric.ID? { rubric }
  var word: QuestionWord { form == .written ? .essay : .rolePlay }

  func credit(for answer: Answer, outOf points: Points) -> Credit? {
    if case .text = answer { nil } else { Credit.none }
  }

  func sample(isRight: Bool) -> Answer? { nil }

  func translated(by text: Translation.QuestionText) -> Question.Kind? { .essay(self) }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "essay")
    text.add("form", form.rawValue)
    text.add("rubric", rubric)
  }
}
