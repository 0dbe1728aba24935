/// What is said in Chinese of a command line that cannot be understood.
///
/// In English the argument parser's own messages stand: they name the value, the option and what
/// the option's help says of it.
public enum UsageWords {
  /// A message of the argument parser in Chinese, line by line; what an option's help says stays.
  public static func chinese(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
      .joined(separator: "\n")
  }

  private static func line(_ line: String) -> String {
    if let said = line.firstMatch(of: /^Error: (.*)$/) { return "错误：" + reason(String(said.1)) }
    if let help = line.firstMatch(of: /^Help:  (.*)$/) { return "说明：\(help.1)" }
    if let usage = line.firstMatch(of: /^Usage: (.*)$/) { return "用法：\(usage.1)" }
    if let help = line.firstMatch(of: /^  See '(.*)' for more information\.$/) {
      return "  详见 \(help.1)"
    }
    return line
  }

  private static func reason(_ text: String) -> String {
    if let m = text.firstMatch(of: /^Unknown option '(.*?)'\. Did you mean '(.*)'\?$/) {
      return "没有选项 \(m.1)；是否就是 \(m.2)？"
    }
    if let m = text.firstMatch(of: /^Unknown option '(.*)'$/) {
      return "没有选项 \(m.1)；可用的选项见下"
    }
    if let m = text.firstMatch(of: /^Missing value for '(\S+).*'$/) {
      return "选项 \(m.1) 缺少值" + wanted(String(m.1))
    }
    if let m = text.firstMatch(of: /^The value '(.*)' is invalid for '(\S+).*'(?:[:.] .*)?$/) {
      return "“\(m.1)”不能用作 \(m.2) 的值" + wanted(String(m.2))
    }
    if let m = text.firstMatch(of: /^Missing expected argument '(\S+).*'$/) {
      return "缺少 \(m.1)" + wanted(String(m.1))
    }
    if let m = text.firstMatch(of: /^Missing one of: (.*)$/) { return "以下各项缺一：\(m.1)" }
    if let m = text.firstMatch(of: /^Unexpected argument '(.*)'$/) {
      return "用不上的参数“\(m.1)”：这里没有这个子命令，或参数已经够了"
    }
    if let m = text.firstMatch(of: /^(\d+) unexpected arguments: (.*)$/) {
      return "用不上的参数 \(m.1) 个：\(m.2)"
    }
    if text == "Missing required subcommand." { return "缺少子命令；可用的子命令见下" }
    return text
  }

  private static func wanted(_ name: String) -> String {
    // A space between Chinese and a Latin word.
    accepted(name).map { "：应为" + ($0.utf8.first.map { $0 < 0x80 } == true ? " " : "") + $0 } ?? ""
  }

  /// What an option or an argument accepts, by its name; nil where any text will do.
  public static func accepted(_ name: String) -> String? { accepted[name] }

  private static let accepted: [String: String] = [
    "--as-of": day, "--day": day, "--due": day, "--from": day, "--through": day, "<day>": day,
    "--month": "月份 YYYY-MM，如 2026-11", "--now": "带时差的时间，如 2026-11-01T09:00:00Z",
    "--agent": agent, "--with": agent, "<agent>": agent,
    "--number": number, "--forecast": number, "--over": number, "<number>": number,
    "--days": "天数，一个整数", "--looks": "从 1 到 60 的整数", "--reach": "从 1 到 180 的整数",
    "--history": "天数，至少 1", "--horizon": "时段数，一个整数", "--runs": "次数，至少 1",
    "--most": "条数，一个整数", "--lead": "月数，一个整数", "--steps": "步数，一个整数",
    "--threads": "从 1 到 256 的整数", "--seed": "不小于 0 的整数", "--weight": "从 1 到 1000000 的整数",
    "--change-cost": "从 1 到 1000000 的整数", "--concurrency": "同时接待的人数，一个整数",
    "--seconds": seconds, "--wait": seconds, "--patience": seconds,
    "--agents": "人数，一个数", "--hourly": "每小时的成本，一个数", "--per-month": "每月工时，一个数",
    "--variability": "一个数", "<hours>": "各月的工时，一个或几个数",
    "--aht": "秒数，或以逗号分隔的一列秒数，如 300,330,390", "--ramp": "以逗号分隔的百分数，如 30,70",
    "--attrition": share, "--share": share, "--max-occupancy": share,
    "--shrinkage": "百分比，如 30%，或按原因列出，如 breaks=8%,training=5%",
    "--levels": "以逗号分隔的百分数，如 80,95", "--factor": "倍数，如 1.3 或 130%",
    "--target": target, "--wish": "on 或 off；在 staff 里是服务目标，如 80/20s",
    "--interval": "一天能整除的分钟数，如 15 或 30", "--deadline": "时长，如 24h 或 90min",
    "--hours": "一天里的时间段，如 20:00-24:00", "--open": "营业时间，如 'mon-fri 9:00-21:00'",
    "--stream": "“渠道/队列”，如 app/presale",
    "--like": "“新业务流=已有业务流:比例”，如 app/returns=app/aftersale:30%",
    "--locale": "zh 或 en", "--currency": "ISO 4217 币种代码，如 CNY",
    "--rung": "agent、senior、lead 或 supervisor", "--format": "muster、curtois-qu 或 multi-activity",
    "--use": "volume、mean 或 p90", "--over-time": "auto、always 或 never",
    "--module": module, "<module>": module,
  ]
  private static let day = "日期 YYYY-MM-DD，如 2026-11-02"
  private static let agent = "工号"
  private static let number = "编号，一个整数"
  private static let seconds = "秒数，一个数"
  private static let share = "百分比，如 10%"
  private static let target = "服务目标，如 80/20s 或 95/3min"
  private static let module = "模块编号，如 product-basics"
}
