import Foundation

/// The functions that the conversions need, so that only this file depends on where they come from.
enum Trigonometry {
    static func sine(_ angle: Double) -> Double { sin(angle) }
    static func cosine(_ angle: Double) -> Double { cos(angle) }
    static func arcSine(_ value: Double) -> Double { asin(min(1, value)) }
    static func arcTangent(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
}
