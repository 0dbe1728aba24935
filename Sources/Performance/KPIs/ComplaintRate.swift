extension Measure {
  /// Complaints per contact.
  static let complaintRate = Measure(
    .share, better: .lower, reading: { Reading($0.complaints, over: $0.contacts) },
    value: { $0.isComplaint ? 1 : 0 })
}
