import Fanghu
import FanghuWeb

/// Samples of pages that no room has; the rooms' own are rendered by their tests through the router.
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
