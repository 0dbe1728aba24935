public import Rostering
import Vocabulary

extension ShiftPattern {
  /// Starts, lengths and breaks in words.
  public var times: Phrase {
    let window =
      starts.lowerBound == starts.upperBound
      ? "\(starts.lowerBound)" : "\(starts.lowerBound)-\(starts.upperBound)"
    let lengths = lengths.map(\.description).joined(separator: " / ")
    let zh = breaks.map { "，\($0.isPaid ? "带薪" : "")休息 \($0.length)" }.joined()
    let en = breaks.map { ", \($0.isPaid ? "paid break" : "break") \($0.length)" }.joined()
    return Phrase(
      zh: "\(window) 上班，时长 \(lengths)\(zh)", en: "starts \(window), lasts \(lengths)\(en)")
  }
}

extension Activity.Kind {
  /// The activity in words.
  public var phrase: Phrase {
    switch self {
    case .work(let stream?): Phrase(verbatim: stream.description)
    case .work(nil): Phrase(zh: "上班", en: "work")
    case .paidBreak: Phrase(zh: "带薪休息", en: "paid break")
    case .unpaidBreak: Phrase(zh: "休息", en: "break")
    case .training(let module): Phrase(zh: "培训 \(module)", en: "training \(module)")
    case .deferrable(let stream): Phrase(zh: "处理 \(stream)", en: "work through \(stream)")
    }
  }
}
