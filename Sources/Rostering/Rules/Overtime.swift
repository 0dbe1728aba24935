import Vocabulary

extension Rule {
  /// No shift has more overtime than the contract and the law allow on a day.
  ///
  /// Labour Law of the People's Republic of China, article 41: after consultation with the trade
  /// union and the workers, generally no more than one hour a day; for special reasons, and where
  /// health is guaranteed, no more than three hours a day, and no more than 36 hours a month.
  static let overtimeDay = Rule(.overtimeDay) { row in
    guard let overtime = row.limits.overtime else { return [] }
    return row.planned.compactMap { worked in
      let law = row.law(overtime.isSpecial ? .overtimeDaySpecial : .overtimeDay, on: worked.day)
      let minutes = row.limits.overtime(in: worked.paid)
      return row.breach(
        .overtimeDay, day: worked.day, subject: worked.pattern, minutes, contract: overtime.day,
        law: law)
    }
  }

  /// No calendar month has more overtime than the contract and the law allow, history included.
  ///
  /// Labour Law, article 41.
  static let overtimeMonth = Rule(.overtimeMonth) { row in
    guard let overtime = row.limits.overtime else { return [] }
    let months = Set(row.planned.map { $0.day.month }).union([row.problem.firstDay.month])
    return months.sorted().compactMap { month in
      let minutes = row.worked.reduce(Minutes.zero) {
        $1.day.month == month ? $0 + row.limits.overtime(in: $1.paid) : $0
      }
      let first = month.first
      return row.breach(
        .overtimeMonth, day: first, subject: nil, minutes, contract: overtime.month,
        law: row.law(.overtimeMonth, on: first))
    }
  }
}
