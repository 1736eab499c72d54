import Fanghu
import FanghuTesting
import Store
import Testing

/// Searching sealed persons by keyed tokens.
struct PeopleSearchTests {
    private static let names = [
        "张三", "张三丰", "欧阳娜娜", "单雄信", "买买提·吐尔逊", "李四", "张四", "尉迟恭", "John Smith", "王王",
    ]

    @Test(arguments: Engine.available)
    func `every name is found by any one or two characters and by its initials`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            var seed = FixtureSeed(7)
            let names = Self.names + (0..<40).map { _ in FixtureNames.name(using: &seed) }
            var ids: [String: [PersonID]] = [:]
            for (index, name) in names.enumerated() {
                let committee = index.isMultiple(of: 2) ? Desk.first : Desk.second
                let person = try await desk.register(Desk.draft(name, number: index, phone: index), in: committee)
                ids[name, default: []].append(try #require(person).id)
            }
            for (name, holders) in ids {
                let characters = name.filter { !$0.isASCII && $0 != "·" }
                let initials = PinyinInitials.of(name)
                let words =
                    characters.map { String($0) } + zip(characters, characters.dropFirst()).map { "\($0)\($1)" }
                    + initials.map { String($0) } + zip(initials, initials.dropFirst()).map { "\($0)\($1)" }
                for word in Set(words) {
                    let found = try await desk.all(word)
                    #expect(Set(found.map(\.id)).isSuperset(of: holders), "\(word) did not find \(name)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a search finds what matches and nothing else`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            for (index, name) in Self.names.enumerated() {
                _ = try await desk.register(Desk.draft(name, number: index, phone: 5000 + index))
            }
            #expect(try await desk.all("张三").count == 2)
            #expect(try await desk.all("张三丰").map(\.name) == ["张**"])
            #expect(try await desk.all("三张").isEmpty)
            #expect(try await desk.all("zsf").count == 1)
            #expect(try await desk.all("smith").count == 1)
            #expect(try await desk.all("5003").count == 1)
            #expect(try await desk.all(FixtureNumbers.phone(5004)).count == 1)
            #expect(try await desk.all(FixtureNumbers.citizen(5)).count == 1)
            #expect(try await desk.all(FixtureNumbers.citizen(500)).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `R-PRIV-05: a search stays in its territory`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            _ = try await desk.register(Desk.draft("张三", number: 1, phone: 1), in: Desk.first)
            _ = try await desk.register(Desk.draft("张三", number: 2, phone: 2), in: Desk.second)
            #expect(try await desk.all("张三").count == 2)
            let mine = try await desk.service.search("张三", for: Desk.worker(at: Desk.second))
            #expect(mine.persons.map(\.committee) == [Desk.second])
            let document = try await desk.service.search(FixtureNumbers.citizen(1), for: Desk.worker(at: Desk.second))
            #expect(document.persons.isEmpty)
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await desk.service.search("张三", under: Desk.first, for: Desk.worker(at: Desk.second))
            }
            await #expect(throws: AccessRefusal.self) { try await desk.service.search("张三", for: .visitor) }
            await #expect(throws: PeopleRefusal.searchEmpty) {
                try await desk.service.search(" ", for: Desk.worker(at: Desk.second))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `pages of a search and of the register hold everybody once`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database, limits: PeopleLimits(candidatesPerSearch: 7))
            for index in 0..<41 {
                let name = index.isMultiple(of: 3) ? "张三\(["丰", "光", "明"][index / 3 % 3])" : "张四光"
                let committee = index < 20 ? Desk.first : Desk.second
                _ = try await desk.register(Desk.draft(name, number: index, phone: index), in: committee)
            }
            for limit in [1, 3, 50] {
                #expect(try await desk.all("张三", limit: limit).count == 14)
                #expect(try await desk.all("张", limit: limit).count == 41)
                let listed = try await desk.list(limit: limit)
                #expect(Set(listed.map(\.id)).count == 41)
                #expect(listed.map(\.reference) == listed.map(\.reference).sorted())
            }
            let page = try await desk.service.page(under: Desk.first, for: Desk.worker(at: Desk.township))
            #expect(page.total == 20)
            #expect(page.next == nil)
        }
    }
}

extension Desk {
    /// All pages of a search over the township.
    func all(_ text: String, limit: Int = 50) async throws -> [MaskedPerson] {
        var found: [MaskedPerson] = []
        var key: PersonReference?
        repeat {
            let page = try await service.search(text, after: key, limit: limit, for: Desk.worker(at: Desk.township))
            #expect(page.persons.count <= limit)
            found += page.persons
            key = page.next
        } while key != nil
        #expect(Set(found.map(\.id)).count == found.count)
        return found
    }

    /// All pages of the register of the township.
    func list(limit: Int) async throws -> [MaskedPerson] {
        var found: [MaskedPerson] = []
        var key: PersonReference?
        repeat {
            let page = try await service.page(after: key, limit: limit, for: Desk.worker(at: Desk.township))
            found += page.persons
            key = page.next
        } while key != nil
        return found
    }
}
