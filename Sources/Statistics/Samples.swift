import RealModule

/// The arithmetic mean, or nil of nothing.
public func mean(_ values: some Collection<Double>) -> Double? {
  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}

/// The variance around the mean, over one less than the count; nil of fewer than two values.
public func variance(_ values: some Collection<Double>) -> Double? {
  guard values.count > 1, let mean = mean(values) else { return nil }
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return squares / Double(values.count - 1)
}

/// The value below which a share `p` of `values` lies, interpolated; nil of nothing.
///
/// `p` must be in `0...1`. The values need not be sorted.
///
/// Source: R. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages" (1996), type 7.
public func quantile(_ values: some Sequence<Double>, _ p: Double) -> Double? {
  quantile(sorted: values.sorted(), p)
}

/// The same of values that are sorted already.
public func quantile(sorted values: [Double], _ p: Double) -> Double? {
  precondition((0...1).contains(p), "a share is in 0...1")
  guard !values.isEmpty else { return nil }
  let position = p * Double(values.count - 1)
  let index = Int(position)
  let low = values[index]
  let high = values[min(index + 1, values.count - 1)]
  return low + (position - Double(index)) * (high - low)
}

/// The middle value, or nil of nothing.
public func median(_ values: some Sequence<Double>) -> Double? {
  quantile(values, 0.5)
}

/// The limits within which the share behind `successes` of `trials` lies with `confidence`.
///
/// `0...1` where there are no trials. They stay inside `0...1` and hold at shares near its ends.
///
/// Source: E. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference"
/// (1927).
public func wilsonLimits(
  successes: Int, trials: Int, confidence: Double = 0.95
) -> ClosedRange<Double> {
  precondition(successes >= 0 && successes <= trials, "successes are a part of the trials")
  guard trials > 0 else { return 0...1 }
  let z = NormalDistribution.standard.quantile(0.5 + confidence / 2)
  let n = Double(trials)
  let k = Double(successes)
  let centre = k + z * z / 2
  let spread = z * (k * (n - k) / n + z * z / 4).squareRoot()
  let low = successes == 0 ? 0 : (centre - spread) / (n + z * z)
  let high = successes == trials ? 1 : (centre + spread) / (n + z * z)
  return low...high
}
