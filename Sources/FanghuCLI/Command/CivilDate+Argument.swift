import ArgumentParser
import Fanghu

/// A day on the command line: `2020-02-10` or `20200210`.
extension CivilDate: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}
