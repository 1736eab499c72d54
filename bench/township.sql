-- The township of DOMAIN §8.1 on both engines: 14 committees, 138 areas, 1,400 building heads with 30 dwellings each.
-- Nine of ten dwellings have been heard from at `{now}`; `{township}` is the first code of the township, ending in 000.
CREATE TABLE bench_head AS
WITH RECURSIVE number (k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM number WHERE k < 1399),
home (committee, c) AS (
    SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 FROM division
    WHERE level = 5 AND valid_to IS NULL AND id > {township} AND id < {township} + 1000
)
SELECT home.committee, k, k % 100 AS j, home.c * 10 + (k % 100) % (CASE WHEN home.c < 12 THEN 10 ELSE 9 END) AS area,
    '00000000-0000-7000-8000-' || CAST(200000000000 + k AS TEXT) AS id
FROM number JOIN home ON home.c = k / 100;

CREATE TABLE bench_door AS
WITH RECURSIVE room (r) AS (SELECT 0 UNION ALL SELECT r + 1 FROM room WHERE r < 29)
SELECT committee, k, j, r, bench_head.id AS piece,
    '00000000-0000-7000-8000-' || CAST(300000000000 + k * 30 + r AS TEXT) AS id
FROM bench_head CROSS JOIN room;

CREATE TABLE bench_area AS
SELECT DISTINCT committee, area, '00000000-0000-7000-8000-' || CAST(400000000000 + area AS TEXT) AS id FROM bench_head;

INSERT INTO account (id, name, display_name, password, second_factor_confirmed, last_code_step, failures, locked_until,
    closed, created_at)
SELECT id, id, '楼组长' || CAST(k AS TEXT), '', 0, 0, 0, 0, 0, 0 FROM bench_head
UNION ALL SELECT id, id, '片长' || CAST(area AS TEXT), '', 0, 0, 0, 0, 0, 0 FROM bench_area;

INSERT INTO appointment (id, account, role, place, from_at)
SELECT id, id, 'buildingHead', committee, 0 FROM bench_head
UNION ALL SELECT id, id, 'areaHead', {township}, 0 FROM bench_area;

INSERT INTO building (committee, id, compound, address_key, address, sort_key)
SELECT committee, id, NULL, '柳荫路|||' || CAST(j + 1 AS TEXT), '柳荫路' || CAST(j + 1 AS TEXT) || '号', CAST(10000 + j AS TEXT)
FROM bench_head;

INSERT INTO dwelling (committee, id, building, compound, address_key, address, room, sort_key, created_at)
SELECT committee, id, piece, NULL, '柳荫路|||' || CAST(j + 1 AS TEXT) || '|||' || CAST(101 + r AS TEXT),
    '柳荫路' || CAST(j + 1 AS TEXT) || '号' || CAST(101 + r AS TEXT) || '室', CAST(101 + r AS TEXT) || '室',
    CAST(10000 + j AS TEXT) || CAST(101 + r AS TEXT), 0
FROM bench_door;

INSERT INTO coverage_area (committee, id, name, created_at)
SELECT committee, id, '第' || CAST(area AS TEXT) || '片', 0 FROM bench_area;

INSERT INTO coverage_piece (committee, id, scheme, name, area, created_at, ended_at)
SELECT bench_head.committee, bench_head.id, 'buildingGroup', '第' || CAST(j AS TEXT) || '组', bench_area.id, 0, NULL
FROM bench_head JOIN bench_area ON bench_area.area = bench_head.area;

INSERT INTO coverage_place (committee, place, piece, since) SELECT committee, id, piece, 0 FROM bench_door;

INSERT INTO coverage_charge (committee, id, subject, part, account, from_at)
SELECT committee, id, 'piece:' || id, 'owner', id, 0 FROM bench_head
UNION ALL SELECT committee, id, 'area:' || id, 'owner', id, 0 FROM bench_area;

INSERT INTO place_heard (committee, place, heard_at, account)
SELECT committee, id, {now}, piece FROM bench_door WHERE r % 10 <> 0;

DROP TABLE bench_door;

DROP TABLE bench_head;

DROP TABLE bench_area
