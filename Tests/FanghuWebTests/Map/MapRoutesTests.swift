import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// The map at the desk and on the wall, and areas.
struct MapRoutesTests {
    static let committee = "/desk/map/\(Net.committee)"

    @Test func `R-PRIV-10: the desk sees observed homes, the wall no number under five`() async throws {
        try await SiteHarness.run { site in
            try await GateRoom(site.net).addCompound()
            _ = try await site.net.beginObservation()
            let worker = try await site.token(.communityWorker)
            #expect(try await site.get("/desk/map", as: worker).location == Self.committee)
            let page = try await site.get(Self.committee, as: worker)
            #expect(page.text.contains("1 弄 2 号 301 室") && page.text.contains("东门"))
            #expect(page.text.contains("data-map=\"{&quot;areas"), "what the script draws is escaped into an attribute")
            let district = try await site.token(.districtCommand, at: Net.district)
            let wall = try await site.get("/wall/\(Net.township)/map", as: district)
            #expect(wall.text.contains("不足 5 户") && !wall.text.contains("301 室"))
            #expect(try await site.get(Self.committee, as: district).status == .forbidden)
            #expect(try await site.get("/wall/\(Net.city)/map", as: district).status == .forbidden)
            let english = try await site.get("/wall/\(Net.district)/map", as: district, in: .english)
            #expect(english.text.contains("fewer than 5") && english.text.contains("/wall/\(Net.township)/map"))
        }
    }

    @Test func `many observed in one home are one dwelling, and not told`() async throws {
        try await SiteHarness.run { site in
            for (number, name) in ["甲", "乙", "丙", "丁", "戊"].enumerated() {
                let draft = Registration.Draft.sample(
                    name: "测试\(name)",
                    number: FixtureNumbers.citizen(number),
                    phone: FixtureNumbers.phone(number)
                )
                _ = try await site.net.beginObservation(draft)
            }
            let office = try await site.token(.preventionOffice, at: Net.township)
            let wall = try await site.get("/wall/\(Net.township)/map", as: office)
            #expect(wall.text.contains("不足 5 户") && !wall.text.contains("<td class=\"number\">5</td>"))
        }
    }

    @Test func `an area is drawn by corners or by streets, counted and ended`() async throws {
        try await SiteHarness.run { site in
            let token = try await site.token(.communityWorker)
            let form = ["place": Net.committee.text, "name": "东区"]
            let empty = try await site.post("/desk/areas/add", as: token, form)
            #expect(empty.status == .unprocessableContent && empty.text.contains("outline-error"))
            let crossed = form.merging(["outline": "121.40,31.20\n121.42,31.22\n121.42,31.20\n121.40,31.22"]) { $1 }
            let refused = try await site.post("/desk/areas/add", as: token, crossed)
            #expect(refused.text.contains("自相交叉") && refused.text.contains("121.42,31.22"), "the corners stay")
            let unclear = form.merging(["streets": "愚园路 东段"]) { $1 }
            #expect(try await site.post("/desk/areas/add", as: token, unclear).text.contains("streets-error"))
            let good = form.merging(["outline": "121.40,31.20\n121.42,31.20\n121.42,31.22"]) { $1 }
            let drawn = try await site.post("/desk/areas/add", as: token, good)
            let area = try #require(drawn.location)
            #expect(try await site.post("/desk/areas/add", as: token, good).status == .conflict)
            let page = try await site.get(area, as: token, in: .english)
            #expect(page.text.contains("121.42, 31.2") && page.text.contains("outline by hand"))
            let streets = ["place": Net.committee.text, "name": "愚园路段", "streets": "愚园路 1-99 单"]
            #expect(try await site.post("/desk/areas/add", as: token, streets).status == .seeOther)
            #expect(try await site.get(Self.committee, as: token).text.contains("愚园路段"))
            let neighbour = try await site.token(.communityWorker, at: Net.neighbour)
            #expect(try await site.get(area, as: neighbour).status == .notFound)
            #expect(try await site.post("\(area)/end", as: neighbour).status == .notFound)
            #expect(try await site.post("/desk/areas/add", as: neighbour, streets).status == .forbidden)
            #expect(try await site.post("\(area)/end", as: token).status == .seeOther)
            #expect(try await !site.get(Self.committee, as: token).text.contains("东区"))
        }
    }
}
