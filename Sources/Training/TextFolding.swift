/// `text` as answers are compared: full-width forms made plain, outer space and a final sentence
/// mark dropped, and capitals made small unless `keepingCase`.
///
/// What Unicode's NFKC does to the letters, digits and marks that a Chinese input method makes wide
/// (Ｖ, ３, ，, the ideographic space) and to circled numbers; canonical forms are left to `==`. A
/// traditional character never becomes a simplified one.
public func folded(_ text: String, keepingCase: Bool) -> String {
  var scalars: [Unicode.Scalar] = []
  for scalar in text.unicodeScalars {
    scalars.append(contentsOf: narrow(scalar))
  }
  while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
  if scalars.count > 1, let last = scalars.last, sentenceMarks.contains(last) {
    scalars.removeLast()
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
  }
  let kept = scalars.drop { $0.properties.isWhitespace }
  var result = String.UnicodeScalarView()
  result.append(contentsOf: kept)
  return keepingCase ? String(result) : String(result).lowercased()
}

/// `text` with full-width ASCII and the ideographic space made plain, all else as it is.
public func narrowed(_ text: some StringProtocol) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    result.append(contentsOf: narrow(scalar))
  }
  return String(result)
}

/// `text` without space at its ends, the ideographic space included.
func trimmed(_ text: some StringProtocol) -> String {
  var scalars = Array(text.unicodeScalars)[...]
  while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
  while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
  var result = String.UnicodeScalarView()
  result.append(contentsOf: scalars)
  return String(result)
}

private let sentenceMarks: [Unicode.Scalar] = [".", "!", "?", ";", "。", "…"]

private func narrow(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  switch scalar.value {
  case 0x3000: [" "]
  case 0xFF01...0xFF5E: [Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar]
  case 0x2460...0x2473: Array(String(scalar.value - 0x245F).unicodeScalars)
  default: [scalar]
  }
}
