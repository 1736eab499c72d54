import Fanghu
import Testing

/// 22,201 addresses as the city published them in 2022: no list was cleaned, so some are none.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct PublishedAddressesTests {
    @Test func `at least 98 of 100 published addresses name a building, by forms known from their signs`() throws {
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
        print(
            "forms:",
            forms.map { "\($0.key) \($0.value)" }.sorted(),
            "problems:",
            problems.sorted { $0.key < $1.key }
        )
        #expect(forms.values.reduce(0, +) + problems.values.reduce(0, +) == 22_201)
        let precise = forms.filter { PostalAddress($0.key).isPrecise }.values.reduce(0, +)
        #expect(precise >= 21_757)
        #expect((10_350...10_480).contains(forms[.lane, default: 0]))
        #expect((7_800...7_900).contains(forms[.number, default: 0]))
        #expect((3_150...3_250).contains(forms[.village, default: 0]))
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
