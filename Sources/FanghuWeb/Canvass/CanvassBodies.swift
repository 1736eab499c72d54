import Fanghu

/// A plan as a program sends it.
struct CampaignBody: StrictDraft {
    struct Title: StrictDraft {
        let zh: String
        let en: String?

        enum CodingKeys: String, CodingKey {
            case zh
            case en
        }
    }

    let place: DivisionID
    let title: Strict<Title>
    let kinds: Set<CanvassKind>
    let from: CivilDate
    let to: CivilDate
    let wantsReceipt: Bool?
    let areas: [String]?

    enum CodingKeys: String, CodingKey {
        case place
        case title
        case kinds
        case from
        case to
        case wantsReceipt
        case areas
    }

    var draft: CanvassCampaign.Draft {
        CanvassCampaign.Draft(
            place: place,
            title: Words(title.value.zh, title.value.en ?? ""),
            kinds: kinds,
            from: from,
            to: to,
            wantsReceipt: wantsReceipt ?? false,
            areas: areas ?? []
        )
    }
}

/// Up to 500 visits in one call.
struct CampaignVisitsBody: StrictDraft {
    let visits: [Attempt<CampaignVisitBody>]

    enum CodingKeys: String, CodingKey {
        case visits
    }
}

/// A visit as a program sends it.
struct CampaignVisitBody: StrictDraft {
    let draft: CanvassVisit.Draft

    enum CodingKeys: String, CodingKey {
        case id
        case place
        case outcome
        case channel
        case at
        case members
        case helpers
        case receipt
        case remarks
        case origin
        case expectedReturn
        case evidence
        case recheckOn
        case withPolice
    }

    /// How a receipt was given and by whom.
    private struct ReceiptBody: StrictDraft {
        let how: CanvassVisit.Receipt.How
        let name: String?

        enum CodingKeys: String, CodingKey {
            case how
            case name
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let outcome = try container.decode(CanvassVisit.Outcome.self, forKey: .outcome)
        let channel = try container.decodeIfPresent(CanvassVisit.Channel.self, forKey: .channel)
        let receipt = try container.decodeIfPresent(Strict<ReceiptBody>.self, forKey: .receipt)?.value
        draft = CanvassVisit.Draft(
            id: try container.decode(CanvassVisitID.self, forKey: .id),
            place: try container.decode(PlaceID.self, forKey: .place),
            outcome: outcome,
            channel: channel ?? (outcome == .byPhone ? .phone : .visit),
            at: try container.decodeIfPresent(Instant.self, forKey: .at),
            members: try container.decodeIfPresent(Set<AccountID>.self, forKey: .members),
            helpers: try container.decodeIfPresent(Int.self, forKey: .helpers) ?? 0,
            receipt: receipt.map { CanvassVisit.Receipt(how: $0.how, name: $0.name) },
            remarks: try container.decodeIfPresent(String.self, forKey: .remarks),
            origin: try container.decodeIfPresent(String.self, forKey: .origin),
            expectedReturn: try container.decodeIfPresent(CivilDate.self, forKey: .expectedReturn),
            evidence: try container.decodeIfPresent(Presence.Evidence.self, forKey: .evidence),
            recheckOn: try container.decodeIfPresent(CivilDate.self, forKey: .recheckOn),
            withPolice: try container.decodeIfPresent(Bool.self, forKey: .withPolice) ?? false
        )
    }
}
