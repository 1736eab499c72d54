/// Turns recorded facts into a class by the version in force (DOMAIN §6.1).
package enum Classifier {
    /// The first class of the version that applies, what follows from it, and why.
    ///
    /// Refused with `.noClass` only by a version that leaves somebody out, which no checked document does.
    package static func classify(
        _ facts: ArrivalFacts,
        by version: ProtocolVersion,
        areas: [AreaLevel]
    ) throws(ProtocolRefusal) -> Classification {
        let evidence = Evidence(facts: facts, fever: version.fever, areas: areas)
        for riskClass in version.classes {
            let finding = evidence.finding(of: riskClass.when)
            guard finding.holds else { continue }
            return classification(riskClass, finding.reasons, evidence, version)
        }
        throw .noClass(version.id)
    }

    private static func classification(
        _ riskClass: RiskClass,
        _ reasons: [Reason],
        _ evidence: Evidence,
        _ version: ProtocolVersion
    ) -> Classification {
        let clinic = version.feverClinic.map { evidence.finding(of: $0) }
        let goesToClinic = clinic?.holds ?? false
        let disposition = goesToClinic ? .sentToFeverClinic : riskClass.disposition
        let doubts = evidence.contradictions(in: version)
        let isHarmless = disposition == .noMeasure || disposition == .selfMonitoring
        let known = reasons + (goesToClinic ? clinic?.reasons ?? [] : []).filter { !reasons.contains($0) }
        return Classification(
            version: version.id,
            riskClass: riskClass.code,
            disposition: disposition,
            mode: riskClass.segments.first?.mode,
            segments: riskClass.segments,
            colour: riskClass.colour,
            checkCode: isHarmless && doubts.isEmpty ? .pass : .takeAside,
            reasons: known.isEmpty ? [.everybodyElse] : known,
            secondCheck: doubts
        )
    }
}
