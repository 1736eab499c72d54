import Fanghu
import FanghuTesting
import Foundation
import Testing

/// What the vault promises about sealed values and keyed hashes.
struct VaultTests {
    private let ring = KeyRing(context: VaultTests.context(1))
    private let committee = DivisionID(rawValue: 310_105_002_001)
    private let person = PersonID(checked: "01900000-0000-7000-8000-000000000001")
    private var place: SealedPlace { SealedPlace("person.sealed", committee: committee, id: person) }

    @Test func `a sealed value opens in its place and shows nothing`() throws {
        let vault = Vault(ring)
        let secret = Array("张三 13800138000".utf8)
        let sealed = try vault.seal(bytes: secret, at: place)
        #expect(try vault.open(bytes: sealed, at: place) == secret)
        #expect(String(decoding: sealed, as: UTF8.self).contains("1380") == false)
        #expect(try vault.seal(bytes: secret, at: place) != sealed)
    }

    @Test func `a value moved to another row, committee or table does not open`() throws {
        let vault = Vault(ring)
        let sealed = try vault.seal(bytes: [1, 2, 3], at: place)
        let neighbour = DivisionID(rawValue: committee.rawValue + 1)
        let other = PersonID(checked: "01900000-0000-7000-8000-000000000002")
        for wrong in [
            SealedPlace("person.sealed", committee: neighbour, id: person),
            SealedPlace("person.sealed", committee: committee, id: other),
            SealedPlace("arrival.sealed", committee: committee, id: person),
        ] {
            #expect(throws: VaultFault.damaged) { try vault.open(bytes: sealed, at: wrong) }
        }
    }

    @Test func `a single changed bit is found, wherever it is`() throws {
        let vault = Vault(ring)
        let sealed = try vault.seal(bytes: Array("王芳".utf8), at: place)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: VaultFault.self) { try vault.open(bytes: changed, at: place) }
            #expect(throws: VaultFault.self) { try vault.open(bytes: Array(sealed[..<index]), at: place) }
        }
    }

    @Test func `R-PRIV-15: a destroyed key ends its data and no other`() throws {
        var ring = ring
        let old = try Vault(ring).seal(bytes: [1], at: place)
        ring.rotate(context: VaultTests.context(2))
        let new = try Vault(ring).seal(bytes: [2], at: place)
        #expect(try Vault(ring).open(bytes: old, at: place) == [1])
        #expect(try Vault(ring).keyID(of: new) == 2)
        #expect(throws: KeyRingRefusal.keyInUse(2)) { try ring.destroy(2) }
        try ring.destroy(1)
        #expect(throws: VaultFault.keyMissing(1)) { try Vault(ring).open(bytes: old, at: place) }
        #expect(try Vault(ring).open(bytes: new, at: place) == [2])
        #expect(throws: KeyRingRefusal.noSuchKey(1)) { try ring.destroy(1) }
    }

    @Test func `keyed hashes survive a rotation and differ by key and subject`() throws {
        var rotated = ring
        rotated.rotate(context: VaultTests.context(3))
        let vault = Vault(ring)
        #expect(vault.hash("13800138000", of: .phone) == Vault(rotated).hash("13800138000", of: .phone))
        #expect(vault.token("张", of: .name) == Vault(rotated).token("张", of: .name))
        #expect(vault.hash("1", of: .phone) != vault.hash("1", of: .document))
        #expect(vault.token("1", of: .phoneTail) != vault.token("1", of: .initials))
        #expect(vault.hash("1", of: .phone).count == 32)
        let stranger = Vault(KeyRing(context: VaultTests.context(4)))
        #expect(vault.hash("1", of: .phone) != stranger.hash("1", of: .phone))
        #expect(vault.token("1", of: .phone) != stranger.token("1", of: .phone))
    }

    @Test func `R-PRIV-20: nothing secret is printed`() throws {
        let sealed = try Vault(ring).seal("张三", at: place)
        var dumped = ""
        dump(sealed, to: &dumped)
        dump(ring, to: &dumped)
        dump(Vault(ring), to: &dumped)
        #expect("\(sealed)" == "sealed")
        #expect(String(reflecting: ring) == "keys [1], current 1")
        #expect(!dumped.contains("張") && dumped.utf8.count < 200, "\(dumped)")
        #expect(try Vault(ring).open(sealed, at: place) == "张三")
    }

    static func context(_ seed: UInt64) -> Context {
        Context(
            clock: { Instant(microseconds: 0) },
            bytes: { count in
                var seed = FixtureSeed(seed &+ UInt64(count))
                return (0..<count).map { _ in UInt8.random(in: 0...255, using: &seed) }
            }
        )
    }
}
