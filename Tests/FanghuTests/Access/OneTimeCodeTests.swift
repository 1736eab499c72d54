import Fanghu
import Testing

/// RFC 6238, appendix B (SHA-1, the last six of the eight digits printed there).
struct OneTimeCodeTests {
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `The codes of RFC 6238 come out`(seconds: Int, code: String) {
        let step = OneTimeCode.step(at: Instant(microseconds: Int64(seconds) * 1_000_000))
        #expect(OneTimeCode.code(secret: Array("12345678901234567890".utf8), step: step) == code)
    }

    @Test func `A code works once and only near its time`() {
        let secret = Array("12345678901234567890".utf8)
        let instant = Instant(microseconds: 1_111_111_111_000_000)
        let step = OneTimeCode.step(at: instant)
        #expect(OneTimeCode.matchingStep("050471", secret: secret, at: instant, after: 0) == step)
        #expect(OneTimeCode.matchingStep("050471", secret: secret, at: instant, after: step) == nil)
        #expect(OneTimeCode.matchingStep("050471", secret: secret, at: instant.adding(minutes: 2), after: 0) == nil)
        #expect(OneTimeCode.matchingStep("", secret: secret, at: instant, after: 0) == nil)
    }

    @Test(arguments: [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")])
    func `Base 32 follows RFC 4648`(text: String, encoded: String) {
        #expect(OneTimeCode.base32(Array(text.utf8)) == encoded)
    }
}
