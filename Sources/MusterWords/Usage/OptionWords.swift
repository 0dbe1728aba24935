/// Why options do not go together, or are out of range.
public enum OptionWords {
  public static let nonNegativeCrew = Phrase(
    zh: "--agents 和 --lead 不能小于 0，--per-month 要大于 0。",
    en: "--agents and --lead are not negative, --per-month is above 0.")
  public static let nonNegativeAgents = Phrase(
    zh: "--agents 不能小于 0。", en: "--agents is not negative.")
  public static let positiveAHT = Phrase(
    zh: "--aht 要大于 0 秒。", en: "--aht is more than 0 seconds.")
  public static let attrition = Phrase(
    zh: "--attrition 至少 0%，小于 100%。", en: "--attrition is at least 0% and below 100%.")
  public static let changeCost = Phrase(
    zh: "--change-cost 从 1 到 1000000。", en: "--change-cost is from 1 to 1000000.")
  public static let swapDays = Phrase(
    zh: "--days 是以逗号分隔的日期，如 2026-11-03,2026-11-05。",
    en: "--days is a list such as 2026-11-03,2026-11-05.")
  public static let rosterDays = Phrase(
    zh: "--days 从 1 到 366。", en: "--days is from 1 to 366.")
  public static let nonNegativeHourly = Phrase(
    zh: "--hourly 不能小于 0。", en: "--hourly is not negative.")
  public static let mostProposals = Phrase(
    zh: "--most 从 1 到 10000。", en: "--most is from 1 to 10000.")
  public static let nonNegativeMost = Phrase(
    zh: "--most 不能小于 0。", en: "--most must not be negative.")
  public static let ramp = Phrase(
    zh: "--ramp 列出 0 到 100 的百分数。", en: "--ramp lists shares from 0 to 100.")
  public static let someRun = Phrase(
    zh: "--runs 至少为 1。", en: "--runs is at least 1.")
  public static let nonNegativeSeconds = Phrase(
    zh: "--seconds 不能小于 0。", en: "--seconds must not be negative.")
  public static let seal = Phrase(
    zh: "--seen 是封印，或至少它的前 8 位十六进制数字。",
    en: "--seen is a seal, or at least its first 8 hexadecimal digits.")
  public static let nonNegativeSteps = Phrase(
    zh: "--steps 不能小于 0。", en: "--steps must not be negative.")
  public static let threads = Phrase(
    zh: "--threads 从 1 到 256。", en: "--threads is from 1 to 256.")
  public static let throughBeforeDay = Phrase(
    zh: "--through 不能早于 --day。", en: "--through is not before --day.")
  public static let weight = Phrase(
    zh: "--weight 从 1 到 1000000。", en: "--weight is from 1 to 1000000.")
  public static let otherAgent = Phrase(
    zh: "--with 要与 --agent 不是同一人。", en: "--with names another agent than --agent.")
  public static let fileHasNoStreams = Phrase(
    zh: "文件里不分业务流，不能与 --stream 同用。", en: "A file has no streams.")
  public static let forecastHasNoVolume = Phrase(
    zh: "预测有 mean 和 p90，没有 volume。", en: "A forecast has a mean and a p90, no volume.")
  public static let someHistory = Phrase(
    zh: "--history 至少一天。", en: "A history has at least one day.")
  public static let usualLevels = Phrase(
    zh: "网页和工作簿的区间是 80% 与 95%，不能与 --levels 同用。",
    en: "A page or a workbook has bands of 80 and 95 per cent.")
  public static let someAlias = Phrase(
    zh: "--alias 不能为空。", en: "An --alias is not empty.")
  public static let icsOrOther = Phrase(
    zh: "--ics、--json、--csv 只能选一个。", en: "Choose one of --ics, --json and --csv.")
  public static let jsonOrCSV = Phrase(
    zh: "--json 与 --csv 只能选一个。", en: "Choose one of --json and --csv.")
  public static let monthOrDay = Phrase(
    zh: "--month 与 --day 只能选一个。", en: "Choose one of --month and --day.")
  public static let forecastDays = Phrase(
    zh: "--days 从 1 到 400。", en: "Forecast from 1 to 400 days.")
  public static let agentAndDay = Phrase(
    zh: "--agent 与 --day 要么都给，要么都不给。", en: "Give --agent and --day, or neither.")
  public static let moduleAndDue = Phrase(
    zh: "--module 与 --due 要一起给。", en: "Give --module and --due together.")
  public static let problemAndRoster = Phrase(
    zh: "PROBLEM 与 ROSTER 要么都给，要么都不给。", en: "Give PROBLEM and ROSTER, or none.")
  public static let someHours = Phrase(
    zh: "至少给出一个月的工时，且不小于 0。", en: "Hours are given for one month at least and not negative.")
  public static let reach = Phrase(
    zh: "--reach 从 1 到 180。", en: "Look from 1 to 180 days ahead.")
  public static let mixDays = Phrase(
    zh: "--days 从 1 到 400。", en: "Look from 1 to 400 days ahead.")
  public static let looks = Phrase(
    zh: "--looks 从 1 到 60。", en: "Look from 1 to 60 past days.")
  public static let nonNegativeHorizon = Phrase(
    zh: "--horizon 不能小于 0。", en: "The horizon must not be negative.")
  public static let noTable = Phrase(
    zh: "这项结果不是表格：请用 --json，或都不用。", en: "This result is no table: choose --json, or neither.")

  public static func concurrency(_ count: Int, listed: Int) -> Phrase {
    Phrase(
      zh: "--concurrency 是 \(count)，--aht 却列了 \(listed) 个。",
      en: "--concurrency is \(count), --aht lists \(listed).")
  }
}
