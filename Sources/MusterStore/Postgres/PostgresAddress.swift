/// Where a server is, and the store on it, as `postgresql://user@host/database`.
struct PostgresAddress: Hashable, Sendable {
  /// What is handed to libpq, a password with it where one was given.
  let text: String
  /// The same for people, without the password and without options.
  let shown: String

  /// Whether `place` names a server and no file.
  static func isAddress(_ place: String) -> Bool {
    place.hasPrefix("postgresql://") || place.hasPrefix("postgres://")
  }

  /// Throws ``StoreFault/notAnAddress`` where libpq cannot read `text`; what libpq has to say
  /// of it may hold the password, so it is not told.
  init(_ text: String) throws {
    guard let settings = PostgresLink.settings(of: text) else {
      throw StoreFault.notAnAddress
    }
    var shown = "postgresql://"
    if let user = settings["user"] { shown += user + "@" }
    shown += settings["host"] ?? settings["hostaddr"] ?? ""
    if let port = settings["port"] { shown += ":" + port }
    shown += "/" + (settings["dbname"] ?? "")
    self.text = text
    self.shown = shown
  }

  /// ``text`` as it may be written down: all but the password.
  var withoutPassword: String {
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    let end = text[start...].firstIndex { $0 == "/" || $0 == "?" } ?? text.endIndex
    var host = text[start..<end]
    if let at = host.lastIndex(of: "@") {
      let user = host[..<at].prefix { $0 != ":" }
      host = user + host[at...]
    }
    let rest = text[end...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let options = rest.dropFirst().flatMap { $0.split(separator: "&") }.filter {
      !$0.hasPrefix("password=") && !$0.hasPrefix("sslpassword=")
    }
    return text[..<start] + host + (rest.first ?? "")
      + (options.isEmpty ? "" : "?" + options.joined(separator: "&"))
  }
}

extension Store {
  /// Runs `sql` on the server at `address`, outside of any store.
  package static func administer(_ address: String, _ sql: String) throws {
    let address = try PostgresAddress(address)
    try PostgresFault.translated(address.shown) {
      _ = try PostgresLink([(name: "dbname", value: address.text)]).execute(sql)
    }
  }
}

extension Store {
  /// `place` as it may be written down: an address without its password, a path as it is.
  public static func withoutPassword(_ place: String) throws -> String {
    guard PostgresAddress.isAddress(place) else { return place }
    return try PostgresAddress(place).withoutPassword
  }
}
