public import Vocabulary

/// A certificate that an agent has been given.
public struct HeldCertificate: Hashable, Sendable {
  /// The code of what it certifies, such as a module's.
  public let code: String
  /// The first day on which it holds.
  public let from: Day
  /// The last day on which it holds; nil where it does not end.
  public let until: Day?

  public init(_ code: String, from: Day, until: Day?) {
    self.code = code
    self.from = from
    self.until = until
  }
}

extension HeldCertificate: Comparable {
  /// Orders by code, then by last day, one without end last, then by first day.
  public static func < (a: HeldCertificate, b: HeldCertificate) -> Bool {
    guard a.code == b.code else { return a.code.utf8.lexicographicallyPrecedes(b.code.utf8) }
    guard a.until == b.until else {
      guard let end = a.until else { return false }
      return b.until.map { end < $0 } ?? true
    }
    return a.from < b.from
  }
}

/// Whether a certificate is in date on a day.
public enum CertificateState: Hashable, Sendable {
  /// It holds, up to a last day or without end.
  case inDate(until: Day?)
  /// Its last day has passed.
  case expired(on: Day)
  /// It holds from a later day.
  case notYet(from: Day)
  case never

  public var isInDate: Bool {
    if case .inDate = self { true } else { false }
  }

  /// The state on `day` of the certificate `code`; of several the one that holds longest.
  public init(of code: String, among certificates: [HeldCertificate], on day: Day) {
    let held = certificates.filter { $0.code == code }.sorted()
    let begun = held.filter { $0.from <= day }
    if let best = begun.last {
      guard let end = best.until, end < day else {
        self = .inDate(until: best.until)
        return
      }
      self = .expired(on: end)
    } else if let first = held.map(\.from).min() {
      self = .notYet(from: first)
    } else {
      self = .never
    }
  }
}
