import Fanghu
import Foundation
import Synchronization

/// The outlines of divisions from the data folder, read when somebody first asks.
///
/// They are 800 KB and most commands need none. Without the files the program works without outlines.
final class OutlineShelf: Sendable {
    private let folder: URL
    private let territory: TerritoryInForce
    private let read = Mutex<BoundaryIndex?>(nil)

    init(_ folder: URL, _ territory: TerritoryInForce) {
        self.folder = folder
        self.territory = territory
    }

    var index: BoundaryIndex {
        read.withLock { known in
            if let known { return known }
            let names = ["shanghai_districts_wgs84.geojson", "shanghai_townships_wgs84.geojson"]
            let files = names.compactMap { name in
                (try? Data(contentsOf: folder.appending(path: name))).flatMap { try? BoundaryFile($0, in: .wgs84) }
            }
            let index = BoundaryIndex(files, in: territory.current)
            known = index
            return index
        }
    }
}
