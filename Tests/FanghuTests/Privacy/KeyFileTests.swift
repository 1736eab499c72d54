import Fanghu
import Foundation
import Testing

/// The key file: private, whole, and never overwritten.
struct KeyFileTests {
    private let place = SealedPlace("person.sealed", committee: DivisionID(rawValue: 310_105_002_001), key: "1")

    @Test func `a new file is private and gives the same keys again`() throws {
        try withFolder { folder in
            let file = KeyFile(folder.appending(path: "fanghu.keys"))
            let made = try file.create(context: .live)
            let mode = try FileManager.default.attributesOfItem(atPath: file.url.path)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600)
            let sealed = try Vault(made).seal(bytes: [7], at: place)
            #expect(try Vault(file.load()).open(bytes: sealed, at: place) == [7])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["fanghu.keys"])
        }
    }

    @Test func `a second creation is refused and changes nothing`() throws {
        try withFolder { folder in
            let file = KeyFile(folder.appending(path: "fanghu.keys"))
            let sealed = try Vault(file.create(context: .live)).seal(bytes: [7], at: place)
            #expect(throws: KeyFileRefusal.exists(file.url.path)) { try file.create(context: .live) }
            #expect(try Vault(file.load()).open(bytes: sealed, at: place) == [7])
        }
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o660])
    func `a file that others may read is refused`(mode: Int) throws {
        try withFolder { folder in
            let file = KeyFile(folder.appending(path: "fanghu.keys"))
            _ = try file.create(context: .live)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.url.path)
            #expect(throws: KeyFileRefusal.readableByOthers(file.url.path)) { try file.load() }
        }
    }

    @Test func `rotation keeps the old keys and the mode, destruction forgets one`() throws {
        try withFolder { folder in
            let file = KeyFile(folder.appending(path: "fanghu.keys"))
            let old = try Vault(file.create(context: .live)).seal(bytes: [7], at: place)
            try file.rotate(context: .live)
            let ring = try file.load()
            #expect(ring.currentID == 2)
            #expect(try Vault(ring).open(bytes: old, at: place) == [7])
            try file.destroy(1, context: .live)
            #expect(throws: VaultFault.keyMissing(1)) { try Vault(file.load()).open(bytes: old, at: place) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["fanghu.keys"])
        }
    }

    @Test(arguments: [
        "", "fanghu keys 1\n", "fanghu keys 2\nindex 00\n", "fanghu keys 1\nindex zz\nseal 1 00\ncurrent 1\n",
    ])
    func `a damaged file is refused`(text: String) throws {
        try withFolder { folder in
            let file = KeyFile(folder.appending(path: "fanghu.keys"))
            try Data(text.utf8).write(to: file.url)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.url.path)
            #expect(throws: KeyFileRefusal.damaged(file.url.path)) { try file.load() }
        }
    }

    @Test func `an absent file is named`() throws {
        try withFolder { folder in
            let file = KeyFile(folder.appending(path: "none.keys"))
            #expect(throws: KeyFileRefusal.absent(file.url.path)) { try file.load() }
        }
    }

    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fanghu-keys-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }
}
