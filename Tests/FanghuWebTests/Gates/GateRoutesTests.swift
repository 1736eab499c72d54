import Fanghu
import FanghuTesting
import FanghuWeb
import Foundation
import HTTPTypes
import Testing

/// The gatekeeper's phone page and the desk behind it.
struct GateRoutesTests {
    /// A post at the east gate with a gatekeeper on duty.
    static func keeper(_ site: SiteHarness) async throws -> (post: GatePost, token: String) {
        let room = try await GateRoom(site.net)
        try await room.addCompound()
        let post = try await room.addPost()
        return (post, try await site.token(of: room.keeper(at: post)))
    }

    static let resident = [
        "direction": "inward", "visit": "resident", "name": "测试甲", "tail": "8000", "temperature": "36.5",
    ]

    @Test func `R-PRIV-09: the keeper sees a verdict and a code, and nothing of anybody`() async throws {
        try await SiteHarness.run { site in
            let begun = try await site.net.beginObservation()
            let (post, token) = try await Self.keeper(site)
            let path = "/gate/posts/\(post.id)"
            let own = try await site.get("/gate", as: token)
            #expect(own.text.contains(path) && own.text.contains("东门岗"))
            let asked = try await site.get(path, as: token)
            var form = Self.resident
            form["id"] = asked.hidden("id")
            let sent = try await site.post(path, as: token, form)
            #expect(sent.status == .seeOther)
            let verdict = try await site.get(try #require(sent.location), as: token)
            #expect(verdict.text.contains("劝返") && verdict.text.contains("askCommittee"))
            for secret in ["测试甲", "8000", "观察", begun.observation.text, "13800138000"] {
                #expect(!verdict.text.contains(secret), "\(secret)")
            }
            let english = try await site.get(try #require(sent.location), as: token, in: .english)
            #expect(english.text.contains("Call the committee"))
            #expect(try await site.post(path, as: token, form).location == sent.location, "sent twice, taken once")
            let worker = try await site.token(.communityWorker)
            let log = try await site.get("/desk/gates/\(post.id)", as: worker)
            #expect(log.text.contains("劝返") && !log.text.contains("测试甲"))
            #expect(try await site.get(try #require(sent.location), as: worker).status == .notFound)
        }
    }

    @Test func `a high temperature asks for a rest and a second measurement`() async throws {
        try await SiteHarness.run { site in
            let (post, token) = try await Self.keeper(site)
            var form = Self.resident
            form["id"] = site.net.time.context.newID(GatePassingID.self).text
            form["temperature"] = "３８．１"
            let sent = try await site.post("/gate/posts/\(post.id)", as: token, form)
            let location = try #require(sent.location)
            let first = try await site.get(location, as: token)
            #expect(first.text.contains("复核") && first.text.contains("\(location)/second"))
            let id = try #require(first.hidden("id"))
            let early = try await site.post("\(location)/second", as: token, ["id": id, "temperature": "38.0"])
            #expect(early.status == .conflict && early.text.contains("5 分钟"))
            #expect(early.hidden("id") == id, "the form keeps its id")
            site.net.time.advance(minutes: 6)
            let wrong = try await site.post("\(location)/second", as: token, ["id": id, "temperature": "hot"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("temperature-error"))
            let second = try await site.post("\(location)/second", as: token, ["id": id, "temperature": "38.0"])
            let verdict = try await site.get(try #require(second.location), as: token)
            #expect(verdict.text.contains("发热门诊") && !verdict.text.contains("/second"))
        }
    }

    @Test func `a doctor sees the fever of a gate on the desk, knows whose it is, and closes it`() async throws {
        try await SiteHarness.run { site in
            let room = try await GateRoom(site.net)
            try await room.addCompound()
            let person = try #require(try await room.resident("测试甲"))
            let doctor = try await site.token(.communityDoctor, at: Net.township)
            let keeper = try await room.keeper(at: room.addPost())
            let post = try #require(try await room.gates.ownPosts(of: keeper).first)
            let ids = (0..<2).map { _ in site.net.time.context.newID(GatePassingID.self) }
            _ = try await room.gates.pass(.resident("测试甲", "8000", 380), id: ids[0], at: post.id, by: keeper)
            site.net.time.advance(minutes: 6)
            let hot = try Temperature(tenths: 380)
            _ = try await room.gates.measureAgain(hot, after: ids[0], id: ids[1], by: keeper)
            let desk = try await site.get("/desk/health", as: doctor)
            #expect(desk.text.contains("门岗复测发热") && desk.text.contains("测"))
            let task = try #require(desk.text.firstMatch(of: /\/desk\/tasks\/[0-9a-f-]+/)).output
            let page = try await site.get(String(task), as: doctor)
            #expect(page.text.contains("/desk/persons/\(person.committee)/\(person.id)"))
            #expect(try await site.post("\(task)/close", as: doctor, ["note": "已转发热门诊"]).status == .seeOther)
            #expect(try await !site.get("/desk/health", as: doctor).text.contains("门岗复测发热"))
        }
    }

    @Test func `what is missing or wrong is said at its field, with all answers kept`() async throws {
        try await SiteHarness.run { site in
            let (post, token) = try await Self.keeper(site)
            let path = "/gate/posts/\(post.id)"
            let id = site.net.time.context.newID(GatePassingID.self).text
            let form = ["id": id, "direction": "inward", "visit": "visitor", "host": "3号楼", "tail": "12"]
            let refused = try await site.post(path, as: token, form)
            #expect(refused.status == .unprocessableContent && refused.text.contains("tail-error"))
            #expect(refused.text.contains("value=\"3号楼\"") && refused.hidden("id") == id)
            let empty = try await site.post(path, as: token, ["id": id, "direction": "inward", "visit": "resident"])
            for field in ["name", "tail", "temperature"] { #expect(empty.text.contains("\(field)-error")) }
        }
    }

    @Test func `a gatekeeper opens no page of the desk, and is led to the gate`() async throws {
        try await SiteHarness.run { site in
            let (post, token) = try await Self.keeper(site)
            #expect(try await site.get("/desk", as: token).location == "/gate")
            for path in [
                "/desk/gates", "/desk/gates/\(post.id)", "/desk/measures", "/desk/persons?q=测试", "/desk/arrivals",
                "/desk/observations", "/desk/figures", "/wall/\(Net.committee)", "/api/v1/persons", "/api/v1/gates",
                "/api/v1/figures?under=\(Net.committee)",
            ] {
                #expect(try await site.get(path, as: token).status == .forbidden, "\(path)")
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `R-SEC-02: the keeper's pages are for keepers of the place`(role: Role) async throws {
        try await SiteHarness.run { site in
            let (post, _) = try await Self.keeper(site)
            let token = try await site.token(role, at: Net.township)
            let stranger = try await site.token(role, at: Net.stranger)
            let mayKeep = role.permissions.contains(.keepGate)
            #expect(try await site.get("/gate", as: token).status == (mayKeep ? .ok : .forbidden))
            let path = "/gate/posts/\(post.id)"
            let isOnDuty = role.permissions.contains(.manageGates)
            #expect(try await site.get(path, as: token).status == (isOnDuty ? .ok : .forbidden))
            #expect([.forbidden, .notFound].contains(try await site.get(path, as: stranger).status))
            #expect([.forbidden, .notFound].contains(try await site.post(path, as: stranger, Self.resident).status))
            #expect(try await site.get("/gate").status == .seeOther)
        }
    }

    @Test func `the desk lists bare gates, sets up posts, plans shifts and ends them`() async throws {
        try await SiteHarness.run { site in
            let room = try await GateRoom(site.net)
            try await room.addCompound()
            let token = try await site.token(.communityWorker)
            let bare = try await site.get("/desk/gates", as: token)
            #expect(bare.text.contains("无人在岗") && bare.text.contains("where=\(GateRoom.eastGate)"))
            let form = ["where": GateRoom.eastGate.text, "opens": "06:00", "closes": "22:00", "wanted": "2"]
            let made = try await site.post("/desk/gates/add", as: token, form)
            let post = try #require(made.location)
            #expect(try await site.post("/desk/gates/add", as: token, form).status == .unprocessableContent)
            let wrong = form.merging(["where": "registrationPoint", "closes": "06:00", "committee": "310105002001"]) {
                $1
            }
            #expect(try await site.post("/desk/gates/add", as: token, wrong).text.contains("opens-error"))
            let table = wrong.merging(["closes": "22:00", "name": "登记点"]) { $1 }
            #expect(try await site.post("/desk/gates/add", as: token, table).status == .seeOther)
            let keeper = try #require(try await site.net.staff(.gateKeeper).account)
            #expect(try await site.get("\(post)/shifts", as: token).text.contains(keeper.text))
            let shift = ["account": keeper.text, "to": "2020-02-10", "toTime": "16:00"]
            #expect(try await site.post("\(post)/shifts", as: token, shift).status == .seeOther)
            #expect(try await site.post("\(post)/shifts", as: token, shift).status == .conflict)
            let nobody = ["to": "2020-02-10", "toTime": "16:00"]
            #expect(try await site.post("\(post)/shifts", as: token, nobody).status == .unprocessableContent)
            let team = nobody.merging(["team": "志愿者一队", "heads": "3", "from": "2020-02-10", "fromTime": "12:00"]) { $1 }
            #expect(try await site.post("\(post)/shifts", as: token, team).status == .seeOther)
            let list = try await site.get("/desk/gates", as: token, in: .english)
            #expect(list.text.contains("1 on duty, too few") && list.text.contains("志愿者一队 × 3"))
            let page = try await site.get(post, as: token)
            let end = try #require(page.text.firstMatch(of: /\/desk\/gates\/shifts\/[0-9a-f-]+\/end/)).output
            let neighbour = try await site.token(.communityWorker, at: Net.neighbour)
            #expect(try await site.post(String(end), as: neighbour).status == .notFound)
            #expect(try await site.post(String(end), as: token).status == .seeOther)
            #expect(try await site.get("/desk/gates", as: token).text.contains("无人在岗"))
        }
    }

    @Test func `the API answers who stands where, and a passing with the verdict alone`() async throws {
        try await SiteHarness.run { site in
            let (post, token) = try await Self.keeper(site)
            let worker = try await site.token(.communityWorker)
            let list = try await site.get("/api/v1/gates?limit=1", as: worker)
            #expect(
                list.text.contains("\"staffing\"") && list.text.contains("\"total\":2") && list.text.contains("next")
            )
            let id = site.net.time.context.newID(GatePassingID.self)
            let body =
                #"{"id":"\#(id)","direction":"inward","visit":"resident","name":"测试甲","tail":"8000","temperature":36.5}"#
            let answer = try await site.post("/api/v1/gates/\(post.id)/passings", as: token, json: body)
            #expect(answer.status == .created)
            let read = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: String]
            #expect(read == ["id": id.text, "decision": "stop", "reason": "askCommittee"])
            let unknown = body.replacing("\"tail\"", with: "\"phone\"")
            #expect(
                try await site.post("/api/v1/gates/\(post.id)/passings", as: token, json: unknown).status.code == 400
            )
            site.net.time.advance(minutes: 600)
            let late = try await site.post("/api/v1/gates/\(post.id)/passings", as: token, json: body)
            #expect(late.status == .forbidden && late.code == "gates.notOnDuty")
        }
    }
}
