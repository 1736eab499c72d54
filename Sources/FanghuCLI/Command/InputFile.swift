import Foundation

/// A file that somebody named on the command line.
struct InputFile {
    private let path: String
    private let limit = 1 << 30

    init(_ path: String) {
        self.path = path
    }

    func bytes() throws -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
            throw Complaint("没有文件 \(path)。", "There is no file \(path).")
        }
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        guard data.count <= limit else { throw Complaint("文件过大。", "The file is too large.") }
        return Array(data)
    }
}
