-- Counters in every committee of the list, as many as an epidemic of two weeks leaves, on both engines.
-- `{days}` is a list of rows of one day each.
INSERT INTO counter_total (committee, indicator, n)
WITH indicator (i) AS (
    VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (30), (31), (32), (33), (34), (35), (36)
)
SELECT division.id, indicator.i, 10 + division.id % 7
FROM division CROSS JOIN indicator
WHERE division.level = 5 AND division.valid_to IS NULL
ON CONFLICT (committee, indicator) DO NOTHING;

INSERT INTO counter_day (committee, day, indicator, n)
WITH indicator (i) AS (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13)),
civil (day) AS (VALUES {days})
SELECT division.id, civil.day, indicator.i, 1 + division.id % 5
FROM division CROSS JOIN civil CROSS JOIN indicator
WHERE division.level = 5 AND division.valid_to IS NULL
ON CONFLICT (committee, day, indicator) DO NOTHING;

INSERT INTO counter_version (committee, n)
SELECT DISTINCT committee, 1 FROM counter_total WHERE true
ON CONFLICT (committee) DO UPDATE SET n = counter_version.n + 1
