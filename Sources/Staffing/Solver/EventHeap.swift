/// What happens next, the earliest first: a binary heap in two flat arrays.
///
/// Equal times come in an order that depends on what was added alone.
struct EventHeap {
  private var times: [Double] = []
  private var events: [UInt64] = []

  var isEmpty: Bool { times.isEmpty }
  var nextTime: Double { times[0] }

  mutating func add(_ event: UInt64, at time: Double) {
    var place = times.count
    times.append(time)
    events.append(event)
    while place > 0 {
      let parent = (place - 1) / 2
      guard time < times[parent] else { break }
      times[place] = times[parent]
      events[place] = events[parent]
      place = parent
    }
    times[place] = time
    events[place] = event
  }

  /// Takes the earliest out; there must be one.
  mutating func removeFirst() -> (time: Double, event: UInt64) {
    let first = (times[0], events[0])
    let time = times.removeLast()
    let event = events.removeLast()
    let count = times.count
    guard count > 0 else { return first }
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < count else { break }
      if child + 1 < count, times[child + 1] < times[child] { child += 1 }
      guard times[child] < time else { break }
      times[place] = times[child]
      events[place] = events[child]
      place = child
    }
    times[place] = time
    events[place] = event
    return first
  }
}
