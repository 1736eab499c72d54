import Fanghu
import FanghuTesting
import Testing

/// 22,201 addresses as the city published them in 2022: no list was cleaned, so some are none.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct PublishedAddressesTests {
    @Test func `21,811 of 22,201 published addresses name a building`() throws {
        let parser = try AddressParser(territory: shanghai())
        var forms: [PostalAddress.Form: Int] = [:]
        var problems: [String: Int] = [:]
        for text in try addresses() {
            do throws(AddressProblem) {
                try forms[parser.parse(text).form, default: 0] += 1
            } catch {
                problems[error.code, default: 0] += 1
            }
        }
        #expect(
            forms == [.lane: 10_415, .number: 7_854, .village: 3_208, .compound: 334, .road: 136, .crossing: 124]
        )
        #expect(problems == ["address.several": 99, "address.roadMissing": 27, "address.figureUnclear": 4])
        let precise = forms.filter { PostalAddress($0.key).isPrecise }.values.reduce(0, +)
        #expect(precise == 21_811)
    }

    @Test func `a parsed address read again gives the same key`() throws {
        let parser = try AddressParser(territory: shanghai())
        let committee = try #require(DivisionID("310105002001"))
        for text in try addresses() {
            guard let address = try? parser.parse(text), address.isPrecise, !text.contains("工地") else { continue }
            let again = try #require(try? parser.parse(address.text), "\(text) as \(address.text)")
            #expect(
                AddressKey(again, in: committee) == AddressKey(address, in: committee),
                "\(text) as \(address.text)"
            )
        }
    }

    private func addresses() throws -> [String] {
        let text = try DelimitedText(SourceText.decode(SharedData.unzipped("places/addresses.csv.gz")))
        let column = try #require(text.column(["address"]))
        return text.records.map { $0.field(column) }
    }

    private func shanghai() throws -> Territory {
        let file = try EditionFile(bytes: SharedData.bytes("divisions/shanghai_2021.csv"))
        let day = try #require(CivilDate(yyyymmdd: 2021_06_30))
        return Territory(EditionPlan(from: Territory([]), to: file, asOf: day).created)
    }
}
