/// Numbers of the row solver, in one block of memory.
///
/// The only file with unsafe code: the two loops below are where a search spends its time, and
/// with checked arrays they are not turned into vector instructions. Callers keep every range
/// inside `capacity`; debug builds check it.
@safe final class FloatStore {
  private(set) var capacity = 0
  private var base = UnsafeMutablePointer<Float>.allocate(capacity: 1)

  /// Makes room for `count` numbers; what was stored is lost.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    unsafe base.deallocate()
    unsafe base = UnsafeMutablePointer<Float>.allocate(capacity: count)
    capacity = count
  }

  deinit { unsafe base.deallocate() }

  subscript(index: Int) -> Float {
    get {
      assert(index >= 0 && index < capacity)
      return unsafe base[index]
    }
    set {
      assert(index >= 0 && index < capacity)
      unsafe base[index] = newValue
    }
  }

  func fill(_ target: Int, count: Int, with value: Float) {
    assert(target >= 0 && target + count <= capacity)
    for index in 0..<count { unsafe base[target + index] = value }
  }

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
