import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords

struct DemoNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a whole invented month: every input and every output.")

  @Option(help: "The folder to make; an earlier demo in it is replaced.")
  var out = "out/demo"

  @Option(help: "What chance starts from; equal seeds give equal bytes.")
  var seed: UInt64 = 7

  @OptionGroup var output: OutputOptions

  func run() throws {
    // A demo of a Chinese shop, unless its reader asks otherwise.
    let language = output.locale ?? .zh
    let (control, bar) = output.control(in: language)
    let products = try Demo.run(in: out, seed: seed, language: language, control: control) {
      bar.end()
      output.note($0, in: language)
    }
    bar.end()
    output.print(
      Table(
        [.made, .path],
        rows: products.map { product in
          [Table.Cell(product.what, .text(product.what.en)), Table.Cell(product.path)]
        }),
      in: language)
  }
}
