public import MusterWords
import OrderedCollections
public import Performance

/// Reviews from a table with a row for each item of a contact: `contact_id,item,points`.
///
/// `points` is a whole number up to the item's maximum, or `N/A` (also `不适用`, or empty) where the
/// item does not apply. Rows of a contact need not stand together. A contact with a bad row is left
/// out as a whole.
public struct ReviewSheet: Sendable {
  /// In the order in which contacts first appear.
  public let reviews: [Review]
  /// What is wrong, by row.
  public let problems: [Problem]

  private let file: String
  private let lines: [String: Int]

  public static let columns = [
    TableColumn("contact_id", synonyms: ["review_id", "会话编号", "会话"]),
    TableColumn("item", synonyms: ["项目", "编号"]),
    TableColumn("points", synonyms: ["得分", "分数"]),
  ]

  /// Reads a table made with ``columns``.
  public init(_ reader: CSVReader, by scorecard: Scorecard) throws(FileRefusal) {
    var marks: OrderedDictionary<String, [(item: String, mark: Review.Mark)]> = [:]
    var lines: [String: Int] = [:]
    var spoilt: Set<String> = []
    var problems: [Problem] = []
    let places = ReviewSheet.columns.compactMap { reader.heading.place(of: $0.name) }
    for row in try reader.rest() {
      let (contact, item) = (trimmed(row.text(places[0])), trimmed(row.text(places[1])))
      let written = trimmed(row.text(places[2]))
      guard !contact.isEmpty else {
        problems.append(
          reader.problem(
            row, column: "contact_id", wanted: QualityPhrase.contactID))
        continue
      }
      if lines[contact] == nil { lines[contact] = row.line }
      if ["", "n/a", "na", "不适用"].contains(written.lowercased()) {
        marks[contact, default: []].append((item, .notApplicable))
      } else if let points = row.wholeNumber(places[2]) ?? Int(written) {
        marks[contact, default: []].append((item, .points(points)))
      } else {
        spoilt.insert(contact)
        problems.append(reader.problem(row, column: "points", wanted: QualityPhrase.reviewPoints))
      }
    }
    var reviews: [Review] = []
    for (contact, marks) in marks where !spoilt.contains(contact) {
      do throws(Review.Fault) {
        reviews.append(try Review(of: contact, by: scorecard, marks: marks))
      } catch {
        problems.append(
          Problem(
            file: reader.file, line: lines[contact], column: "contact_id", found: contact,
            wanted: error.wanted, hint: error.hint))
      }
    }
    self.reviews = reviews
    self.problems = problems
    self.file = reader.file
    self.lines = lines
  }

  /// A problem of a whole contact, at the line where it first appears.
  public func problem(of contact: String, wanted: Phrase) -> Problem {
    Problem(
      file: file, line: lines[contact], column: "contact_id", found: contact, wanted: wanted)
  }
}
