import FanghuTesting
import Foundation
import Testing

extension SharedData {
    /// What the run says about tests that it leaves out.
    static let absence: Comment = "../shared/data is absent"

    static var isPresent: Bool { folder != nil }

    static func bytes(_ path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: #require(folder).appending(path: path)))
    }

    /// The content of a `.gz`.
    static func unzipped(_ path: String) throws -> [UInt8] {
        try Array(gunzip(#require(folder).appending(path: path)).utf8)
    }
}
