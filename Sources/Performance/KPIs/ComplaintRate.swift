extension Measure {
  /// Complaints per contact.
  static let complaintRate = Measure(
    .share, better: .lower, .share(.atLeast(.complaint, 1), of: .every))
}

extension ContactNumber {
  fileprivate static let complaint = ContactNumber("complaint") { $0.isComplaint ? 1 : 0 }
}
