/// What is told of the erasure of a person.
public enum ErasureWords {
  public static func isEmployed(_ number: String) -> Phrase {
    Phrase(
      zh: "工号 \(number) 仍在职或尚未入职；离职后再抹除，或加 --even-employed",
      en: "agent \(number) is employed, or will be; erase them once they have left, or add "
        + "--even-employed")
  }

  public static let unconfirmed = Phrase(
    zh: "抹除不能撤销；请先用 --dry-run 查看会抹除什么，再加 --yes",
    en: "this cannot be undone: see what it would blank by --dry-run, then add --yes")

  public static let notPurged = Phrase(
    zh: "已抹除，但另一个进程还在读取旧内容，数据库文件里可能仍有残留；请在它结束后再运行同一条命令",
    en:
      "it is erased, but another process still reads what was there, so the store's files may hold "
      + "it yet; run the same command again once it has ended")

  public static func before(_ moment: String, by actor: String) -> Phrase {
    Phrase(zh: "此前已于 \(moment) 由 \(actor) 抹除", en: "erased before, \(moment), by \(actor)")
  }

  public static func erased(_ number: String, rows: Int, isDryRun: Bool) -> Phrase {
    switch (rows, isDryRun) {
    case (0, _):
      Phrase(
        zh: "工号 \(number)：没有可抹除的内容", en: "agent \(number): there is nothing to blank")
    case (_, true):
      Phrase(
        zh: "试运行：工号 \(number) 将抹除 \(rows) 处，没有写入任何内容",
        en:
          "dry run: \(rows) \(rows == 1 ? "field" : "fields") of agent \(number) would be blanked; "
          + "nothing was kept")
    case (_, false):
      Phrase(
        zh: "工号 \(number) 已抹除：\(rows) 处",
        en: "agent \(number) is erased: \(rows) \(rows == 1 ? "field" : "fields")")
    }
  }

  public static func kept(_ rows: Int) -> Phrase {
    Phrase(
      zh: "有 \(rows) 处无法抹除（台账的操作人参与哈希，策略文本由哈希标识）：改动会使校验失败，仍保留原文",
      en:
        "\(rows) \(rows == 1 ? "field stays" : "fields stay"): a ledger entry's actor is part of its "
        + "hash, a policy is known by the hash of its text, and neither would verify otherwise")
  }

  public static func namesakes(_ others: [String]) -> Phrase {
    Phrase(
      zh: "与工号 \(others.joined(separator: "、")) 同名：只以姓名登记的操作分不清是谁，未改动",
      en:
        "\(others.joined(separator: ", ")) bears the same name: what was done under the name alone "
        + "was left, as it may be theirs")
  }

  public static func oldFiles(_ files: [String]) -> Phrase {
    Phrase(
      zh: "这些仍保存着抹除前的内容，请自行删除或另行备份：\(files.joined(separator: "、"))",
      en: "these hold what was there before, remove them or back up anew: "
        + files.joined(separator: ", "))
  }

  public static let elsewhere = Phrase(
    zh: "别处的备份、out/ 里已导出的文件和原始花名册不受影响，请自行处理",
    en:
      "backups elsewhere, files written to out/ and the staff lists themselves are yours to see to")

  public static let onServer = Phrase(
    zh: "服务器的日志、副本和备份由其管理员处理；已对改动的表运行 VACUUM",
    en:
      "the server's log, replicas and backups are its administrator's; VACUUM was run on the tables"
  )

  public static func outcome(_ code: String) -> Phrase {
    switch code {
    case "blanked": Phrase(zh: "清空", en: "blanked")
    case "numbered": Phrase(zh: "改为工号", en: "number in its place")
    default: Phrase(zh: "保留", en: "stays")
    }
  }
}
