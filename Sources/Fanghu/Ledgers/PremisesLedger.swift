/// Rows of a ledger of premises: firms, shops, sites, markets.
struct PremisesLedger {
    struct Line: Sendable {
        let row: Int
        let draft: Premises.Draft
    }

    private(set) var lines: [Line] = []
    private(set) var problems: [RowProblem] = []
    let reading: LedgerReading
    let count: Int

    init(_ table: LedgerTable, _ map: LedgerMap, of committee: DivisionID) throws(LedgerRefusal) {
        let layout = try LedgerLayout<PremisesColumn>(of: table, map: map)
        let rows = layout.data(of: table)
        reading = LedgerReading(table, layout)
        count = rows.count
        for row in rows {
            do throws(Wrong) {
                let name = try Self.text(.name, row, layout)
                let address = try Self.text(.address, row, layout)
                let kind = try Self.kind(row, layout, name: name)
                let draft = Premises.Draft(committee: committee, kind: kind, name: name, address: address)
                lines.append(Line(row: row.number, draft: draft))
            } catch {
                problems.append(error.problem.problem(row: row.number, column: error.column.rawValue))
            }
        }
    }

    private struct Wrong: Error {
        let column: PremisesColumn
        let problem: LedgerProblem
    }

    private static func text(
        _ column: PremisesColumn,
        _ row: LedgerRow,
        _ layout: LedgerLayout<PremisesColumn>
    ) throws(Wrong) -> String {
        do throws(LedgerProblem) {
            guard let index = layout.columns[column], let text = try row.cell(index).plain() else {
                throw .missing
            }
            guard text.count <= 100 else { throw .unknownWord(String(text.prefix(20)) + "…") }
            return text
        } catch {
            throw Wrong(column: column, problem: error)
        }
    }

    /// As the ledger says, else what the name ends in.
    private static func kind(
        _ row: LedgerRow,
        _ layout: LedgerLayout<PremisesColumn>,
        name: String
    ) throws(Wrong) -> Premises.Kind {
        guard layout.columns[.kind] != nil else { return kind(written: name) ?? .enterprise }
        let word = try text(.kind, row, layout)
        guard let kind = Premises.Kind(rawValue: word) ?? kind(written: word) else {
            throw Wrong(column: .kind, problem: .unknownWord(word))
        }
        return kind
    }

    private static func kind(written word: String) -> Premises.Kind? {
        let meanings: [(Premises.Kind, [String])] = [
            (.constructionSite, ["工地", "项目部", "在建"]), (.market, ["菜场", "市场"]), (.careHome, ["养老", "敬老", "护理院"]),
            (.school, ["学校", "中学", "小学", "幼儿园", "学院", "大学"]), (.hotel, ["酒店", "宾馆", "旅馆", "旅社", "招待所"]),
            (.isolationSite, ["隔离点", "集中观察"]), (.feverClinic, ["发热门诊"]), (.healthCentre, ["卫生服务中心", "卫生院"]),
            (.businessPark, ["园区", "产业园", "科技园"]), (.officeBuilding, ["楼宇", "大厦", "写字楼", "商务楼"]),
            (.streetShop, ["商铺", "门店", "店", "铺", "餐", "超市", "理发", "馆"]),
            (.enterprise, ["企业", "公司", "厂", "单位", "集团", "事务所"]),
        ]
        return meanings.first { $0.1.contains { word.contains($0) } }?.0
    }
}
