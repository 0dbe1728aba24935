public import Vocabulary

/// What to tell where the store did not do what it was asked.
public enum StoreWords {
  public static func missing(_ path: String) -> Phrase {
    Phrase(
      zh: "找不到数据库 \(path)；请检查 muster.yaml 里的 database，或从备份恢复",
      en: "there is no store at \(path); check `database` in muster.yaml, or restore a backup")
  }

  public static func exists(_ path: String) -> Phrase {
    Phrase(
      zh: "\(path) 已存在，不会覆盖；请另选一个新文件，或一个空数据库",
      en: "\(path) exists and is not written over; name a new file, or a database that is empty")
  }

  public static func cannotCreate(_ path: String) -> Phrase {
    Phrase(
      zh: "无法创建 \(path)；请检查目录是否存在、是否可写",
      en: "cannot create \(path); check that its folder exists and can be written to")
  }

  public static func notAllowed(_ path: String) -> Phrase {
    path.hasPrefix("postgresql://")
      ? Phrase(
        zh: "没有权限使用 \(path)；请检查用户名、密码（PGPASSWORD 或 ~/.pgpass）和该用户的权限",
        en: "you may not use \(path); check the user, the password (PGPASSWORD or ~/.pgpass) and "
          + "what the user may do there")
      : Phrase(
        zh: "没有权限打开 \(path)；它只对创建者可读写",
        en: "you may not open \(path); only who made it can read and write it")
  }

  public static let notAnAddress = Phrase(
    zh: "读不懂数据库地址；请写成 postgresql://用户@主机/数据库",
    en: "the address of the database does not read well; write postgresql://USER@HOST/DATABASE")

  public static func disconnected(_ place: String) -> Phrase {
    Phrase(
      zh: "无法连接 \(place)，或连接中途断开；正在进行的操作要么全部保存、要么全部没有保存："
        + "请检查服务器，再运行同一条命令",
      en: "no connection to \(place), or it was cut; what was under way is kept whole or not at "
        + "all: check the server and run the same command again")
  }

  public static let tooSlow = Phrase(
    zh: "数据库中止了一条耗时过长的语句；没有写入任何内容，请稍后再试，或调大 statement_timeout",
    en: "the server gave up a statement that took too long; nothing was kept, try again later or "
      + "raise statement_timeout")

  public static func notAStore(_ path: String) -> Phrase {
    Phrase(
      zh: "\(path) 不是 Muster 的数据库；请检查 muster.yaml 里的 database，或用 muster restore 从备份恢复",
      en: "\(path) is no store of muster; check `database` in muster.yaml, or bring back a backup "
        + "by muster restore")
  }

  public static func newerSchema(found: Int, known: Int) -> Phrase {
    Phrase(
      zh: "数据库由更新版本的 Muster 建立（结构 \(found)，本程序认识到 \(known)）；请升级程序",
      en: "a newer muster made this store (schema \(found); this one knows \(known)); "
        + "install the newer version")
  }

  public static let busy = Phrase(
    zh: "数据库正被另一个进程写入，等待超时；没有写入任何内容，请稍后再试",
    en: "store busy: another process is writing; nothing was kept, try again in a moment")

  public static func copyDiffers(_ table: String) -> Phrase {
    Phrase(
      zh: "复制后表 \(table) 与原来不一致；目标处没有留下可用的数据库，请检查磁盘后再运行同一条命令",
      en: "table \(table) reads back otherwise than it was read; no store was left at the target, "
        + "check the disk and run the same command again")
  }

  public static func noBackup(_ file: String) -> Phrase {
    Phrase(zh: "找不到备份 \(file)", en: "there is no backup \(file)")
  }

  public static func badBackup(_ file: String) -> Phrase {
    Phrase(
      zh: "\(file) 不是完好的备份；什么都没有改动，请换一个备份",
      en: "\(file) is no sound backup; nothing was changed, try another one")
  }

  public static func backedUp(_ rows: Int64, to file: String) -> Phrase {
    Phrase(
      zh: "已备份到 \(file)：\(rows) 行，已读回核对",
      en: "backed up to \(file): \(rows) rows, read back and found the same")
  }

  public static func restored(_ rows: Int64, from file: String) -> Phrase {
    Phrase(
      zh: "已从 \(file) 恢复：\(rows) 行，已读回核对",
      en: "restored from \(file): \(rows) rows, read back and found the same")
  }

  /// The name under which a file is kept in whose place a backup was put.
  public static func kept(_ path: String) -> Phrase {
    Phrase(zh: "原来的数据库保留为 \(path)", en: "what was there before is kept as \(path)")
  }

  public static func moved(_ rows: Int64, to place: String) -> Phrase {
    Phrase(
      zh: "已迁移到 \(place)：\(rows) 行，已读回核对；muster.yaml 已改用新地址，原数据库保留、不再使用",
      en: "moved to \(place): \(rows) rows, read back and found the same; muster.yaml names it "
        + "now, the old store stays and is used no more")
  }

  public static func couldMove(_ rows: Int64, to place: String) -> Phrase {
    Phrase(
      zh: "可以迁移到 \(place)：试复制了 \(rows) 行，已读回核对；什么都没有改动",
      en: "can be moved to \(place): \(rows) rows were copied on trial, read back and found the "
        + "same; nothing was changed")
  }

  /// The store went elsewhere.
  public static func movedAway(from path: String, to place: String, at: Instant) -> Phrase {
    Phrase(
      zh: "\(path) 里的数据库已于 \(at) 迁移到 \(place)，这里不再使用；请在 muster.yaml 里写 "
        + "database: \(place)；若迁移中断，再运行 muster store move --to \(place)",
      en: "the store at \(path) was moved to \(place) at \(at) and is used no more; write "
        + "`database: \(place)` in muster.yaml, or, where the move was interrupted, run "
        + "muster store move --to \(place) again")
  }

  /// A copy is being put here, or was.
  public static func unfinished(_ path: String, from place: String, at: Instant) -> Phrase {
    Phrase(
      zh: "\(path) 还不是数据库：从 \(place) 复制到这里（\(at) 开始）尚未完成；"
        + "请等它完成，若已中断则再运行同一条命令（store move、restore 或 backup）",
      en: "\(path) is no store yet: copying here from \(place), begun at \(at), is not finished; "
        + "wait for it, or, where it was interrupted, run the same command (store move, restore or "
        + "backup) again")
  }

  /// The clock stands before what was booked.
  public static func clockBehind(_ now: Instant, last: Instant) -> Phrase {
    Phrase(
      zh: "本机时钟是 \(now)，而台账最后一次记账或锁定是在 \(last)；没有写入任何内容：请校正时钟；"
        + "若错的是上一次的时钟，请加 --now \(last) 运行",
      en: "this machine's clock says \(now), yet the ledger was last written at \(last); nothing "
        + "was kept: set the clock right, or, where the clock was wrong then, run with "
        + "--now \(last)")
  }

  public static let readOnly = Phrase(
    zh: "数据库只能读、不能写；请检查文件和目录的权限",
    en: "the store can be read but not written; check the permissions of its file and folder")

  public static let full = Phrase(
    zh: "磁盘已满；没有写入任何内容，腾出空间后再试",
    en: "the disk is full; nothing was kept, make room and try again")

  public static let corrupt = Phrase(
    zh: "数据库文件已损坏；请用 muster restore 从备份恢复",
    en: "the store's file is damaged; bring back a backup by muster restore")

  public static func unreadable(_ column: String, found: String, wanted: String) -> Phrase {
    Phrase(
      zh: "数据库的 \(column) 列里是 \(found)，不是 \(wanted)：数据已损坏或被其他程序改动；"
        + "请运行 muster doctor，并用 muster restore 从备份恢复",
      en: "column \(column) of the store holds \(found), which is no \(wanted): it is damaged, or "
        + "another program changed it; run muster doctor and bring back a backup by muster restore")
  }

  public static let inputOutput = Phrase(
    zh: "系统读写数据库失败；没有写入任何内容，请检查磁盘",
    en: "the system failed to read or write the store; nothing was kept, check the disk")

  public static func bug(_ message: String) -> Phrase {
    Phrase(
      zh: "程序内部错误（请报告）：\(message)", en: "a bug of muster, please report it: \(message)")
  }
}
