import Dispatch
import Synchronization

/// Runs work that does not depend on the order in which it is done.
enum Parallel {
  /// `body` of each number below `count`, at most `threads` at once; results by number.
  static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    let results = Mutex<[Int: Result]>([:])
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while case let index = next.withLock({
        $0 += 1
        return $0 - 1
      }), index < count {
        let result = body(index)
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { done in (0..<count).compactMap { done[$0] } }
  }
}
