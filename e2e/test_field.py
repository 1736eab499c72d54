"""At the doors without a network: what is said is kept, sent once, and compared field by field when two say otherwise."""
import json
import time

import pytest
from playwright.sync_api import expect

PHONE = {"width": 360, "height": 740}


def sign_in(visitor, name):
    visitor.go("/field")
    visitor.page.fill("#name", name)
    visitor.page.fill("#password", "fanghu-demo-2020")
    visitor.page.click("main button[type=submit]")
    visitor.page.wait_for_url("**/field")
    expect(visitor.page.locator(".door").first).to_be_visible()
    # The worker has the page before anybody goes into a stairwell.
    visitor.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return visitor


def state(visitor, text):
    expect(visitor.page.locator("[data-part=counts]")).to_contain_text(text, timeout=25000)


def say(visitor, door, presence, **fields):
    visitor.page.locator(f".door >> nth={door}").click()
    visitor.page.check(f"input[name=presence][value={presence}]")
    for name, value in fields.items():
        visitor.page.fill(f"#{name}", value)
    visitor.page.click("dialog button[value=save]")


def tab(visitor, name):
    visitor.page.click(f"[data-tab={name}]")


def until(is_so, seconds=30):
    for _ in range(seconds * 10):
        if is_so():
            return
        time.sleep(0.1)
    raise AssertionError("it never came about")


def area(visitor):
    return json.loads(visitor.page.evaluate("fetch('/field/area').then(answer => answer.text())"))


def dwelling(visitor, address):
    return next(d for p in area(visitor)["pieces"] for d in p["dwellings"] if d["address"] == address)


@pytest.fixture
def head(visit):
    return sign_in(visit(PHONE), "building")


def offline_allowed(visitor):
    """A browser without a network says so; that is what is tested here."""
    visitor.complaints = [c for c in visitor.complaints if "ERR_" not in c and "Failed to fetch" not in c]


def test_the_page_is_for_a_thumb_and_for_everybody(head):
    head.picture("field-zh-CN")
    head.check_access()
    head.check_targets()
    assert head.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    head.page.locator(".door").first.click()
    head.picture("field-door-zh-CN")
    head.check_access()
    head.page.click("dialog button[value=save]")
    expect(head.page.locator("[data-part=complaint]")).to_be_visible()
    head.page.click("dialog button[value=close]")


def test_without_a_network_it_opens_keeps_and_sends_later(head):
    tab(head, "all")
    first = head.page.locator(".door strong >> nth=0").inner_text()
    head.page.context.set_offline(True)
    head.page.reload()
    expect(head.page.locator(".door").first).to_be_visible()
    tab(head, "all")
    say(head, 0, "living", living="3")
    say(head, 1, "away", expectedReturn="2030-01-01", origin="湖北武汉")
    state(head, "待发送 2")
    head.page.reload()
    state(head, "待发送 2")
    head.page.context.set_offline(False)
    until(lambda: dwelling(head, first).get("living") == 3)
    state(head, "待发送 0")
    offline_allowed(head)


def test_a_lost_answer_is_one_record(head):
    tab(head, "all")
    address = head.page.locator(".door strong >> nth=2").inner_text()
    before = dwelling(head, address)["version"]

    def lose(route):
        route.fetch()
        route.abort()

    head.page.route("**/api/v1/households", lose, times=1)
    say(head, 2, "living", living="2")
    until(lambda: head.page.evaluate("Outbox.all('records').then(all => all.length)") == 0)
    assert dwelling(head, address)["version"] == before + 1
    offline_allowed(head)


def test_two_phones_that_say_otherwise_choose_field_by_field(visit):
    one, other = sign_in(visit(PHONE), "building"), sign_in(visit(PHONE), "building")
    for phone in (one, other):
        tab(phone, "all")
    address = one.page.locator(".door strong >> nth=3").inner_text()
    other.page.context.set_offline(True)
    say(other, 3, "living", living="5", remarks="有狗")
    state(other, "待发送 1")
    say(one, 3, "living", living="4")
    until(lambda: dwelling(one, address).get("living") == 4)
    other.page.context.set_offline(False)
    state(other, "有冲突 1")
    tab(other, "conflict")
    other.page.locator(".door").first.click()
    expect(other.page.locator("[data-part=conflict]")).to_contain_text("5")
    other.picture("field-conflict-zh-CN")
    other.check_access()
    other.page.check("input[name=keep-living][value=theirs]")
    other.page.click("dialog button[value=save]")
    state(other, "有冲突 0")
    state(other, "待发送 0")
    assert dwelling(other, address).get("living") == 4
    offline_allowed(other)


def test_a_draft_outlives_a_reload(head):
    tab(head, "all")
    head.page.locator(".door >> nth=4").click()
    head.page.check("input[name=presence][value=living]")
    head.page.fill("#remarks", "半句话")
    head.page.wait_for_timeout(300)
    head.page.reload()
    tab(head, "all")
    expect(head.page.locator(".door >> nth=4")).to_contain_text("草稿")
    head.page.locator(".door >> nth=4").click()
    expect(head.page.locator("#remarks")).to_have_value("半句话")
    head.page.click("dialog button[value=close]")


def test_nothing_has_changed_is_told_without_a_body(head):
    mark, again = head.page.evaluate(
        """async () => {
            const first = await fetch('/field/area', {cache: 'no-store'});
            const size = (await first.text()).length;
            const second = await fetch('/field/area', {cache: 'no-store', headers: {'if-none-match': first.headers.get('etag')}});
            return [size, second.status];
        }""")
    assert again == 304 and mark < 300_000


def test_signing_out_leaves_nothing_on_the_phone(head):
    tab(head, "all")
    head.page.context.set_offline(True)
    say(head, 5, "living")
    state(head, "待发送 1")
    head.page.context.set_offline(False)
    head.page.on("dialog", lambda dialog: dialog.accept())
    head.page.click("[data-part=leave] button")
    head.page.wait_for_url(lambda address: "/field" not in address)
    left = head.page.evaluate(
        """async () => [(await indexedDB.databases()).length, (await caches.keys()).length]""")
    assert left[1] == 0
    head.go("/field")
    expect(head.page.locator("#password")).to_be_visible()
    offline_allowed(head)


def test_an_answer_that_comes_after_signing_out_is_not_kept(head):
    left = head.page.evaluate(
        """async () => {
            const late = Outbox.put("drafts", { id: "before" });
            await Outbox.wipe();
            const after = Outbox.put("kept", { id: "area", pieces: [] });
            await Promise.race([after, new Promise((done) => setTimeout(done, 300))]);
            const database = await new Promise((done) => {
                const asking = indexedDB.open("fanghu-field");
                asking.onsuccess = () => done(asking.result);
            });
            const counts = [];
            for (const name of database.objectStoreNames) {
                const asked = database.transaction(name).objectStore(name).count();
                counts.push(await new Promise((done) => { asked.onsuccess = () => done(asked.result); }));
            }
            return counts;
        }""")
    assert left == [0, 0, 0]


def test_a_killed_server_loses_nothing(browser, tmp_path):
    from conftest import Server, Visitor

    server = Server(tmp_path)
    server.run("demo")
    server.start()
    context = browser.new_context(viewport=PHONE, locale="zh-CN")
    try:
        visitor = sign_in(Visitor(context.new_page(), server.address), "building")
        tab(visitor, "all")
        address = visitor.page.locator(".door strong >> nth=0").inner_text()
        server.stop(kill=True)
        visitor.page.reload()
        tab(visitor, "all")
        say(visitor, 0, "vacant", recheckOn="2030-01-01")
        say(visitor, 1, "living", living="1")
        state(visitor, "待发送 2")
        server.start()
        visitor.page.click("[data-act=sync]")
        state(visitor, "待发送 0")
        # Too far ahead: the server says so, and the record comes back rather than being lost.
        state(visitor, "被退回 1")
        tab(visitor, "returned")
        expect(visitor.page.locator(".door")).to_contain_text(address)
        visitor.page.locator(".door").first.click()
        expect(visitor.page.locator("[data-part=complaint]")).to_be_visible()
    finally:
        context.close()
        server.stop()
