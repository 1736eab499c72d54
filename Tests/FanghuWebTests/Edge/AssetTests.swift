import Fanghu
import FanghuWeb
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

/// Files that pages load.
struct AssetTests {
    @Test func `a page's files are there, under names that never change their content`() async throws {
        try await EdgeHarness.run { client in
            let page = try await client.execute(uri: "/gallery", method: .get)
            let links = String(buffer: page.body).matches(of: /"(\/assets\/[^"]+)"/).map { String($0.output.1) }
            #expect(links.count >= 4)
            for link in Set(links) {
                let file = try await client.execute(uri: link, method: .get)
                #expect(file.status == .ok, "\(link)")
                #expect(file.headers[.cacheControl] == "public, max-age=31536000, immutable")
                #expect(link.contains(/\.[0-9a-f]{10}\.[a-z]+$/))
            }
        }
    }

    @Test func `a browser that takes gzip gets it`() async throws {
        try await EdgeHarness.run { client in
            let page = try await client.execute(uri: "/gallery", method: .get)
            let link = try #require(String(buffer: page.body).firstMatch(of: /\/assets\/app\.[^"]+/)?.output)
            let plain = try await client.execute(uri: String(link), method: .get)
            let small = try await client.execute(
                uri: String(link),
                method: .get,
                headers: [.acceptEncoding: "br, gzip"]
            )
            #expect(small.headers[.contentEncoding] == "gzip")
            #expect(small.headers[.vary] == "Accept-Encoding")
            #expect(small.body.readableBytes < plain.body.readableBytes / 2)
            #expect(small.body.readableBytesView.starts(with: [0x1F, 0x8B]))
            #expect(plain.headers[.contentEncoding] == nil)
        }
    }

    @Test(arguments: ["/assets/libraries.txt", "/assets/..%2Flibraries.txt", "/assets/app.css", "/assets/"])
    func `nothing else of the folder is reachable`(path: String) async throws {
        try await EdgeHarness.run { client in
            let response = try await client.execute(uri: path, method: .get)
            #expect(response.status == .notFound)
        }
    }

    @Test func `text stands out from its ground`() throws {
        let file = try ShareFolder().root.appendingPathComponent("Assets/app.css")
        let css = try String(contentsOf: file, encoding: .utf8)
        func luminance(_ token: String) throws -> Double {
            let match = try #require(css.firstMatch(of: try Regex("--\(token): #([0-9a-f]{6});")))
            let value = try #require(match.output[1].substring.flatMap { Int($0, radix: 16) })
            let parts = [value >> 16, value >> 8 & 255, value & 255]
                .map { part in
                    let share = Double(part) / 255
                    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
                }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let pairs = [
            ("ink", "paper", 7.0), ("ink-soft", "paper", 4.5), ("ink-soft", "sheet", 4.5), ("teal", "paper", 4.5),
            ("sheet", "teal", 4.5), ("teal-deep", "teal-pale", 4.5), ("wrong", "sheet", 4.5), ("wrong", "paper", 4.5),
            ("wrong", "wrong-pale", 4.5), ("good", "good-pale", 4.5), ("amber-ink", "amber-pale", 4.5),
            ("line-strong", "sheet", 3.0), ("line-strong", "paper", 3.0), ("ink", "focus", 4.5),
        ]
        for (text, ground, least) in pairs {
            let (first, second) = try (luminance(text), luminance(ground))
            let contrast = (max(first, second) + 0.05) / (min(first, second) + 0.05)
            #expect(contrast >= least, "\(text) on \(ground): \(contrast)")
        }
    }
}
