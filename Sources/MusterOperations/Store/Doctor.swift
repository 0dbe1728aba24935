import MusterStore
public import MusterWords
import Vocabulary

/// Something about a workspace that was looked at, and whether it is as it should be.
public struct Finding: Hashable, Sendable {
  public enum Subject: String, Hashable, Sendable {
    case store, schema, integrity, permissions, settings, clock, zone
  }

  public var subject: Subject
  public var isSound: Bool
  /// What was found; where it is not sound, with what to do.
  public var detail: Phrase
}

extension Workspace {
  /// Looks at the store and the folder as a whole; reads all of the store.
  public func examine() throws -> [Finding] {
    let report = try store.examine()
    let engine = report.engine
    let latest = engine.damage.isEmpty ? try store.read { try $0.latestInstant() } : nil
    let isClockBehind = latest.map { now + Workspace.clockTolerance < $0 } ?? false
    let isPrivate = engine.permissions.map { $0 & 0o077 == 0 } ?? true
    var findings = [
      Finding(
        subject: .store, isSound: report.movedTo == nil,
        detail: report.movedTo.map(DoctorWords.movedAway(to:))
          ?? Phrase(verbatim: "\(engine.engine), \(Workspace.size(engine.bytes))")),
      Finding(
        subject: .schema, isSound: report.schema == report.newestSchema,
        detail: Phrase(verbatim: "\(report.schema)")),
      Finding(
        subject: .integrity, isSound: engine.damage.isEmpty,
        detail: engine.damage.isEmpty
          ? DoctorWords.sound : DoctorWords.damaged(engine.damage.prefix(3))),
    ]
    if let permissions = engine.permissions {
      findings.append(
        Finding(
          subject: .permissions, isSound: isPrivate,
          detail: isPrivate
            ? Phrase(verbatim: String(permissions, radix: 8))
            : DoctorWords.tooOpen(String(permissions, radix: 8), file: engine.place)))
    }
    findings += engine.risks.map { risk in
      Finding(
        subject: .settings, isSound: false,
        detail: DoctorWords.risky(risk.setting, found: risk.found, wanted: risk.wanted))
    }
    findings.append(
      Finding(
        subject: .clock, isSound: !isClockBehind,
        detail: isClockBehind
          ? DoctorWords.clockBehind(now, last: latest ?? now) : DoctorWords.clockAhead))
    findings.append(
      Finding(subject: .zone, isSound: true, detail: Phrase(verbatim: zone.name)))
    return findings
  }

  /// Seconds by which the clocks of several desks may differ.
  private static let clockTolerance: Int64 = 300

  /// `bytes` as people read sizes.
  private static func size(_ bytes: Int64) -> String {
    bytes < 1 << 20 ? "\(bytes >> 10) KiB" : "\(bytes >> 20) MiB"
  }
}
