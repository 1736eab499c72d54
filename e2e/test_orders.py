"""A call becomes an order, the cadre takes it on the phone, and only somebody else closes it."""
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


def call(operator):
    """With the keyboard alone, from the first field to the button."""
    keys = operator.page.keyboard
    operator.go("/desk/orders/new")
    operator.page.focus("#summary")
    keys.type("四号楼居家观察的人下楼遛狗")
    keys.press("Tab")
    operator.page.select_option("#committee", index=1)
    operator.page.focus("button[name=dispatch]")
    keys.press("Enter")
    operator.page.wait_for_url(lambda url: "/desk/orders/0" in url)
    return operator.page.url.split("?")[0]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_board_the_form_and_an_order_are_for_everybody(visit, language):
    operator = sign_in(visit(DESK, language=language), "dispatcher", "/desk/orders")
    for path in ["/desk/orders", "/desk/orders/new", "/desk/orders?show=late"]:
        operator.go(path)
        operator.check_access()
    operator.picture(f"orders-board-{language}")
    call(operator)
    operator.check_access()
    operator.picture(f"orders-order-{language}")


def test_from_the_call_to_the_verified_end_without_script(visit):
    operator = sign_in(visit(DESK, script=False), "dispatcher", "/desk/orders")
    address = call(operator)
    path = address[address.index("/desk"):]
    worker = sign_in(visit(PHONE, script=False), "worker", path)
    worker.check_targets()
    assert worker.page.locator("body").inner_text().count("已派遣")
    worker.page.click("form[action$=acknowledge] button")
    for part in ["bringHome", "disinfectArea"]:
        worker.page.fill(f"#done-{part}", "已办")
        worker.page.click(f"form:has(#done-{part}) button")
    police = sign_in(visit(PHONE, script=False), "police", path)
    police.page.fill("#done-repeatRules", "已当面重申")
    police.page.click("form:has(#done-repeatRules) button")
    worker.go(path)
    expect(worker.page.locator("form[action$=pass]")).to_have_count(0)
    director = sign_in(visit(PHONE, script=False), "director", path)
    director.page.click("form[action$=beginVerifying] button")
    director.page.click("details:has(form[action$=pass]) summary") if director.page.locator(
        "details:has(form[action$=pass])").count() else None
    director.page.click("form[action$=pass] button")
    expect(director.page.locator("h1")).to_contain_text("已结案")
