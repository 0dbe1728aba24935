import Vocabulary

/// A pool of 1,000.00 yuan shared by what each agent sold: every fen lands, and the parts add up.
@main enum SplitAPool {
  static let sales: [(agent: String, sold: Int64)] = [
    ("00017", 182_350), ("00021", 96_400), ("00034", 96_400), ("00040", 0), ("00052", 41_999),
  ]

  static func main() {
    let pool = Money(minorUnits: 100_000)
    guard let shares = pool.split(sales.map(\.sold)) else { return print("nobody sold anything") }
    for (sale, share) in zip(sales, shares) {
      print(sale.agent, share)
    }
    let total = shares.reduce(.zero()) { $0 + $1 }
    print("total", total, total == pool ? "= the pool, to the fen" : "differs from the pool")
  }
}
