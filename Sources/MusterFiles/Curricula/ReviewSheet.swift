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
  public let faults: [FileFault]

  private let file: String
  private let lines: [String: Int]

  public static let columns: [TableColumn] = .reviews

  /// Reads a table made with ``columns``.
  public init(_ reader: TableReader, by scorecard: Scorecard) throws(FileRefusal) {
    var marks: OrderedDictionary<String, [(item: String, mark: Review.Mark)]> = [:]
    var lines: [String: Int] = [:]
    var spoilt: Set<String> = []
    var faults: [FileFault] = []
    for row in try reader.rest() {
      let fields = SheetFields(row, reader)
      let contact = fields.value("contact_id", or: QualityWords.contactID) {
        $0.isEmpty ? nil : $0
      }
      if let contact {
        if lines[contact] == nil { lines[contact] = row.line }
        let mark = fields.value("points", or: QualityWords.reviewPoints, parse: ReviewSheet.mark)
        if let mark {
          marks[contact, default: []].append((fields.text("item"), mark))
        } else {
          spoilt.insert(contact)
        }
      }
      faults += fields.faults
    }
    var reviews: [Review] = []
    for (contact, marks) in marks where !spoilt.contains(contact) {
      do throws(Review.Fault) {
        reviews.append(try Review(of: contact, by: scorecard, marks: marks))
      } catch {
        faults.append(
          FileFault(
            file: reader.file, line: lines[contact], column: "contact_id", found: contact,
            wanted: error.wanted, hint: error.hint))
      }
    }
    self.reviews = reviews
    self.faults = faults
    self.file = reader.file
    self.lines = lines
  }

  private static func mark(_ text: String) -> Review.Mark? {
    CurriculumFileWords.notApplicable.contains(text.lowercased())
      ? .notApplicable : Int(text).map { .points($0) }
  }

  /// A problem of a whole contact, at the line where it first appears.
  public func fileFault(of contact: String, wanted: Phrase) -> FileFault {
    FileFault(
      file: file, line: lines[contact], column: "contact_id", found: contact, wanted: wanted)
  }
}
