"""The township of the six full responsibilities: what nobody has heard from, and an area handed over in one act."""
import json
import re
import sqlite3
import subprocess
import time
import urllib.request
from pathlib import Path

TOWNSHIP = "310105001"
NOTHING_SINCE = "20991231"


def percentiles(times):
    times.sort()
    return f"{times[len(times) // 2]:.1f} ms", f"{times[min(len(times) - 1, len(times) * 99 // 100)]:.1f} ms"


def fill(tools, database):
    """Made by statements, for 1,400 acts of cutting are another measurement; `fanghu verify` has been asked before."""
    script = (Path(__file__).parent / "township.sql").read_text(encoding="utf-8")
    script = script.replace("{township}", TOWNSHIP + "000").replace("{now}", str(int(time.time() * 1_000_000)))
    for statement in script.split(";\n"):
        if statement.strip():
            tools.statements(database, statement)
    if not database.startswith("sqlite:"):
        tools.statements(database, "ANALYZE;")


def ask(address, token, body=None):
    headers = {"Authorization": f"Bearer {token}"} | ({"Content-Type": "application/json"} if body else {})
    request = urllib.request.Request(address, data=json.dumps(body).encode() if body else None, headers=headers)
    start = time.perf_counter()
    answer = json.load(urllib.request.urlopen(request, timeout=60))
    return answer, (time.perf_counter() - start) * 1000


def walk(address, token, since):
    """Every unreported dwelling, page after page: how many, and how long it took."""
    found, key, spent = set(), "", 0.0
    while True:
        page, took = ask(f"{address}/api/v1/coverage/gaps?gap=unheard&under={TOWNSHIP}&limit=5000{since}{key}", token)
        found.update(place["id"] for place in page["places"])
        spent += took
        if "next" not in page:
            assert len(found) == page["total"], f"{len(found)} of {page['total']}"
            return len(found), spent
        key = f"&after={page['next']}"


def raw_count(tools, database):
    """The ceiling of reading: the same doors counted by the engine alone, without a server."""
    since = int(time.time() // 86400 * 86400 * 1_000_000)
    statement = f"""SELECT COUNT(*) FROM dwelling LEFT JOIN place_heard ON place_heard.committee = dwelling.committee
        AND place_heard.place = dwelling.id
        WHERE dwelling.committee BETWEEN {TOWNSHIP}000 AND {TOWNSHIP}999 AND (heard_at IS NULL OR heard_at < {since})"""
    times = []
    for _ in range(20):
        if database.startswith("sqlite:"):
            start = time.perf_counter()
            tools.statements(database, statement)
            times.append((time.perf_counter() - start) * 1000)
        else:
            plan = tools.statements(database, f"EXPLAIN (ANALYZE, TIMING OFF) {statement}")
            times += [float(line[0].split()[2]) for line in plan if line[0].startswith("Execution Time")]
    return percentiles(times)


def raw_commits(database):
    """The ceiling of writing: one row changed in a transaction of its own, on one open connection, as safely stored."""
    statement = f"UPDATE coverage_area SET created_at = %d WHERE committee = {TOWNSHIP}001 AND name = '第0片'"
    times = []
    if database.startswith("sqlite:"):
        connection = sqlite3.connect(database.removeprefix("sqlite:"), isolation_level=None)
        connection.execute("PRAGMA synchronous=FULL")
        for number in range(100):
            start = time.perf_counter()
            connection.execute(statement % number)
            times.append((time.perf_counter() - start) * 1000)
        connection.close()
        return percentiles(times)
    script = "\\timing on\n" + "".join(statement % number + ";\n" for number in range(100))
    out = subprocess.run(["psql", "-X", database], input=script, text=True, capture_output=True, check=True, timeout=60).stdout
    return percentiles([float(found) for found in re.findall(r"Time: ([\d.]+) ms", out)])


def measure(tools, database, rows):
    fill(tools, database)
    tools.run("user", "add", "township", "--role", "preventionOffice", "--scope", TOWNSHIP, "--password-stdin",
              stdin="a long pass phrase\n")
    token = tools.run("token", "create", "--user", "township").strip()
    areas = tools.statements(database, f"""SELECT id FROM coverage_area
        WHERE committee BETWEEN {TOWNSHIP}000 AND {TOWNSHIP}999 ORDER BY id""")
    areas = [row[0] for row in areas]
    rows.append(("ceiling: the unreported of 42,000 dwellings counted by the engine alone", "", *raw_count(tools, database)))
    with tools.Server() as address:
        _, median, worst = tools.get(address + "/healthz", token, 100)
        rows.append(("ceiling: hello route, one connection", "", f"{median:.1f} ms", f"{worst:.1f} ms"))
        gaps = f"{address}/api/v1/coverage/gaps?gap=unheard&under={TOWNSHIP}"
        times = [ask(gaps, token)[1] for _ in range(100)]
        rows.append(("1,400 building heads × 30 dwellings, 138 areas: first page and number of the unreported", "", *percentiles(times)))
        for since in ("", f"&since={NOTHING_SINCE}"):
            count, _ = walk(address, token, since)
            times = [walk(address, token, since)[1] for _ in range(3 if since else 20)]
            rows.append((f"all {count:,} unreported of them, in pages of 5,000", "", *percentiles(times)))
        for name, path in (("pieces, first page", "pieces?"), ("pieces without an owner, first page", "pieces?unowned=1&")):
            times = [ask(f"{address}/api/v1/coverage/{path}under={TOWNSHIP}", token)[1] for _ in range(50)]
            rows.append((name, "", *percentiles(times)))
        for name, part in (("loads of all owners, page", "loads"), ("areas with their heads, page", "areas")):
            _, median, worst = tools.get(f"{address}/desk/coverage?part={part}&under={TOWNSHIP}", token, 50)
            rows.append((name, "", f"{median:.1f} ms", f"{worst:.1f} ms"))
        rows.append(("ceiling: one row changed in a transaction of its own", "", *raw_commits(database)))
        times = []
        for number, area in enumerate(areas):
            body = {"area": area, "to": areas[(number + 1) % len(areas)], "note": "整片交接"}
            times.append(ask(f"{address}/api/v1/coverage/hand-overs", token, body)[1])
        rows.append((f"an area of ten building heads handed over in one act, {len(areas)} areas", "", *percentiles(times)))
