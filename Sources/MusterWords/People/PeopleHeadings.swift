// Headings of tables of people.
extension Heading {
  package static let absentFrom = Heading("first_day", zh: "缺勤自", en: "absent from")
  package static let baseMinor = Heading.number("base_minor", zh: "基数", en: "base")
  package static let channels = Heading("channels", zh: "渠道", en: "channels")
  package static let column = Heading("column", zh: "列", en: "column")
  package static let contract = Heading("contract", zh: "合同", en: "contract")
  package static let fieldCount = Heading.number("rows", zh: "处", en: "fields")
  package static let from = Heading("from", zh: "自", en: "from")
  package static let hiredOn = Heading("hired_on", zh: "入职日期", en: "hired")
  package static let leftOn = Heading("left_on", zh: "离职日期", en: "left")
  package static let listVersion = Heading.number("version", zh: "版本", en: "version")
  package static let outcome = Heading("outcome", zh: "处理", en: "outcome")
  package static let rows = Heading.number("rows", zh: "行数", en: "rows")
  package static let rung = Heading("rung", zh: "职级", en: "rung")
  package static let skills = Heading("skills", zh: "技能", en: "skills")
  package static let table = Heading("table", zh: "表", en: "table")
  package static let to = Heading("to", zh: "至", en: "to")
}
