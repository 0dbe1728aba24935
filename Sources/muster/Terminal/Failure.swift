import ArgumentParser
import Glibc
import MusterOperations
import MusterWords

/// Ends the process with what `error` has to tell and its exit code.
func fail(with error: any Error, in language: Language) -> Never {
  if isArgumentError(error) { Muster.exit(withError: error) }
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
