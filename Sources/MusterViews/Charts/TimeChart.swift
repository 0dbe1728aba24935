public import MusterFiles
import MusterWords
public import Vocabulary

/// Figures of intervals one after the other: volumes with bands, requirement and cover.
public struct TimeChart: Hashable, Sendable {
  /// One series of figures.
  public struct Layer: Hashable, Sendable {
    public enum Look: Hashable, Sendable {
      /// A line through the middles of the intervals.
      case line
      /// The same with gaps, which tells it from a line where there is no colour.
      case dashes
      /// A level line over the whole of each interval, as people who are there.
      case steps
      /// Each interval filled from zero.
      case columns
      /// Filled from these lower ends up to the values.
      case band(lows: [Double?])
    }

    public let name: String
    public let color: Color
    public let look: Look
    /// One for each interval, zero or more; nil where there is none, as when closed.
    public let values: [Double?]

    public init(name: String, color: Color, look: Look, values: [Double?]) {
      self.name = name
      self.color = color
      self.look = look
      self.values = values
    }
  }

  /// A place in time that is pointed out, such as the first interval that is forecast.
  public struct Mark: Hashable, Sendable {
    /// The interval before which it stands.
    public let place: Int
    public let label: String

    public init(place: Int, label: String) {
      self.place = place
      self.label = label
    }
  }

  public var title: String
  /// When each interval begins, rising; intervals of days begin at midnight.
  public var times: [LocalTime]
  /// What is drawn first lies below.
  public var layers: [Layer]
  public var marks: [Mark]

  public init(title: String, times: [LocalTime], layers: [Layer], marks: [Mark] = []) {
    self.title = title
    self.times = times
    self.layers = layers
    self.marks = marks
  }

  /// The chart as an element of a page.
  public var svg: String {
    let highest = layers.flatMap { $0.values.compactMap(\.self) }.max() ?? 0
    let frame = ChartFrame(title: title, scale: ChartScale(upTo: highest))
    let pen = Pen(frame: frame, count: times.count)
    var drawn = ""
    for tick in ticks {
      let x = ChartFrame.number(pen.edge(tick.place))
      drawn +=
        "<path d=\"M\(x) \(ChartFrame.number(frame.bottom))v5\" stroke=\"\(Color.quiet.hex)\"/>\n"
      drawn += frame.text(tick.label, x: pen.edge(tick.place), y: frame.bottom + 17, size: 11)
    }
    var left = frame.left
    for layer in layers {
      drawn += pen.draw(layer)
      drawn += frame.key(layer, x: left)
      left += 40 + 6.5 * Double(layer.name.cellWidth)
    }
    for mark in marks {
      let x = pen.edge(mark.place)
      drawn +=
        "<path d=\"M\(ChartFrame.number(x)) \(ChartFrame.number(frame.top))"
        + "V\(ChartFrame.number(frame.bottom))\" stroke=\"\(Color.quiet.hex)\""
        + " stroke-dasharray=\"2 3\"/>\n"
      // Near the right edge a label stands before its mark.
      let isLate = x > frame.left + frame.width * 0.8
      drawn += frame.text(
        mark.label, x: x + (isLate ? -4 : 4), y: frame.top + 10, size: 11,
        anchor: isLate ? "end" : "start")
    }
    return frame.svg(around: drawn)
  }

  /// Where labels stand below the axis: hours, days, Mondays or months, about twelve at most.
  private var ticks: [(place: Int, label: String)] {
    guard let first = times.first, let last = times.last else { return [] }
    let days = first.day.distance(to: last.day) + 1
    if days <= 2 {
      let step = days == 1 ? 2 : 4
      return times.indices
        .filter { times[$0].second % 3600 == 0 && times[$0].hour % step == 0 }
        .map { ($0, "\(times[$0].hour):00") }
    }
    let isFirst: (_ day: Day, _ before: Day?) -> Bool =
      if days <= 24 {
        { day, _ in first.day.distance(to: day) % ((days + 11) / 12) == 0 }
      } else if days <= 100 {
        // The first day of a week that is there, which need not be a Monday.
        { day, before in
          before.map { $0.weekday > day.weekday || $0.distance(to: day) >= 7 }
            ?? (day.weekday == .monday)
        }
      } else {
        { day, before in before.map { $0.month != day.month } ?? (day.date.day == 1) }
      }
    var ticks: [(place: Int, label: String)] = []
    for place in times.indices where place == 0 || times[place].day != times[place - 1].day {
      let day = times[place].day
      if isFirst(day, place == 0 ? nil : times[place - 1].day) {
        ticks.append((place, String("\(day)".dropFirst(days <= 100 ? 5 : 0).prefix(7))))
      }
    }
    return ticks
  }
}

/// Draws layers of intervals that share the width of a frame.
private struct Pen {
  package let frame: ChartFrame
  package let count: Int

  private var step: Double { frame.width / Double(max(1, count)) }

  /// Where the interval at `place` begins.
  package func edge(_ place: Int) -> Double { frame.left + step * Double(place) }

  private func middle(_ place: Int) -> Double { frame.left + step * (Double(place) + 0.5) }

  package func draw(_ layer: TimeChart.Layer) -> String {
    let color = layer.color.hex
    switch layer.look {
    case .line: return stroke(line(layer.values), color)
    case .dashes: return stroke(line(layer.values), color, dashes: "5 4")
    case .steps: return stroke(steps(layer.values), color)
    case .columns: return fill(columns(layer.values), color, opacity: "1")
    case .band(let lows): return fill(band(lows, layer.values), color, opacity: "0.3")
    }
  }

  private func stroke(_ path: String, _ color: String, dashes: String? = nil) -> String {
    let dashes = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    return "<path d=\"\(path)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"1.6\""
      + " stroke-linejoin=\"round\"\(dashes)/>\n"
  }

  private func fill(_ path: String, _ color: String, opacity: String) -> String {
    "<path d=\"\(path)\" fill=\"\(color)\" fill-opacity=\"\(opacity)\"/>\n"
  }

  private func number(_ value: Double) -> String { ChartFrame.number(value) }

  private func line(_ values: [Double?]) -> String {
    var path = ""
    for run in TimeChart.runs(values) {
      for place in run {
        path += place == run.lowerBound ? "M" : "L"
        path += "\(number(middle(place))) \(number(frame.y(values[place] ?? 0)))"
      }
      // An interval alone is a short dash.
      if run.count == 1 { path += "h\(number(max(1, step * 0.4)))" }
    }
    return path
  }

  private func steps(_ values: [Double?]) -> String {
    var path = ""
    for run in TimeChart.runs(values) {
      for place in run {
        let y = number(frame.y(values[place] ?? 0))
        path += place == run.lowerBound ? "M\(number(edge(place))) \(y)" : "V\(y)"
        path += "H\(number(edge(place + 1)))"
      }
    }
    return path
  }

  private func columns(_ values: [Double?]) -> String {
    let margin = step > 6 ? step * 0.1 : 0
    var path = ""
    for (place, value) in values.enumerated() {
      guard let value, value > 0 else { continue }
      path +=
        "M\(number(edge(place) + margin)) \(number(frame.bottom))V\(number(frame.y(value)))"
        + "H\(number(edge(place + 1) - margin))V\(number(frame.bottom))Z"
    }
    return path
  }

  private func band(_ lows: [Double?], _ highs: [Double?]) -> String {
    let isKnown = zip(lows, highs).map { low, high in low != nil && high != nil ? 0.0 : nil }
    var path = ""
    for run in TimeChart.runs(isKnown) {
      for place in run {
        path += place == run.lowerBound ? "M\(number(edge(place))) " : "L\(number(middle(place))) "
        path += number(frame.y(highs[place] ?? 0))
      }
      path += "L\(number(edge(run.upperBound))) \(number(frame.y(highs[run.upperBound - 1] ?? 0)))"
      path += "V\(number(frame.y(lows[run.upperBound - 1] ?? 0)))"
      for place in run.reversed() {
        let x = place == run.lowerBound ? edge(place) : middle(place)
        path += "L\(number(x)) \(number(frame.y(lows[place] ?? 0)))"
      }
      path += "Z"
    }
    return path
  }
}

extension TimeChart {
  /// The stretches of intervals that have values.
  fileprivate static func runs(_ values: [Double?]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for place in 0...values.count {
      let isKnown = place < values.count && values[place] != nil
      if isKnown {
        if start == nil { start = place }
      } else if let begun = start {
        runs.append(begun..<place)
        start = nil
      }
    }
    return runs
  }
}

extension ChartFrame {
  /// What a layer looks like, and its name.
  fileprivate func key(_ layer: TimeChart.Layer, x: Double) -> String {
    let isFilled =
      switch layer.look {
      case .columns, .band: true
      case .line, .dashes, .steps: false
      }
    let opacity = if case .band = layer.look { "0.3" } else { "1" }
    let mark =
      isFilled
      ? "<rect x=\"\(ChartFrame.number(x))\" y=\"27\" width=\"16\" height=\"10\""
        + " fill=\"\(layer.color.hex)\" fill-opacity=\"\(opacity)\"/>\n"
      : "<path d=\"M\(ChartFrame.number(x)) 32h16\" stroke=\"\(layer.color.hex)\""
        + " stroke-width=\"2\"\(layer.look == .dashes ? " stroke-dasharray=\"5 4\"" : "")/>\n"
    return mark + text(layer.name, x: x + 21, y: 36, size: 11, anchor: "start")
  }
}
