"""A campaign in a browser: from door to door with a thumb, the desk behind it, and an end that is refused."""
import re

import pytest
from playwright.sync_api import expect

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


def sign_in(visitor, name, path):
    visitor.go(path)
    visitor.page.fill("#name", name)
    visitor.page.fill("#password", "fanghu-demo-2020")
    visitor.page.click("main button[type=submit]")
    visitor.page.wait_for_url(lambda url: "sign-in" not in url)
    return visitor


def open_walk(visitor):
    visitor.page.click("main table a[href$='/next']")
    expect(visitor.page.locator("button[value=met]")).to_be_visible()


def press(visitor, outcome):
    visitor.page.click(f"button[name=outcome][value={outcome}]")


def door(visitor):
    return visitor.page.locator("h1").inner_text()


@pytest.fixture
def worker(visit):
    return sign_in(visit(PHONE), "worker", "/desk/canvass")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_next_door_is_for_a_thumb_and_for_everybody(worker, language):
    open_walk(worker)
    if language == "en":
        worker.page.click(".language a")
        expect(worker.page.locator("html")).to_have_attribute("lang", re.compile("^en"))
    worker.check_access()
    worker.check_targets()
    worker.picture(f"canvass-door-{language}")
    assert worker.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_one_button_records_a_visit_and_leads_to_the_next_door(worker):
    open_walk(worker)
    first = door(worker)
    worker.page.check("#receipt")
    press(worker, "met")
    expect(worker.page.locator(".notice")).to_be_visible()
    assert door(worker) != first
    press(worker, "away")
    expect(worker.page.locator("#error-summary")).to_contain_text("从哪里返回")
    worker.check_access()
    worker.page.fill("#origin", "外省")
    press(worker, "away")
    expect(worker.page.locator("#error-summary")).to_have_count(0)


def test_it_works_without_script(visit):
    worker = sign_in(visit(PHONE, script=False), "worker", "/desk/canvass")
    open_walk(worker)
    first = door(worker)
    press(worker, "nobody")
    assert door(worker) != first


def test_the_enter_key_in_a_field_is_no_outcome(worker):
    open_walk(worker)
    first = door(worker)
    worker.page.fill("#origin", "外省")
    worker.page.press("#origin", "Enter")
    expect(worker.page.locator("#error-summary")).to_be_visible()
    assert door(worker) == first


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_progress_teams_list_and_markers_are_for_everybody(visit, size):
    director = sign_in(visit(size), "director", "/desk/canvass")
    director.check_access()
    director.picture(f"canvass-list-{size['width']}")
    director.page.click("main table th a")
    expect(director.page.locator("h2").first).to_be_visible()
    director.check_access()
    director.picture(f"canvass-progress-{size['width']}")
    address = director.page.url.replace(director.address, "")
    for rest in ("/targets", "/targets?state=open", "/teams", "/assign", "/close"):
        assert director.go(address + rest).status == 200, rest
        director.check_access()
        director.picture(f"canvass{re.sub(r'[^a-z]', '-', rest)}-{size['width']}")
    assert director.go("/desk/canvass/markers").status == 200
    director.check_access()


def test_a_campaign_is_planned_opened_and_not_closed_while_anything_is_open(visit):
    director = sign_in(visit(DESK), "director", "/desk/canvass/add")
    director.check_access()
    director.page.select_option("#place", index=1)
    director.page.fill("#title", "试排摸")
    director.page.check("input[name=kinds][value=dwelling]")
    director.page.click("main form button[type=submit]")
    director.page.on("dialog", lambda dialog: dialog.accept())
    director.page.click("main form[action$='/open'] button")
    expect(director.page.locator("main a[href$='/close']")).to_be_visible()
    director.page.click("main a[href$='/close']")
    director.page.click("main form[action$='/close'] button")
    expect(director.page.locator("#error-summary")).to_contain_text("未完成")
    director.check_access()
