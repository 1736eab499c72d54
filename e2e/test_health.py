"""The health centre's day: a fever told on registering, a commitment signed by code, releases and their paper."""
import json
import re
import urllib.request
import uuid

import pytest
from conftest import DESK, PHONE
from test_main_job import COMMITTEE, sign_in, today

SMALL = {"width": 360, "height": 780}
SMALLEST = {"width": 320, "height": 640}


def citizen(sequence):
    """A well-formed number of somebody born on 1 January 1900, which is nobody's."""
    body = f"31010019000101{sequence:03d}"
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights)) % 11]


def arrive(server, name, sequence, temperature="36.5"):
    """Registers over the API, as a checkpoint's own program does; answers with the path of the private page."""
    body = {
        "id": str(uuid.uuid4()), "committee": COMMITTEE, "relation": "self", "name": name,
        "documentKind": "citizenNumber", "documentNumber": citizen(sequence), "phone": "13800138000",
        "addressText": "2 号 301 室", "tenure": "own", "declaredKeyArea": True, "departedOn": today(-1),
        "arrivedOn": today(), "transport": "train", "transportNumber": "G1722", "temperature": temperature,
        "itinerary": [{"place": "4201", "from": today(-5), "to": today(-1), "kind": "origin"}], "symptoms": [],
        "contacts": {"keyAreaPerson": False, "feverPatient": False, "confirmedCase": False},
        "declaration": True, "noticeVersion": "2020-02",
    }
    request = urllib.request.Request(server.address + "/api/v1/registrations", json.dumps(body).encode(),
                                     {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["link"]


def check_width(visitor):
    """Nothing of the page lies beyond its right edge; wide tables scroll in a frame of their own."""
    width = visitor.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1], width


def look(visitor, name):
    visitor.check_access()
    check_width(visitor)
    visitor.picture(name)


@pytest.mark.parametrize("size, language, sequence", [(SMALL, "zh-CN", 11), (SMALLEST, "en-GB", 12)])
def test_a_fever_told_on_registering_is_answered_in_place(visit, server, size, language, sequence):
    arrive(server, "测试丁", sequence, temperature="38.4")
    doctor = visit(size, language=language)
    sign_in(doctor, "doctor")
    assert doctor.page.url.endswith("/desk/health")
    card = doctor.page.locator(".fevers > li", has_text="38.4")
    assert "测**" in card.first.inner_text()
    look(doctor, f"health-desk-{language}")
    before = card.count()
    card.first.locator("input[type=text]").fill("复测 36.7")
    card.first.locator("button[value=cleared]").click()
    doctor.page.wait_for_selector(".notice")
    assert doctor.page.locator(".fevers > li", has_text="38.4").count() == before - 1
    verified = server.run("verify", "--json", check=False)
    assert '"ok":true' in verified.stdout, verified.stdout


@pytest.mark.parametrize("size, language, sequence", [(SMALL, "zh-CN", 21), (SMALLEST, "en-GB", 22)])
def test_a_commitment_is_signed_with_the_code_read_out(visit, server, size, language, sequence):
    link = arrive(server, "测试戊", sequence)
    worker = visit(DESK, language=language)
    sign_in(worker, "worker")
    page = worker.page
    # The link is made of committee, registration and seal.
    worker.go("/desk/arrivals/" + link.split(".")[1])
    page.click("main form.panel button")
    page.wait_for_url("**/desk/observations/**")
    page.click("form[action$='/giveNotice'] button")
    page.click("form[action$='/homeSuitable'] button")
    page.click("main a[href^='/desk/commitments/']")
    look(worker, f"commitment-desk-{language}")
    page.click("main form button")
    code = page.inner_text(".read-out-code")
    assert re.fullmatch(r"\d{3} \d{3}", code.strip())
    look(worker, f"commitment-code-{language}")

    phone = visit(size, language=language)
    phone.go(link)
    phone.page.click("main a.button[href$='/commitment']")
    look(phone, f"commitment-{language}")
    phone.check_targets()
    phone.page.fill("#code", "000000")
    phone.page.click("main form button")
    assert phone.page.locator("#error-summary").count() == 1, "unread text must be complained about"
    look(phone, f"commitment-wrong-{language}")
    phone.page.check("input[name=agreed]")
    phone.page.fill("#code", code)
    phone.page.click("main form button")
    phone.page.wait_for_selector(".notice")
    assert phone.page.locator("a[href$='/commitment']").count() == 0
    page.reload()
    page.click("a.back")
    assert page.locator("form[action$='/activate']").count() == 1


def test_releases_of_a_list_and_their_paper(visit, server):
    doctor = visit(DESK, language="en-GB")
    sign_in(doctor, "doctor")
    page = doctor.page
    page.click("a[href*='tick=all']")
    ticked = page.locator("input[name=observations]:checked").count()
    assert ticked > 0
    page.locator("input[name=observations]:checked").first.uncheck()
    page.click("#observations > .actions button")
    assert page.locator("tbody tr").count() == ticked - 1
    look(doctor, "health-releases")
    page.click("tbody a[href^='/desk/releases/'] >> nth=0")
    assert "*" in page.inner_text(".paper-lines")
    look(doctor, "release-paper-masked")
    page.fill("#reason", "为本人打印")
    page.click("main form button")
    assert "*" not in page.inner_text(".paper-lines dd >> nth=0")
    look(doctor, "release-paper")
    page.emulate_media(media="print")
    assert not page.is_visible(".no-print") and not page.is_visible(".mast")
    page.emulate_media(media="screen")
    link = page.get_attribute(".paper-check a", "href")
    for size in (SMALL, SMALLEST, PHONE):
        gate = visit(size)
        gate.go(link)
        assert "*" in gate.page.inner_text("main")
        check_width(gate)
    verified = server.run("verify", "--json", check=False)
    assert '"ok":true' in verified.stdout, verified.stdout


def test_the_health_commission_sees_counts_alone(visit):
    commission = visit(SMALL, language="en-GB")
    sign_in(commission, "health")
    assert commission.page.url.endswith("/desk/health")
    assert commission.page.locator(".fevers, .releases").count() == 0
    look(commission, "health-commission")
