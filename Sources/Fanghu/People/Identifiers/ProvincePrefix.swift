/// The first digits of personal numbers: GB/T 2260 provinces and Shanghai's counties.
///
/// They only tell whether a number can exist. The place is that of *first* registration, so nothing about a person may
/// be decided by it (R-PRIV-12): no type in this folder hands it out.
enum ProvincePrefix {
    /// Provinces whose numbers are issued to citizens; 71 is Taiwan.
    private static let provinces: Set<Int> = [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
        50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71,
    ]

    /// Shanghai's districts and counties since 1981, abolished ones included: their numbers stay in use for life.
    private static let shanghaiCounties: Set<Int> = [
        310101, 310102, 310103, 310104, 310105, 310106, 310107, 310108, 310109, 310110, 310111, 310112, 310113,
        310114, 310115, 310116, 310117, 310118, 310119, 310120, 310151,
        310201, 310202, 310203, 310204, 310205, 310206, 310207, 310208, 310209, 310210,
        310221, 310222, 310223, 310224, 310225, 310226, 310227, 310228, 310229, 310230,
    ]

    static func isProvince(_ prefix: Int) -> Bool {
        provinces.contains(prefix)
    }

    /// Other provinces' counties are not listed here, so none of them is called unknown.
    static func isKnownCounty(_ prefix: Int) -> Bool {
        prefix / 10000 != 31 || shanghaiCounties.contains(prefix)
    }
}
