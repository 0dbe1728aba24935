public import Vocabulary

/// What `muster doctor` tells.
public enum DoctorWords {
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
    case "network":
      Phrase(
        zh: "数据库在网络文件系统（\(found)）上，多台机器同时写会损坏它：请移到本机磁盘，"
          + "或用 muster store move 迁移到 PostgreSQL",
        en:
          "the store is on a network file system (\(found)), where two machines that write damage "
          + "it: put it on a disk of this machine, or on PostgreSQL by muster store move")
    case "folder":
      Phrase(
        zh: "任何人都能在 \(found) 里换掉数据库文件：请运行 chmod o-w \(found)",
        en: "anybody can put another file in the place of the store in \(found): run chmod o-w "
          + "\(found)")
    case "server_version":
      Phrase(
        zh: "PostgreSQL \(found) 太旧：请升级到 \(wanted) 或更新版本",
        en: "PostgreSQL \(found) is too old: bring it to \(wanted) or newer")
    case "ssl":
      Phrase(
        zh: "服务器对网络开放（listen_addresses = \(found)）而没有加密：请设置 ssl = on，"
          + "或把 listen_addresses 改为 localhost",
        en:
          "the server listens to the network (listen_addresses = \(found)) without encryption: set "
          + "ssl = on, or listen_addresses = localhost")
    case "zero_damaged_pages", "ignore_checksum_failure":
      Phrase(
        zh: "\(setting) = \(found)，损坏的数据会被悄悄当作完好：请运行 ALTER SYSTEM SET \(setting) = "
          + "\(wanted) 并重新加载",
        en: "\(setting) is \(found), damaged rows pass for sound ones: run ALTER SYSTEM SET "
          + "\(setting) = \(wanted) and reload")
    case "autovacuum":
      Phrase(
        zh: "autovacuum = \(found)，服务器终会因事务号用尽而停止写入：请运行 ALTER SYSTEM SET "
          + "autovacuum = on 并重新加载",
        en:
          "autovacuum is \(found), the server runs out of transaction numbers one day and takes no "
          + "more rows: run ALTER SYSTEM SET autovacuum = on and reload")
    case "connection":
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

  public static func movedAway(to place: String) -> Phrase {
    Phrase(
      zh: "已迁移到 \(place)，这里不再使用：请在 muster.yaml 里写 database: \(place)",
      en: "moved to \(place) and used no more: write `database: \(place)` in muster.yaml")
  }

  public static let clockAhead = Phrase(
    zh: "不早于已有的记录", en: "not behind what was recorded")

  public static func clockBehind(_ now: Instant, last: Instant) -> Phrase {
    Phrase(
      zh: "本机时钟是 \(now)，已有记录到 \(last)：请校正时钟",
      en: "this machine says \(now), what was recorded reaches to \(last): set the clock right")
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
    case "settings": Phrase(zh: "设置", en: "settings")
    case "clock": Phrase(zh: "时钟", en: "clock")
    default: Phrase(zh: "时区", en: "time zone")
    }
  }
}
