extension Migration {
  static let contacts = Migration(
    version: 2, name: "contacts",
    statements: [
      // One run of an import that changed something. Rows of contacts name the import that
      // brought them, rows of changes the one that changed them.
      """
      CREATE TABLE import (
        id {id},
        source {text} NOT NULL,
        file {text} NOT NULL,
        imported_at {int} NOT NULL,
        actor {text} NOT NULL,
        added {int} NOT NULL,
        changed {int} NOT NULL,
        same {int} NOT NULL,
        rejected {int} NOT NULL
      ) {strict}
      """,
      // local_day and local_minute are arrived_at on the clocks of the workspace; the ln columns
      // are the natural logarithm of the seconds (of 1 where they are 0) in millionths.
      """
      CREATE TABLE contact (
        id {id},
        source {text} NOT NULL,
        external_id {text} NOT NULL,
        import_id {int} NOT NULL REFERENCES import (id),
        channel {text} NOT NULL,
        queue {text} NOT NULL,
        topic {text} NOT NULL,
        agent_id {int} NOT NULL REFERENCES agent (id),
        arrived_at {int} NOT NULL,
        local_day {text} NOT NULL,
        local_minute {int} NOT NULL CHECK (local_minute BETWEEN 0 AND 1439),
        first_reply_at {int},
        closed_at {int},
        reply_seconds {int} CHECK (reply_seconds >= 0),
        reply_ln_micro {int},
        handle_seconds {int} CHECK (handle_seconds >= 0),
        handle_ln_micro {int},
        resolved_first {int} CHECK (resolved_first IN (0, 1)),
        invited {int} CHECK (invited IN (0, 1)),
        rating {int} CHECK (rating BETWEEN 1 AND 5),
        order_id {text},
        order_minor {int} CHECK (order_minor >= 0),
        refunded_minor {int} CHECK (refunded_minor >= 0),
        complaint {int} NOT NULL CHECK (complaint IN (0, 1)),
        transferred {int} NOT NULL CHECK (transferred IN (0, 1)),
        UNIQUE (source, external_id)
      ) {strict}
      """,
      "CREATE INDEX contact_by_day ON contact (local_day, agent_id)",
      // A contact as it was before an import changed it.
      """
      CREATE TABLE contact_change (
        id {id},
        import_id {int} NOT NULL REFERENCES import (id),
        contact_id {int} NOT NULL REFERENCES contact (id),
        channel {text} NOT NULL,
        queue {text} NOT NULL,
        topic {text} NOT NULL,
        agent_id {int} NOT NULL REFERENCES agent (id),
        arrived_at {int} NOT NULL,
        local_day {text} NOT NULL,
        local_minute {int} NOT NULL,
        first_reply_at {int},
        closed_at {int},
        reply_seconds {int},
        reply_ln_micro {int},
        handle_seconds {int},
        handle_ln_micro {int},
        resolved_first {int},
        invited {int},
        rating {int},
        order_id {text},
        order_minor {int},
        refunded_minor {int},
        complaint {int} NOT NULL,
        transferred {int} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX contact_change_by_contact ON contact_change (contact_id, id)",
      .appendOnly(table: "contact_change"),
    ])
}
