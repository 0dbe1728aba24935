import MusterFiles
import MusterViews
import MusterWords
import Testing

@Suite struct ReportPageTests {
  @Test func writesAPage() {
    var page = ReportPage(title: "培训报告", subtitle: "2026-10", language: .zh)
    page.heading("R&D")
    page.paragraph("a < b")
    page.figures([.init(label: "通过率", value: "93%", tone: .good)])
    page.table(
      headings: ["工号", "得分"],
      rows: [[.init("<script>"), .init("87.5", tone: .bad, isNumber: true)]])
    let html = page.html
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n"))
    #expect(
      html.hasSuffix(
        """
        <h1>培训报告</h1>
        <p class="quiet">2026-10</p>
        <h2>R&amp;D</h2>
        <p>a &lt; b</p>
        <div class="figures">
        <div class="figure good"><b>93%</b><span>通过率</span></div>
        </div>
        <table>
        <thead><tr><th>工号</th><th>得分</th></tr></thead>
        <tbody>
        <tr><td>&lt;script&gt;</td><td class="bad n">87.5</td></tr>
        </tbody>
        </table>
        </body>
        </html>

        """))
  }

  @Test func needsNothingFromOutside() {
    let page = ReportPage(title: "T", subtitle: "", language: .en)
    #expect(!page.html.contains("http") && !page.html.contains("<script"))
  }

  /// The chart's golden: steps up to the full value, a bar, a value that is not known.
  @Test func drawsBars() {
    let chart = BarChart(
      title: "Passed", bars: [.init(label: "A", value: 50), .init(label: "B", value: nil)],
      full: 100)
    #expect(
      chart.svg == """
        <svg viewBox="0 0 720 280" role="img" aria-label="Passed">
        <text x="52" y="18" font-size="14" text-anchor="start" fill="#22313a">Passed</text>
        <path d="M52 244H708" stroke="#cfd8dc"/>
        <text x="44" y="248" font-size="11" text-anchor="end" fill="#22313a">0</text>
        <path d="M52 205.6H708" stroke="#cfd8dc"/>
        <text x="44" y="209.6" font-size="11" text-anchor="end" fill="#22313a">20</text>
        <path d="M52 167.2H708" stroke="#cfd8dc"/>
        <text x="44" y="171.2" font-size="11" text-anchor="end" fill="#22313a">40</text>
        <path d="M52 128.8H708" stroke="#cfd8dc"/>
        <text x="44" y="132.8" font-size="11" text-anchor="end" fill="#22313a">60</text>
        <path d="M52 90.4H708" stroke="#cfd8dc"/>
        <text x="44" y="94.4" font-size="11" text-anchor="end" fill="#22313a">80</text>
        <path d="M52 52H708" stroke="#cfd8dc"/>
        <text x="44" y="56" font-size="11" text-anchor="end" fill="#22313a">100</text>
        <rect x="111" y="148" width="209.9" height="96" fill="#1f5c6b"/>
        <text x="216" y="143" font-size="11" text-anchor="middle" fill="#22313a">50</text>
        <text x="216" y="260" font-size="11" text-anchor="middle" fill="#22313a">A</text>
        <text x="544" y="239" font-size="11" text-anchor="middle" fill="#22313a">—</text>
        <text x="544" y="260" font-size="11" text-anchor="middle" fill="#22313a">B</text>
        </svg>

        """)
  }

  @Test func aGapBreaksALine() {
    let chart = LineChart(
      title: "T", labels: ["a", "b", "c", "d"],
      lines: [.init(name: "x", color: .accent, values: [0, 1, nil, 1])])
    #expect(chart.svg.contains("<path d=\"M134 244L298 52M626 52\""))
  }

  @Test(arguments: [0.0, 0.003, 0.9, 1, 7, 10, 99, 101, 12_345])
  func scalesHoldTheHighestValue(highest: Double) {
    let chart = BarChart(title: "T", bars: [.init(label: "a", value: highest)])
    let axis = chart.svg.split(separator: "\n").filter { $0.contains("text-anchor=\"end\"") }
    #expect((2...7).contains(axis.count))
  }
}
