// Headings of tables of imports.
extension Heading {
  package static let added = Heading.number("added", zh: "新增", en: "added")
  package static let changed = Heading.number("changed", zh: "变更", en: "changed")
  package static let rejected = Heading.number("rejected", zh: "有误", en: "rejected")
  package static let same = Heading.number("same", zh: "未变", en: "same")
}
