package import Fanghu
package import Hummingbird

/// What the edge knows of one request: who asks, in which language, under which reference.
package struct FanghuRequestContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package var language: Language = .chinese
    package var cookies = CookieHeader()
    /// Who asks; nil for somebody who is not signed in.
    package var visitor: Visitor?
    /// The form that the cross-site guard had to read already, so that nobody reads the body twice.
    var form: FormValues?
    package var limits = BodyLimits()

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }

    package var maxUploadSize: Int { limits.body }

    /// What a visitor can read out to us, and what stands beside the fault in the log.
    package var reference: String { id }
}

/// How many bytes a request may carry.
package struct BodyLimits: Sendable {
    /// JSON and plain forms.
    package var body: Int
    /// Forms with a file.
    package var upload: Int

    package init(body: Int = 1 << 20, upload: Int = 6 << 20) {
        self.body = body
        self.upload = upload
    }
}
