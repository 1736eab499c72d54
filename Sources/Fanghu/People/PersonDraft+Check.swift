extension PersonDraft {
    /// The details, or every refusal at once, one for each wrong field.
    package func checked(on today: CivilDate) throws(Refusals) -> CheckedPerson {
        var check = DraftCheck()
        let name = check.value { () throws(IdentifierRefusal) in try PersonName.parse(self.name) }
        let nationality = check.plain { () throws(IdentifierRefusal) in try self.country(self.nationality) }
        let document = checkDocument(on: today, &check)
        let phones = checkPhones(&check)
        let registered = check.plain { () throws(IdentifierRefusal) in try self.registeredCode() }
        let address = check.plain { () throws(IdentifierRefusal) in try self.addressText() }
        let sex = checkSex(document, &check)
        let birthDate = checkBirthDate(document, on: today, &check)
        guard check.refusals.isEmpty, let name else { throw Refusals(check.refusals) }
        let details = PersonDetails(
            name: name,
            sex: sex,
            birthDate: birthDate,
            documents: document.map { [$0] } ?? [],
            phones: phones,
            nationality: nationality.flatMap { $0 } ?? .china,
            registeredDivision: registered.flatMap { $0 },
            address: address.flatMap { $0 },
            documentNote: document == nil ? typedDocument : nil
        )
        return CheckedPerson(details: details, documentPending: document == nil, warnings: check.warnings)
    }

    private var typedDocument: String? {
        let text = IdentifierText.singleSpaced(documentNumber ?? "")
        return text.isEmpty ? nil : String(text.prefix(40))
    }

    /// A wrong number must not keep anybody outside: where it may be pending, it becomes a note and a warning.
    private func checkDocument(on today: CivilDate, _ check: inout DraftCheck) -> IdentityDocument? {
        do {
            let issuer = try country(documentIssuer)
            let kind = documentKind ?? .citizenNumber
            let parsed = try IdentityDocument.parse(kind, documentNumber ?? "", issuer: issuer, on: today)
            check.warnings += parsed.warnings
            return parsed.value
        } catch {
            if documentPending == true {
                check.warnings.append(.documentPending)
            } else {
                check.refusals.append(error)
            }
            return nil
        }
    }

    private func checkPhones(_ check: inout DraftCheck) -> [PhoneNumber] {
        var phones: [PhoneNumber] = []
        for part in (phone ?? "").split(whereSeparator: { "、,，;；".contains($0) })
        where !IdentifierText.singleSpaced(part).isEmpty {
            let parsed = check.value { () throws(IdentifierRefusal) in try PhoneNumber.parse(part) }
            if let parsed, !phones.contains(parsed) { phones.append(parsed) }
        }
        return phones
    }

    private func checkSex(_ document: IdentityDocument?, _ check: inout DraftCheck) -> Sex {
        let text = IdentifierText.singleSpaced(sex ?? "")
        guard !text.isEmpty else { return document?.sex ?? .unknown }
        guard let stated = Sex(text) else {
            check.refusals.append(IdentifierRefusal(.sex, .shape))
            return .unknown
        }
        guard let known = document?.sex, known != stated else { return stated }
        if stated == .male || stated == .female { check.warnings.append(.sexDiffers) }
        return known
    }

    private func checkBirthDate(
        _ document: IdentityDocument?,
        on today: CivilDate,
        _ check: inout DraftCheck
    ) -> CivilDate? {
        let text = IdentifierText.halfWidth(birthDate ?? "").filter { !$0.isWhitespace }
        guard !text.isEmpty else { return document?.birthDate }
        guard let stated = CivilDate(written: text) else {
            check.refusals.append(IdentifierRefusal(.birthDate, .shape))
            return nil
        }
        guard stated <= today else {
            check.refusals.append(IdentifierRefusal(.birthDate, .dateInFuture))
            return nil
        }
        guard let known = document?.birthDate, known != stated else { return stated }
        check.warnings.append(.birthDateDiffers)
        return known
    }

    private func country(_ text: String?) throws(IdentifierRefusal) -> CountryCode? {
        guard let text, !IdentifierText.normalised(text).isEmpty else { return nil }
        return try CountryCode(text)
    }

    private func registeredCode() throws(IdentifierRefusal) -> String? {
        let code = IdentifierText.normalised(registeredDivision ?? "")
        guard !code.isEmpty else { return nil }
        guard code.utf8.count == 6, code.utf8.allSatisfy(\.isDigit) else {
            throw IdentifierRefusal(.registeredDivision, .shape)
        }
        return code
    }

    private func addressText() throws(IdentifierRefusal) -> String? {
        let text = IdentifierText.singleSpaced(address ?? "")
        guard !text.isEmpty else { return nil }
        guard text.count <= 200 else { throw IdentifierRefusal(.address, .outOfRange) }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw IdentifierRefusal(.address, .shape)
        }
        return text
    }
}

/// Collects what is wrong and what is unusual while the fields of a draft are read.
private struct DraftCheck {
    var refusals: [any Refusal] = []
    var warnings: [IdentifierWarning] = []

    mutating func value<Value>(
        _ parse: () throws(IdentifierRefusal) -> ParsedIdentifier<Value>
    ) -> Value? {
        guard let parsed = plain(parse) else { return nil }
        warnings += parsed.warnings
        return parsed.value
    }

    mutating func plain<Value>(_ parse: () throws(IdentifierRefusal) -> Value) -> Value? {
        do {
            return try parse()
        } catch {
            refusals.append(error)
            return nil
        }
    }
}

extension CivilDate {
    /// From `1985-06-15`, `19850615`, `1985.6.15`, `1985/6/15` or `1985年6月15日`, as ledgers have them.
    init?(written text: String) {
        if let date = CivilDate(text) {
            self = date
            return
        }
        guard let match = text.wholeMatch(of: /(\d{4})[-.\/年](\d{1,2})[-.\/月](\d{1,2})日?/),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
