-- The bonuses of October 2026 under the shipped plan, from the contacts alone: plain SQL that
-- shares nothing with muster, to be set beside its ledger and its workbook.
WITH tally AS (
  SELECT agent_id, count(*) AS contacts, sum(complaint) AS complaints,
    count(rating) AS rated, sum(rating) AS points,
    count(resolved_first) AS known, sum(resolved_first) AS resolved,
    sum(topic = 'presale') AS presale,
    sum(topic = 'presale' AND order_id IS NOT NULL
      AND coalesce(refunded_minor, 0) < coalesce(order_minor, 1)) AS ordered,
    count(reply_seconds) AS replied, sum(reply_seconds <= 180) AS in180,
    sum(reply_seconds <= 60) AS in60
  FROM contact WHERE local_day BETWEEN '2026-10-01' AND '2026-10-31' GROUP BY agent_id
),
-- Points from 0 to 100 on a line between two values; null where there is too little data.
part AS (
  SELECT agent_id, 30.0 AS weight,
    CASE WHEN rated >= 20 THEN (1.0 * points / rated - 3.5) / (4.5 - 3.5) END AS share FROM tally
  UNION ALL SELECT agent_id, 20,
    CASE WHEN known >= 50 THEN (1.0 * resolved / known - 0.60) / (0.85 - 0.60) END FROM tally
  UNION ALL SELECT agent_id, 30,
    CASE WHEN presale >= 30 THEN (1.0 * ordered / presale - 0.10) / (0.35 - 0.10) END FROM tally
  UNION ALL SELECT agent_id, 10,
    CASE WHEN replied >= 50 THEN (1.0 * in180 / replied - 0.50) / (0.90 - 0.50) END FROM tally
  UNION ALL SELECT agent_id, 10,
    CASE WHEN replied >= 50 THEN (1.0 * in60 / replied - 0.20) / (0.70 - 0.20) END FROM tally
),
scored AS (
  SELECT agent_id,
    round(10000 * sum(weight * min(1.0, max(0.0, share))) / sum(weight)) AS hundredths
  FROM part WHERE share IS NOT NULL GROUP BY agent_id
),
bonus AS (
  SELECT s.agent_id, CAST(round(min(200000.0,
    coalesce(t.base_minor, CASE t.rung WHEN 'agent' THEN 450000 WHEN 'senior' THEN 550000
      WHEN 'lead' THEN 700000 ELSE 900000 END)
    * CASE WHEN hundredths >= 8800 THEN 25 WHEN hundredths >= 7500 THEN 15
      WHEN hundredths >= 6000 THEN 8 ELSE 0 END / 100.0)) AS INTEGER) AS fen
  FROM scored s JOIN tally USING (agent_id) JOIN agent_term t USING (agent_id)
  WHERE contacts >= 100 AND 4 * complaints <= contacts
)
SELECT sum(fen > 0) || ' bonuses of ' || sum(fen) || ' fen in all' FROM bonus;
