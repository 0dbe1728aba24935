extension StringProtocol {
  /// How many cells of a terminal or a sheet the text takes: two for a CJK character or a
  /// picture, none for a mark that stands on another character.
  ///
  /// Source: Unicode Standard Annex 11, East Asian Width, classes W and F.
  public var cellWidth: Int { reduce(0) { $0 + width(of: $1) } }
}

private func width(of character: Character) -> Int {
  guard let scalar = character.unicodeScalars.first else { return 0 }
  if scalar.value < 0x300 { return scalar.value < 0x20 ? 0 : 1 }
  switch scalar.value {
  case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: return 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
