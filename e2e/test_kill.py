"""`kill -9` under load: whatever was acknowledged is there after the restart."""
import http.client
import json
import random
import threading
import time
import urllib.request
import uuid

from conftest import Server


def post(connection, observation, body, token):
    connection.request("POST", f"/api/v1/observations/{observation}/day-records", json.dumps(body),
                       {"Content-Type": "application/json", "Authorization": f"Bearer {token}"})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def test_nothing_acknowledged_is_lost(tmp_path):
    seed = random.randrange(1 << 30)
    print("seed", seed)
    chance = random.Random(seed)
    server = Server(tmp_path)
    server.run("demo")
    server.run("user", "add", "killer", "--role", "communityWorker", "--scope", "310105002", "--password-stdin",
               stdin="correct horse battery\n")
    token = server.run("token", "create", "--user", "killer").stdout.strip()
    server.start()
    request = urllib.request.Request(server.address + "/api/v1/observations?part=active&limit=200",
                                     headers={"Authorization": f"Bearer {token}"})
    items = json.load(urllib.request.urlopen(request, timeout=10))["items"]
    active = [item["id"] for item in items if item["state"] == "active"]
    acknowledged, lock, stop = [], threading.Lock(), threading.Event()

    def write(number):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        own = random.Random(seed + number)
        while not stop.is_set():
            observation, body = own.choice(active), {"id": str(uuid.uuid4()), "temperature": 36.5}
            try:
                status = post(connection, observation, body, token)
            except (OSError, http.client.HTTPException):
                return
            assert status == 201, status
            with lock:
                acknowledged.append((observation, body))

    writers = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for writer in writers:
        writer.start()
    time.sleep(chance.uniform(1.0, 2.5))
    server.stop(kill=True)
    stop.set()
    for writer in writers:
        writer.join(20)
    assert len(acknowledged) > 50
    server.start()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        for observation, body in acknowledged:
            # The same record again is 200; 201 would mean that the acknowledged one had been lost.
            assert post(connection, observation, body, token) == 200, body
    finally:
        server.stop()
    assert json.loads(server.run("verify", "--json").stdout)["ok"]
    assert json.loads(server.run("audit", "verify", "--json").stdout)["ok"]
