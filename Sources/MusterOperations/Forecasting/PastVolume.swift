import Forecasting
import MusterFiles
import MusterStore
import MusterWords
import Vocabulary

/// What every forecast of the workspace begins with.
struct PastVolume {
  /// That of the service standards.
  let interval: Interval
  /// Days known ahead, and the policy that names them.
  let events: (name: String, text: String, file: EventsFile)?
  /// The days from the first contact to the last.
  let known: ClosedRange<Day>

  var calendar: EventCalendar { events?.file.calendar ?? .none }

  /// The last `count` of the known days.
  func history(_ count: Int) -> Range<Day> {
    max(known.lowerBound, known.upperBound - (count - 1))..<(known.upperBound + 1)
  }
}

extension Workspace {
  /// What is known of contacts before `day`; refused where there are none.
  func pastVolume(
    before day: Day, events: String?, standards: String?
  ) throws -> PastVolume {
    let interval = try self.standards(standards).file.planning.interval
    let events = try self.events(events)
    guard let known = try store.read({ try $0.contactDays(before: day) }) else {
      throw Refusal(.noInput, [VolumeWords.noContacts(before: day)])
    }
    return PastVolume(interval: interval, events: events, known: known)
  }
}
