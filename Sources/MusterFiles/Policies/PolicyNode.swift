public import MusterWords
public import Vocabulary
import Yams

/// A value in a policy: a mapping, a list or a scalar, with the place where it stands.
///
/// Accessors answer nil and note a ``FileFault`` on the page where the value is not what was asked
/// for; see ``PolicyPage``.
public struct PolicyNode {
  public let page: PolicyPage
  let node: Node
  /// The keys that lead here, such as `tiers[2].floor`; empty at the root.
  public let path: String

  /// The line at which the value begins, from 1.
  public var line: Int? { node.mark?.line }

  /// The column at which the value begins, from 1.
  public var column: Int? { node.mark?.column }

  /// The text of the scalar as it stands in the file, or nil for a mapping or a list.
  public var scalar: String? { node.scalar?.string }

  public var isMapping: Bool { node.mapping != nil }

  public var isList: Bool { node.sequence != nil }

  /// Whether there is nothing: a key with no value after it.
  public var isEmpty: Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.string.isEmpty && scalar.style == .plain
  }

  /// Notes that this value is not what was wanted.
  public func report(wanted: Phrase, hint: Phrase? = nil) {
    page.add(fileFault(found: scalar, wanted: wanted, hint: hint))
  }

  /// Notes what is wrong about this value, `found` being what it amounts to.
  public func report(found: String?, wanted: Phrase, hint: Phrase? = nil) {
    page.add(fileFault(found: found, wanted: wanted, hint: hint))
  }

  private func fileFault(found: String?, wanted: Phrase, hint: Phrase?) -> FileFault {
    FileFault(
      file: page.file, line: line, column: column.map(String.init), found: found, wanted: wanted,
      hint: hint)
  }
}

// Mappings and lists.
extension PolicyNode {
  /// The value of `key`, or nil where it is not there or empty.
  public subscript(key: String) -> PolicyNode? {
    guard let entry = pairs.first(where: { $0.key.scalar == key }), !entry.value.isEmpty else {
      return nil
    }
    return entry.value
  }

  /// The value of `key`; its absence is a problem.
  public func required(_ key: String) -> PolicyNode? {
    if let value = self[key] { return value }
    if isMapping {
      let near = nearest(to: key, among: pairs.compactMap { $0.key.scalar })
      report(
        found: nil, wanted: .policyKey(path.isEmpty ? key : "\(path).\(key)"),
        hint: near.flatMap { $0 == key ? nil : .maybe($0) })
    } else {
      report(wanted: .policyMapping)
    }
    return nil
  }

  /// Notes each key that is none of `known`, with the one it may be a slip of, and repeats.
  public func allow(keys known: String...) { allow(keys: known) }

  public func allow(keys known: [String]) {
    guard isMapping else { return report(wanted: .policyMapping) }
    for (key, _) in pairs {
      guard let name = key.scalar, !known.contains(name) else { continue }
      key.report(
        wanted: .policyKnownKey(known), hint: nearest(to: name, among: known).map(Phrase.maybe))
    }
  }

  /// The entries of a mapping in the order of the file; a problem where it is none.
  public var entries: [(key: PolicyNode, value: PolicyNode)] {
    if !isMapping { report(wanted: .policyMapping) }
    return pairs
  }

  /// The items of a list; a problem where it is none.
  public var items: [PolicyNode] {
    guard let sequence = node.sequence else {
      report(wanted: .policyList)
      return []
    }
    return sequence.enumerated().map {
      PolicyNode(page: page, node: $1, path: "\(path)[\($0 + 1)]")
    }
  }

  /// The items under `key`; none where there is no such key.
  public func list(_ key: String) -> [PolicyNode] { self[key]?.items ?? [] }

  /// The entries, with keys that are scalars and stand there once.
  private var pairs: [(key: PolicyNode, value: PolicyNode)] {
    guard let mapping = node.mapping else { return [] }
    var seen: [String] = []
    return mapping.compactMap { pair in
      let key = PolicyNode(page: page, node: pair.key, path: path)
      guard let name = key.scalar else {
        key.report(wanted: .policyText)
        return nil
      }
      guard !seen.contains(name) else {
        key.report(wanted: .policyKeyOnce)
        return nil
      }
      seen.append(name)
      let below = path.isEmpty ? name : "\(path).\(name)"
      return (key, PolicyNode(page: page, node: pair.value, path: below))
    }
  }
}

// Scalars.
extension PolicyNode {
  /// What `parse` makes of the scalar; a problem where that is nil.
  public func value<Value>(
    wanted: Phrase, hint: Phrase? = nil, _ parse: (String) -> Value?
  ) -> Value? {
    if let scalar, let value = parse(scalar) { return value }
    report(wanted: wanted, hint: hint)
    return nil
  }

  /// The text, which must not be empty.
  public func text() -> String? {
    value(wanted: .policyText) { $0.isEmpty ? nil : $0 }
  }

  /// A text in both languages: a mapping with `zh` and `en`, or one text for both.
  public func phrase() -> Phrase? {
    guard isMapping else { return text().map(Phrase.init(verbatim:)) }
    allow(keys: "zh", "en")
    guard let zh = required("zh")?.text(), let en = required("en")?.text() else { return nil }
    return Phrase(zh: zh, en: en)
  }

  /// A whole number in `range`.
  public func wholeNumber(in range: ClosedRange<Int> = 0...Int.max) -> Int? {
    value(wanted: .wholeNumber(in: range)) { text in
      scaledDecimal(text, places: 0).flatMap { Int(exactly: $0) }
        .flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A decimal number with at most `places` decimals, times ten to the power of `places`.
  public func decimal(places: Int, in range: ClosedRange<Int64> = 0...Int64.max) -> Int64? {
    value(wanted: .decimal(places: places, in: range)) { text in
      scaledDecimal(text, places: places).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A share such as `12.5%`.
  public func percent(
    in range: ClosedRange<BasisPoints> = BasisPoints.zero...BasisPoints(Int64.max)
  ) -> BasisPoints? {
    value(wanted: .percent(in: range)) { text in
      guard text.hasSuffix("%") else { return nil }
      return scaledDecimal(trimmed(String(text.dropLast())), places: 2).map(BasisPoints.init)
        .flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A score from 0 to 100 with at most two decimals.
  public func score() -> Score? {
    value(wanted: .decimal(places: 2, in: 0...10_000)) { text in
      scaledDecimal(text, places: 2).flatMap { Score(hundredths: Int(clamping: $0)) }
    }
  }

  /// An amount in major units, such as `1200` or `1200.50`.
  public func money(in currency: Currency = .yuan) -> Money? {
    value(wanted: .money(currency.decimals)) { text in
      scaledDecimal(text, places: currency.decimals).map { Money(minorUnits: $0, currency) }
    }
  }

  /// A day as `YYYY-MM-DD`.
  public func day() -> Day? { value(wanted: .day) { Day($0) } }

  /// A month as `YYYY-MM`.
  public func month() -> Month? { value(wanted: .month) { Month($0) } }

  /// A time of day as `H:MM`, in minutes since midnight; `24:00` is the end of the day.
  public func timeOfDay() -> Int? {
    value(wanted: .timeOfDay) { text in
      hoursAndMinutes(text).flatMap { $0 <= 1440 ? $0 : nil }
    }
  }

  /// An amount of time as `H:MM`, `8h`, `30m` or `8h30m`.
  public func minutes() -> Minutes? {
    value(wanted: .minutes) { text in
      if let count = hoursAndMinutes(text) { return Minutes(count) }
      let parts = text.split(separator: "h", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count) else { return nil }
      let hours = parts.count == 2 ? digits(parts[0]) : 0
      guard let hours, let last = parts.last else { return nil }
      if last.isEmpty, parts.count == 2 { return .hours(hours) }
      guard last.hasSuffix("m"), let rest = digits(last.dropLast()) else { return nil }
      return Minutes(hours * 60 + rest)
    }
  }

  /// A flag: `yes`, `no`, `true` or `false`.
  public func flag() -> Bool? {
    value(wanted: .flag) { text in
      switch text.lowercased() {
      case "yes", "true": true
      case "no", "false": false
      default: nil
      }
    }
  }

  /// One of the words that `kind` knows.
  public func choice<Kind: RawRepresentable & CaseIterable>(of kind: Kind.Type) -> Kind?
  where Kind.RawValue == String {
    let words = kind.allCases.map(\.rawValue)
    let near = scalar.flatMap { nearest(to: $0, among: words) }
    return value(wanted: .oneOf(words), hint: near.map(Phrase.maybe)) { Kind(rawValue: $0) }
  }
}

/// `H:MM` in minutes.
func hoursAndMinutes(_ text: some StringProtocol) -> Int? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 2, parts[1].utf8.count == 2, let hours = digits(parts[0]),
    let minutes = digits(parts[1]), minutes < 60
  else { return nil }
  return hours * 60 + minutes
}

/// Hours of a day such as `9:00-21:00`.
func clockSpan(_ text: String) -> Range<Minutes>? {
  let ends = text.split(separator: "-").map { hoursAndMinutes($0) }
  guard ends.count == 2, let from = ends[0], let to = ends[1], from < to, to <= 1440 else {
    return nil
  }
  return Minutes(from)..<Minutes(to)
}

/// A whole number of one to six ASCII digits.
func digits(_ text: some StringProtocol) -> Int? {
  let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return nil }
  return Int(text)
}

/// The decimal number that `text` spells, times ten to the power of `places`, without a detour
/// over binary fractions; nil where it has more decimals, is none, or is too large.
public func scaledDecimal(_ text: some StringProtocol, places: Int) -> Int64? {
  var value: Int64 = 0
  var decimals: Int?
  var digits = 0
  var bytes = Substring(text).utf8[...]
  let sign: Int64 = bytes.first == UInt8(ascii: "-") ? -1 : 1
  if sign < 0 || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
  for byte in bytes {
    if byte == UInt8(ascii: "."), decimals == nil, digits > 0 {
      decimals = 0
      continue
    }
    guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    if let count = decimals {
      // Zeros beyond the last place change nothing.
      if count == places {
        guard byte == UInt8(ascii: "0") else { return nil }
        continue
      }
      decimals = count + 1
    }
    digits += 1
    let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
    let (sum, isStillTooLarge) = tenfold.addingReportingOverflow(
      sign * Int64(byte - UInt8(ascii: "0")))
    guard !isTooLarge, !isStillTooLarge else { return nil }
    value = sum
  }
  guard digits > 0, bytes.last != UInt8(ascii: ".") else { return nil }
  for _ in (decimals ?? 0)..<max(places, decimals ?? 0) {
    let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
    guard !isTooLarge else { return nil }
    value = tenfold
  }
  return value
}
