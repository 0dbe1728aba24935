import MusterFiles
import MusterWords
import MusterTesting
import Testing
import Vocabulary

@Suite struct WorkbookTests {
  @Test(arguments: [
    (column: 0, letters: "A"), (column: 25, letters: "Z"), (column: 26, letters: "AA"),
    (column: 51, letters: "AZ"), (column: 52, letters: "BA"), (column: 701, letters: "ZZ"),
    (column: 702, letters: "AAA"),
  ])
  func columnsHaveLetters(column: Int, letters: String) {
    #expect(Place.letters(column) == letters)
  }

  @Test func areasHaveNames() {
    let area = Area(rows: 4...43, columns: 1...2)
    #expect(area.name == "B5:C44")
    #expect(area.fixed(on: "it's") == "'it''s'!$B$5:$C$44")
  }

  @Test(arguments: [
    (text: "客服", width: 4), (text: "A001", width: 4), (text: "，", width: 2), (text: "", width: 0),
    (text: "e\u{301}", width: 1), (text: "😀", width: 2), (text: "한글", width: 4),
    (text: "¥1,000.00", width: 9),
  ])
  func textHasAWidth(text: String, width: Int) {
    #expect(text.cellWidth == width)
  }

  /// What XML cannot hold, and what a program might take for something else.
  @Test func takesAnyText() throws {
    var sheet = Sheet(name: "S")
    for (row, text) in ["\0\u{1}", "\u{FFFE}", "=1", "<&>\"'", "a\nb", ""].enumerated() {
      sheet.set(row, 0, .text(text))
    }
    sheet.footer = "R&D"
    let book = Workbook(title: "T", created: Instant(seconds: 0), sheets: [sheet])
    #expect(try !written(book).isEmpty)
  }

  @Test func refusesASheetThatCannotBe() {
    let sheets = [Sheet(name: "a/b")]
    let book = Workbook(title: "T", created: Instant(seconds: 0), sheets: sheets)
    #expect(throws: FileRefusal.self) { try written(book) }
  }
}
