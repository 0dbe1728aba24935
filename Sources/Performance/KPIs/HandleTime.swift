extension Measure {
  /// Mean seconds of work per contact, wrap-up included (AHT).
  static let handleTime = Measure(.seconds, better: .lower, .mean(.handleSeconds))
}

extension ContactNumber {
  fileprivate static let handleSeconds = ContactNumber("handle_seconds") {
    $0.handleSeconds.map(Int64.init)
  }
}
