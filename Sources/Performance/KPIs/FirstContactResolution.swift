extension Measure {
  /// The share of contacts with a known outcome that one contact was enough for (FCR).
  static let firstContactResolution = Measure(
    .share, better: .higher, .share(.atLeast(.resolvedFirst, 1), of: .known(.resolvedFirst)))
}

extension ContactNumber {
  fileprivate static let resolvedFirst = ContactNumber("resolved_first") { contact in
    contact.resolvedFirst.map { $0 ? 1 : 0 }
  }
}
