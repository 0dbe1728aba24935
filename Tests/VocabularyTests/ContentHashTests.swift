import Testing
import Vocabulary

@Suite("Content hash") struct ContentHashTests {
  /// FIPS 180-2, appendix B.
  @Test(
    "SHA-256",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func known(text: String, hex: String) {
    #expect(ContentHash(ofText: text).description == hex)
    #expect(ContentHash(of: Array(text.utf8)).description == hex)
    #expect(ContentHash(hex: hex) == ContentHash(ofText: text))
    #expect(ContentHash(hex: hex.uppercased()) == ContentHash(ofText: text))
  }

  @Test("line ends do not count in a text", arguments: ["a\r\nb\r\n", "a\rb\r", "a\nb\r"])
  func lineEnds(text: String) {
    #expect(ContentHash(ofText: text) == ContentHash(ofText: "a\nb\n"))
    #expect(ContentHash(of: Array(text.utf8)) != ContentHash(ofText: "a\nb\n"))
  }

  @Test("an empty line more is another text") func emptyLines() {
    #expect(ContentHash(ofText: "a\r\n\r\nb") == ContentHash(ofText: "a\n\nb"))
    #expect(ContentHash(ofText: "a\r\rb") == ContentHash(ofText: "a\n\nb"))
    #expect(ContentHash(ofText: "a\n\nb") != ContentHash(ofText: "a\nb"))
  }

  @Test(
    "what is no hash",
    arguments: ["", "abc", String(repeating: "g", count: 64), String(repeating: "0", count: 65)])
  func refused(hex: String) {
    #expect(ContentHash(hex: hex) == nil)
  }

  @Test("the origin is all zeros") func origin() {
    #expect(ContentHash.origin.description == String(repeating: "0", count: 64))
    #expect(ContentHash.origin.short == "000000000000")
  }
}
