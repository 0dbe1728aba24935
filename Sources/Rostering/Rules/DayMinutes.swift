import Vocabulary

extension Rule {
  /// No shift has more paid minutes than the contract allows, nor more ordinary ones than the law.
  ///
  /// Decision of the State Council on Working Hours of Employees (1995), article 3: eight hours a
  /// day under standard hours. What the contract takes as overtime has a rule of its own.
  static let dayMinutes = Rule(
    .dayMinutes, .hours, limit: .minutes(\.dayMinutes, key: "day")
  ) { row in
    row.planned.compactMap { worked in
      let law = row.limits.hours == .standard ? row.law(.day, on: worked.day) : nil
      let ordinary = row.limits.ordinary(in: worked.paid)
      if let law, ordinary.count > law.amount {
        return row.breach(
          .dayMinutes, day: worked.day, subject: nil, ordinary, contract: nil, law: law)
      }
      return row.breach(
        .dayMinutes, day: worked.day, subject: nil, worked.paid, contract: row.limits.dayMinutes,
        law: nil)
    }
  }
}
