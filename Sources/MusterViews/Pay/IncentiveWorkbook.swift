public import MusterFiles
public import MusterWords
public import Vocabulary

/// The workbook that HR gets of a period: what each agent is due, and why.
///
/// Plain values, so that any source can fill it. Amounts are whole minor units of one currency
/// (fen for yuan); in the sheets they stand as integers in hidden columns, and what people see are
/// formulas over these. Each formula carries the figure given here as its stored result.
public struct IncentiveWorkbook: Hashable, Sendable {
  /// What one agent is due.
  public struct Row: Hashable, Sendable {
    public var number: String
    public var name: String
    public var team: String
    /// The rung in the language of the workbook.
    public var rung: String
    public var hiredOn: Day
    public var daysDue: Cell.Number?
    public var daysWorked: Cell.Number?
    /// Nil where there was too little to score.
    public var score: Score?
    public var grade: String?
    public var factor: BasisPoints
    public var base: Int64
    public var bonus: Int64
    public var awards: Int64
    public var subsidies: Int64
    public var difference: Int64
    /// Zero or less.
    public var deduction: Int64
    public var remark: String
    /// One for each of the workbook's KPIs, in their order.
    public var results: [KPIResult]

    public init(
      number: String, name: String, team: String, rung: String, hiredOn: Day,
      daysDue: Cell.Number? = nil, daysWorked: Cell.Number? = nil, score: Score?, grade: String?,
      factor: BasisPoints, base: Int64, bonus: Int64, awards: Int64 = 0, subsidies: Int64 = 0,
      difference: Int64 = 0, deduction: Int64 = 0, remark: String = "", results: [KPIResult] = []
    ) {
      self.number = number
      self.name = name
      self.team = team
      self.rung = rung
      self.hiredOn = hiredOn
      self.daysDue = daysDue
      self.daysWorked = daysWorked
      self.score = score
      self.grade = grade
      self.factor = factor
      self.base = base
      self.bonus = bonus
      self.awards = awards
      self.subsidies = subsidies
      self.difference = difference
      self.deduction = deduction
      self.remark = remark
      self.results = results
    }

    /// The sum of all parts.
    public var due: Int64 { bonus + awards + subsidies + difference + deduction }

    /// Whether `ROUND(base * factor, 0)` over whole units gives the bonus: rounding to even, a
    /// share of a month or a cap make it another figure.
    package var isBonusPlain: Bool {
      Rounding.halfUp.quotient(Int128(base) * Int128(factor.count), 10_000) == Int128(bonus)
    }
  }

  /// A KPI of the score.
  public struct KPI: Hashable, Sendable {
    public enum Unit: Hashable, Sendable { case share, seconds, number }

    /// The name in the language of the workbook.
    public var name: String
    public var unit: Unit
    public var weight: BasisPoints

    public init(name: String, unit: Unit, weight: BasisPoints) {
      self.name = name
      self.unit = unit
      self.weight = weight
    }
  }

  /// What one agent reached in one KPI.
  public struct KPIResult: Hashable, Sendable {
    /// Nil where nothing was counted.
    public var value: Cell.Number?
    /// How many contacts stand behind it.
    public var count: Int
    /// Nil where it earned no points for want of data.
    public var points: Score?

    public init(value: Cell.Number?, count: Int, points: Score?) {
      self.value = value
      self.count = count
      self.points = points
    }
  }

  /// Something about an agent that a person should look at.
  public struct Exception: Hashable, Sendable {
    public var number: String
    public var name: String
    /// In the language of the workbook.
    public var kind: String
    public var detail: String

    public init(number: String, name: String, kind: String, detail: String) {
      self.number = number
      self.name = name
      self.kind = kind
      self.detail = detail
    }
  }

  public var month: Month
  public var planName: String
  public var planHash: ContentHash
  public var ledgerHead: ContentHash
  /// The sum of the period's entries as the ledger has it.
  public var ledgerTotal: Int64
  public var ledgerEntries: Int
  public var rounding: Rounding
  public var currency: Currency
  public var contacts: Int
  public var actor: String
  /// The moment of making, with the zone it is shown in.
  public var made: Instant
  public var zone: Zone
  public var kpis: [KPI]
  public var rows: [Row]
  public var exceptions: [Exception]

  public init(
    month: Month, planName: String, planHash: ContentHash, ledgerHead: ContentHash,
    ledgerTotal: Int64, ledgerEntries: Int, rounding: Rounding, currency: Currency,
    contacts: Int, actor: String, made: Instant, zone: Zone, kpis: [KPI], rows: [Row],
    exceptions: [Exception]
  ) {
    self.month = month
    self.planName = planName
    self.planHash = planHash
    self.ledgerHead = ledgerHead
    self.ledgerTotal = ledgerTotal
    self.ledgerEntries = ledgerEntries
    self.rounding = rounding
    self.currency = currency
    self.contacts = contacts
    self.actor = actor
    self.made = made
    self.zone = zone
    self.kpis = kpis
    self.rows = rows
    self.exceptions = exceptions
  }

  /// The sheets 说明, 汇总, 奖金明细, 得分 and 异常, with English words under `en`.
  public func workbook(in language: Language) -> Workbook {
    let sheets = IncentiveSheets(data: self, language: language)
    return Workbook(
      title: IncentiveSheetWords.title(month)[language], created: made,
      sheets: [
        sheets.notes(), sheets.summary(), sheets.details(), sheets.scores(), sheets.exceptions(),
      ])
  }
}
