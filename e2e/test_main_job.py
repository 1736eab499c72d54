"""The main job, as people do it: a resident on a phone without script, a worker and a doctor at the desk."""
import datetime

from conftest import DESK, PHONE

COMMITTEE = "310105002002"
PASSWORD = "fanghu-demo-2020"


def today(offset=0):
    zone = datetime.timezone(datetime.timedelta(hours=8))
    return (datetime.datetime.now(zone) + datetime.timedelta(days=offset)).strftime("%Y-%m-%d")


def sign_in(visitor, name):
    visitor.go("/desk")
    visitor.page.fill("#name", name)
    visitor.page.fill("#password", PASSWORD)
    visitor.page.click("main button")
    visitor.page.wait_for_url("**/desk**")


def register(visitor, name, origin="4201"):
    """Fills in the registration page by page."""
    page = visitor.page
    visitor.go(f"/r/at/{COMMITTEE}")
    visitor.check_access()
    page.click("main button")
    page.click("main button >> nth=0")
    assert page.title().startswith(("错误", "Error")), "nothing typed must be complained about"
    visitor.check_access()
    page.fill("#arrivedOn", today())
    page.fill("#departedOn", today(-1))
    page.click("main button >> nth=0")
    page.select_option("#itinerary", origin)
    page.click("main button >> nth=0")
    page.check("input[name=declaredKeyArea][value=yes]")
    page.click("main button >> nth=0")
    page.check("input[name=contactHistory][value=none]")
    page.click("main button >> nth=0")
    page.fill("#temperature", "３６。５")
    page.click("main button >> nth=0")
    page.fill("#name", name)
    page.select_option("#relation", "self")
    page.click("main button >> nth=0")
    page.select_option("#documentKind", "citizenNumber")
    page.fill("#document", "310100199001010016")
    page.click("main button >> nth=0")
    page.fill("#phone", "138 0013 8000")
    page.click("main button >> nth=0")
    page.fill("#address", "2 号 301 室")
    page.click("main button >> nth=0")
    page.select_option("#transport", "train")
    page.fill("#transportNumber", "G1722")
    visitor.check_access()
    page.click("main button >> nth=0")
    visitor.check_access()
    visitor.picture("registration-check")
    page.check("input[name=declaration]")
    page.click("main .actions button")
    page.wait_for_url("**/r/o/**")
    return page.url


def test_main_job(visit, server):
    phone = visit(PHONE, script=False)
    link = register(phone, "测试甲")
    phone.picture("observee-registered")

    worker = visit(DESK)
    sign_in(worker, "worker")
    worker.check_access()
    worker.picture("desk-work")
    page = worker.page
    page.click("nav a:has-text('来沪登记')")
    page.click("table a:has-text('测**') >> nth=0")
    worker.check_access()
    worker.picture("desk-arrival")
    page.click("main form.panel button")
    page.wait_for_url("**/desk/observations/**")
    worker.picture("desk-observation-proposed")
    page.click("button:has-text('送达告知书')")
    page.click("button:text-is('居家条件合格')")
    page.set_input_files("#signature", {"name": "paper.png", "mimeType": "image/png", "buffer": PNG})
    page.click("button:has-text('收到承诺书')")
    page.click("button:has-text('开始观察')")
    assert "观察中" in page.inner_text("main .lead")
    worker.check_access()

    phone.page.goto(link)
    phone.check_access()
    phone.page.click("main a.button >> nth=0")
    phone.check_targets()
    phone.page.fill("#temperature", "38.1")
    phone.picture("observee-day")
    phone.page.click("main .actions button")
    phone.page.wait_for_url("**/r/o/**")
    phone.check_access()
    phone.picture("observee-active")

    doctor = visit(DESK)
    sign_in(doctor, "doctor")
    doctor.go("/desk?kind=answerFever")
    doctor.check_access()
    doctor.page.goto(page.url)
    doctor.picture("desk-fever")
    doctor.page.fill("#note-clearFever", "复测正常")
    doctor.page.click("button:has-text('医生排除发热')")
    assert "发热待处置" not in doctor.page.inner_text("main .lead")
    page.reload()
    worker.picture("desk-observation")
    worker.go("/desk/observations")
    worker.check_access()
    worker.picture("desk-observations")
    verified = server.run("verify", "--json", check=False)
    assert '"ok":true' in verified.stdout, verified.stdout


def test_nobody_sees_the_desk_without_signing_in(visit):
    stranger = visit(DESK)
    for path in ("/desk", "/desk/arrivals", "/desk/observations"):
        stranger.go(path)
        assert "/sign-in" in stranger.page.url


def test_a_sign_in_leads_to_our_own_pages_only(visit):
    stranger = visit(DESK)
    stranger.go("/sign-in?next=//evil.example/")
    assert stranger.page.input_value("input[name=next]") == "/desk"


def test_registration_is_usable_by_everybody(visit):
    register(visit(PHONE), "测试乙")


def test_english(visit):
    visitor = visit(PHONE, language="en-GB")
    visitor.go(f"/r/at/{COMMITTEE}")
    assert "Health registration" in visitor.page.inner_text("h1")
    visitor.check_access()
    visitor.picture("registration-english")


PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")
