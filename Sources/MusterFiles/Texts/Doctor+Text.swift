/// What `muster doctor` tells.
public enum DoctorText {
  public static let sound = Phrase(zh: "完好", en: "sound")

  public static func damaged(_ words: some Sequence<String>) -> Phrase {
    let words = words.joined(separator: "; ")
    return Phrase(
      zh: "有损坏，请用 muster restore 从备份恢复（\(words)）",
      en: "damaged, bring back a backup by muster restore (\(words))")
  }

  public static func tooOpen(_ mode: String, file: String) -> Phrase {
    Phrase(
      zh: "\(mode)：他人可读，请运行 chmod 600 \(file)",
      en: "\(mode): others can read it, run chmod 600 \(file)")
  }

  public static let good = Phrase(zh: "正常", en: "good")
  public static let bad = Phrase(zh: "异常", en: "bad")

  public static let unsound = Phrase(zh: "有需要处理的问题", en: "there is something to mend")

  /// What a subject is called.
  public static func subject(_ code: String) -> Phrase {
    switch code {
    case "store": Phrase(zh: "数据库", en: "store")
    case "schema": Phrase(zh: "结构版本", en: "schema")
    case "integrity": Phrase(zh: "完整性", en: "integrity")
    case "permissions": Phrase(zh: "文件权限", en: "permissions")
    default: Phrase(zh: "时区", en: "time zone")
    }
  }
}
