/// One row that a query gave.
package struct Row: Sendable {
  /// The names of columns, shared by all rows of an answer.
  final class Columns: Sendable {
    let places: [String: Int]

    init(_ names: [String]) {
      self.places = Dictionary(
        names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  let columns: Columns
  let values: [Value]

  /// The value of `column`, as the type that is asked for.
  ///
  /// Throws ``StoreFault/unreadable(column:found:wanted:)`` where the column holds something
  /// else. To ask for a column that the query does not give is a bug and traps.
  package subscript<T: Storable>(column: String) -> T {
    get throws {
      guard let place = columns.places[column] else {
        preconditionFailure("the query gives no column \(column)")
      }
      guard let value = T(stored: values[place]) else {
        throw StoreFault.unreadable(
          column: column, found: "\(values[place])", wanted: "\(T.self)")
      }
      return value
    }
  }
}
