import MusterFiles
import MusterTesting
import MusterWords
import Testing
import Training

@Suite struct ShippedCurriculumTests {
  @Test func holdsTogether() throws {
    let reading = try CurriculumReading(folder: Checkout.root + "/curricula")
    #expect(reading.faults.map { $0.text(in: .en) } == [])
    #expect(reading.notes.isEmpty)
    #expect(
      reading.curriculum.modules.map(\.id.text) == [
        "communication", "complaint-handling", "emotion", "onboarding", "product",
      ])
    for module in reading.curriculum.modules {
      #expect(module.questions.count >= 10)
      let english = reading.curriculum.module(module.id, language: "en")
      #expect(english?.title != module.title)
    }
    #expect(reading.curriculum.paths.count == 4)
  }
}
