// The rules of a canvass: pure, without clock or database.

extension CanvassTarget.State {
    /// What happens to a target.
    package enum Event: Hashable, Sendable {
        case visited(CanvassVisit.Outcome, hasReceipt: Bool)
        case explained
    }

    /// The state after an event (DOMAIN §6.2): what is settled stays settled, and only a better answer replaces it.
    ///
    /// - Parameter wantsReceipt: whether being met is not enough.
    package func after(_ event: Event, wantsReceipt: Bool) -> CanvassTarget.State {
        switch event {
        case .explained: isSettled ? self : .explained
        case .visited(let outcome, let hasReceipt):
            switch outcome {
            case .met, .byPhone: met(hasReceipt || !wantsReceipt)
            case .vacant: self == .done ? .done : .vacant
            case .away: self == .done ? .done : .away
            case .refused: isSettled || self == .unreceipted ? self : .refused
            // Who refused once is not forgotten because nobody opens the next time.
            case .nobody: self == .untouched ? .nobody : self
            }
        }
    }

    private func met(_ isEnough: Bool) -> CanvassTarget.State {
        if isEnough { return .done }
        return isSettled ? self : .unreceipted
    }
}

extension DoorMarker {
    /// The marker after somebody posted it or looked at it.
    ///
    /// - Parameter state: how far the target is; a notice goes on a door behind which nobody is.
    package func after(
        _ event: Event,
        at state: CanvassTarget.State
    ) throws(CanvassRefusal) -> DoorMarker {
        switch (self, event) {
        case (.none, .posted):
            switch state {
            case .nobody, .vacant, .away: .posted
            case .untouched, .refused, .unreceipted, .done, .explained: throw .markerNotWanted
            }
        // A torn notice is replaced by a new one when the visit finds nobody again.
        case (.torn, .posted): .posted
        case (.posted, .posted), (.intact, .posted): throw .markerThere
        case (.posted, .intact), (.intact, .intact): .intact
        case (.posted, .torn), (.intact, .torn): .torn
        case (.none, .intact), (.none, .torn), (.torn, .intact), (.torn, .torn): throw .noMarker
        }
    }

    /// Whoever was met needs no notice any more.
    package func after(_ outcome: CanvassVisit.Outcome) -> DoorMarker {
        outcome.isInformed ? .none : self
    }
}

extension CanvassCampaign.Draft {
    /// The longest time for which one is planned.
    private static let longestDays = 180
    private static let mostAreas = 50

    /// The same with its texts trimmed; refuses what cannot be.
    package func checked() throws(CanvassRefusal) -> CanvassCampaign.Draft {
        var draft = self
        draft.title = Words(CanvassText.plain(title.chinese), CanvassText.plain(title.english))
        if draft.title.english.isEmpty { draft.title = Words(draft.title.chinese, draft.title.chinese) }
        guard (1...60).contains(draft.title.chinese.count), draft.title.english.count <= 100 else {
            throw .titleMissing
        }
        guard !kinds.isEmpty else { throw .kindsMissing }
        guard from <= to, to.days(since: from) <= Self.longestDays else { throw .daysWrong(Self.longestDays) }
        draft.areas = areas.map { CanvassText.plain($0) }.filter { !$0.isEmpty }
        guard Set(draft.areas).count == draft.areas.count, draft.areas.count <= Self.mostAreas,
            draft.areas.allSatisfy({ $0.count <= 30 })
        else { throw .areasWrong(Self.mostAreas) }
        return draft
    }
}

extension CanvassVisit.Draft {
    private static let longestText = 500

    /// Refuses a visit that does not say what its outcome needs (DOMAIN §6.2).
    package func check(kind: CanvassKind, openedAt: Instant, now: Instant) throws(CanvassRefusal) {
        guard at.map({ $0 >= openedAt && $0 <= now }) ?? true else { throw .timeWrong }
        for text in [remarks, origin, receipt?.name].compactMap(\.self) where text.count > Self.longestText {
            throw .textTooLong(Self.longestText)
        }
        if receipt != nil, !outcome.isInformed { throw .receiptWithoutAnybody }
        switch outcome {
        case .vacant:
            guard kind.isDwelling else { throw .dwellingsOnly }
            guard evidence != nil, evidence != .ledger, recheckOn != nil else { throw .evidenceMissing }
        case .away:
            guard kind.isDwelling else { throw .dwellingsOnly }
            guard origin?.contains(where: { !$0.isWhitespace }) == true else { throw .originMissing }
        case .byPhone:
            guard channel != .visit else { throw .channelWrong }
        case .met, .nobody, .refused: break
        }
    }

    /// Who counts as having been on the tour: of the team's people only, and at least one.
    ///
    /// - Parameter own: whoever sends it, who may always be there.
    package func present(of team: CanvassTeam?, own: AccountID?) throws(CanvassRefusal) -> Set<AccountID> {
        let members = members ?? Set(own.map { [$0] } ?? [])
        let known = (team?.members ?? []).union(own.map { [$0] } ?? [])
        guard members.isSubset(of: known), (0...(team?.heads ?? 0)).contains(helpers) else { throw .notOfTeam }
        guard members.count + helpers > 0 else { throw .nobodyPresent }
        return members
    }
}

/// How names of campaigns, areas and teams are written.
enum CanvassText {
    /// With single blanks between words and none around them.
    static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
