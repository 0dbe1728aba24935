import MusterFiles
import MusterWords
import Statistics
import Testing

private let agents = [
  TableColumn("agent_id", synonyms: ["工号"]),
  TableColumn("name", synonyms: ["姓名"]),
  TableColumn("team", synonyms: ["小组"], isRequired: false),
]

/// All rows of `text` as texts, without a look at what the heading is called.
private func rows(of text: String) throws -> [[String]] {
  let reader = try TableReader(.text(text, name: "t.csv"), columns: [])
  return try reader.rest().map(\.texts)
}

@Suite struct CSVReaderTests {
  @Test(arguments: [
    (text: "a,b\n1,2\n", rows: [["1", "2"]]),
    (text: "a,b\r\n1,2\r\n", rows: [["1", "2"]]),
    (text: "a,b\n1,2", rows: [["1", "2"]]),
    (text: "\u{FEFF}a,b\n1,2\n", rows: [["1", "2"]]),
    (text: "a,b\n\"1\",\"2\"\n", rows: [["1", "2"]]),
    (text: "a,b\n\"1,5\",\"say \"\"hi\"\"\"\n", rows: [["1,5", "say \"hi\""]]),
    (text: "a,b\n\"two\nlines\",2\r\n", rows: [["two\nlines", "2"]]),
    (text: "a,b\n,\n", rows: [["", ""]]),
    (text: "a,b\n\"\",\"\"", rows: [["", ""]]),
    (text: "a,b\n\n1,2\n\n", rows: [["1", "2"]]),
    (text: "a,b\n5\" wide,x\n", rows: [["5\" wide", "x"]]),
    (text: "a,b\n 1 , 2 \n", rows: [[" 1 ", " 2 "]]),
    (text: "a,b\n", rows: []),
    (text: "a\n\"\"\n", rows: [[""]]),
    (text: "a,b\n客服,\"=1+1\"\n", rows: [["客服", "=1+1"]]),
  ])
  func readsRows(text: String, expected: [[String]]) throws {
    #expect(try rows(of: text) == expected)
  }

  @Test func givesTheLineOfEachRow() throws {
    let text = "a,b\n\n\"x\ny\",2\n3,4\n"
    let reader = try TableReader(.text(text, name: "t.csv"), columns: [])
    #expect(try reader.rest().map(\.line) == [3, 5])
  }

  @Test func readsWholeNumbers() throws {
    let reader = try TableReader(.text("a,b,c,d\n12,-3,1.5,\n", name: "t.csv"), columns: [])
    let row = try #require(try reader.next())
    #expect((0..<4).map(row.wholeNumber) == [12, -3, nil, nil])
    #expect((0..<4).map(row.isEmpty) == [false, false, false, true])
  }

  @Test func reportsFaultsOfRowsAndReadsOn() throws {
    let text = "agent_id,name\n1,a\n2\n3,b,c\n\"4\"x,d\n5,e\n"
    let reader = try TableReader(.text(text, name: "people.csv"), columns: agents)
    var faults: [TableFault?] = []
    var sources: [String] = []
    while let row = try reader.next() {
      faults.append(row.fault)
      sources.append(row.source)
    }
    #expect(
      faults == [
        nil, .fieldCount(1, wanted: 2), .fieldCount(3, wanted: 2), .textAfterQuote(field: 1), nil,
      ])
    #expect(sources == ["1,a", "2", "3,b,c", "\"4\"x,d", "5,e"])
  }

  @Test func findsColumnsBySynonyms() throws {
    let reader = try TableReader(
      .text("小组, 姓名 ,工号,extra\n一组,王芳,0007,x\n", name: "people.csv"), columns: agents)
    let row = try #require(try reader.next())
    #expect(reader.heading.place(of: "agent_id").map(row.text) == "0007")
    #expect(reader.heading.place(of: "name").map(row.text) == "王芳")
    #expect(reader.heading.unknown == ["extra"])
  }

  @Test(arguments: [
    (
      text: "", problem: "t.csv: wanted a table with a heading; the file is empty"
    ),
    (
      text: "\n\n", problem: "t.csv: wanted a table with a heading; the file is empty"
    ),
    (
      text: "agent_id,nmae\n1,a\n",
      problem: "t.csv:1: name: wanted a column of this name in the heading; "
        + "maybe it is \"nmae\": a mapping file can say so"
    ),
    (
      text: "agent_id\n1\n",
      problem: "t.csv:1: name: wanted a column of this name in the heading; \"姓名\" is read too"
    ),
    (
      text: "agent_id,name,name\n1,a,b\n",
      problem: "t.csv:1: found \"name\", wanted each heading once"
    ),
    (
      text: "agent_id,name\n1,a\n2",
      problem: "t.csv:3: wanted a whole last row; the file seems to be cut off; export it again"
    ),
    (
      text: "agent_id,name\n1,a\n2,\"b",
      problem: "t.csv:3: wanted a whole last row; the file seems to be cut off; export it again"
    ),
    (
      text: "agent_id,\"name",
      problem: "t.csv:1: wanted a whole last row; the file seems to be cut off; export it again"
    ),
  ])
  func refusesTheFile(text: String, problem: String) throws {
    let refusal = #expect(throws: FileRefusal.self) {
      try TableReader(.text(text, name: "t.csv"), columns: agents).rest()
    }
    #expect(refusal?.cause == .badData)
    #expect(refusal?.faults.map { $0.text(in: .en) } == [problem])
  }

  @Test func reportsAllMissingColumnsTogether() throws {
    let refusal = #expect(throws: FileRefusal.self) {
      try TableReader(.text("a,b\n", name: "t.csv"), columns: agents)
    }
    #expect(refusal?.faults.map(\.column) == ["agent_id", "name"])
  }

  @Test func refusesAMissingFile() {
    let refusal = #expect(throws: FileRefusal.self) {
      try TableReader(.path("/nowhere/x.csv"), columns: agents)
    }
    #expect(refusal?.cause == .missing)
  }

  @Test func refusesAFolder() {
    let refusal = #expect(throws: FileRefusal.self) { try TableReader(.path("/"), columns: agents) }
    #expect(refusal?.cause == .unreadable)
  }

  /// Wherever the bytes are cut into chunks, the rows are the same.
  @Test func rowsDoNotDependOnChunks() throws {
    let text = "\u{FEFF}a,b\r\n\"x\r\ny\",\"q\"\"q\"\r\n\r\n客服,\"\"\r\n3,4\n5,6\r\n7,\"八\""
    let bytes = Array(text.utf8)
    let whole = try TableReader(.text(text, name: "t.csv"), columns: []).rest()
    #expect(whole.count == 5)
    for size in 1...bytes.count {
      let reader = try TableReader(
        .bytes(bytes, name: "t.csv"), columns: [], chunkSize: size)
      let rows = try reader.rest()
      #expect(rows.map(\.texts) == whole.map(\.texts), "chunks of \(size)")
      #expect(rows.map(\.line) == whole.map(\.line), "chunks of \(size)")
    }
  }

  /// What was written is read again, whatever stands in the fields.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func readsWhatWasWritten(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let letters = ["a", ",", "\"", "\n", "\r\n", "\r", "客", " ", "=", "'", "é", "", "😀", "\t"]
    let width = 1 + Int(generator.below(4))
    let table = (0..<20).map { _ in
      (0..<width).map { _ in
        (0..<generator.below(6)).map { _ in letters[Int(generator.below(14))] }.joined()
      }
    }
    var writer = CSVWriter()
    writer.row((0..<width).map { "c\($0)" })
    for row in table { writer.row(row) }
    let bytes = Array(writer.text.utf8)
    let size = 1 + Int(generator.below(30))
    let reader = try TableReader(
      .bytes(bytes, name: "t.csv"), columns: [], chunkSize: size)
    #expect(try reader.rest().map(\.texts) == table)
  }
}

@Suite struct CSVEncodingTests {
  /// 工号,姓名 / 1,王芳 / 2,李雷 in GB18030.
  private let chinese: [UInt8] =
    [0xB9, 0xA4, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0A]
    + [0x31, 0x2C, 0xCD, 0xF5, 0xB7, 0xBC, 0x0A] + [0x32, 0x2C, 0xC0, 0xEE, 0xC0, 0xD7, 0x0A]

  @Test(arguments: [1, 2, 3, 5, 7, 11, 100])
  func readsGB18030UnderAKnownHeading(chunkSize: Int) throws {
    let reader = try TableReader(
      .bytes(chinese, name: "p.csv"), columns: agents, chunkSize: chunkSize)
    #expect(reader.heading.names == ["工号", "姓名"])
    #expect(try reader.rest().map(\.texts) == [["1", "王芳"], ["2", "李雷"]])
  }

  @Test(arguments: [1, 4, 9, 100])
  func readsGB18030UnderAPlainHeading(chunkSize: Int) throws {
    let bytes = Array("agent_id,name\n0,x\n".utf8) + chinese.dropFirst(10)
    let reader = try TableReader(
      .bytes(bytes, name: "p.csv"), columns: agents, chunkSize: chunkSize)
    #expect(try reader.rest().map(\.texts) == [["0", "x"], ["1", "王芳"], ["2", "李雷"]])
  }

  @Test(arguments: [
    // Headings that are not known.
    (name: "other headings", bytes: [0xB1, 0xB8, 0xD7, 0xA2, 0x0A, 0x31, 0x0A] as [UInt8]),
    // UTF-16 with its mark.
    (name: "UTF-16", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00]),
    // UTF-8 first, then a byte that is none.
    (
      name: "mixed",
      bytes: Array("agent_id,name\n1,王\n".utf8) + [0x32, 0x2C, 0xC0, 0xEE, 0x0A]
    ),
    // A workbook.
    (name: "zip", bytes: [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0xFF, 0xFF, 0x80, 0x0A]),
  ])
  func refusesOtherBytes(name: String, bytes: [UInt8]) throws {
    let refusal = #expect(throws: FileRefusal.self) {
      try TableReader(
        .bytes(bytes, name: "p.csv"), columns: agents, chunkSize: 20
      ).rest()
    }
    #expect(refusal?.cause == .badData)
    #expect(refusal?.faults.first?.wanted.en == "text in UTF-8")
  }
}
