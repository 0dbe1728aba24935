/// What is told of a workspace, and of a command as a whole.
public enum WorkspaceWords {
  public static let interrupted = Phrase(
    zh: "已中断：没有写入任何内容", en: "interrupted: nothing of this was kept")
  public static let outputIsFull = Phrase(
    zh: "无法写完标准输出；请检查磁盘空间",
    en: "cannot write all of the result to standard output; check for room on the disk")

  public static func exists(_ path: String) -> Phrase {
    Phrase(
      zh: "\(path) 已存在：这里已经是一个工作区",
      en: "\(path) exists: this folder is a workspace already")
  }

  public static func notFound(_ place: String) -> Phrase {
    Phrase(
      zh: "\(place) 不是工作区（没有 muster.yaml）；请先运行 muster init，或用 --workspace 指定",
      en: "\(place) is no workspace (no muster.yaml); run muster init, or name one by --workspace")
  }

  public static func nothingShipped(_ folder: String) -> Phrase {
    Phrase(
      zh: "找不到随程序提供的内容 \(folder)；请用 make install 重新安装",
      en: "the content shipped with muster is not at \(folder); try make install again")
  }

  public static func made(_ folder: String) -> Phrase {
    Phrase(
      zh: """
        工作区已建立：\(folder)
          muster.yaml   设置：时区、语言、币种、数据库
          curricula/    课程与题库    rosters/  班型与规则    plans/  激励方案
        下一步：muster people import agents.csv，再 muster contacts import contacts.csv
        """,
      en: """
        workspace made: \(folder)
          muster.yaml   settings: time zone, language, currency, database
          curricula/    modules and quizzes    rosters/  shifts and rules    plans/  incentive plans
        next: muster people import agents.csv, then muster contacts import contacts.csv
        """)
  }
}
