import Fanghu
import FanghuTesting
import Testing

/// Cuts, splits, merges, moves and hands over at random, and then proves that nothing was lost.
actor CoverageWalk {
    private let net: CoverageHarness
    private let worker: Actor
    private let heads: [Actor]
    private let all: Set<PlaceID>
    private var dice: FixtureSeed
    private var made = 0
    private var moments: [Instant] = []
    private var areas: [CoverageAreaID] = []

    init(_ net: CoverageHarness, seed: UInt64) async throws {
        self.net = net
        dice = FixtureSeed(seed)
        worker = try await net.person(.communityWorker, 1)
        var heads: [Actor] = []
        for number in 0..<4 { heads.append(try await net.person(.buildingHead, 10 + number)) }
        self.heads = heads
        all = try await Set(net.places.dwellings(limit: 200, for: worker).places.map(\.id))
    }

    func run(steps: Int) async throws {
        try await cutAll()
        for _ in 0..<steps {
            net.time.advance(minutes: 1)
            do {
                try await step()
            } catch is CoverageRefusal {
                // A refused act changes nothing, which the proof at the end covers too.
            }
            moments.append(net.time.now)
        }
    }

    /// The first cut: every dwelling into one of two pieces.
    private func cutAll() async throws {
        let buildings = try await net.buildings(CoverageHarness.first)
        for half in [buildings.prefix(3), buildings.dropFirst(3)] {
            made += 1
            _ = try await net.coverage.addPiece(
                .init(
                    committee: CoverageHarness.first,
                    scheme: .buildingGroup,
                    name: "组\(made)",
                    owner: heads[0].account,
                    cut: .buildings(Array(half))
                ),
                by: worker
            )
        }
        for name in ["东片", "西片"] {
            areas.append(try await net.coverage.addArea(name, in: CoverageHarness.first, head: nil, by: worker).id)
        }
        moments.append(net.time.now)
    }

    private func step() async throws {
        let pieces = try await net.coverage.pieces(heardSince: net.time.now, limit: 200, for: worker).pieces
        let piece = pieces.randomElement(using: &dice)!.piece
        switch Int.random(in: 0..<7, using: &dice) {
        case 0:
            made += 1
            let held = try await net.coverage.piece(piece.id, for: worker).places.map(\.id)
            let part = held.filter { _ in Bool.random(using: &dice) }
            _ = try await net.coverage.split(piece.id, cutting: .places(part), off: "组\(made)", by: worker)
        case 1:
            let other = pieces.randomElement(using: &dice)!.piece
            _ = try await net.coverage.merge([piece.id, other.id], into: other.id, by: worker)
        case 2:
            let some = all.sorted().filter { _ in Int.random(in: 0..<5, using: &dice) == 0 }
            _ = try await net.coverage.put(.places(some), into: piece.id, taking: true, by: worker)
        case 3:
            let some = all.sorted().filter { _ in Int.random(in: 0..<8, using: &dice) == 0 }
            made += 1
            _ = try await net.coverage.addPiece(
                .init(
                    committee: CoverageHarness.first,
                    scheme: .buildingGroup,
                    name: "组\(made)",
                    cut: .places(some)
                ),
                taking: Bool.random(using: &dice),
                by: worker
            )
        case 4:
            try await net.coverage.move([piece.id], to: areas.randomElement(using: &dice), by: worker)
        case 5:
            let area = try #require(areas.randomElement(using: &dice))
            let account = try #require(heads.randomElement(using: &dice)?.account)
            _ = try await net.coverage.handOver(.area(area), to: account, note: "整片交接", by: worker)
        default:
            let account = try #require(heads.randomElement(using: &dice)!.account)
            _ = try await net.coverage.handOver(.piece(piece.id), to: account, note: "交接", by: worker)
        }
    }

    /// Every dwelling lies in exactly one piece, now and at every moment of the walk; every piece has one owner or none
    /// and is then listed.
    func proveWhole() async throws {
        let pieces = try await net.coverage.pieces(heardSince: net.time.now, limit: 200, for: worker).pieces
        var seen: [PlaceID] = []
        for summary in pieces {
            let found = try await net.coverage.piece(summary.piece.id, for: worker)
            seen += found.places.map(\.id)
            #expect(summary.places == found.places.count)
            let owners = found.charges.all.filter { $0.part == .owner && $0.isInForce(at: net.time.now) }
            #expect(
                owners.count == (summary.owner == nil ? 0 : 1),
                "one owner, or a place on the list of those without"
            )
            #expect(owners.first?.account == summary.owner)
            for moment in moments {
                let then = found.charges.all.filter { $0.part == .owner && $0.isInForce(at: moment) }
                #expect(then.count <= 1, "never two owners")
            }
        }
        let unowned = try await net.coverage
            .pieces(
                onlyUnowned: true,
                heardSince: net.time.now,
                limit: 200,
                for: worker
            )
            .pieces
        #expect(Set(unowned.map(\.piece.id)) == Set(pieces.filter { $0.owner == nil }.map(\.piece.id)))
        #expect(try await net.figure(.coveragePiecesUnowned) == unowned.count)
        #expect(try await net.dispatch.open(under: nil, kinds: [.nameOwner], for: worker).count == unowned.count)
        #expect(seen.count == all.count, "none twice")
        #expect(Set(seen) == all, "none missing")
        #expect(try await net.figure(.placesUncovered) == 0)
        #expect(try await net.figure(.coveragePieces) == pieces.count)
        for moment in moments {
            for place in all.sorted().prefix(6) {
                let piece = try await net.coverage.piece(of: place, in: CoverageHarness.first, at: moment, for: worker)
                #expect(piece != nil, "somebody answered for it at \(moment)")
            }
        }
    }
}
