import MusterFiles
public import MusterWords

/// A report as one HTML file that needs nothing else: no script, no font, no picture from outside.
///
/// Whatever texts are given stand there as text. Equal calls give equal bytes.
public struct ReportPage: Sendable {
  /// How a cell or a figure is meant.
  public enum Tone: String, Hashable, Sendable { case plain, good, bad, quiet }

  /// A cell of a table.
  public struct Cell: Hashable, Sendable {
    public let text: String
    public let tone: Tone
    /// Whether it stands at the right, as numbers do.
    public let isNumber: Bool

    public init(_ text: String, tone: Tone = .plain, isNumber: Bool = false) {
      self.text = text
      self.tone = tone
      self.isNumber = isNumber
    }
  }

  /// A figure in large print with what it is.
  public struct Figure: Hashable, Sendable {
    public let label: String
    public let value: String
    public let tone: Tone

    public init(label: String, value: String, tone: Tone = .plain) {
      self.label = label
      self.value = value
      self.tone = tone
    }
  }

  private let title: String
  private let subtitle: String
  private let language: Language
  private var body = ""

  public init(title: String, subtitle: String, language: Language) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
  }

  /// Begins a part of the report.
  public mutating func heading(_ text: String) {
    body += "<h2>\(htmlEscaped(text))</h2>\n"
  }

  public mutating func paragraph(_ text: String) {
    body += "<p>\(htmlEscaped(text))</p>\n"
  }

  /// A row of figures.
  public mutating func figures(_ figures: [Figure]) {
    let items = figures.map {
      "<div class=\"figure \($0.tone.rawValue)\"><b>\(htmlEscaped($0.value))</b>"
        + "<span>\(htmlEscaped($0.label))</span></div>\n"
    }
    body += "<div class=\"figures\">\n\(items.joined())</div>\n"
  }

  /// A table; a row may have fewer cells than there are headings.
  public mutating func table(headings: [String], rows: [[Cell]]) {
    let head = headings.map { "<th>\(htmlEscaped($0))</th>" }.joined()
    let lines = rows.map { row in
      "<tr>" + row.map(cell).joined() + "</tr>\n"
    }
    body +=
      "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(lines.joined())</tbody>\n</table>\n"
  }

  public mutating func chart(_ chart: BarChart) { body += chart.svg }

  public mutating func chart(_ chart: LineChart) { body += chart.svg }

  public mutating func chart(_ chart: TimeChart) { body += chart.svg }

  /// The whole file.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .zh ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(htmlEscaped(title))</title>
    <style>
    \(ReportPage.style)
    </style>
    </head>
    <body>
    <h1>\(htmlEscaped(title))</h1>
    <p class="quiet">\(htmlEscaped(subtitle))</p>
    \(body)</body>
    </html>

    """
  }

  private func cell(_ cell: Cell) -> String {
    let classes = (cell.tone == .plain ? [] : [cell.tone.rawValue]) + (cell.isNumber ? ["n"] : [])
    let attribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    return "<td\(attribute)>\(htmlEscaped(cell.text))</td>"
  }

  private static let style = """
    body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: \(Color.ink.hex);
      font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", Arial, sans-serif; }
    h1, h2 { color: \(Color.deep.hex); line-height: 1.3; }
    h1 { margin: 0; font-size: 1.7rem; }
    h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
    table { width: 100%; border-collapse: collapse; font-size: .9rem; }
    th { background: \(Color.deep.hex); color: #fff; text-align: left; }
    th, td { padding: .35rem .6rem; border: 1px solid \(Color.rule.hex); }
    tbody tr:nth-child(even) { background: \(Color.pale.hex); }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    .good { color: \(Color.good.hex); } td.good { background: \(Color.goodFill.hex); }
    .bad { color: \(Color.bad.hex); } td.bad { background: \(Color.badFill.hex); }
    .quiet { color: \(Color.quiet.hex); }
    .figures { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; }
    .figure { flex: 1 1 8rem; padding: .8rem 1rem; border-radius: .5rem;
      background: \(Color.soft.hex); }
    .figure b { display: block; font-size: 1.6rem; line-height: 1.3; }
    .figure span { color: \(Color.quiet.hex); font-size: .85rem; }
    svg { display: block; width: 100%; height: auto; margin: 1rem 0; }
    @media print { body { margin: 0; max-width: none; } h2, tr, svg { break-inside: avoid; } }
    """
}

/// `text` as HTML has it between tags and in attributes.
package func htmlEscaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\0"..."\u{8}", "\u{B}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
