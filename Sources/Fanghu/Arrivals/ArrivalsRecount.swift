package import Store

/// Counts the facts of the room again, for `fanghu verify`.
package enum ArrivalsRecount {
    package static func add(to recount: inout Recount, on connection: any Connection) throws {
        try recount.add(.arrivalsAwaitingConfirmation, gauges: connection.rows(awaiting()))
        try recount.add(.arrivalsRegistered, events: connection.rows(registered()))
        try recount.add(.keyAreaArrivals, events: connection.rows(fromKeyAreas()))
        try recount.add(.leadsOpen, gauges: connection.rows(leadsOpen()))
        try recount.add(.leadsReceived, events: connection.rows(leadsReceived()))
        try recount.add(.leadsResolved, events: connection.rows(leadsResolved()))
    }

    private static func awaiting() -> SQL {
        "SELECT committee, COUNT(*) FROM arrival WHERE state IN ('preReported', 'arrived') GROUP BY committee"
    }

    private static func registered() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "at")), COUNT(*) FROM arrival_event
        WHERE kind = 'dwellingConfirmed' GROUP BY 1, 2
        """
    }

    private static func fromKeyAreas() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "confirmed_at")), COUNT(*) FROM arrival
        WHERE confirmed_at IS NOT NULL AND key_area = 1 GROUP BY 1, 2
        """
    }

    private static func leadsOpen() -> SQL {
        "SELECT committee, COUNT(*) FROM lead WHERE state = 'open' GROUP BY committee"
    }

    private static func leadsReceived() -> SQL {
        "SELECT committee, \(Recount.day(of: "received_at")), COUNT(*) FROM lead GROUP BY 1, 2"
    }

    private static func leadsResolved() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "resolved_at")), COUNT(*) FROM lead
        WHERE resolved_at IS NOT NULL GROUP BY 1, 2
        """
    }
}
