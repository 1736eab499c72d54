import Fanghu
import FanghuTesting
import Store
import Testing

/// The desk's acts on persons.
struct PeopleServiceTests {
    private let worker = Desk.worker(at: Desk.first)

    @Test(arguments: Engine.available)
    func `a person is registered once, masked, counted and audited`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let draft = Desk.draft("张三丰", number: 16, phone: 1)
            let person = try #require(try await desk.register(draft))
            #expect(person.name == "张**")
            #expect(person.phone == "154****0001")
            let again = try await desk.service.register(draft, in: Desk.first, by: worker)
            #expect(again == .known(person))
            #expect(try await desk.service.page(for: worker).total == 1)
            #expect(try await desk.count("SELECT COUNT(*) FROM audit_entry WHERE act = 'people.register'") == 1)
            #expect(try await desk.count("SELECT COUNT(*) FROM document_index") == 1)
            let stored = try await database.read { try $0.rows("SELECT sealed FROM person") }
            guard case .bytes(let bytes) = stored[0].columns[0] else { return }
            #expect(!String(decoding: bytes, as: UTF8.self).contains("张"))
        }
    }

    @Test(arguments: Engine.available)
    func `a document known elsewhere shows nothing of its holder`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            _ = try await desk.register(Desk.draft("张三", number: 1, phone: 1), in: Desk.second)
            let answer = try await desk.service.register(Desk.draft("李四", number: 1), in: Desk.first, by: worker)
            #expect(answer == .knownElsewhere(Desk.second))
        }
    }

    @Test(arguments: Engine.available)
    func `a namesake with the same phone is asked about first`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let person = try #require(try await desk.register(Desk.draft("张三", number: 1, phone: 1)))
            let second = Desk.draft("张三", number: 2, phone: 1)
            #expect(try await desk.service.register(second, in: Desk.first, by: worker) == .similar([person]))
            #expect(try await desk.service.page(for: worker).total == 1)
            let answer = try await desk.service.register(second, in: Desk.first, isConfirmed: true, by: worker)
            guard case .registered = answer else {
                Issue.record("\(answer)")
                return
            }
            let household = try await desk.register(Desk.draft("张小三", number: 3, phone: 1))
            #expect(household != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a pending document opens a task, which the document closes`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let person = try #require(try await desk.register(Desk.draft("张三", phone: 1)))
            #expect(person.documentPending)
            let tasks: SQL = "SELECT COUNT(*) FROM duty_task WHERE kind = 'completeDocument' AND state = 'open'"
            #expect(try await desk.count(tasks) == 1)
            #expect(try await desk.service.page(onlyPending: true, for: worker).persons == [person])
            let corrected = try await desk.service.correct(
                person.reference,
                Desk.draft("张三", number: 1, phone: 1),
                version: 1,
                by: worker
            )
            #expect(!corrected.documentPending)
            #expect(corrected.version == 2)
            #expect(try await desk.count(tasks) == 0)
            #expect(try await desk.service.page(onlyPending: true, for: worker).persons.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `R-PRIV-05: showing is an act with a reason`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let person = try #require(try await desk.register(Desk.draft("张三", number: 1, phone: 1)))
            await #expect(throws: PeopleRefusal.reasonMissing) {
                try await desk.service.show(person.reference, reason: " ", by: worker)
            }
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await desk.service.show(person.reference, reason: "上门核实", by: Desk.worker(at: Desk.second))
            }
            await #expect(throws: AccessRefusal.self) {
                let police = Desk.worker(at: Desk.first, as: .communityPolice)
                _ = try await desk.service.show(person.reference, reason: "上门核实", by: police)
            }
            let shows: SQL = "SELECT COUNT(*) FROM audit_entry WHERE act = 'people.show' AND reason = '上门核实'"
            #expect(try await desk.count(shows) == 0)
            let shown = try await desk.service.show(person.reference, reason: "上门核实", by: worker)
            #expect(shown.details.documents.first?.number == FixtureNumbers.citizen(1))
            #expect(shown.details.birthDate != nil)
            #expect(try await desk.count(shows) == 1)
            #expect(try await desk.service.person(person.reference, for: worker) == person)
        }
    }

    @Test(arguments: Engine.available)
    func `a correction changes what is found and refuses a stale version`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let person = try #require(try await desk.register(Desk.draft("张三", number: 1, phone: 1)))
            _ = try #require(try await desk.register(Desk.draft("王五", number: 9, phone: 9)))
            let changed = Desk.draft("李四", number: 2, phone: 2)
            _ = try await desk.service.correct(person.reference, changed, version: 1, by: worker)
            #expect(try await desk.all("张").isEmpty)
            #expect(try await desk.all("李四").count == 1)
            #expect(try await desk.all(FixtureNumbers.citizen(1)).isEmpty)
            await #expect(throws: PeopleRefusal.changedMeanwhile) {
                try await desk.service.correct(person.reference, changed, version: 1, by: worker)
            }
            await #expect(throws: PeopleRefusal.documentTaken) {
                let taken = Desk.draft("李四", number: 9, phone: 2)
                _ = try await desk.service.correct(person.reference, taken, version: 2, by: worker)
            }
            #expect(try await desk.all("李四").count == 1)
            #expect(try await desk.count("SELECT COUNT(*) FROM document_index") == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `a person who moves is found in the new register alone`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let person = try #require(try await desk.register(Desk.draft("张三", number: 1, phone: 1)))
            let both = Desk.worker(at: Desk.township)
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await desk.service.move(person.reference, to: Desk.second, by: worker)
            }
            let moved = try await desk.service.move(person.reference, to: Desk.second, by: both)
            #expect(moved.id == person.id)
            #expect(moved.committee == Desk.second)
            #expect(try await desk.service.search("张三", for: worker).persons.isEmpty)
            #expect(try await desk.service.search("张三", for: Desk.worker(at: Desk.second)).persons.count == 1)
            #expect(try await desk.service.page(under: Desk.first, for: both).total == 0)
            let draft = Desk.draft("张三", number: 1, phone: 1)
            #expect(try await desk.service.register(draft, in: Desk.second, by: both) == .known(moved))
            // A fact of the old committee still finds the person; the old committee's desk does not.
            let masked = try await database.read { try desk.people.masked([person.reference], on: $0) }
            #expect(masked[person.id] == moved)
            await #expect(throws: PeopleRefusal.unknownPerson) {
                try await desk.service.show(person.reference, reason: "上门核实", by: worker)
            }
            let report = try await VerificationService(database: database).verify()
            #expect(report.ok, "\(report)")
        }
    }

    @Test(arguments: Engine.available)
    func `other rooms find a person before making one`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let now = desk.context.now
            let people = desk.people
            func found(_ draft: PersonDraft, in committee: DivisionID) async throws -> FoundPerson {
                let checked = try draft.checked(on: now.day)
                return try await database.write { try people.findOrCreate(checked, in: committee, at: now, on: $0) }
            }
            let first = try await found(Desk.draft("张三", phone: 1), in: Desk.first)
            #expect(first.finding == .registered)
            let again = try await found(Desk.draft("张三", number: 1, phone: 1), in: Desk.first)
            #expect(again == FoundPerson(person: first.person, finding: .sameNameAndPhone))
            let elsewhere = try await found(Desk.draft("张三", number: 1), in: Desk.second)
            #expect(elsewhere == FoundPerson(person: first.person, finding: .sameDocument))
            let stranger = try await found(Desk.draft("王五", number: 1), in: Desk.second)
            #expect(stranger.person == first.person)
            #expect(!stranger.nameAgrees)
            #expect(try await found(Desk.draft("张三", number: 2, phone: 1), in: Desk.first).finding == .registered)
            #expect(try await found(Desk.draft("李四", phone: 1), in: Desk.first).finding == .registered)
            #expect(try await found(Desk.draft("李四", phone: 1), in: Desk.second).finding == .registered)
            let masked = try await database.read { try people.masked([first.person], on: $0) }
            #expect(masked[first.person.id]?.documentPending == false)
            #expect(masked[first.person.id]?.name == "张*")
        }
    }

    @Test(arguments: Engine.available)
    func `a sealed row copied over another's does not open`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let one = try #require(try await desk.register(Desk.draft("张三", number: 1, phone: 1)))
            let other = try #require(try await desk.register(Desk.draft("李四", number: 2, phone: 2)))
            try await database.write { connection in
                let copy: SQL = """
                    UPDATE person SET sealed = (SELECT sealed FROM person WHERE id = \(one.id)) WHERE id = \(other.id)
                    """
                try connection.execute(copy)
            }
            await #expect(throws: VaultFault.damaged) {
                try await desk.service.person(other.reference, for: worker)
            }
            #expect(try await desk.service.person(one.reference, for: worker) == one)
        }
    }
}

extension Desk {
    func count(_ sql: SQL) async throws -> Int? {
        try await database.read { try $0.value(sql, as: Int.self) }
    }
}
