package import Fanghu
import HTTPTypes
import Hummingbird
import NIOCore

/// Ledgers at the desk: sent, looked at, corrected, taken in, taken back.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/imports` | GET | importPersons | send a file; the newest imports |
/// | `/desk/imports` | POST | importPersons | keep the file, go on to look at it |
/// | `/desk/imports/{upload}` | GET | importPersons | which column is what, and what importing would do |
/// | `/desk/imports/{upload}` | POST | importPersons | look again, fetch the wrong rows, or import |
/// | `/desk/imports/{import}/undo` | POST | importPersons | take it back as a whole |
package enum LedgerAddress: Address {
    case list
    case upload(Slot<LedgerImportID>)
    case undo(Slot<LedgerImportID>)

    package static let all: [LedgerAddress] = [.list, .upload("id"), .undo("id")]

    package var path: String {
        switch self {
        case .list: "/desk/imports"
        case .upload(let id): "/desk/imports/\(id)"
        case .undo(let id): "/desk/imports/\(id)/undo"
        }
    }
}

/// The pages on which ledgers come in.
struct LedgerRoutes: Sendable {
    let service: LedgerService
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(LedgerAddress.list, use: list)
        routes.post(LedgerAddress.list, use: send)
        routes.get(LedgerAddress.upload("id"), use: look)
        routes.post(LedgerAddress.upload("id"), use: decide)
        routes.post(LedgerAddress.undo("id"), use: undo)
        pages.addNavigation(
            NavigationEntry(LedgerAddress.list, "ledgers.title", isShown: { $0.may(.importPersons) })
        )
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(listPage(FormView(), visit), to: request, visit)
    }

    @Sendable func send(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            try await listPage(view, visit)
        } act: {
            let kind = try form.required("kind", as: LedgerKind.self)
            let committee = try form.required("committee", as: DivisionID.self)
            guard let sent = form.file("file"), !sent.bytes.isEmpty else { throw EdgeRefusal.missingField("file") }
            let file = LedgerService.File(name: sent.name, bytes: sent.bytes)
            let id = try await service.keep(file, as: kind, of: committee, by: actor)
            return .seeOther(LedgerAddress.upload(.of(id)))
        }
    }

    @Sendable func look(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let upload = try await upload(visit)
        return try await pages.response(preview(upload, LedgerMap(), FormView(), visit), to: request, visit)
    }

    @Sendable func decide(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let upload = try await upload(visit)
        let form = try await request.form(visit)
        let map = LedgerMap(form)
        switch form.raw("act") {
        case "import":
            let report = try await service.run(
                upload.kind,
                upload.file,
                map: map,
                of: upload.committee,
                dryRun: false,
                by: actor
            )
            try await service.discard(upload)
            return pages.seeOther(
                LedgerAddress.list,
                saying: report.isRepeat ? "ledgers.repeated" : "ledgers.imported"
            )
        case "corrections":
            let report = try await service.run(
                upload.kind,
                upload.file,
                map: map,
                of: upload.committee,
                dryRun: true,
                by: actor
            )
            let bytes = try await service.corrections(of: report, upload.file, map: map, in: visit.language)
            return Self.workbook(bytes)
        default:
            return try await pages.response(preview(upload, map, FormView(form), visit), to: request, visit)
        }
    }

    @Sendable func undo(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: LedgerImportID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            try await listPage(view, visit)
        } act: {
            let result = try await service.undo(id, by: actor)
            return pages.seeOther(
                LedgerAddress.list,
                saying: result.kept == 0 ? "ledgers.undone" : "ledgers.partlyUndone"
            )
        }
    }

    private func upload(_ visit: FanghuRequestContext) async throws -> LedgerUpload {
        let actor = try visit.signedIn().actor
        return try await service.kept(try visit.value(of: "id", as: LedgerImportID.self), for: actor)
    }

    private func listPage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> LedgerListPage {
        let visitor = try visit.signedIn()
        let imports = try await service.imports(for: visitor.actor)
        return LedgerListPage(view, imports, committees: committees(of: visitor), territory(), now: context.now)
    }

    private func preview(
        _ upload: LedgerUpload,
        _ map: LedgerMap,
        _ view: FormView,
        _ visit: FanghuRequestContext
    ) async throws -> LedgerPreviewPage {
        let actor = try visit.signedIn().actor
        let table = try await service.table(of: upload.file, sheet: map.sheet)
        do {
            let report = try await service.run(
                upload.kind,
                upload.file,
                map: map,
                of: upload.committee,
                dryRun: true,
                by: actor
            )
            return LedgerPreviewPage(view, upload, table, report, in: visit.language, territory())
        } catch let refusal as LedgerRefusal {
            // Without a header the columns themselves are shown, for a person to say what they are.
            return LedgerPreviewPage(FormView(view.values, refusals: [refusal]), upload, table, territory())
        }
    }

    /// Where the visitor may bring ledgers in.
    private func committees(of visitor: Visitor) -> [Division] {
        let tree = territory()
        guard let seat = visitor.widestSeat(for: .importPersons, at: context.now, in: tree) else { return [] }
        if tree.level(seat) == .committee { return [tree.node(seat)].compactMap(\.self) }
        return tree.placesBelow(seat).filter { $0.level == .committee }
    }

    private static func workbook(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                .contentDisposition: "attachment; filename=\"corrections.xlsx\"", .cacheControl: "no-store",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

extension LedgerMap {
    /// What the page's choices say: a name for each column, `-` for none, nothing where the guess stands.
    init(_ form: FormValues) {
        self.init()
        sheet = form.optionalText("sheet")
        for name in form.names where name.hasPrefix("column-") {
            let meaning = form.raw(name)
            if !meaning.isEmpty { columns[String(name.dropFirst("column-".count))] = meaning }
        }
    }
}

extension LedgerKind: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}
