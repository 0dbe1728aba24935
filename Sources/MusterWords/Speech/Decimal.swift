/// `number` in decimal with so many `places`, rounded half away from zero.
public func decimal(_ number: Double, places: Int) -> String {
  let unit = (0..<places).reduce(1.0) { power, _ in power * 10 }
  let scaled = (number * unit).rounded()
  guard scaled.magnitude < 9e18 else { return "\(number)" }
  let digits = String(Int64(scaled.magnitude))
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  let point = padded.index(padded.endIndex, offsetBy: -places)
  let sign = scaled < 0 ? "-" : ""
  return places == 0 ? sign + padded : sign + padded[..<point] + "." + padded[point...]
}

/// `number` with as many decimals as it needs, at most six.
package func shortDecimal(_ number: Double) -> String {
  var text = decimal(number, places: 6)
  while text.hasSuffix("0") { text.removeLast() }
  return text.hasSuffix(".") ? String(text.dropLast()) : text
}
