package import Store

/// Counts the facts of the room again, for `fanghu verify`.
package enum ObservationRecount {
    package static func add(to recount: inout Recount, on connection: any Connection) throws {
        let preparing = ["proposed", "homeSuitable", "homeUnsuitable", "committed"]
        try recount.add(.observationsPreparing, gauges: connection.rows(count(states: preparing)))
        try recount.add(.observationsActive, gauges: connection.rows(count(states: ["active", "dueForRelease"])))
        try recount.add(.feversOpen, gauges: connection.rows(openFevers()))
        try recount.add(.observationsOpened, events: connection.rows(events(["proposed"])))
        try recount.add(.observationsStarted, events: connection.rows(events(["activated"])))
        try recount.add(.observationsReleased, events: connection.rows(events(["releaseSigned"])))
        try recount.add(.breachesReported, events: connection.rows(events(["breachReported"])))
        try recount.add(.feversReported, events: connection.rows(events(["feverReported", "dayRecorded"])))
        try recount.add(.observationsEndedOtherwise, events: connection.rows(endedOtherwise()))
        try recount.add(.dayRecords, events: connection.rows(dayRecords()))
        try recount.add(.slotsMissed, events: connection.rows(slotsMissed()))
    }

    private static func count(states: [String]) -> SQL {
        "SELECT committee, COUNT(*) FROM observation WHERE state IN \(list: states) GROUP BY committee"
    }

    private static func openFevers() -> SQL {
        "SELECT committee, COUNT(*) FROM observation WHERE feverish = 1 GROUP BY committee"
    }

    private static func events(_ kinds: [String]) -> SQL {
        """
        SELECT committee, \(Recount.day(of: "at")), COUNT(*) FROM observation_event
        WHERE kind IN \(list: kinds) GROUP BY 1, 2
        """
    }

    /// Only those that had begun are counted when they end.
    private static func endedOtherwise() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "ended_at")), COUNT(*) FROM observation
        WHERE ended_at IS NOT NULL AND active_from IS NOT NULL AND state <> 'released' GROUP BY 1, 2
        """
    }

    private static func dayRecords() -> SQL {
        "SELECT committee, \(Recount.day(of: "received_at")), COUNT(*) FROM day_record GROUP BY 1, 2"
    }

    private static func slotsMissed() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "missed_at")), COUNT(*) FROM observation_slot
        WHERE missed_at IS NOT NULL GROUP BY 1, 2
        """
    }
}
