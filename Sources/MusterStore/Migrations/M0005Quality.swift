extension Migration {
  static let quality = Migration(
    version: 5, name: "quality",
    statements: [
      // The sample of a day, drawn once; the share is in ten-thousandths.
      """
      CREATE TABLE quality_draw (
        id {id},
        day {text} NOT NULL UNIQUE,
        seed {int} NOT NULL CHECK (seed >= 0),
        share {int} NOT NULL CHECK (share BETWEEN 1 AND 10000),
        drawn_at {int} NOT NULL,
        actor {text} NOT NULL
      ) {strict}
      """,
      .appendOnly(table: "quality_draw"),
      """
      CREATE TABLE quality_stratum (
        id {id},
        draw_id {int} NOT NULL REFERENCES quality_draw (id),
        agent_id {int} NOT NULL REFERENCES agent (id),
        channel {text} NOT NULL,
        population {int} NOT NULL CHECK (population >= 1),
        UNIQUE (draw_id, agent_id, channel)
      ) {strict}
      """,
      .appendOnly(table: "quality_stratum"),
      """
      CREATE TABLE quality_sample (
        stratum_id {int} NOT NULL REFERENCES quality_stratum (id),
        position {int} NOT NULL,
        contact_id {int} NOT NULL UNIQUE REFERENCES contact (id),
        PRIMARY KEY (stratum_id, position)
      ) {strict}
      """,
      .appendOnly(table: "quality_sample"),
      // A contact as it was scored; the score in hundredths, NULL where no item applied; critical
      // are the ids, between bars, of critical items without points.
      """
      CREATE TABLE quality_review (
        id {id},
        contact_id {int} NOT NULL UNIQUE REFERENCES contact (id),
        scorecard_hash {text} NOT NULL REFERENCES policy (hash),
        result {text} NOT NULL CHECK (result IN ('passed', 'failed', 'not_scored')),
        score {int} CHECK (score BETWEEN 0 AND 10000),
        critical {text} NOT NULL,
        recorded_at {int} NOT NULL,
        actor {text} NOT NULL
      ) {strict}
      """,
      .appendOnly(table: "quality_review"),
      // NULL points: the item did not apply.
      """
      CREATE TABLE quality_mark (
        review_id {int} NOT NULL REFERENCES quality_review (id),
        position {int} NOT NULL,
        item {text} NOT NULL,
        points {int} CHECK (points >= 0),
        PRIMARY KEY (review_id, position)
      ) {strict}
      """,
      .appendOnly(table: "quality_mark"),
    ])
}
