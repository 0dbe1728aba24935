import MusterFiles

/// Bars beside each other, one value a label.
public struct BarChart: Hashable, Sendable {
  public struct Bar: Hashable, Sendable {
    public let label: String
    /// Zero or more; nil where it is not known.
    public let value: Double?
    public let tone: ReportPage.Tone

    public init(label: String, value: Double?, tone: ReportPage.Tone = .plain) {
      self.label = label
      self.value = value
      self.tone = tone
    }
  }

  public var title: String
  public var bars: [Bar]
  /// The value of a full bar, such as 100 for percentages; else the largest value.
  public var full: Double?

  public init(title: String, bars: [Bar], full: Double? = nil) {
    self.title = title
    self.bars = bars
    self.full = full
  }

  /// The chart as an element of a page.
  public var svg: String {
    let scale = ChartScale(upTo: full ?? bars.compactMap(\.value).max() ?? 0)
    let frame = ChartFrame(title: title, scale: scale)
    let step = frame.width / Double(max(1, bars.count))
    var marks = ""
    for (index, bar) in bars.enumerated() {
      let left = frame.left + step * (Double(index) + 0.18)
      let center = frame.left + step * (Double(index) + 0.5)
      if let value = bar.value {
        let top = frame.y(value)
        marks +=
          "<rect x=\"\(ChartFrame.number(left))\" y=\"\(ChartFrame.number(top))\" width=\"\(ChartFrame.number(step * 0.64))\""
          + " height=\"\(ChartFrame.number(frame.bottom - top))\" fill=\"\(bar.tone.color.hex)\"/>\n"
        marks += frame.text(scale.label(value), x: center, y: top - 5, size: 11)
      } else {
        marks += frame.text("—", x: center, y: frame.bottom - 5, size: 11)
      }
      marks += frame.text(bar.label, x: center, y: frame.bottom + 16, size: 11)
    }
    return frame.svg(around: marks)
  }
}

extension ReportPage.Tone {
  fileprivate var color: Color {
    switch self {
    case .plain: .deep
    case .good: .good
    case .bad: .bad
    case .quiet: .quiet
    }
  }
}
