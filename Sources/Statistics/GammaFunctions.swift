import RealModule

/// The natural logarithm of the gamma function, for positive `x`.
public func logGamma(_ x: Double) -> Double {
  precondition(x > 0, "the logarithm of gamma is taken of positive numbers")
  return .logGamma(x)
}

/// The natural logarithm of the beta function, for positive `a` and `b`.
///
/// Where an argument is 10 or more, Stirling's correction is used instead of a difference of large
/// logarithms, so that no digits cancel.
public func logBeta(_ a: Double, _ b: Double) -> Double {
  precondition(a > 0 && b > 0, "beta is taken of positive numbers")
  let p = min(a, b)
  let q = max(a, b)
  let share = p / (p + q)
  if p >= 10 {
    let correction = stirlingError(p) + stirlingError(q) - stirlingError(p + q)
    return 0.5 * (.log(2 * .pi) - .log(q)) + correction + (p - 0.5) * .log(share)
      + q * .log(onePlus: -share)
  }
  if q >= 10 {
    let correction = stirlingError(q) - stirlingError(p + q)
    return logGamma(p) + correction + p - p * .log(p + q) + (q - 0.5) * .log(onePlus: -share)
  }
  return logGamma(p) + (logGamma(q) - logGamma(p + q))
}

/// The derivative of ``logGamma(_:)``, for positive `x`.
///
/// Source: M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions" (1964), 6.3.5, 6.3.18.
public func digamma(_ x: Double) -> Double {
  precondition(x > 0, "digamma is taken of positive numbers")
  var x = x
  var shift = 0.0
  while x < 12 {
    shift += 1 / x
    x += 1
  }
  let y = 1 / (x * x)
  let series = y * (1 / 12.0 - y * (1 / 120.0 - y * (1 / 252.0 - y * (1 / 240.0 - y / 132.0))))
  return .log(x) - 0.5 / x - series - shift
}

/// The second derivative of ``logGamma(_:)``, for positive `x`.
///
/// Source: M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions" (1964), 6.4.6, 6.4.12.
public func trigamma(_ x: Double) -> Double {
  precondition(x > 0, "trigamma is taken of positive numbers")
  var x = x
  var shift = 0.0
  while x < 12 {
    shift += 1 / (x * x)
    x += 1
  }
  let y = 1 / (x * x)
  let series = 1 / 6.0 - y * (1 / 30.0 - y * (1 / 42.0 - y * (1 / 30.0 - y * 5 / 66.0)))
  return shift + 1 / x + 0.5 * y + y / x * series
}

/// By how much the logarithm of gamma exceeds Stirling's formula, for `x` of 10 or more.
func stirlingError(_ x: Double) -> Double {
  let y = 1 / (x * x)
  let high = 1 / 1188.0 - y * (691 / 360_360.0 - y / 156.0)
  return (1 / 12.0 - y * (1 / 360.0 - y * (1 / 1260.0 - y * (1 / 1680.0 - y * high)))) / x
}

/// The value of the continued fraction 1 / (1 + n1 / (1 + n2 / (1 + ...))) by Lentz's method.
///
/// Source: W. Press et al., "Numerical Recipes", 3rd edition (2007), section 5.2.
func continuedFraction(limit: Int = 100_000, _ numerator: (Int) -> Double) -> Double {
  let tiny = 1e-300
  var c = 1.0
  var d = 0.0
  var value = 1.0
  for step in 1...limit {
    let n = numerator(step)
    d = 1 + n * d
    if d.magnitude < tiny { d = tiny }
    c = 1 + n / c
    if c.magnitude < tiny { c = tiny }
    d = 1 / d
    let factor = c * d
    value *= factor
    if (factor - 1).magnitude < 1e-16 { break }
  }
  return 1 / value
}

/// Where a rising concave function meets zero, by Newton's method.
///
/// Such a function is below its tangents, so that after one step the search rises to the root and
/// cannot overshoot it. The logarithm of a distribution function with a log-concave density is one.
func rootOfConcave(
  from start: Double, _ function: (Double) -> (value: Double, slope: Double)
) -> Double {
  var x = start
  for _ in 0..<500 {
    let (value, slope) = function(x)
    guard slope > 0, value.isFinite else { break }
    let step = value / slope
    x -= step
    if step.magnitude <= 1e-15 * max(x.magnitude, 1e-3) { break }
  }
  return x
}
