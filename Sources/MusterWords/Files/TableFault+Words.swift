extension TableFault {
  /// The fault as it stands in `file`, `line` being where the row begins.
  public func fileFault(file: String, line: Int?) -> FileFault {
    FileFault(
      file: file, line: line, column: column, found: found, wanted: wanted, hint: hint)
  }

  private var column: String? {
    switch self {
    case .missingColumn(let column, _, _): column
    case .textAfterQuote(let field): "#\(field)"
    default: nil
    }
  }

  private var found: String? {
    switch self {
    case .repeatedHeading(let name): name
    case .fieldCount(let count, _): String(count)
    default: nil
    }
  }

  private var wanted: Phrase {
    switch self {
    case .noSuchFile:
      Phrase(zh: "一个存在的文件", en: "a file that exists")
    case .unreadable:
      Phrase(zh: "可读的文件", en: "a file that can be read")
    case .unwritable:
      Phrase(zh: "可写入的位置", en: "a place that can be written to")
    case .empty:
      Phrase(zh: "带表头的表格，文件却是空的", en: "a table with a heading; the file is empty")
    case .encoding:
      Phrase(zh: "UTF-8 编码的文字", en: "text in UTF-8")
    case .noGB18030:
      Phrase(
        zh: "UTF-8 编码的文字，本机没有 GB18030 转换表",
        en: "text in UTF-8, as this system has no table of GB18030")
    case .repeatedHeading:
      Phrase(zh: "互不相同的列名", en: "each heading once")
    case .missingColumn:
      Phrase(zh: "表头中有这一列", en: "a column of this name in the heading")
    case .cutOff:
      Phrase(
        zh: "完整的最后一行，文件像是被截断了",
        en: "a whole last row; the file seems to be cut off")
    case .endless:
      Phrase(
        zh: "成对的引号，这一行的引号没有结束",
        en: "a closing quote; the one opened in this row never ends")
    case .fieldCount(_, let wanted):
      Phrase(zh: "\(wanted) 个字段", en: wanted == 1 ? "1 field" : "\(wanted) fields")
    case .textAfterQuote:
      Phrase(zh: "引号之后紧跟逗号", en: "a comma right after the closing quote")
    }
  }

  private var hint: Phrase? {
    switch self {
    case .noSuchFile:
      Phrase(zh: "请检查路径", en: "check the path")
    case .encoding, .noGB18030:
      Phrase(
        zh: "请在表格软件中另存为“CSV UTF-8”",
        en: "save it again as \"CSV UTF-8\" in the spreadsheet program")
    case .missingColumn(_, let synonyms, let near):
      if let near {
        Phrase(
          zh: "是否就是“\(near)”？可用映射文件指明", en: "maybe it is \"\(near)\": a mapping file can say so")
      } else if let synonym = synonyms.first {
        Phrase(zh: "也可写作“\(synonym)”", en: "\"\(synonym)\" is read too")
      } else {
        nil
      }
    case .cutOff:
      Phrase(zh: "请重新导出", en: "export it again")
    case .fieldCount:
      Phrase(
        zh: "含逗号的字段要加引号", en: "put quotes around a field that has a comma")
    case .textAfterQuote:
      Phrase(zh: "字段内的引号要写两次", en: "write a quote inside a field twice")
    default: nil
    }
  }
}
