/// The person's signed agreement to be observed at home (F-04), checked.
package struct Commitment: Hashable, Sendable, Codable {
    package let textVersion: String
    package let signer: Signer
    package let signature: Signature
    package let witness: AccountID?
    package let signedAt: Instant
    package let copyGiven: Bool

    /// Who signed; a guardian for those under 18.
    package enum Signer: Hashable, Sendable, Codable {
        case observee
        case guardian(name: String)
    }

    /// How it was signed.
    package enum Signature: Hashable, Sendable, Codable {
        /// A photo of the signed paper, by the id of the stored image.
        case photo(String)
        /// A one-time code that was sent to the person's phone and came back.
        case oneTimeCode(phone: String)
        /// Two staff members saw it signed; the witness is one of them.
        case witnessed

        package var name: String {
            switch self {
            case .photo: "photo"
            case .oneTimeCode: "oneTimeCode"
            case .witnessed: "witnessed"
            }
        }
    }
}

extension Commitment {
    /// A commitment as it comes from the form.
    package struct Draft: Hashable, Sendable, Codable {
        package var textVersion: String
        package var signer: Signer
        package var signature: Signature
        package var witness: AccountID?
        package var copyGiven: Bool

        package init(
            textVersion: String,
            signer: Signer,
            signature: Signature,
            witness: AccountID? = nil,
            copyGiven: Bool
        ) {
            self.textVersion = textVersion
            self.signer = signer
            self.signature = signature
            self.witness = witness
            self.copyGiven = copyGiven
        }

        /// - Parameters:
        ///   - currentText: the version of the text in force today.
        ///   - born: nil where the document does not tell.
        package func checked(
            currentText: String,
            born: CivilDate?,
            takenBy account: AccountID?,
            now: Instant
        ) throws(CommitmentRefusal) -> Commitment {
            guard textVersion == currentText else { throw .textOutdated(currentText) }
            let isMinor = born.map { $0.age(on: now.day) < 18 } ?? false
            switch signer {
            case .observee: guard !isMinor else { throw .guardianNeeded }
            case .guardian(let name):
                guard name.contains(where: { !$0.isWhitespace }) else { throw .guardianNeeded }
            }
            switch signature {
            case .photo(let id): guard !id.isEmpty else { throw .signatureMissing }
            case .oneTimeCode(let phone): guard !phone.isEmpty else { throw .signatureMissing }
            case .witnessed: guard let witness, witness != account else { throw .witnessMissing }
            }
            return Commitment(
                textVersion: textVersion,
                signer: signer,
                signature: signature,
                witness: witness,
                signedAt: now,
                copyGiven: copyGiven
            )
        }
    }
}

/// What is wrong with a commitment.
package enum CommitmentRefusal: Refusal, Hashable {
    case textOutdated(String)
    case guardianNeeded
    case signatureMissing
    case witnessMissing

    package var kind: RefusalKind {
        switch self {
        case .textOutdated: .conflict
        case .guardianNeeded, .signatureMissing, .witnessMissing: .invalid
        }
    }

    package var code: String {
        switch self {
        case .textOutdated: "commitment.textOutdated"
        case .guardianNeeded: "commitment.guardianNeeded"
        case .signatureMissing: "commitment.signatureMissing"
        case .witnessMissing: "commitment.witnessMissing"
        }
    }

    package var field: String? {
        switch self {
        case .textOutdated: "textVersion"
        case .guardianNeeded: "guardian"
        case .signatureMissing: "signature"
        case .witnessMissing: "witness"
        }
    }

    package var words: Words {
        switch self {
        case .textOutdated(let version):
            Words("承诺书已更新为\(version)，请重新签订", "The text is now version \(version); sign that one")
        case .guardianNeeded: Words("未满18岁须由监护人签字", "A guardian signs for anybody under 18")
        case .signatureMissing: Words("缺少签字", "The signature is missing")
        case .witnessMissing: Words("须有另一名工作人员见证", "Another staff member must witness it")
        }
    }
}

extension CivilDate {
    /// Completed years of life; somebody born on 29 February turns older on 1 March.
    package func age(on day: CivilDate) -> Int {
        let hadBirthday = (day.month, day.day) >= (month, self.day)
        return day.year - year - (hadBirthday ? 0 : 1)
    }
}
