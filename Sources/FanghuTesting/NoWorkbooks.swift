package import Fanghu

/// A machine on which no spreadsheet can be read; the converter has tests of its own.
package struct NoWorkbooks: WorkbookReader {
    package init() {}

    package func table(of bytes: [UInt8], sheet: String?) async throws -> LedgerTable {
        throw LedgerRefusal.readerMissing
    }

    package func workbook(_ rows: [[String]], sheet: String) async throws -> [UInt8] {
        throw LedgerRefusal.readerMissing
    }
}
