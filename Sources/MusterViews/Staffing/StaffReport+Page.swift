import MusterFiles
public import MusterOperations
public import MusterWords
package import Vocabulary

extension StaffReport {
  /// The report as one HTML file.
  public func page(in language: Language) -> String {
    var page = ReportPage(
      title: StaffReportWords.title[language], subtitle: subtitle(language), language: language)
    let all = volumes.flatMap(\.intervals)
    var figures = [
      ReportPage.Figure(
        label: StaffReportWords.hours[language], value: decimal(hours(all), places: 1))
    ]
    if let most = all.map(\.agents).max() {
      figures.append(
        ReportPage.Figure(label: StaffReportWords.mostAgents[language], value: "\(most)"))
    }
    if let worst = all.filter({ $0.load > 0 }).map(\.level).min() {
      figures.append(
        ReportPage.Figure(
          label: StaffReportWords.worstLevel[language], value: decimal(worst * 100, places: 1) + "%"
        ))
    }
    page.figures(figures)
    for load in volumes { add(load, to: &page, language) }
    return page.html
  }

  /// The days that the report is about.
  package func subtitle(_ language: Language) -> String {
    let days = volumes.flatMap { $0.intervals.map(\.time.day) }
    guard let first = days.min(), let last = days.max() else { return "" }
    return first == last ? "\(first)" : StaffReportWords.days(first, last)[language]
  }

  private func add(_ load: Volume, to page: inout ReportPage, _ language: Language) {
    page.heading(load.name)
    // Two weeks at most: more cannot be seen.
    let shown = load.intervals.first.map { first in
      load.intervals.filter { $0.time.day < first.time.day + 14 }
    }
    let (times, cells) = withGaps(shown ?? [])
    var layers: [TimeChart.Layer] = [
      .init(
        name: StaffReportWords.load[language], color: .sky, look: .columns,
        values: cells.map { $0?.load }),
      .init(
        name: StaffReportWords.agents[language], color: .deep, look: .steps,
        values: cells.map { $0.map { Double($0.agents) } }),
      .init(
        name: StaffReportWords.scheduled[language], color: .quiet, look: .steps,
        values: cells.map { $0?.scheduled }),
    ]
    if cells.contains(where: { $0?.cover != nil }) {
      layers.append(
        .init(
          name: StaffReportWords.cover[language], color: .accent, look: .steps,
          values: cells.map { $0?.cover.map(Double.init) }))
    }
    page.chart(
      TimeChart(title: StaffReportWords.byInterval[language], times: times, layers: layers))
    page.chart(
      TimeChart(
        title: StaffReportWords.levelByInterval[language], times: times,
        layers: [
          .init(
            name: StaffReportWords.level[language], color: .good, look: .line,
            values: cells.map { $0.map { $0.level * 100 } })
        ]))
    page.table(
      headings: StaffReportWords.dayHeadings.map { $0[language] },
      rows: days(load).map { day in
        [
          .init("\(day.day)"), .init(day.day.weekday.phrase[language]),
          .init(decimal(hours(day.intervals), places: 1), isNumber: true),
          .init("\(day.intervals.map(\.agents).max() ?? 0)", isNumber: true),
          .init(
            decimal((day.intervals.map(\.level).min() ?? 1) * 100, places: 1) + "%",
            isNumber: true),
        ]
      })
  }

  /// The intervals of each day.
  package func days(_ load: Volume) -> [(day: Day, intervals: [Interval])] {
    var days: [(day: Day, intervals: [Interval])] = []
    for interval in load.intervals {
      if days.last?.day == interval.time.day {
        days[days.count - 1].intervals.append(interval)
      } else {
        days.append((interval.time.day, [interval]))
      }
    }
    return days
  }

  /// One empty place wherever the stream is closed, so that nights part the days.
  private func withGaps(_ intervals: [Interval]) -> ([LocalTime], [Interval?]) {
    var times: [LocalTime] = []
    var cells: [Interval?] = []
    for own in intervals {
      if let last = times.last {
        let end = last.instant(offset: 0) + interval.seconds
        if end < own.time.instant(offset: 0) {
          times.append(LocalTime(end, offset: 0))
          cells.append(nil)
        }
      }
      times.append(own.time)
      cells.append(own)
    }
    return (times, cells)
  }
}
