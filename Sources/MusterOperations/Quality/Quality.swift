public import MusterFiles
public import MusterStore
public import MusterWords
public import People
public import Performance
public import Vocabulary

/// What a table of reviews brought.
public struct QualityRecord: Sendable {
  /// Reviews that were kept, in the order of the table.
  public let reviews: [Review]
  /// Contacts that had the same review already.
  public let same: Int
  /// What was wrong; the contacts it belongs to were left out.
  public let faults: [FileFault]
}

/// The reviews of one agent, one team or all.
public struct QualityLine: Hashable, Sendable {
  /// Whether the line is that of all together.
  public let isAll: Bool
  public let team: String
  /// Nil for a whole team and for all.
  public let agent: Agent?
  /// How many contacts the draws of these days hold.
  public let drawn: Int
  /// The reviews of drawn contacts: what the published rate rests on.
  public let rate: PassRate
  /// Reviews of other contacts.
  public let others: Int
  /// The mean score of the reviewed contacts that were drawn, in hundredths; nil without any.
  public let meanScore: Score?
}

extension Workspace {
  /// Draws the sample of a day, or gives the one that was drawn.
  ///
  /// A day is drawn once: another seed or share for the same day is refused, so that nobody can
  /// draw until the sample pleases.
  public func drawQuality(
    on day: Day, seed: UInt64, share: BasisPoints = .percent(10), dryRun: Bool = false
  ) throws -> (draw: StoredDraw, isNew: Bool) {
    guard let draw = QualityDraw(seed: seed, share: share) else {
      throw Refusal(.usage, [QualityWords.badShare])
    }
    return try store.change(dryRun: dryRun) { connection in
      if let earlier = try connection.qualityDraw(on: day) {
        guard earlier.draw == draw else {
          throw Refusal(
            .notAllowed, [QualityWords.drawnBefore(day, earlier.draw.seed, earlier.draw.share)])
        }
        return (earlier, false)
      }
      let candidates = try connection.drawableContacts(on: day).map { contact in
        QualityDraw.Candidate(contact: contact.name, agent: contact.agent, channel: contact.channel)
      }
      guard !candidates.isEmpty else { throw Refusal(.noInput, [QualityWords.noContacts(day)]) }
      let stored = StoredDraw(draw: draw, day: day, strata: draw.strata(of: candidates, on: day))
      try connection.add(stored, at: now, by: actor)
      return (stored, true)
    }
  }

  /// Keeps the reviews in a table, scored by the scorecard at a path.
  public func recordQuality(
    _ file: FileSource, scorecard path: String? = nil, source: String = "main", dryRun: Bool = false
  ) throws -> QualityRecord {
    let path = path ?? curriculumFolder + "/scorecards/chat.md"
    let text = try Disk.text(at: path)
    let scorecard = try ScorecardFile.read(text: text, file: path)
    let sheet = try ReviewSheet(
      TableReader(file, columns: ReviewSheet.columns), by: scorecard)
    return try store.change(dryRun: dryRun) { connection in
      let hash = try connection.savePolicy(kind: "scorecard", path: path, text: text)
      var kept: [Review] = []
      var same = 0
      var faults = sheet.faults
      for review in sheet.reviews {
        guard
          let contact = try connection.contactID(source: source, externalID: review.contact)
        else {
          faults.append(
            sheet.fileFault(of: review.contact, wanted: QualityWords.knownContact))
          continue
        }
        if let earlier = try connection.qualityMarks(of: contact) {
          if earlier == review.marks {
            same += 1
          } else {
            faults.append(
              sheet.fileFault(of: review.contact, wanted: QualityWords.reviewedOnce))
          }
          continue
        }
        try connection.add(review, of: contact, by: scorecard, hash, at: now, by: actor)
        kept.append(review)
      }
      return QualityRecord(reviews: kept, same: same, faults: faults)
    }
  }

  /// The reviews of contacts that arrived on `days`: all, then each team, then each agent.
  public func qualityReport(on days: Range<Day>) throws -> [QualityLine] {
    guard let last = days.last else { return [] }
    return try store.read { connection in
      let agents = Dictionary(
        try connection.staffList(on: last).map { ($0.number, $0) },
        uniquingKeysWith: { first, _ in first })
      let reviews = try connection.qualityReviews(in: days)
      let drawn = try connection.sampledContacts(in: days)
      let numbers = Set(reviews.map(\.agent)).union(drawn.keys).sorted()
      let teams = Set(numbers.map { agents[$0]?.team ?? "" }).sorted()
      func line(_ team: String, _ agent: Agent?, _ members: [AgentNumber]) -> QualityLine {
        let reviews = reviews.filter { members.contains($0.agent) }
        return QualityLine(
          isAll: members == numbers && agent == nil && team.isEmpty, team: team, agent: agent,
          drawn: members.reduce(0) { $0 + (drawn[$1] ?? 0) },
          reviews)
      }
      var lines = numbers.isEmpty ? [] : [line("", nil, numbers)]
      for team in teams {
        lines.append(line(team, nil, numbers.filter { (agents[$0]?.team ?? "") == team }))
      }
      for number in numbers {
        guard let agent = agents[number] else { continue }
        lines.append(line(agent.team, agent, [number]))
      }
      return lines
    }
  }
}

extension QualityLine {
  fileprivate init(
    isAll: Bool, team: String, agent: Agent?, drawn: Int, _ reviews: [StoredReview]
  ) {
    let sampled = reviews.filter(\.isSampled)
    let scores = sampled.compactMap(\.result.score)
    let sum = scores.reduce(Int128(0)) { $0 + Int128($1.hundredths) }
    self.init(
      isAll: isAll, team: team, agent: agent, drawn: drawn, rate: PassRate(sampled.map(\.result)),
      others: reviews.count - sampled.count,
      meanScore: scores.isEmpty ? nil : Score(clamping: sum, over: Int128(scores.count)))
  }
}
