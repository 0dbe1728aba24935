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
          "<rect x=\"\(decimal(left))\" y=\"\(decimal(top))\" width=\"\(decimal(step * 0.64))\""
          + " height=\"\(decimal(frame.bottom - top))\" fill=\"\(bar.tone.color.hex)\"/>\n"
        marks += frame.text(scale.label(value), x: center, y: top - 5, size: 11)
      } else {
        marks += frame.text("—", x: center, y: frame.bottom - 5, size: 11)
      }
      marks += frame.text(bar.label, x: center, y: frame.bottom + 16, size: 11)
    }
    return frame.svg(around: marks)
  }
}

/// Lines over the same labels.
public struct LineChart: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public let name: String
    public let color: Color
    /// One for each label, zero or more; a nil makes a gap.
    public let values: [Double?]

    public init(name: String, color: Color, values: [Double?]) {
      self.name = name
      self.color = color
      self.values = values
    }
  }

  public var title: String
  public var labels: [String]
  public var lines: [Line]

  public init(title: String, labels: [String], lines: [Line]) {
    self.title = title
    self.labels = labels
    self.lines = lines
  }

  /// The chart as an element of a page.
  public var svg: String {
    let highest = lines.flatMap { $0.values.compactMap(\.self) }.max() ?? 0
    let frame = ChartFrame(title: title, scale: ChartScale(upTo: highest))
    let step = frame.width / Double(max(1, labels.count))
    let x: (Int) -> Double = { frame.left + step * (Double($0) + 0.5) }
    var marks = ""
    // About twelve labels fit.
    for index in stride(from: 0, to: labels.count, by: max(1, (labels.count + 11) / 12)) {
      marks += frame.text(labels[index], x: x(index), y: frame.bottom + 16, size: 11)
    }
    for (place, line) in lines.enumerated() {
      var path = ""
      var isOpen = false
      for (index, value) in line.values.enumerated() {
        if let value {
          path += (isOpen ? "L" : "M") + "\(decimal(x(index))) \(decimal(frame.y(value)))"
        }
        isOpen = value != nil
      }
      marks +=
        "<path d=\"\(path)\" fill=\"none\" stroke=\"\(line.color.hex)\" stroke-width=\"2\"/>\n"
      let left = frame.left + 150 * Double(place)
      marks +=
        "<rect x=\"\(decimal(left))\" y=\"30\" width=\"14\" height=\"4\""
        + " fill=\"\(line.color.hex)\"/>\n"
      marks += frame.text(line.name, x: left + 20, y: 36, size: 11, anchor: "start")
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

/// Round steps from zero to a value at or above the largest.
private struct ChartScale {
  let step: Double
  let top: Double

  init(upTo highest: Double) {
    let highest = highest > 0 ? highest : 1
    var power = 1.0
    while power * 10 <= highest { power *= 10 }
    while power > highest { power /= 10 }
    let step = [0.2, 0.5, 1, 2].map { $0 * power }.first { $0 * 5 >= highest } ?? power * 2
    self.step = step
    self.top = (highest / step).rounded(.up) * step
  }

  var ticks: [Double] { (0...Int((top / step).rounded())).map { Double($0) * step } }

  /// The number with at most two decimals, none where it is whole.
  func label(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    guard hundredths % 100 != 0 else { return "\(hundredths / 100)" }
    let rest = hundredths % 100
    let decimals = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
    return "\(hundredths / 100).\(decimals)"
  }
}

/// Title, axis and grid of a chart of 720 by 280 units.
private struct ChartFrame {
  let title: String
  let scale: ChartScale
  let left = 52.0
  let width = 656.0
  let top = 52.0
  let bottom = 244.0

  func y(_ value: Double) -> Double { bottom - (bottom - top) * min(1, value / scale.top) }

  func text(
    _ text: String, x: Double, y: Double, size: Int, anchor: String = "middle"
  ) -> String {
    "<text x=\"\(decimal(x))\" y=\"\(decimal(y))\" font-size=\"\(size)\""
      + " text-anchor=\"\(anchor)\" fill=\"\(Color.ink.hex)\">\(htmlEscaped(text))</text>\n"
  }

  func svg(around marks: String) -> String {
    let grid = scale.ticks.map { tick in
      let y = decimal(y(tick))
      return "<path d=\"M\(decimal(left)) \(y)H\(decimal(left + width))\""
        + " stroke=\"\(Color.rule.hex)\"/>\n"
        + text(scale.label(tick), x: left - 8, y: self.y(tick) + 4, size: 11, anchor: "end")
    }
    return "<svg viewBox=\"0 0 720 280\" role=\"img\" aria-label=\"\(htmlEscaped(title))\">\n"
      + text(title, x: left, y: 18, size: 14, anchor: "start") + grid.joined() + marks + "</svg>\n"
  }
}

/// `value` with one decimal, the same on every machine.
private func decimal(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let rest = tenths.magnitude % 10
  return "\(sign)\(tenths.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
}
