import Glibc
import MusterFiles
import MusterOperations
import MusterWords

/// A bar on standard error that shows what is counted, at which rate, and the time left.
///
/// It shows only on a terminal and is taken away when the work ends.
final class ProgressBar {
  private let language: Language
  private let shows: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  /// A bar that stays dark where `quiet`, or where standard error is no terminal.
  init(quiet: Bool, language: Language) {
    self.language = language
    shows = !quiet && isatty(STDERR_FILENO) == 1
  }

  /// Shows `progress`, at most ten times a second.
  func show(_ progress: Progress) {
    guard shows else { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    let elapsed = (now - start).components
    let seconds = max(0.001, Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18)
    var line = "\(progress.done) \(progress.unit[language]), "
    line += "\(Int(Double(progress.done) / seconds))/s"
    if let share = progress.share {
      let filled = Int(min(1, share) * 24)
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
      let left = share > 0 ? Int(seconds / share - seconds) : 0
      line = "\(bar) \(Int(share * 100))%  \(line), "
      line += "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
    }
    printError("\r\u{1B}[K" + line, terminator: "")
  }

  /// Takes the bar away.
  func end() {
    guard shows, last != nil else { return }
    printError("\r\u{1B}[K", terminator: "")
  }
}

/// Writes `text` to standard error.
func printError(_ text: String, terminator: String = "\n") {
  _ = writeAll(text + terminator, to: STDERR_FILENO)
}

/// Writes `text` to standard output as it is; ends the process where that cannot take all of it.
func printOutput(_ text: String) {
  guard !writeAll(text, to: STDOUT_FILENO) else { return }
  fail(
    with: Refusal(.inputOutput, [WorkspaceWords.outputIsFull]),
    in: .asked())
}

/// Whether all of `text` was written.
private func writeAll(_ text: String, to descriptor: Int32) -> Bool {
  let bytes = Array(text.utf8)
  return unsafe bytes.withUnsafeBytes { buffer in
    var done = 0
    while done < buffer.count {
      let count = unsafe write(
        descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
