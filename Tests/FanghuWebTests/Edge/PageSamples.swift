import Fanghu
import FanghuWeb

/// One or more samples of every page there is, with every branch of its template; a room adds a line.
enum PageSamples {
    static var all: [any Page] {
        edge
    }

    private static var edge: [any Page] {
        [
            GalleryPage(),
            GalleryPage(
                form: FormView(
                    FormValues(["name": "王", "contact": "a"]),
                    refusals: [EdgeHarness.GalleryRefusal.nameMissing, EdgeRefusal.missingField("contact")]
                )
            ),
        ]
    }
}
