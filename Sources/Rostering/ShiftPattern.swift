public import Vocabulary

/// A kind of shift: when it may start, how long it lasts, and its breaks.
public struct ShiftPattern: Hashable, Sendable {
  /// Time inside a shift in which the agent handles no contacts.
  public struct Break: Hashable, Sendable {
    public var length: Minutes
    public var isPaid: Bool
    /// Earliest and latest beginning, counted from the start of the shift.
    public var window: ClosedRange<Minutes>

    public init(length: Minutes, isPaid: Bool, window: ClosedRange<Minutes>) {
      self.length = length
      self.isPaid = isPaid
      self.window = window
    }
  }

  /// A short code, such as `early`.
  public var code: String
  /// What people call it.
  public var name: String
  /// Earliest and latest start, as minutes since local midnight.
  public var starts: ClosedRange<Minutes>
  /// The distance between two possible starts.
  public var step: Minutes
  /// Possible lengths from start to end, breaks included; shortest first.
  public var lengths: [Minutes]
  /// In the order in which they are taken; windows do not overlap.
  public var breaks: [Break]
  /// Streams that may be worked on it; nil for every stream.
  public var streams: [Stream]?
  /// The least work on one stream before another follows or the shift ends; nil for no such least.
  ///
  /// A break does not end work on a stream and is no part of it.
  public var leastRun: Minutes?
  /// Patterns that may not follow on the next day.
  public var forbiddenSuccessors: [String]
  public var isNight: Bool
  /// Burden points, which the roster keeps alike among agents.
  public var points: Int

  public init(
    code: String, name: String, starts: ClosedRange<Minutes>, step: Minutes, lengths: [Minutes],
    breaks: [Break] = [], streams: [Stream]? = nil, leastRun: Minutes? = nil,
    forbiddenSuccessors: [String] = [], isNight: Bool = false, points: Int = 0
  ) {
    self.code = code
    self.name = name
    self.starts = starts
    self.step = step
    self.lengths = lengths
    self.breaks = breaks
    self.streams = streams
    self.leastRun = leastRun
    self.forbiddenSuccessors = forbiddenSuccessors
    self.isNight = isNight
    self.points = points
  }

  /// The breaks that a shift of `length` has, each with the part of its window that fits.
  ///
  /// A break whose window lies past the end of the shift is left out.
  public func breaks(inShiftOf length: Minutes) -> [Break] {
    breaks.compactMap { pause in
      let latest = min(pause.window.upperBound, length - pause.length)
      guard latest >= pause.window.lowerBound else { return nil }
      var fitting = pause
      fitting.window = pause.window.lowerBound...latest
      return fitting
    }
  }

  /// The minutes of a shift of `length` that count as work: all but unpaid breaks.
  public func paidMinutes(ofShiftOf length: Minutes) -> Minutes {
    breaks(inShiftOf: length).reduce(length) { $1.isPaid ? $0 : $0 - $1.length }
  }

  /// All possible starts, earliest first.
  public var possibleStarts: [Minutes] {
    guard step > .zero else { return [starts.lowerBound] }
    return stride(from: starts.lowerBound.count, through: starts.upperBound.count, by: step.count)
      .map { Minutes($0) }
  }
}
