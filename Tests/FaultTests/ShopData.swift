import Foundation

/// Invented people and a month of contacts, large enough for transactions to last.
///
/// `MUSTER_FAULTS` says how often to kill, and that time is to be had: five times as many contacts.
struct ShopData {
  static let isLong = ProcessInfo.processInfo.environment["MUSTER_FAULTS"] != nil
  static let contacts = isLong ? 10_000 : 2_000
  static let staff = 24

  var agents: String {
    var text = "agent_id,name,team,rung,hired_on,left_on,contract,base_fen,skills,channels\n"
    for index in 0..<Self.staff {
      let rung = index % 12 == 0 ? "lead" : index % 3 == 0 ? "senior" : "agent"
      text +=
        "A\(index),员工\(index),T\(index / 12),\(rung),2024-02-01,,full-time,,"
        + "presale|aftersale,app|phone\n"
    }
    return text
  }

  /// A plan by which everybody earns something, so that there is a ledger.
  var plan: String {
    """
    plan: shop
    title: { zh: 月度方案, en: Monthly plan }
    from: 2026-01-01
    score:
      missing: reweight
      parts:
        - { kpi: csat_mean, weight: 70%, minimum: 3, line: { 1: 0, 5: 100 } }
        - { kpi: frt_60s, weight: 30%, line: { 20%: 0, 80%: 100 } }
    components:
      - bonus: performance
        title: { zh: 绩效奖金, en: Performance bonus }
        base: { agent: 4500, senior: 5500, lead: 7000, supervisor: 9000 }
        steps:
          - { floor: 1, grade: B, share: 10% }
          - { floor: 80, grade: A, share: 20% }
        lowest_grade: C
        prorate: both
        gates:
          - contacts: 3

    """
  }

  /// All contacts, or the first half of them as they were before a tenth of it was rated.
  func contacts(first: Bool) -> String {
    var text = """
      contact_id,channel,queue,topic,agent_id,arrived_at,first_reply_at,closed_at,handle_seconds,\
      resolved_first,rating_invited,rating,order_id,order_fen,refunded_fen,complaint,transferred

      """
    for index in 0..<(first ? Self.contacts / 2 : Self.contacts) {
      text += contact(index, isRated: !(first && index % 10 == 3)) + "\n"
    }
    return text
  }

  /// Contact `index`; days and hours follow each other in turn, so that each has its share.
  private func contact(_ index: Int, isRated: Bool) -> String {
    let day = index % 28
    let date =
      day < 27 ? "2026-10-\(Self.twoDigits(day + 5))" : "2026-11-01"
    let hour = Self.twoDigits(9 + index / 28 % 12)
    let minute = Self.twoDigits(index % 50)
    let isPresale = index % 3 != 0
    let stream = isPresale ? "app,presale,presale" : "phone,aftersale,order"
    let order = isPresale && index % 4 == 0 ? "O\(index),\(5_000 + index % 700),," : ",,,"
    return "C\(index),\(stream),A\(index * 7 % Self.staff),\(date)T\(hour):\(minute):00+08:00,"
      + "\(date)T\(hour):\(minute):\(Self.twoDigits(10 + index % 45))+08:00,,"
      + "\(200 + index * 13 % 300),\(index % 5 == 0 ? 0 : 1),1,"
      + "\(isRated ? String(5 - index % 7 / 3) : ""),\(order)\(index % 40 == 0 ? 1 : 0),0"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
