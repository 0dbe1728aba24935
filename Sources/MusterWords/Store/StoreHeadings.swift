// Headings of tables of the store and the demo.
extension Heading {
  package static let detail = Heading("detail", zh: "说明", en: "detail")
  package static let made = Heading("made", zh: "成果", en: "made")
  package static let path = Heading("path", zh: "位置", en: "where")
  package static let sound = Heading("sound", zh: "状态", en: "state")
  package static let subject = Heading("subject", zh: "项目", en: "subject")
}
