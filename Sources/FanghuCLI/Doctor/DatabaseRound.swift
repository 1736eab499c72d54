import Fanghu
import Foundation
import Store

/// The checks that ask the database: reachable, current, its keys, divisions, an administrator.
struct DatabaseRound {
    let options: GlobalOptions

    /// Stops at the first check without which the others mean nothing.
    func findings() async -> [DoctorFinding] {
        let url: DatabaseURL
        do {
            url = try options.databaseURL
        } catch {
            return [.fail("database", because: error)]
        }
        if url.engine == .sqlite, !FileManager.default.fileExists(atPath: url.target) {
            return [
                .fail(
                    "database",
                    CommandRefusal.databaseMissing(url.target).words,
                    do: Words("运行 fanghu demo 或 fanghu serve 新建", "fanghu demo or fanghu serve makes one")
                )
            ]
        }
        do {
            let database = try await Database(url: url, connections: 2)
            defer { Task { try? await database.close() } }
            var found = [try await reachable(database)]
            guard let schema = try await schema(of: database) else {
                return found + (await further(database, url))
            }
            found.append(schema)
            return found
        } catch {
            return [.fail("database", because: error)]
        }
    }

    private func reachable(_ database: Database) async throws -> DoctorFinding {
        try await database.probe()
        return .ok("database", "\(database.url)", "\(database.url)")
    }

    /// Nil where the schema is this program's.
    private func schema(of database: Database) async throws -> DoctorFinding? {
        do {
            if try await database.isCurrent(MigrationList.all) { return nil }
            let version = try await database.schemaVersion
            return .fail(
                "schema",
                Words(
                    "版本 \(version)，本程序为 \(MigrationList.all.count)",
                    "version \(version), this program's is \(MigrationList.all.count)"
                ),
                do: Words("先备份，再运行 fanghu serve", "back it up, then run fanghu serve")
            )
        } catch let fault as SchemaFault {
            return .fail("schema", because: fault)
        }
    }

    private func further(_ database: Database, _ url: DatabaseURL) async -> [DoctorFinding] {
        var found: [DoctorFinding] = [
            .ok("schema", "版本 \(MigrationList.all.count)", "version \(MigrationList.all.count)")
        ]
        for (name, check) in [("keys", keys), ("territory", territory), ("administrators", administrators)] {
            do {
                found.append(try await check(database, url))
            } catch {
                found.append(.fail(name, because: error))
            }
        }
        return found
    }

    private func keys(_ database: Database, _ url: DatabaseURL) async throws -> DoctorFinding {
        let file = options.keyFile(for: url)
        let isMarked = try await KeyMark.exists(in: database)
        guard file.exists else {
            guard !isMarked else { throw CommandRefusal.keysLost(file.url.path) }
            return .ok("keys", "首次运行时新建", "will be made at the first start")
        }
        let vault = Vault(try file.load())
        if isMarked { try await KeyMark.confirm(vault, in: database, at: Context.live.now) }
        return .ok("keys", file.url.path, file.url.path)
    }

    private func territory(_ database: Database, _ url: DatabaseURL) async throws -> DoctorFinding {
        let tree = try await TerritoryInForce(database).current
        let count = tree.divisions.count { $0.level == .committee && $0.isCounted }
        guard count > 0 else {
            return .fail(
                "territory",
                Words("没有居村委", "there are no committees"),
                do: Words("运行 fanghu territory import 文件.csv", "run fanghu territory import FILE.csv")
            )
        }
        return .ok("territory", "\(count) 个居村委", "\(count) committees")
    }

    /// Somebody must be able to make accounts; two, so that one can be ill.
    private func administrators(_ database: Database, _ url: DatabaseURL) async throws -> DoctorFinding {
        let now = Context.live.now
        let count = try await AccountCensus(database: database).holders(of: .securityAdministrator, at: now)
        let advice = Words(
            "运行 fanghu user add 姓名 --role securityAdministrator --scope 代码 --password-stdin",
            "run fanghu user add NAME --role securityAdministrator --scope CODE --password-stdin"
        )
        switch count {
        case 0:
            return .fail("administrators", Words("没有安全管理员", "there is no security administrator"), do: advice)
        case 1:
            return .warn(
                "administrators",
                Words("只有一名安全管理员", "there is one security administrator"),
                do: advice
            )
        default:
            return .ok("administrators", "\(count) 名安全管理员", "\(count) security administrators")
        }
    }
}
