/// What can be wrong with a file of a curriculum by itself.
package enum CurriculumTextFault: Hashable {
  case missingFile
  case missingLesson
  /// The file does not begin with a head between two lines of `---`.
  case noHead
  case unknownHeadKey(near: String?)
  case missingHeadKey(String)
  case repeatedHeadKey
  case badID
  case repeatedID(line: Int?)
  case badVersion
  case badRung
  case badShare
  case badCount
  case badDays
  case badCounting
  case noPoints
  case badRow(cells: Int, wanted: Int)
  case badCriterion
  case noCriteria
  case badYesNo
  case badThirdGrader
  case repeatedPath
  case repeatedStep
  case badWeight
}
