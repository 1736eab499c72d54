import Fanghu
import Testing

/// F-04: who may sign, which text, and what is a signature.
struct CommitmentTests {
    private let now = at(2020_02_05, 8)

    private func check(
        text: String = "2020-02",
        signer: Commitment.Signer = .observee,
        signature: Commitment.Signature = .photo("image"),
        witness: AccountID? = nil,
        born: Int? = nil
    ) throws(CommitmentRefusal) -> Commitment {
        try Commitment.Draft(textVersion: text, signer: signer, signature: signature, witness: witness, copyGiven: true)
            .checked(currentText: "2020-02", born: born.map { day($0) }, takenBy: RuleSample.account(1), now: now)
    }

    @Test func `a signed text of the version in force is a commitment`() throws {
        #expect(try check().signedAt == now)
        #expect(try check(signature: .oneTimeCode(phone: "+8613800138000")).signature.name == "oneTimeCode")
        #expect(try check(signature: .witnessed, witness: RuleSample.account(2)).witness == RuleSample.account(2))
    }

    @Test(arguments: [2002_02_06, 2010_01_01])
    func `a guardian signs for anybody under eighteen`(born: Int) throws {
        #expect(throws: CommitmentRefusal.guardianNeeded) { try check(born: born) }
        #expect(throws: CommitmentRefusal.guardianNeeded) { try check(signer: .guardian(name: " "), born: born) }
        #expect(try check(signer: .guardian(name: "王芳"), born: born).signer == .guardian(name: "王芳"))
    }

    @Test func `somebody who is eighteen today signs alone`() throws {
        #expect(try check(born: 2002_02_05).signer == .observee)
    }

    @Test func `an old text, an empty signature and one's own witness are refused`() {
        #expect(throws: CommitmentRefusal.textOutdated("2020-02")) { try check(text: "2020-01") }
        #expect(throws: CommitmentRefusal.signatureMissing) { try check(signature: .photo("")) }
        #expect(throws: CommitmentRefusal.signatureMissing) { try check(signature: .oneTimeCode(phone: "")) }
        #expect(throws: CommitmentRefusal.witnessMissing) { try check(signature: .witnessed) }
        #expect(throws: CommitmentRefusal.witnessMissing) {
            try check(signature: .witnessed, witness: RuleSample.account(1))
        }
    }
}
