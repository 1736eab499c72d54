// One type for each kind of thing, so that the compiler refuses an observation's id where a person's is meant.

package struct AccountID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct AppointmentID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct SessionID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct PersonID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct PlaceID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct LeadID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct ArrivalID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct ObservationID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct DayRecordID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct DutyTaskID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct CoveragePieceID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct CoverageAreaID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct CoverageChargeID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct CoverageReportID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct HouseholdChangeID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct LedgerImportID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct AbsenceID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct PostingID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct HandOverNoteID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct MeasureID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct GatePostID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct DutyShiftID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct GatePassingID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct MapAreaID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct WorkOrderID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct OrderStepID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct OrderBatchID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}
