import MusterFiles

/// Round steps from zero to a value at or above the largest.
package struct ChartScale {
  package let step: Double
  package let top: Double

  package init(upTo highest: Double) {
    let highest = highest > 0 ? highest : 1
    var power = 1.0
    while power * 10 <= highest { power *= 10 }
    while power > highest { power /= 10 }
    let step = [0.2, 0.5, 1, 2].map { $0 * power }.first { $0 * 5 >= highest } ?? power * 2
    self.step = step
    self.top = (highest / step).rounded(.up) * step
  }

  package var ticks: [Double] { (0...Int((top / step).rounded())).map { Double($0) * step } }

  /// The number with at most two decimals, none where it is whole.
  package func label(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    guard hundredths % 100 != 0 else { return "\(hundredths / 100)" }
    let rest = hundredths % 100
    let decimals = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
    return "\(hundredths / 100).\(decimals)"
  }
}

/// Title, axis and grid of a chart of 720 by 280 units.
package struct ChartFrame {
  package let title: String
  package let scale: ChartScale
  package let left = 52.0
  package let width = 656.0
  package let top = 52.0
  package let bottom = 244.0

  package func y(_ value: Double) -> Double { bottom - (bottom - top) * min(1, value / scale.top) }

  package func text(
    _ text: String, x: Double, y: Double, size: Int, anchor: String = "middle"
  ) -> String {
    "<text x=\"\(ChartFrame.number(x))\" y=\"\(ChartFrame.number(y))\" font-size=\"\(size)\""
      + " text-anchor=\"\(anchor)\" fill=\"\(Color.ink.hex)\">\(htmlEscaped(text))</text>\n"
  }

  package func svg(around marks: String) -> String {
    let grid = scale.ticks.map { tick in
      let y = ChartFrame.number(y(tick))
      return "<path d=\"M\(ChartFrame.number(left)) \(y)H\(ChartFrame.number(left + width))\""
        + " stroke=\"\(Color.rule.hex)\"/>\n"
        + text(scale.label(tick), x: left - 8, y: self.y(tick) + 4, size: 11, anchor: "end")
    }
    return "<svg viewBox=\"0 0 720 280\" role=\"img\" aria-label=\"\(htmlEscaped(title))\">\n"
      + text(title, x: left, y: 18, size: 14, anchor: "start") + grid.joined() + marks + "</svg>\n"
  }

  /// `value` with one decimal, the same on every machine.
  package static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let rest = tenths.magnitude % 10
    return "\(sign)\(tenths.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
  }
}
