// One type for each kind of thing of a campaign, as in `EntityIDs`.

package struct CanvassCampaignID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct CanvassTeamID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct CanvassVisitID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct CanvassExplanationID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

package struct CanvassMarkID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}
