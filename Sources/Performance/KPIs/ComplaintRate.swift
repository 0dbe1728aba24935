extension KPI {
  /// Complaints per contact.
  public static let complaintRate = KPI("complaint_rate", .share, better: .lower) {
    Reading($0.complaints, over: $0.contacts)
  }
}
