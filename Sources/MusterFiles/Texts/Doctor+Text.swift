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

  /// A setting of a server that endangers what is kept, and how to mend it.
  public static func risky(_ setting: String, found: String, wanted: String) -> Phrase {
    switch setting {
    case "ssl":
      Phrase(
        zh: "连接没有加密：请在地址后加 ?sslmode=verify-full",
        en: "the connection is not encrypted: add ?sslmode=verify-full to the address")
    case "server_encoding":
      Phrase(
        zh: "数据库编码是 \(found)：请用 createdb -E UTF8 -T template0 新建一个，再用 store move 迁移",
        en:
          "the database is in \(found): make one by createdb -E UTF8 -T template0, then store move")
    default:
      Phrase(
        zh: "\(setting) = \(found)，断电会丢数据：请运行 ALTER SYSTEM SET \(setting) = \(wanted) 并重新加载",
        en: "\(setting) is \(found), a loss of power loses data: run ALTER SYSTEM SET \(setting) = "
          + "\(wanted) and reload")
    }
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
    case "settings": Phrase(zh: "服务器设置", en: "settings")
    default: Phrase(zh: "时区", en: "time zone")
    }
  }
}
