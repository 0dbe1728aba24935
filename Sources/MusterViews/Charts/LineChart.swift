public import MusterFiles

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
          path +=
            (isOpen ? "L" : "M")
            + "\(ChartFrame.number(x(index))) \(ChartFrame.number(frame.y(value)))"
        }
        isOpen = value != nil
      }
      marks +=
        "<path d=\"\(path)\" fill=\"none\" stroke=\"\(line.color.hex)\" stroke-width=\"2\"/>\n"
      let left = frame.left + 150 * Double(place)
      marks +=
        "<rect x=\"\(ChartFrame.number(left))\" y=\"30\" width=\"14\" height=\"4\""
        + " fill=\"\(line.color.hex)\"/>\n"
      marks += frame.text(line.name, x: left + 20, y: 36, size: 11, anchor: "start")
    }
    return frame.svg(around: marks)
  }
}
