import Vocabulary

// What several columns of a row make together.
extension Row {
  /// The days from `first_day` to `last_day`.
  var days: ClosedRange<Day> {
    get throws {
      let first: Day = try self["first_day"]
      return first...(try self["last_day"])
    }
  }

  /// The stream of `channel` and `queue`.
  var stream: Stream {
    get throws { Stream(channel: try self["channel"], queue: try self["queue"]) }
  }

  /// The local time of `local_day` and `local_minute`.
  var localTime: LocalTime {
    get throws {
      let minute: Int = try self["local_minute"]
      guard let time = LocalTime(day: try self["local_day"], second: minute * 60) else {
        throw StoreFault.unreadable(
          column: "local_minute", found: "\(minute)", wanted: "LocalTime")
      }
      return time
    }
  }

  /// The currency that `currency` names.
  var currency: Currency {
    get throws {
      let code: String = try self["currency"]
      guard let currency = Currency(code: code) else {
        throw StoreFault.unreadable(column: "currency", found: code, wanted: "Currency")
      }
      return currency
    }
  }
}
