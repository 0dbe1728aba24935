import Testing
import Training
import Vocabulary

/// The id that `text` is, of a module, a question, a rubric, as the place wants it.
func id<Subject>(_ text: String) throws -> Identifier<Subject> {
  try #require(Identifier<Subject>(text))
}

func agent(_ number: String) throws -> AgentNumber { try #require(AgentNumber(number)) }

func version(_ text: String) throws -> ModuleVersion { try #require(ModuleVersion(text)) }
