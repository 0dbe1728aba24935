public import MusterWords
public import Training

/// The questions of a module in the order of their file, whatever its format.
public struct QuestionBank: Hashable, Sendable {
  public var questions: [Question]
  /// Ids of removed questions, which are never used again.
  public var retired: [Question.ID]

  public init(questions: [Question] = [], retired: [Question.ID] = []) {
    self.questions = questions
    self.retired = retired
  }

  /// A bank as a file has it: what could be read, where it stands, and all that is wrong.
  public struct Reading: Sendable {
    public internal(set) var bank = QuestionBank()
    public internal(set) var lines: [Question.ID: Int] = [:]
    public internal(set) var faults: [FileFault] = []
  }

  /// A bank as text; what the format cannot say is left out and named.
  public struct Writing: Hashable, Sendable {
    public let text: String
    public let unsaid: [Question.ID]
  }
}
