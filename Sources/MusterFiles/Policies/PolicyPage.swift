public import MusterWords
public import Vocabulary
import Yams

/// A policy as its file has it: a text in YAML, its hash, and what was found wrong with it.
///
/// Every scalar is text until a reader asks for more, so that `9:00`, `no` and `1.10` mean what
/// they say. A reader asks for all it needs first and looks at ``isSound`` then, so that all
/// faults of a file are reported together:
///
/// ```swift
/// let page = try PolicyPage(text: text, file: "plan.yaml")
/// let name = page.root.required("name")?.text()
/// let share = page.root.required("share")?.percent()
/// guard let name, let share, page.isSound else { throw page.refusal }
/// ```
public final class PolicyPage {
  /// The file as the user named it.
  public let file: String
  public let text: String
  /// What a result names that was made by this policy.
  public let hash: ContentHash
  /// What was found wrong so far, in the order it was found.
  public private(set) var faults: [FileFault] = []

  private let tree: Node

  /// Reads `text`, which is one YAML document with a mapping at its root.
  public init(text: String, file: String) throws(FileRefusal) {
    self.file = file
    self.text = text
    self.hash = ContentHash(ofText: text)
    let bare = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let tree: Node?
    do {
      tree = try Parser(yaml: bare, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw FileRefusal(.badData, PolicyFault(error).fileFault(file: file))
    } catch {
      throw FileRefusal(
        .badData, PolicyFault.syntax("\(error)", line: nil, column: nil).fileFault(file: file))
    }
    guard let tree, tree.mapping != nil else {
      throw FileRefusal(.badData, PolicyFault.noMapping.fileFault(file: file))
    }
    self.tree = tree
  }

  /// Reads the UTF-8 `bytes` of a file.
  public convenience init(bytes: [UInt8], file: String) throws(FileRefusal) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileRefusal(.badData, PolicyFault.encoding.fileFault(file: file))
    }
    try self.init(text: text, file: file)
  }

  /// The mapping that the document is.
  public var root: PolicyNode { PolicyNode(page: self, node: tree, path: "") }

  /// Whether nothing was found wrong.
  public var isSound: Bool { faults.isEmpty }

  /// Why the file is refused, its faults in the order of the file.
  public var refusal: FileRefusal {
    let sorted = faults.enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }
    return FileRefusal(.badData, sorted.map(\.element))
  }

  func add(_ problem: FileFault) {
    if !faults.contains(problem) { faults.append(problem) }
  }
}

extension PolicyFault {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self = .syntax(problem, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let keys, let context):
      self = .repeatedKey(keys.first ?? "", line: context.mark.line, column: context.mark.column)
    case .reader(let problem, _, _, _):
      self = .syntax(problem, line: nil, column: nil)
    default:
      self = .syntax("\(error)", line: nil, column: nil)
    }
  }
}
