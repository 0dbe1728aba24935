import Glibc
import Synchronization

/// Whether Ctrl-C was pressed.
///
/// The first press asks the work to end cleanly; the second ends the process at once.
enum Interrupt {
  private static let pressed = Atomic<Bool>(false)

  /// Listens from now on.
  static func listen() {
    signal(SIGINT) { _ in
      if Interrupt.pressed.exchange(true, ordering: .relaxed) { _exit(130) }
    }
  }

  static var isAsked: Bool { pressed.load(ordering: .relaxed) }
}
