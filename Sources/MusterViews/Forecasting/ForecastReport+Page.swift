import Forecasting
import MusterFiles
public import MusterOperations
public import MusterWords
import Vocabulary

extension ForecastReport {
  /// The report as one HTML file.
  public func page(in language: Language) -> String {
    var page = ReportPage(
      title: (days == nil ? ForecastWords.judgedTitle : ForecastWords.title)[language],
      subtitle: ForecastWords.subtitle(days, zone: zoneName)[language], language: language)
    if !volumes.isEmpty { addFigures(to: &page, language) }
    if !scenarios.isEmpty { addScenarios(to: &page, language) }
    for load in volumes { add(load, to: &page, language) }
    for judged in judged { add(judged, to: &page, language) }
    return page.html
  }

  private func addFigures(to page: inout ReportPage, _ language: Language) {
    let days = volumes.map(\.ahead)
    let total = days.joined().reduce(0) { $0 + $1.contacts }
    var byDay: [DayTotal] = []
    for day in days.joined().sorted(by: { $0.day < $1.day }) {
      if byDay.last?.day == day.day {
        byDay[byDay.count - 1].contacts += day.contacts
      } else {
        byDay.append(day)
      }
    }
    var figures = [
      ReportPage.Figure(label: ForecastWords.streams[language], value: "\(volumes.count)"),
      ReportPage.Figure(label: ForecastWords.contactsAhead[language], value: whole(total)),
    ]
    if let busiest = byDay.max(by: { $0.contacts < $1.contacts }) {
      figures.append(
        ReportPage.Figure(
          label: ForecastWords.busiestDay(busiest.day)[language], value: whole(busiest.contacts)))
    }
    page.figures(figures)
  }

  private func add(_ load: Volume, to page: inout ReportPage, _ language: Language) {
    page.heading(load.name)
    let ahead = load.ahead
    let days =
      load.past.map { ($0.day, $0.contacts as Double?, nil as Double?) }
      + ahead.map { ($0.day, nil, $0.contacts) }
    page.chart(
      TimeChart(
        title: ForecastWords.byDay[language], times: days.compactMap { midnight($0.0) },
        layers: [
          .init(
            name: ForecastWords.history[language], color: .quiet, look: .columns,
            values: days.map(\.1)),
          .init(
            name: ForecastWords.forecast[language], color: .sky, look: .columns,
            values: days.map(\.2)),
        ]))
    let shown = intervalsShown(load)
    page.chart(
      TimeChart(
        title: ForecastWords.byInterval[language], times: shown.map(\.time),
        layers: [
          .init(
            name: ForecastWords.band[language], color: .sky, look: .band(lows: shown.map(\.low)),
            values: shown.map(\.high)),
          .init(
            name: ForecastWords.history[language], color: .quiet, look: .line,
            values: shown.map(\.seen)),
          .init(
            name: ForecastWords.forecast[language], color: .deep, look: .line,
            values: shown.map(\.mean)),
        ],
        marks: shown.firstIndex { $0.mean != nil }.map {
          [.init(place: $0, label: ForecastWords.fromHere[language])]
        } ?? []))
    page.paragraph(ForecastWords.product[language])
    page.table(
      headings: ForecastWords.partHeadings.map { $0[language] },
      rows: ahead.map { day in row(day, load.parts.first { $0.day == day.day }, language) })
  }

  /// A week of the history and two weeks ahead at most: more cannot be seen.
  private func intervalsShown(_ load: Volume) -> [Interval] {
    guard let first = load.intervals.first(where: { $0.mean != nil })?.time.day else {
      return load.intervals
    }
    return load.intervals.filter { $0.time.day >= first - 7 && $0.time.day < first + 14 }
  }

  private func row(
    _ day: DayTotal, _ parts: DayParts?, _ language: Language
  ) -> [ReportPage.Cell] {
    func factor(_ value: Double?) -> ReportPage.Cell {
      guard let value else { return .init("—", tone: .quiet, isNumber: true) }
      return .init(decimal(value, places: 2), tone: value == 1 ? .quiet : .plain, isNumber: true)
    }
    let events = parts?.events.map { "\($0.key) × \(decimal($0.factor, places: 2))" } ?? []
    return [
      .init("\(day.day)"), .init(day.day.weekday.phrase[language]),
      .init(decimal(day.contacts, places: 1), isNumber: true),
      .init(parts.map { decimal($0.level, places: 1) } ?? "—", isNumber: true),
      factor(parts?.weekday), factor(parts?.month), factor(parts?.season),
      factor(parts?.reopening), .init(events.joined(separator: ", ")),
    ]
  }

  private func addScenarios(to page: inout ReportPage, _ language: Language) {
    page.heading(ForecastWords.scenarios[language])
    let first = scenarios[0]
    page.table(
      headings: ForecastWords.scenarioHeadings.map { $0[language] },
      rows: scenarios.map { scenario in
        let total = scenario.contacts.reduce(0, +)
        let base = first.contacts.reduce(0, +)
        let short = scenario.paidHours.flatMap { paid in scenario.workHours.map { $0 - paid } }
        return [
          .init(scenario.name), .init(scenario.assumptions.joined(separator: "; ")),
          .init(whole(total), isNumber: true),
          .init(base > 0 ? signedPercent(total / base - 1) : "—", isNumber: true),
          .init(scenario.workHours.map(whole) ?? "—", isNumber: true),
          .init(scenario.paidHours.map(whole) ?? "—", isNumber: true),
          .init(
            short.map { whole(max(0, $0)) } ?? "—", tone: (short ?? 0) > 0 ? .bad : .plain,
            isNumber: true),
        ]
      })
    guard let days else { return }
    let times = (0..<first.contacts.count).compactMap { midnight(days.lowerBound + $0) }
    let colors: [Color] = [.deep, .accent, .good, .bad, .sky, .quiet]
    page.chart(
      TimeChart(
        title: ForecastWords.byDay[language], times: times,
        layers: scenarios.enumerated().map { index, scenario in
          .init(
            name: scenario.name, color: colors[index % colors.count],
            look: index == 0 ? .line : .dashes, values: scenario.contacts)
        }))
  }

  private func add(_ judged: Judged, to page: inout ReportPage, _ language: Language) {
    let test = judged.backtest
    page.heading(ForecastWords.judgedHeading(judged.name)[language])
    page.paragraph(ForecastWords.judgedBasis(looks: test.origins.count)[language])
    page.table(
      headings: ForecastWords.scoreHeadings.map { $0[language] },
      rows: test.leads.flatMap { lead in
        zip(Backtest.Method.allCases, lead.scores).map { method, score in
          let best = lead.scores.map(\.wape).min() == score.wape
          return [
            .init(ForecastWords.lead(lead.days)[language]), .init(method.phrase[language]),
            .init(percent(score.wape), tone: best ? .good : .plain, isNumber: true),
            .init(signedPercent(score.bias), isNumber: true),
            .init(percent(score.pinball), isNumber: true),
            .init(percent(score.coverage), isNumber: true),
          ]
        }
      })
    for lead in test.leads {
      page.chart(
        BarChart(
          title: ForecastWords.wape(lead.days)[language],
          bars: zip(Backtest.Method.allCases, lead.scores).map { method, score in
            .init(
              label: method.phrase[language], value: (score.wape * 10_000).rounded() / 100,
              tone: method == .muster ? .good : .quiet)
          }))
    }
    let colors: [Color] = [.deep, .accent, .sky]
    page.chart(
      TimeChart(
        title: ForecastWords.latestLook[language],
        times: test.latest.compactMap { midnight($0.day) },
        layers: [
          .init(
            name: ForecastWords.seen[language], color: .rule, look: .columns,
            values: test.latest.map(\.seen))
        ]
          + Backtest.Method.allCases.enumerated().map { index, method in
            .init(
              name: method.phrase[language], color: colors[index],
              look: index == 0 ? .line : .dashes, values: test.latest.map { $0.expected[index] })
          }))
  }

  private func midnight(_ day: Day) -> LocalTime? { LocalTime(day: day, second: 0) }

  private func whole(_ value: Double) -> String { decimal(value, places: 0) }

  private func percent(_ share: Double) -> String { decimal(share * 100, places: 2) + "%" }

  private func signedPercent(_ share: Double) -> String {
    (share > 0 ? "+" : "") + decimal(share * 100, places: 1) + "%"
  }
}
