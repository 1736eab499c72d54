import Foundation
package import Store

extension Engine {
    /// The engines that tests run on here: SQLite, and PostgreSQL where `FANGHU_TEST_POSTGRESQL` names a server.
    ///
    /// The server's role must be allowed to create databases; `scripts/postgresql.sh run` starts such a server.
    package static let available: [Engine] = {
        if TestServer.address != nil { return [.sqlite, .postgresql] }
        FileHandle.standardError.write(
            Data(
                "PostgreSQL is not tested: FANGHU_TEST_POSTGRESQL names no server (scripts/postgresql.sh run …)\n".utf8
            )
        )
        return [.sqlite]
    }()
}

/// The PostgreSQL server that tests may create databases on.
enum TestServer {
    static let address: DatabaseURL? = ProcessInfo.processInfo.environment["FANGHU_TEST_POSTGRESQL"]
        .flatMap { text in text.isEmpty ? nil : try? DatabaseURL(text) }
}
