/// Whether a home does for observation, and what is against it (DOMAIN §6.3, entry).
package struct HomeCheck: Hashable, Sendable, Codable {
    package let obstacles: Set<Obstacle>

    /// What keeps a home from being suitable.
    package enum Obstacle: String, CaseIterable, Codable, Sendable {
        case noFixedHome
        case noOwnRoom
        case noVentilation
        case sharedToilet
        case vulnerableCoResident
        case consentRefused

        package var words: Words {
            switch self {
            case .noFixedHome: Words("无固定住所", "no fixed home")
            case .noOwnRoom: Words("没有单独房间", "no room of their own")
            case .noVentilation: Words("不通风", "no ventilation")
            case .sharedToilet: Words("公用卫生间", "shared toilet")
            case .vulnerableCoResident: Words("同住人员体弱", "a co-resident at special risk")
            case .consentRefused: Words("不愿签承诺书", "does not sign the commitment")
            }
        }
    }

    package init(obstacles: Set<Obstacle>) {
        self.obstacles = obstacles
    }

    package var isSuitable: Bool { obstacles.isEmpty }
}
