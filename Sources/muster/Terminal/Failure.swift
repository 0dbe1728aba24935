import ArgumentParser
import Glibc
import MusterOperations
import MusterWords

/// Ends the process with what `error` has to tell and its exit code.
func fail(with error: any Error, in language: Language) -> Never {
  if isArgumentError(error) {
    let code = Muster.exitCode(for: error)
    let message = Muster.fullMessage(for: error)
    guard language == .zh, !code.isSuccess, !message.isEmpty else {
      Muster.exit(withError: error)
    }
    printError(UsageWords.chinese(message))
    exit(code.rawValue)
  }
  let refusal = MusterOperations.refusal(for: error)
  for line in refusal.lines { printError("muster: " + line[language]) }
  exit(refusal.cause.rawValue)
}

/// Whether the argument parser made `error` and knows how to show it: help, version, usage.
private func isArgumentError(_ error: any Error) -> Bool {
  switch error {
  case is ExitCode, is ValidationError, is CleanExit: true
  default: Muster.exitCode(for: error) != .failure
  }
}

extension ValidationError {
  /// Says what is wrong in the reader's language.
  init(_ phrase: Phrase) { self.init(phrase[.asked()]) }
}
