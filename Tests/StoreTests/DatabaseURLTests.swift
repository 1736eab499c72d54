import Store
import Testing

/// Addresses of databases.
struct DatabaseURLTests {
    @Test func `both engines have an address`() throws {
        #expect(try DatabaseURL("sqlite:/var/lib/fanghu/fanghu.sqlite").engine == .sqlite)
        #expect(try DatabaseURL("sqlite:fanghu.sqlite").description == "sqlite:fanghu.sqlite")
        #expect(try DatabaseURL("postgresql://fanghu@localhost/fanghu").engine == .postgresql)
        #expect(try DatabaseURL("postgres://localhost:5433/fanghu?sslmode=require").engine == .postgresql)
    }

    @Test(arguments: [
        ("", DatabaseURLFault.engine), ("mysql://localhost/a", .engine), ("fanghu.sqlite", .engine),
        ("sqlite:", .path), ("sqlite://host/file", .path), ("sqlite::memory:", .path), ("sqlite:a?mode=ro", .path),
        ("postgresql://localhost", .name), ("postgresql://localhost/", .name), ("postgresql://a b/c", .address),
    ])
    func `anything else says what is wrong`(text: String, fault: DatabaseURLFault) {
        #expect(throws: fault) { try DatabaseURL(text) }
    }

    @Test(arguments: [
        "postgresql://fanghu:hemlighet@127.0.0.1:5432/fanghu?sslmode=require",
        "postgresql://localhost/fanghu?user=fanghu&password=hemlighet",
    ])
    func `a password is never printed`(text: String) throws {
        let url = try DatabaseURL(text)
        var dumped = ""
        dump(url, to: &dumped)
        for shown in ["\(url)", String(reflecting: url), String(describing: Optional(url)), dumped] {
            #expect(!shown.contains("hemlighet"))
            #expect(shown.contains("localhost") || shown.contains("127.0.0.1"))
        }
    }

    @Test func `another database on the same server keeps the rest`() throws {
        let url = try DatabaseURL("postgresql://fanghu:x@localhost:1/fanghu?sslmode=require").named("other")
        #expect(url?.description == "postgresql://fanghu:***@localhost:1/other?sslmode=require")
        #expect(try DatabaseURL("sqlite:a").named("other") == nil)
    }
}
