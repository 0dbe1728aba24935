import MusterFiles
import Testing

@Suite struct CSVWriterTests {
  @Test(arguments: [
    (fields: ["a", "b"], line: "a,b\n"),
    (
      fields: ["a,b", "say \"hi\"", "two\nlines"],
      line: "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\n"
    ),
    (fields: ["=1+1", "-3"], line: "=1+1,-3\n"),
    (fields: [""], line: "\"\"\n"),
    (fields: ["", ""], line: ",\n"),
    (fields: ["a\r\nb"], line: "\"a\r\nb\"\n"),
  ])
  func quotesWhereItMust(fields: [String], line: String) {
    var writer = CSVWriter()
    writer.row(fields)
    #expect(writer.text == line)
  }

  @Test(arguments: [
    (field: "=1+1", written: "'=1+1", guarded: 1),
    (field: "+86 21", written: "'+86 21", guarded: 1),
    (field: "@SUM(A1)", written: "'@SUM(A1)", guarded: 1),
    (field: "＝1", written: "'＝1", guarded: 1),
    (field: "－cmd", written: "'－cmd", guarded: 1),
    (field: "-12.50", written: "-12.50", guarded: 0),
    (field: "+3", written: "+3", guarded: 0),
    (field: "-1-1", written: "'-1-1", guarded: 1),
    (field: "张三", written: "张三", guarded: 0),
    (field: "", written: "", guarded: 0),
  ])
  func guardsAgainstFormulas(field: String, written: String, guarded: Int) {
    var writer = CSVWriter(guardsFormulas: true)
    writer.row([field, "x"])
    #expect(writer.text == "\(written),x\n")
    #expect(writer.guardedCount == guarded)
  }
}
