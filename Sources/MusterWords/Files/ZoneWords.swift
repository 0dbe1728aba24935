// What readers of zones want.
extension Phrase {
  package static let zone = Phrase(
    zh: "系统时区库（tzdata）中的时区名", en: "the name of a time zone of the system's tzdata")
  package static let zoneHint = Phrase(
    zh: "如 Asia/Shanghai；未安装时区库时请安装 tzdata",
    en: "such as Asia/Shanghai; install tzdata where it is absent")
}
