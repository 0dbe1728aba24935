/// What is told of contacts.
public enum ContactWords {
  /// Which import changed the store last.
  public static func lastImport(file: String, at: String, actor: String) -> Phrase {
    Phrase(
      zh: "最近一次导入：\(file)，\(at)，\(actor)", en: "last import: \(file), \(at), by \(actor)")
  }
}
