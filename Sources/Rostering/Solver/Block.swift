/// Numbers of the solver in one block of memory.
///
/// The only file of the solver with unsafe code: a search spends its time in loops over such
/// blocks, and with checked arrays they are neither flat nor turned into vector instructions.
/// Callers keep every index inside `capacity`; debug builds check it.
@safe final class Block<Element: BitwiseCopyable> {
  private(set) var capacity: Int
  private var base: UnsafeMutablePointer<Element>

  /// Room for `count` numbers, each `value` at first.
  init(_ count: Int = 0, of value: Element) {
    capacity = count
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    unsafe base.initialize(repeating: value, count: count)
  }

  init(_ values: [Element]) {
    capacity = values.count
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { unsafe base[index] = value }
  }

  /// Makes room for `count` numbers; what was stored is lost.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    unsafe base.deallocate()
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: count)
    capacity = count
  }

  deinit { unsafe base.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < capacity)
      return unsafe base[index]
    }
    set {
      assert(index >= 0 && index < capacity)
      unsafe base[index] = newValue
    }
  }

  func fill(_ target: Int, count: Int, with value: Element) {
    assert(target >= 0 && target + count <= capacity)
    let out = unsafe base + target
    for index in 0..<count { unsafe out[index] = value }
  }

  /// Takes over `count` numbers of `other` from `source` on.
  func copy(_ target: Int, from other: Block, at source: Int, count: Int) {
    assert(target >= 0 && target + count <= capacity)
    assert(source >= 0 && source + count <= other.capacity)
    unsafe (base + target).update(from: other.base + source, count: count)
  }

  var array: [Element] { (0..<capacity).map { self[$0] } }
}

extension Block where Element == Float {
  /// Lowers each number at `target` to the one at `source` plus `cost`, where that is less.
  @inline(__always)
  func lower(_ target: Int, to source: Int, plus cost: Float, count: Int) {
    assert(target >= 0 && target + count <= capacity && source >= 0 && source + count <= capacity)
    let out = unsafe base + target
    let from = unsafe base + source
    for index in 0..<count {
      let value = unsafe from[index] + cost
      unsafe out[index] = value < out[index] ? value : out[index]
    }
  }
}
