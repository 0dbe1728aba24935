import MusterViews
import MusterWords
import Testing

@Suite("Tables on the terminal") struct TableTests {
  @Test(
    "the cells a text takes",
    arguments: [
      ("", 0), ("abc", 3), ("工号", 4), ("A00001 王伟", 11), ("ＶＩＰ", 6), ("e\u{301}", 1),
      ("¥1.00", 5), ("80/20s", 6), ("，。", 4), ("😊", 2),
    ] as [(String, Int)])
  func width(text: String, cells: Int) {
    #expect(text.cellWidth == cells)
  }

  let table = Table(
    [
      .init("agent_id", zh: "工号", en: "Agent"), .init("name", zh: "姓名", en: "Name"),
      .number("score", zh: "得分", en: "Score"),
    ],
    rows: [
      [.init("0001"), .init("王小明"), .init(Phrase(verbatim: "9.50"), .number(9.5))],
      [.init("0002"), .init("O\"Hara, \"Li\""), .init(nil as Int?)],
    ])

  @Test("Chinese columns align") func chinese() {
    #expect(
      table.text(in: .zh) == """
        工号  姓名          得分
        0001  王小明        9.50
        0002  O"Hara, "Li"

        """)
  }

  @Test("csv has English keys and quotes") func csv() {
    #expect(
      table.csv == """
        agent_id,name,score
        0001,王小明,9.5
        0002,"O""Hara, ""Li""\",

        """)
  }

  @Test("json keeps the order of columns") func json() {
    #expect(
      table.json.text == """
        [
          {"agent_id": "0001", "name": "王小明", "score": 9.5},
          {"agent_id": "0002", "name": "O\\"Hara, \\"Li\\"", "score": null}
        ]

        """)
  }
}
