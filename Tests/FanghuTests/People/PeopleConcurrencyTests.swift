import Fanghu
import FanghuTesting
import Store
import Testing

/// Many clerks at once.
struct PeopleConcurrencyTests {
    @Test(arguments: Engine.available)
    func `one document registered by many at once is one person`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let draft = Desk.draft("张三", number: 1, phone: 1)
            let answers = try await withThrowingTaskGroup(of: RegistrationAnswer.self) { group in
                for index in 0..<24 {
                    group.addTask {
                        try await desk.service.register(
                            draft,
                            in: index.isMultiple(of: 2) ? Desk.first : Desk.second,
                            by: Desk.worker(at: Desk.township)
                        )
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let registered = answers.filter { answer in
                if case .registered = answer { return true }
                return false
            }
            #expect(registered.count == 1)
            #expect(try await desk.all("张三").count == 1)
            #expect(try await desk.count("SELECT COUNT(*) FROM document_index") == 1)
            let report = try await VerificationService(database: database).verify()
            #expect(report.ok, "\(report)")
        }
    }

    @Test(arguments: Engine.available)
    func `one version corrected by many at once is corrected once`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let desk = Desk(database)
            let person = try #require(try await desk.register(Desk.draft("张三", number: 1, phone: 1)))
            let corrected = await withTaskGroup(of: Bool.self) { group in
                for index in 0..<12 {
                    group.addTask {
                        let draft = Desk.draft("李四", number: 1, phone: 100 + index)
                        let worker = Desk.worker(at: Desk.first)
                        return (try? await desk.service.correct(person.reference, draft, version: 1, by: worker)) != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(corrected == 1)
            #expect(try await desk.all("李四").count == 1)
            // Its tokens are those of the one correction: nothing of the others is left behind.
            let tokens = try await desk.count("SELECT COUNT(*) FROM person_token")
            let other = try #require(try await desk.register(Desk.draft("李四", number: 2, phone: 2), in: Desk.second))
            #expect(try await desk.count("SELECT COUNT(*) FROM person_token") == tokens.map { $0 * 2 }, "\(other.id)")
        }
    }
}
