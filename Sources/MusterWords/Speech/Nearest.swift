/// The one of `candidates` that `word` may be a slip of, or nil where none is near.
///
/// Near is a distance of insertions, deletions, replacements and swaps of neighbours of at most a
/// third of the longer word, and at least one.
public func nearest(to word: String, among candidates: [String]) -> String? {
  let letters = Array(word.lowercased())
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let other = Array(candidate.lowercased())
    let distance = editDistance(letters, other)
    let limit = max(1, max(letters.count, other.count) / 3)
    guard distance <= limit, distance < max(letters.count, other.count) else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
  }
  return best?.candidate
}

/// The optimal string alignment distance of `a` and `b`.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var previous: [Int] = []
  var current = Array(0...b.count)
  for i in a.indices {
    let before = previous
    previous = current
    current = [i + 1]
    for j in b.indices {
      var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      current.append(cost)
    }
  }
  return current[b.count]
}

/// `text` without blanks, tabs and no-break spaces around it.
package func trimmed(_ text: String) -> String {
  let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" }
  let front = text.drop(while: isBlank)
  let count = front.reversed().prefix(while: isBlank).count
  return String(front.dropLast(count))
}
