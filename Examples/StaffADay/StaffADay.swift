import Staffing
import Vocabulary

/// How many people a chat desk needs over a day, and what one fewer would mean for its customers.
@main enum StaffADay {
  /// Contacts per half hour from 9:00, with a morning and an evening peak.
  static let volumes = [
    38, 52, 61, 66, 58, 47, 40, 42, 49, 54, 57, 55, 50, 44, 41, 43, 48, 56, 68, 79, 83, 76, 60, 41,
  ]

  static func main() throws {
    guard let target = ServiceTarget("80/60s") else { return }
    let standard = try ServiceStandard(
      target: target, handleTime: 420, patience: 180, concurrency: 3,
      maxOccupancy: .percent(85), shrinkage: .percent(20))
    print("from   contacts  agents  in 60 s  with one fewer  scheduled")
    for (slot, volume) in volumes.enumerated() {
      let need = standard.requirement(for: Double(volume), in: .halfHour)
      let arrivals = Double(volume) / 1800
      let fewer = standard.service(of: need.agents - 1, arrivals: arrivals)
      print(
        clock(9 * 60 + slot * 30), cell("\(volume)", 10), cell("\(need.agents)", 7),
        cell(percent(need.service.level), 8), cell(percent(fewer.level), 15),
        cell(tenths(need.heads), 10))
    }
  }

  static func clock(_ minute: Int) -> String {
    cell("\(minute / 60)", 2) + (minute % 60 == 0 ? ":00" : ":30")
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  static func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

  static func cell(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
