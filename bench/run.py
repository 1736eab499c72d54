"""Measures the release build beside its ceilings in the same run and writes docs/benchmarks.md.

Loopback only; every load is bounded in time. The numbers of one run compare with each other, not with another machine's.
"""
import csv
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import township

ROOT = Path(__file__).resolve().parent.parent
BINARY = ROOT / ".build/release/fanghu"
SECONDS = int(os.environ.get("FANGHU_BENCH_SECONDS", "10"))
ROWS = int(os.environ.get("FANGHU_BENCH_ROWS", "100000"))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(*arguments, stdin=None):
    done = subprocess.run([BINARY, *arguments], cwd=ROOT, input=stdin, text=True, capture_output=True, timeout=900)
    if done.returncode:
        sys.exit(f"{arguments[0]} failed: {done.stderr[-400:]}")
    return done.stdout


def wrk(address, threads, connections, script=None):
    command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{SECONDS}s", "--latency"]
    if script:
        command += ["-s", str(ROOT / "bench" / script)]
    out = subprocess.run([*command, address], capture_output=True, text=True, timeout=SECONDS + 60, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])
    p50, p99 = (re.search(rf"^\s+{p}%\s+(\S+)", out, re.M)[1] for p in (50, 99))
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    return rate, p50, p99, int(wrong[1]) if wrong else 0


def get(address, token, count=30):
    times = []
    for _ in range(count):
        request = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})
        start = time.perf_counter()
        body = urllib.request.urlopen(request, timeout=30).read()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return body, times[len(times) // 2], times[-1]


def raw_inserts(folder, batch):
    """The ceiling of the disk: rows of the size of a day record, nothing else, `synchronous=FULL`."""
    database = sqlite3.connect(folder / f"raw{batch}.sqlite", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE r (committee INTEGER, id TEXT, a TEXT, b INTEGER, c BLOB, PRIMARY KEY (committee, id)) WITHOUT ROWID")
    sealed, number, start = os.urandom(220), 0, time.perf_counter()
    while time.perf_counter() - start < 5:
        database.execute("BEGIN")
        for _ in range(batch):
            number += 1
            database.execute("INSERT INTO r VALUES (310105002001, ?, 'observation', 1, ?)", (f"{number:036d}", sealed))
        database.execute("COMMIT")
    return number / (time.perf_counter() - start)


def persons_file(path, first=0, committee="310105002002"):
    """Invented people; prefix 154 is no range of any mobile network."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["姓名", "手机", "居委", "地址"])
        for number in range(first, first + ROWS):
            name = "测" + chr(0x4E00 + number % 3000) + chr(0x5000 + number // 3000 % 3000)
            writer.writerow([name, f"154{number:08d}", committee, f"{number % 99 + 1}号{number % 600 + 1}室"])


def timed(*arguments):
    start = time.perf_counter()
    process = subprocess.Popen([BINARY, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{arguments} failed: {process.stderr.read()[-400:]}")
    return time.perf_counter() - start, usage.ru_maxrss // 1024


def statements(database, text):
    """Runs a statement of our own on either engine and answers its rows as lists of text."""
    if database.startswith("sqlite:"):
        connection = sqlite3.connect(database.removeprefix("sqlite:"), isolation_level=None)
        try:
            return [[str(value) for value in row] for row in connection.execute(text)]
        finally:
            connection.close()
    out = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", database], input=text, text=True,
                         capture_output=True, check=True, timeout=600).stdout
    return [line.split("|") for line in out.splitlines()]


def long_list(database, token, rows):
    """Pages of a list of a million, far from the figures: those know nothing of rows that no act has made."""
    statements(database, (ROOT / "bench/million.sql").read_text(encoding="utf-8"))
    if not database.startswith("sqlite:"):
        statements(database, "ANALYZE observation;")
    key = ".".join(statements(database, "SELECT committee, id FROM observation ORDER BY committee, id LIMIT 1 OFFSET 499949;")[0])
    with Server() as address:
        for name, query in (
            ("first page of 1,000,000 observations", ""),
            ("page 10,000 of them", f"&after={key}"),
            ("first page of the active ones among them", "&part=active"),
        ):
            _, median, worst = get(f"{address}/api/v1/observations?limit=50{query}", token, 100)
            rows.append((name, "", f"{median:.1f} ms", f"{worst:.1f} ms"))


def long_register(folder, token, rows):
    """Pages of a register of ten times the import, filled by imports into neighbouring committees."""
    for turn in range(1, 10):
        committee = f"3101050020{turn + 6:02d}"
        persons_file(folder / "more.csv", turn * ROWS, committee)
        run("import", "persons", str(folder / "more.csv"), "--under", committee)
    database = os.environ["FANGHU_DATABASE"]
    if not database.startswith("sqlite:"):
        statements(database, "ANALYZE person;")
    count = int(statements(database, "SELECT COUNT(*) FROM person")[0][0])
    key = ".".join(statements(database, f"SELECT committee, id FROM person ORDER BY committee, id LIMIT 1 OFFSET {count // 2}")[0])
    with Server() as address:
        for name, query in ((f"first page of {count:,} persons", ""), (f"page {count // 100:,} of them", f"&after={key}")):
            _, median, worst = get(f"{address}/api/v1/persons?limit=50{query}", token, 100)
            rows.append((name, "", f"{median:.1f} ms", f"{worst:.1f} ms"))


class Server:
    """The release build on a free port; its database is that of the environment."""

    def __enter__(self):
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen([BINARY, "serve", "--port", str(port), "--quiet"], cwd=ROOT,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while self.process.poll() is None:
            try:
                urllib.request.urlopen(address + "/readyz", timeout=1)
                return address
            except OSError:
                time.sleep(0.005)
        sys.exit("the server did not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)


def whole_net(database):
    """Counters in every committee of the city, of today and thirteen days before, as an epidemic leaves them.

    Made by a statement, for no act could fill 6,000 committees in a minute; `fanghu verify` has been asked before.
    """
    script = (ROOT / "bench/net.sql").read_text(encoding="utf-8")
    today = time.time() + 8 * 3600
    days = ", ".join(f"({time.strftime('%Y%m%d', time.gmtime(today - 86400 * back))})" for back in range(14))
    for statement in script.replace("{days}", days).split(";"):
        if statement.strip():
            statements(database, statement)


def figures_of_all(database, city, rows):
    """Every level of a city whose committees are all filled; the first look reads everything, later ones the news."""
    whole_net(database)
    if not database.startswith("sqlite:"):
        statements(database, "ANALYZE counter_total; ANALYZE counter_day; ANALYZE counter_version;")
    count = statements(database, "SELECT COUNT(*) FROM counter_version")[0][0]
    with Server() as address:
        _, first, _ = get(f"{address}/api/v1/figures?under=31", city, 1)
        rows.append((f"figures of the city, {int(count):,} committees filled, first look after a start", "", f"{first:.1f} ms", ""))
        for name, under in (("city", "31"), ("district", "310115"), ("township", "310105002"), ("committee", "310105002002")):
            _, median, worst = get(f"{address}/api/v1/figures?under={under}", city, 100)
            rows.append((f"figures of the {name}, all filled", "", f"{median:.1f} ms", f"{worst:.1f} ms"))


def territory_import(folder, database, rows):
    """The city's list into an empty database beside the other."""
    if database.startswith("sqlite:"):
        empty = f"sqlite:{folder}/empty.sqlite"
    else:
        subprocess.run(["psql", "-X", "-q", database, "-c", "CREATE DATABASE fanghu_empty"], check=True, timeout=60)
        parts = database.split("?", 1)
        empty = "?".join([parts[0].rsplit("/", 1)[0] + "/fanghu_empty", *parts[1:]])
    seconds, memory = timed("--database", empty, "territory", "import", str(ROOT / "data/divisions/shanghai.csv"))
    rows.append(("import of the list of Shanghai", f"{seconds:.2f} s", "", f"{memory} MiB"))


def measure(folder, database, rows):
    os.environ.update(FANGHU_DATABASE=database, FANGHU_KEYS=str(folder / f"{len(rows)}.keys"))
    run("demo")
    run("user", "add", "bench", "--role", "communityWorker", "--scope", "310105002", "--password-stdin", stdin="a long pass phrase\n")
    run("user", "add", "city", "--role", "districtCommand", "--scope", "31", "--password-stdin", stdin="a long pass phrase\n")
    token, city = run("token", "create", "--user", "bench").strip(), run("token", "create", "--user", "city").strip()
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    start = time.perf_counter()
    server = subprocess.Popen([BINARY, "serve", "--port", str(port), "--quiet"], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                urllib.request.urlopen(address + "/readyz", timeout=1)
                break
            except OSError:
                time.sleep(0.005)
        rows.append(("server start on an existing database", f"{(time.perf_counter() - start) * 1000:.0f} ms", "", ""))
        body, _, _ = get(f"{address}/api/v1/observations?part=active&limit=200", token, 1)
        ids = [item["id"] for item in json.loads(body)["items"] if item["state"] == "active"]
        (folder / "ids").write_text("\n".join(ids))
        os.environ.update(FANGHU_IDS=str(folder / "ids"), FANGHU_TOKEN=token)
        rate, p50, p99, _ = wrk(address + "/healthz", 2, 64)
        rows.append(("ceiling: hello route, 64 connections", f"{rate:,.0f}/s", p50, p99))
        rate, p50, p99, wrong = wrk(address, 2, 64, "day_record.lua")
        rows.append((f"single day record, 64 connections ({wrong} refused)", f"{rate:,.0f}/s", p50, p99))
        rate, p50, p99, wrong = wrk(address, 1, 4, "batch.lua")
        rows.append((f"day records in batches of 500, 4 connections ({wrong} refused)", f"{rate * 500:,.0f} records/s", p50, p99))
        _, median, worst = get(f"{address}/api/v1/observations?limit=50", token)
        rows.append(("first page of observations", "", f"{median:.1f} ms", f"{worst:.1f} ms"))
        for name, under in (("city", "31"), ("district", "310105"), ("township", "310105002")):
            _, median, worst = get(f"{address}/api/v1/figures?under={under}", city)
            rows.append((f"figures of the {name}", "", f"{median:.1f} ms", f"{worst:.1f} ms"))
        memory = int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{server.pid}/status").read_text())[1]) // 1024
        rows.append(("server memory, highest", f"{memory} MiB", "", ""))
    finally:
        server.terminate()
        server.wait(timeout=30)
    verified = json.loads(run("verify", "--json"))
    rows.append(("`fanghu verify` after all that", "agrees" if verified["ok"] else "DIFFERS", "", ""))
    persons_file(folder / "persons.csv")
    for name, more in (("dry run of", ["--dry-run"]), ("import of", [])):
        seconds, memory = timed("import", "persons", str(folder / "persons.csv"), "--under", "310105002002", *more)
        rows.append((f"{name} {ROWS:,} persons", f"{seconds:.1f} s", "", f"{memory} MiB"))
    long_register(folder, token, rows)
    long_list(database, token, rows)
    figures_of_all(database, city, rows)
    territory_import(folder, database, rows)
    township.measure(sys.modules[__name__], database, rows)


def measure_township(folder, database, rows):
    """That case alone, beside its own ceilings."""
    os.environ.update(FANGHU_DATABASE=database, FANGHU_KEYS=str(folder / "township.keys"))
    run("demo")
    township.measure(sys.modules[__name__], database, rows)


def head_commit():
    return subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()


def table(rows):
    return ["| what | | median | 99 % or worst |", "| --- | --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]


def add_township(sections):
    """Puts this case alone into the report and leaves every other measured number as it stands."""
    report = ROOT / "docs/benchmarks.md"
    kept = report.read_text(encoding="utf-8").split("\n# The township")[0].rstrip()
    text = [kept, "", "# The township of 1,400 building heads", "",
            f"`python3 bench/run.py township` at {head_commit()}, measured by itself on {os.cpu_count()} cores.", ""]
    for name, rows in sections:
        text += [f"## {name}, the township", "", *table(rows), ""]
    report.write_text("\n".join(text), encoding="utf-8")
    print("\n".join(text[1:]))


def main():
    folder = Path(tempfile.mkdtemp(prefix="fanghu-bench-"))
    sections = []
    is_alone = sys.argv[1:] == ["township"]
    try:
        engines = [("SQLite, `synchronous=FULL`", f"sqlite:{folder}/bench.sqlite")]
        if os.environ.get("FANGHU_TEST_POSTGRESQL"):
            engines.append(("PostgreSQL", os.environ["FANGHU_TEST_POSTGRESQL"]))
        for name, database in engines:
            rows = []
            (measure_township if is_alone else measure)(folder, database, rows)
            if is_alone:
                sections.append((name, rows))
                continue
            if database.startswith("sqlite"):
                rows.append(("ceiling: raw SQLite inserts, one a transaction", f"{raw_inserts(folder, 1):,.0f}/s", "", ""))
                rows.append(("ceiling: raw SQLite inserts, 500 a transaction", f"{raw_inserts(folder, 500):,.0f}/s", "", ""))
            sections.append((name, rows))
    finally:
        shutil.rmtree(folder)
    if is_alone:
        return add_township(sections)
    text = ["# Benchmarks", "", f"`make bench` at {head_commit()}: server and load generator together on {os.cpu_count()} cores, {SECONDS} s a load.",
            "Shared machines are noisy: compare the rows of one run with their ceilings, not with another run.", ""]
    for name, rows in sections:
        text += [f"## {name}", "", *table(rows), ""]
    (ROOT / "docs/benchmarks.md").write_text("\n".join(text), encoding="utf-8")
    print("\n".join(text))


if __name__ == "__main__":
    main()
