/// A column of a table: its key in csv and json, and what people read above it.
package struct Heading: Hashable, Sendable {
  package let key: String
  package let phrase: Phrase
  /// Whether it holds numbers, which are set flush right.
  package let isNumber: Bool

  package init(_ key: String, zh: String, en: String, isNumber: Bool = false) {
    self.key = key
    self.phrase = Phrase(zh: zh, en: en)
    self.isNumber = isNumber
  }

  /// A column of numbers.
  package static func number(_ key: String, zh: String, en: String) -> Heading {
    Heading(key, zh: zh, en: en, isNumber: true)
  }

  /// A column that is named after what stands in it, such as a stream or a day.
  package init(verbatim name: String, isNumber: Bool = false) {
    self.init(name, zh: name, en: name, isNumber: isNumber)
  }
}
