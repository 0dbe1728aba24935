/// What can be wrong with the files of a roster problem or a roster.
package enum RosterTextFault: Hashable, Sendable {
  case unknownSection
  case outsideSection
  /// The section is missing or has nothing in it.
  case missingSection(String)
  case secondHorizon
  case fieldCount(least: Int)
  case emptyHorizon
  case wholeNumber(least: Int)
  case repeatedID
  case unknownShift
  case unknownAgent
  case dayOutside(count: Int)
  case shiftLimit
  case rowLength(Int)
  case missingAgent(String)
  case numberInRange(ClosedRange<Int>)
  case quarterHour
  /// A cell of cover outside the horizon, or listed twice.
  case coverOnce
  /// How many cells of cover are not listed.
  case coverMissing(Int)
}
