import ArgumentParser
import MusterOperations
import MusterViews
import MusterWords

/// Where a command shows what comes of it, in its reader's language.
final class Console {
  private let output: OutputOptions
  private var bar: ProgressBar?
  lazy var language = output.language()

  init(_ output: OutputOptions) {
    self.output = output
  }

  /// Progress on a terminal, and Ctrl-C, for long work.
  func control() -> Control {
    let bar = ProgressBar(quiet: output.quiet, language: language)
    self.bar = bar
    Interrupt.listen()
    return Control(progress: bar.show, shouldStop: { Interrupt.isAsked })
  }

  func endProgress() {
    bar?.end()
  }

  /// Says something beside the result, on standard error.
  func note(_ phrase: Phrase) {
    if !output.quiet { printError(phrase[language]) }
  }

  /// Prints the result as asked for, then what is said beside it; throws what does not hold.
  func show(_ view: View) throws {
    endProgress()
    if output.csv, let csv = view.csv {
      printOutput(csv())
    } else {
      printOutput(output.json ? view.json(language) : view.text(language))
    }
    if !output.json, !output.csv { view.asides.forEach(note) }
    view.notes.forEach(note)
    guard view.faults.isEmpty else { throw Refusal(.doesNotHold, view.faults) }
    if !view.holds { throw ExitCode(Refusal.Cause.doesNotHold.rawValue) }
  }
}
