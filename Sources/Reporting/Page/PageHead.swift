// SPDX-License-Identifier: Apache-2.0

/// The head of a page that needs nothing from elsewhere: no scripts, one style sheet, and a policy that lets nothing else in.
enum PageHead {
    static func markup(title: String, tool: String, style: Markup = Markup()) -> Markup {
        Markup("head") {
            Markup(empty: "meta", ["charset": "utf-8"])
            Markup(empty: "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            Markup(
                empty: "meta",
                [
                    "http-equiv": "Content-Security-Policy",
                    "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
                ]
            )
            Markup(empty: "meta", ["name": "color-scheme", "content": "light dark"])
            Markup(empty: "meta", ["name": "generator", "content": tool])
            Markup("title") { title }
            StyleSheet.markup
            style
        }
    }
}
