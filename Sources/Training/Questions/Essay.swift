/// A text or a played scene that a person grades by a rubric.
public struct Essay: Hashable, Sendable {
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

  func describe(into text: inout CanonicalText) {
    text.add("kind", "essay")
    text.add("form", form.rawValue)
    text.add("rubric", rubric)
  }
}
