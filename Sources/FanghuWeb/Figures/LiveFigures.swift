package import Fanghu

/// Streams the figures of places to pages that stay open.
///
/// Listeners to one place share one look at the counters. It is taken when this server has written something there, at
/// most five times a second, and every second in any case, because another server may have written. What a listener
/// may see is asked anew every few seconds: an appointment that ends, ends its streams (I-18).
package actor LiveFigures {
    /// Streams that one account may hold: a browser has six connections to a server, and pages need some of them.
    package static let limit = 4
    private static let pause = Duration.milliseconds(200)
    private static let round = Duration.seconds(1)
    /// Rounds between two questions whether the listeners may still listen.
    private static let patrol = 5
    /// Rounds after which everything is said again, for a listener too slow to have heard each change.
    private static let refrain = 30

    private struct Place: Hashable {
        let id: DivisionID
        let view: FiguresCells.View
    }

    private struct Listener {
        let visitor: Visitor
        let feed: AsyncStream<LiveEvent>.Continuation
    }

    private struct Watch {
        var listeners: [Int: Listener] = [:]
        var cells: FiguresCells
        var task: Task<Void, Never>?
    }

    private let service: FiguresService
    private let feed: Feed
    private let visitors: any VisitorSource
    private let clock: any Clock<Duration>
    private var watches: [Place: Watch] = [:]
    private var next = 0

    package init(service: FiguresService, feed: Feed, visitors: any VisitorSource, clock: any Clock<Duration>) {
        self.service = service
        self.feed = feed
        self.visitors = visitors
        self.clock = clock
    }

    /// The figures of a place as events, the whole of them first; refuses who may not see them.
    package func events(
        under id: DivisionID,
        for visitor: Visitor,
        as view: FiguresCells.View
    ) async throws -> AsyncStream<LiveEvent> {
        let report = try await service.report(under: id, for: visitor.actor)
        guard streams(of: visitor.account) < LiveFigures.limit else { throw LiveFiguresRefusal.tooManyOwn }
        let place = Place(id: id, view: view)
        let (stream, continuation) = AsyncStream.makeStream(of: LiveEvent.self, bufferingPolicy: .bufferingNewest(16))
        next += 1
        let number = next
        continuation.onTermination = { [weak self] _ in
            Task { await self?.leave(place, number) }
        }
        let cells = FiguresCells(report, for: view)
        var watch = watches[place] ?? Watch(cells: cells)
        watch.listeners[number] = Listener(visitor: visitor, feed: continuation)
        if watch.task == nil {
            let changes = feed.changes(in: service.ranges(under: id))
            watch.task = Task { [weak self, clock] in
                for await round in LiveFigures.rounds(changes, clock) {
                    guard await self?.look(at: place, round) == true else { return }
                }
            }
        }
        watches[place] = watch
        continuation.yield(LiveFigures.event(cells.texts))
        return stream
    }

    /// How many streams are open, for the metrics and the tests.
    package var count: Int { watches.values.reduce(0) { $0 + $1.listeners.count } }

    private func streams(of account: AccountID) -> Int {
        watches.values.reduce(0) { sum, watch in
            sum + watch.listeners.values.count { $0.visitor.account == account }
        }
    }

    private func leave(_ place: Place, _ number: Int) {
        watches[place]?.listeners[number] = nil
        guard let watch = watches[place], watch.listeners.isEmpty else { return }
        watch.task?.cancel()
        watches[place] = nil
    }

    /// One look at a place: tells the listeners what is new; false when nobody listens any more.
    private func look(at place: Place, _ round: Int) async -> Bool {
        if round > 0, round % LiveFigures.patrol == 0 { await askAnew(place) }
        // A passing fault of the database shows nothing new; the next look tries again.
        let report = try? await service.report(under: place.id, for: .system(job: "figures"))
        guard var watch = watches[place] else { return false }
        guard let report else { return true }
        let cells = FiguresCells(report, for: place.view)
        let isRefrain = round > 0 && round % LiveFigures.refrain == 0
        let news = isRefrain ? cells.texts : cells.changes(from: watch.cells)
        watch.cells = cells
        watches[place] = watch
        guard !news.isEmpty else { return true }
        let event = LiveFigures.event(news)
        for listener in watch.listeners.values { listener.feed.yield(event) }
        return true
    }

    /// Ends the streams of listeners who may not listen any more.
    private func askAnew(_ place: Place) async {
        for (number, listener) in watches[place]?.listeners ?? [:] where await !mayStay(listener, place) {
            listener.feed.finish()
            leave(place, number)
        }
    }

    /// A page at the desk is no work and lets its session end idle; a wall has nobody to touch it and keeps it awake,
    /// to its longest life.
    private func mayStay(_ listener: Listener, _ place: Place) async -> Bool {
        do {
            let credential = listener.visitor.credential
            let visitor =
                place.view == .wall
                ? try await visitors.visitor(for: credential) : try await visitors.onlooker(with: credential)
            guard let visitor else { return false }
            return try service.mayView(place.id, visitor.actor)
        } catch {
            // Who cannot be asked about is not turned away for a passing fault, but for a refusal.
            return !(error is any Refusal)
        }
    }

    private static func event(_ texts: [String: String]) -> LiveEvent {
        // Texts by names always encode.
        (try? LiveEvent(name: "figures", json: texts)) ?? LiveEvent(name: "figures", data: "{}")
    }

    /// The number of the second with each second, and again, after a short pause, when something changed here.
    private static func rounds(_ changes: AsyncStream<Void>, _ clock: any Clock<Duration>) -> AsyncStream<Int> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let ticking = Task {
                var number = 0
                while (try? await clock.sleep(for: round)) != nil {
                    number += 1
                    continuation.yield(number)
                }
                continuation.finish()
            }
            let listening = Task {
                for await _ in changes {
                    guard (try? await clock.sleep(for: pause)) != nil else { return }
                    continuation.yield(0)
                }
            }
            continuation.onTermination = { _ in
                ticking.cancel()
                listening.cancel()
            }
        }
    }
}

/// Why somebody gets no further stream.
package enum LiveFiguresRefusal: Refusal {
    case tooManyOwn

    package var code: String { "live.tooManyOwn" }
    package var kind: RefusalKind { .overloaded }
    package var words: Words {
        Words("您打开的实时页面太多,请先关闭几个。", "You have too many live pages open. Close some of them first.")
    }
}
