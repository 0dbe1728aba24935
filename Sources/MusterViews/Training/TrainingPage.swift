import MusterFiles
public import MusterWords
public import People
public import Performance
public import Training
public import Vocabulary

/// The report for trainers: how far everybody is, what is due, what the reviews say.
public struct TrainingPage {
  /// An assignment as it stands.
  public struct Row: Hashable, Sendable {
    public let agent: Agent
    public let module: Module.ID
    public let dueOn: Day
    public let standing: Standing
    /// The score that counts so far.
    public let score: Score?
    /// The last day of the certificate it earned.
    public let validThrough: Day?

    public init(
      agent: Agent, module: Module.ID, dueOn: Day, standing: Standing, score: Score?,
      validThrough: Day?
    ) {
      self.agent = agent
      self.module = module
      self.dueOn = dueOn
      self.standing = standing
      self.score = score
      self.validThrough = validThrough
    }
  }

  /// The reviews of a team or of all.
  public struct Quality: Hashable, Sendable {
    public let label: String
    public let drawn: Int
    public let rate: PassRate
    public let meanScore: Score?

    public init(label: String, drawn: Int, rate: PassRate, meanScore: Score?) {
      self.label = label
      self.drawn = drawn
      self.rate = rate
      self.meanScore = meanScore
    }
  }

  private let day: Day
  private let modules: [Module]
  private let rows: [Row]
  private let quality: [Quality]
  private let language: Language

  /// The report of a day; modules are given in the language of the page and in the order wanted.
  public init(
    on day: Day, modules: [Module], rows: [Row], quality: [Quality] = [], in language: Language
  ) {
    self.day = day
    self.modules = modules
    self.rows = rows
    self.quality = quality
    self.language = language
  }

  /// The whole file.
  public var html: String {
    var page = ReportPage(
      title: TrainingPageWords.title[language],
      subtitle: TrainingPageWords.subtitle(day, agents: agents.count)[language], language: language)
    page.figures(figures)
    page.heading(TrainingPageWords.modules[language])
    page.chart(
      BarChart(
        title: TrainingPageWords.passedShare[language],
        bars: modules.map { BarChart.Bar(label: $0.title, value: passedPercent(of: $0.id)) },
        full: 100))
    addModules(to: &page)
    addAttention(to: &page)
    addQuality(to: &page)
    page.heading(TrainingPageWords.matrix[language])
    addMatrix(to: &page)
    return page.html
  }

  private var agents: [Agent] {
    var seen: Set<AgentNumber> = []
    return rows.map(\.agent).filter { seen.insert($0.number).inserted }
  }

  private var figures: [ReportPage.Figure] {
    func count(_ isWanted: (Row) -> Bool) -> Int { rows.count(where: isWanted) }
    let passed = count { $0.standing.isPassed }
    let overdue = count { $0.standing.isOverdue }
    let renewals = renewals.count
    return [
      .init(label: TrainingPageWords.assignments[language], value: "\(rows.count)"),
      .init(
        label: TrainingPageWords.passed[language],
        value: rows.isEmpty ? "—" : "\(passed * 100 / rows.count)%", tone: .good),
      .init(
        label: TrainingPageWords.pending[language],
        value: "\(count { $0.standing == .pendingGrade })"),
      .init(
        label: TrainingPageWords.overdue[language], value: "\(overdue)",
        tone: overdue > 0 ? .bad : .plain),
      .init(label: TrainingPageWords.renewals[language], value: "\(renewals)"),
    ]
  }

  /// Certificates that run out within 30 days, the first to run out first.
  private var renewals: [(row: Row, end: Day)] {
    rows.compactMap { row in row.validThrough.map { (row, $0) } }
      .filter { $0.1 >= day && $0.1 <= day + 30 }
      .sorted { ($0.1, $0.0.agent.number) < ($1.1, $1.0.agent.number) }
  }

  private func passedPercent(of module: Module.ID) -> Double? {
    let asked = rows.filter { $0.module == module }
    guard !asked.isEmpty else { return nil }
    return Double(asked.count { $0.standing.isPassed } * 1000 / asked.count) / 10
  }

  private func addModules(to page: inout ReportPage) {
    page.table(
      headings: TrainingPageWords.moduleHeadings.map { $0[language] },
      rows: modules.map { module in
        let asked = rows.filter { $0.module == module.id }
        func number(_ isWanted: (Row) -> Bool, tone: ReportPage.Tone = .plain) -> ReportPage.Cell {
          let count = asked.count(where: isWanted)
          return .init("\(count)", tone: count > 0 ? tone : .plain, isNumber: true)
        }
        let scores = asked.filter(\.standing.isPassed).compactMap(\.score)
        let mean = scores.reduce(0) { $0 + Int($1.hundredths) } / max(1, scores.count)
        return [
          .init(module.title), .init("\(asked.count)", isNumber: true),
          number({ $0.standing.isPassed }, tone: .good),
          number { $0.standing == .assigned || $0.standing == .inProgress },
          number { $0.standing == .pendingGrade }, number({ $0.standing.isOverdue }, tone: .bad),
          number({ $0.standing.isFailed }, tone: .bad),
          .init(
            scores.isEmpty ? "—" : Score(hundredths: mean)?.description ?? "—", isNumber: true),
        ]
      })
  }

  private func addAttention(to page: inout ReportPage) {
    let late = rows.filter { $0.standing.isOverdue || $0.standing.isFailed }
    page.heading(TrainingPageWords.attention[language])
    guard !late.isEmpty || !renewals.isEmpty else {
      page.paragraph(TrainingPageWords.nothing[language])
      return
    }
    func line(_ row: Row, _ day: Day, _ standing: Phrase, _ tone: ReportPage.Tone)
      -> [ReportPage.Cell]
    {
      let title = modules.first { $0.id == row.module }?.title ?? row.module.text
      return [
        .init(row.agent.number.text), .init(row.agent.phrase[language]), .init(row.agent.team),
        .init(title),
        .init("\(day)"), .init(standing[language], tone: tone),
      ]
    }
    page.table(
      headings: TrainingPageWords.attentionHeadings.map { $0[language] },
      rows: late.map { line($0, $0.dueOn, $0.standing.phrase, .bad) }
        + renewals.map { row, end in
          line(
            row, end, Certificate.Standing.refresherDue(days: day.distance(to: end)).phrase, .plain)
        })
  }

  private func addQuality(to page: inout ReportPage) {
    guard !quality.isEmpty else { return }
    page.heading(TrainingPageWords.quality[language])
    page.paragraph(TrainingPageWords.qualityBasis[language])
    page.table(
      headings: TrainingPageWords.qualityHeadings.map { $0[language] },
      rows: quality.map { line in
        let limits = line.rate.limits()
        func percent(_ share: Double?) -> String {
          share.map { "\(Int(($0 * 100).rounded()))%" } ?? "—"
        }
        let isKnown = line.rate.scored > 0
        return [
          .init(line.label), .init("\(line.drawn)", isNumber: true),
          .init("\(line.rate.scored)", isNumber: true),
          .init("\(line.rate.passed)", isNumber: true),
          .init(percent(line.rate.share), isNumber: true),
          .init(
            isKnown ? "\(percent(limits.lowerBound)) – \(percent(limits.upperBound))" : "—",
            isNumber: true),
          .init(line.meanScore?.description ?? "—", isNumber: true),
        ]
      })
  }

  private func addMatrix(to page: inout ReportPage) {
    page.table(
      headings: TrainingPageWords.agentHeadings.map { $0[language] } + modules.map(\.title),
      rows: agents.map { agent in
        [.init(agent.number.text), .init(agent.phrase[language]), .init(agent.team)]
          + modules.map { module in
            let row = rows.first { $0.agent.number == agent.number && $0.module == module.id }
            return row.map(cell) ?? .init("—", tone: .quiet)
          }
      })
  }

  private func cell(_ row: Row) -> ReportPage.Cell {
    switch row.standing {
    case .passed(let score, _): .init(score.description, tone: .good, isNumber: true)
    case .overdue, .failed: .init(row.standing.phrase[language], tone: .bad)
    case .assigned, .inProgress, .pendingGrade: .init(row.standing.phrase[language])
    }
  }
}

extension Standing {
  fileprivate var isPassed: Bool { if case .passed = self { true } else { false } }
  fileprivate var isFailed: Bool { if case .failed = self { true } else { false } }
  fileprivate var isOverdue: Bool { if case .overdue = self { true } else { false } }
}
