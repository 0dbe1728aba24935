extension Measure {
  /// Complaints per contact.
  static let complaintRate = Measure(.share, better: .lower) {
    Reading($0.complaints, over: $0.contacts)
  }
}
