import MusterWords

extension PolicyNode {
  /// A number in `range`, for statistics; amounts of money are read by `money(in:)`.
  public func number(in range: ClosedRange<Double>) -> Double? {
    value(wanted: .number(in: range)) { text in
      guard let number = Double(text), number.isFinite, range.contains(number) else { return nil }
      return number
    }
  }
}
