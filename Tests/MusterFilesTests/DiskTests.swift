import MusterFiles
import MusterWords
import Testing

@Suite struct DiskTests {
  @Test func readsWhatItWrote() throws {
    let path = "/tmp/muster-disk-\(UInt64.random(in: 0...UInt64.max)).txt"
    try Disk.write("工号\n", to: path)
    try Disk.write("\u{FEFF}工号,姓名\n", to: path)
    #expect(try Disk.text(at: path) == "工号,姓名\n")
    #expect(try Disk.bytes(at: path).prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(throws: FileRefusal.self) { try Disk.bytes(at: path + ".part") }
  }

  @Test func refusesAFolderThatIsNotThere() {
    let refusal = #expect(throws: FileRefusal.self) {
      try Disk.write("x", to: "/nowhere/at/all.txt")
    }
    #expect(refusal?.cause == .cannotWrite)
  }
}
