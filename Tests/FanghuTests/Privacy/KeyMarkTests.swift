import Fanghu
import FanghuTesting
import Store
import Testing

/// A database and its key file belong together.
struct KeyMarkTests {
    @Test(arguments: Engine.available)
    func `keys of another installation are refused, also after a rotation`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let time = TestContext()
            var ring = KeyRing(context: time.context)
            #expect(try await !KeyMark.exists(in: database))
            try await KeyMark.confirm(Vault(ring), in: database, at: time.now)
            #expect(try await KeyMark.exists(in: database))
            ring.rotate(context: time.context)
            try await KeyMark.confirm(Vault(ring), in: database, at: time.now)
            let other = Vault(KeyRing(context: time.context))
            await #expect(throws: KeyFileRefusal.otherInstallation) {
                try await KeyMark.confirm(other, in: database, at: time.now)
            }
        }
    }
}
