import MusterFiles
public import MusterWords
import Performance

extension KPIEvidence {
  /// The contacts, at most `count`, those that did most harm first; each with its value.
  public func lines(atMost count: Int) -> [Explanation] {
    var lines = contacts.prefix(count).map { contact in
      Explanation(
        Phrase(
          zh: "\(contact.id)：\(text(contact.value).zh)",
          en: "\(contact.id): \(text(contact.value).en)"))
    }
    if contacts.count > count { lines.append(Explanation(PayWords.more(contacts.count - count))) }
    if !isCurrent { lines.append(Explanation(PayWords.contactsChanged)) }
    return lines
  }

  private func text(_ value: Int64) -> Phrase {
    switch kpi.unit {
    case .seconds: PayWords.seconds(value)
    case .rating: Phrase(verbatim: "\(value)")
    case .share: value == 0 ? PayWords.no : PayWords.yes
    }
  }
}
