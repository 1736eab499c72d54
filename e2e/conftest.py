"""A served demonstration and a browser for every test; each test is one visitor with a context of its own."""
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
BINARY = ROOT / ".build" / os.environ.get("CONFIGURATION", "debug") / "fanghu"
PICTURES = ROOT / "e2e" / "screenshots"
PHONE = {"width": 412, "height": 915}
DESK = {"width": 1366, "height": 900}
# A browser says this of every answer that is not 2xx; the pages that answer 422 do so on purpose.
EXPECTED_NOISE = re.compile(r"Failed to load resource: the server responded with a status of (4\d\d|503)")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """The real binary on a port of its own, ended by its pid."""

    def __init__(self, folder, database=None):
        self.folder = Path(folder)
        self.database = database or f"sqlite:{self.folder}/e2e.sqlite"
        # PostgreSQL has no file to lay the keys beside.
        self.environment = {**os.environ, "FANGHU_KEYS": str(self.folder / "e2e.keys")}
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process = None

    def run(self, *arguments, stdin=None, check=True):
        return subprocess.run([BINARY, "--database", self.database, *arguments], cwd=ROOT, input=stdin, text=True,
                              env=self.environment, capture_output=True, check=check, timeout=300)

    def start(self):
        log = open(self.folder / "server.log", "ab")
        self.process = subprocess.Popen([BINARY, "--database", self.database, "serve", "--port", str(self.port)],
                                        cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        log.close()
        for _ in range(200):
            try:
                urllib.request.urlopen(self.address + "/readyz", timeout=1)
                return self
            except OSError:
                assert self.process.poll() is None, (self.folder / "server.log").read_text()
                time.sleep(0.05)
        raise AssertionError("the server did not start: " + (self.folder / "server.log").read_text())

    def stop(self, kill=False):
        if self.process and self.process.poll() is None:
            self.process.kill() if kill else self.process.terminate()
            self.process.wait(timeout=20)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("server"))
    server.run("demo")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser():
    executable = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visitor:
    """A page with its complaints: whatever the console says that nobody expected fails the test."""

    def __init__(self, page, address, script=True):
        self.page = page
        self.script = script
        page.set_default_timeout(15000)
        self.address = address
        self.complaints = []
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def hear(self, message):
        if message.type in ("error", "warning") and not EXPECTED_NOISE.search(message.text):
            self.complaints.append(message.text)

    def go(self, path):
        return self.page.goto(self.address + path)

    def picture(self, name):
        PICTURES.mkdir(exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    def check_access(self):
        """No serious violation of WCAG on the page as it stands; the checker is itself a script."""
        if not self.script:
            return
        found = Axe().run(self.page).response["violations"]
        grave = [(v["id"], [n["target"] for n in v["nodes"]]) for v in found if v["impact"] in ("serious", "critical")]
        assert not grave, grave

    def check_targets(self, size=48):
        """Everything to touch is large enough for a thumb (WEB: 48 px on phones)."""
        if not self.script:
            return
        small = self.page.evaluate(
            """size => [...document.querySelectorAll('main button, main select, main input:not([type=hidden]), main a.button, main label.box')]
                .filter(e => e.type !== 'radio' && e.type !== 'checkbox')
                .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
                .filter(([, r]) => r.height > 0 && r.height < size - 0.5).map(([h, r]) => h + ' ' + r.height)""", size)
        assert not small, small


@pytest.fixture
def visit(browser, server):
    contexts = []

    def open_page(size=PHONE, language="zh-CN", script=True):
        context = browser.new_context(viewport=size, locale=language, java_script_enabled=script)
        contexts.append(context)
        visitor = Visitor(context.new_page(), server.address, script)
        visitors.append(visitor)
        return visitor

    visitors = []
    yield open_page
    complaints = [c for v in visitors for c in v.complaints]
    for context in contexts:
        context.close()
    assert not complaints, complaints


@pytest.fixture
def phone(visit):
    return visit(PHONE)


@pytest.fixture
def desk(visit):
    return visit(DESK)
