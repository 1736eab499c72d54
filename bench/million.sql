-- A million observations that have ended, spread over the committees of the demonstration; both engines take it.
INSERT INTO observation (committee, id, person, arrival, state, feverish, breached, mode, protocol, risk_class, period,
    first_day, last_day, notice, version, created_at, active_from, ended_at)
WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 1000000),
home AS (SELECT committee, MIN(id) AS id, ROW_NUMBER() OVER (ORDER BY committee) - 1 AS k FROM observation GROUP BY committee)
SELECT o.committee, '00000000-0000-7000-8000-' || CAST(100000000000 + number.i AS TEXT), o.person, o.arrival, 'released',
    0, 0, o.mode, o.protocol, o.risk_class, o.period, o.first_day, o.last_day, o.notice, 1, o.created_at, o.created_at,
    o.created_at + 1
FROM number
JOIN home ON home.k = number.i % (SELECT COUNT(*) FROM home)
JOIN observation o ON o.committee = home.committee AND o.id = home.id
;
