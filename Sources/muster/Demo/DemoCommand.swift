import ArgumentParser
import MusterViews
import MusterWords

struct DemoCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a whole invented month: every input and every output.")

  @Option(help: "The folder to make; an earlier demo in it is replaced.")
  var out = "out/demo"

  @Option(help: "What chance starts from; equal seeds give equal bytes.")
  var seed: UInt64 = 7

  @OptionGroup var output: OutputOptions

  func view(on console: Console) throws -> View {
    // A demo of a Chinese shop, unless its reader asks otherwise.
    console.language = output.locale ?? .zh
    let products = try Demo.run(
      in: out, seed: seed, language: console.language, control: console.control()
    ) { phrase in
      console.endProgress()
      console.note(phrase)
    }
    return View(made: products.map { ($0.what, $0.path) })
  }
}
