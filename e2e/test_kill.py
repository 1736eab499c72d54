"""`kill -9` under load: whatever was acknowledged is there after the restart, on both engines."""
import http.client
import json
import os
import random
import threading
import time
import urllib.request
import uuid

import pytest

from conftest import Server

POSTGRESQL = os.environ.get("FANGHU_TEST_POSTGRESQL")


def post(connection, observation, body, token):
    connection.request("POST", f"/api/v1/observations/{observation}/day-records", json.dumps(body),
                       {"Content-Type": "application/json", "Authorization": f"Bearer {token}"})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def active_observations(server, token):
    request = urllib.request.Request(server.address + "/api/v1/observations?part=active&limit=200",
                                     headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return [item["id"] for item in json.load(answer)["items"] if item["state"] == "active"]


class Writers:
    """Eight clients that post until the server is gone, and remember what it acknowledged."""

    def __init__(self, server, token, observations, seed):
        self.server, self.token, self.observations = server, token, observations
        self.acknowledged, self.refused = [], []
        self.lock, self.stop = threading.Lock(), threading.Event()
        self.threads = [threading.Thread(target=self.write, args=(seed + number,)) for number in range(8)]

    def write(self, seed):
        chance = random.Random(seed)
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)
        while not self.stop.is_set():
            observation, body = chance.choice(self.observations), {"id": str(uuid.uuid4()), "temperature": 36.5}
            try:
                status = post(connection, observation, body, self.token)
            except (OSError, http.client.HTTPException):
                return
            with self.lock:
                # An assertion in here would end this thread only, and the test would stay green.
                (self.acknowledged if status == 201 else self.refused).append((status, observation, body))

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for thread in self.threads:
            thread.join(20)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_nothing_acknowledged_is_lost(tmp_path, engine):
    if engine == "postgresql" and not POSTGRESQL:
        pytest.skip("no PostgreSQL: `make e2e` starts one")
    seed = random.randrange(1 << 30)
    print("seed", seed)
    server = Server(tmp_path, database=POSTGRESQL if engine == "postgresql" else None)
    server.run("demo")
    server.run("user", "add", "killer", "--role", "communityWorker", "--scope", "310105002", "--password-stdin",
               stdin="correct horse battery\n")
    token = server.run("token", "create", "--user", "killer").stdout.strip()
    server.start()
    try:
        with Writers(server, token, active_observations(server, token), seed) as writers:
            time.sleep(random.Random(seed).uniform(1.0, 2.5))
            server.stop(kill=True)
        assert not writers.refused, writers.refused[:3]
        assert len(writers.acknowledged) > 50
        server.start()
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        for _, observation, body in writers.acknowledged:
            # The same record again is 200; 201 would mean that the acknowledged one had been lost.
            assert post(connection, observation, body, token) == 200, body
    finally:
        server.stop()
    assert json.loads(server.run("verify", "--json").stdout)["ok"]
    assert json.loads(server.run("audit", "verify", "--json").stdout)["ok"]
