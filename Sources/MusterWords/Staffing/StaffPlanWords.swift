/// What plans of work that can wait, of costs and of hiring say.
public enum StaffPlanWords {
  public static func noAgents(_ file: String) -> Phrase {
    Phrase(
      zh: "\(file) 里没有 agents 列；请用 --agents 写明每个开放时段的人数",
      en: "\(file) has no column agents; say with --agents how many are there in open intervals")
  }

  public static func late(_ share: String, least: String) -> Phrase {
    Phrase(
      zh: "到期的工作中有 \(share)% 会逾期；每个开放时段至少 \(least) 人才不会逾期",
      en:
        "\(share)% of the work that falls due will be late; \(least) agents in every open interval "
        + "are the fewest with whom none is")
  }

  public static func busiest(_ time: String, needed: Int) -> Phrase {
    Phrase(
      zh: "最忙时段 \(time)：达标需要 \(needed) 人", en: "busiest interval \(time): \(needed) agents meet it")
  }

  public static func noGroup(_ file: String) -> Phrase {
    Phrase(
      zh: "\(file) 里有目标的类别没有可接待的组", en: "\(file) has a kind with a target and no groups to take it")
  }

  public static let sized = Phrase(
    zh: "各时段人数相同；每组减一人、或两人换一人都会有目标达不到",
    en: "the same in every interval; one agent less anywhere, or two for one of another group, "
      + "misses a target")

  public static let missed = Phrase(
    zh: "有业务流在模拟中达不到目标", en: "a stream misses its target when its days are simulated")
}
