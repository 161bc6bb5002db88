// SPDX-License-Identifier: Apache-2.0

/// An analysis that files without a recipe get, where they have the columns for it.
struct PlainAnalysis {
    /// The name of the measure, which is the id of the analysis, too.
    var measure: String
    /// One line for people.
    var title: String
    /// Roles it cannot do without.
    var needs: [String]
    /// Roles it uses where they are there.
    var uses: [String] = []
    /// Whether it compares two arms, and means nothing without.
    var needsArms = false
    /// Whether it means something only where every viewer is in one arm.
    var needsAssignedViewers = false
    /// Whether it means something different with arms, and is planned on one only.
    var takesArms = true
    /// The column whose values are resampled, where it is not that of the recording.
    var unit: String?

    /// What is planned, in the order of the report.
    ///
    /// `arm`, `candidates` (with a time: `candidateTimes`), `follows` and `aggregated` (rows are counts of impressions
    /// without a viewer) count as roles here.
    static let all = [
        PlainAnalysis(
            measure: "volume",
            title: "Size of the recording",
            needs: [],
            uses: ["viewer", "item", "author", "page", "count"],
            takesArms: false
        ),
        PlainAnalysis(
            measure: "amplification",
            title: "Share of each part of what was shown",
            needs: ["part"],
            uses: ["page", "slot", "count"]
        ),
        PlainAnalysis(
            measure: "reach-amplification",
            title: "Viewers reached by each part",
            needs: ["viewer", "part"],
            needsArms: true,
            needsAssignedViewers: true
        ),
        PlainAnalysis(
            measure: "author-amplification",
            title: "Amplification author by author",
            needs: ["author"],
            uses: ["part", "page", "slot", "count"],
            needsArms: true
        ),
        PlainAnalysis(
            measure: "concentration",
            title: "Concentration of voice",
            needs: ["author"],
            uses: ["page", "slot", "count"]
        ),
        PlainAnalysis(
            measure: "encounter",
            title: "Encounters across parts",
            needs: ["viewer", "part", "readerPart"],
            uses: ["author", "page", "slot", "count"]
        ),
        PlainAnalysis(
            measure: "rank-weighted-score",
            title: "Score weighted by place",
            needs: ["page", "slot", "score"],
            uses: ["count"]
        ),
        PlainAnalysis(
            measure: "reference-effect",
            title: "Effect on the score in standard deviations",
            needs: ["score"],
            uses: ["page", "count"],
            needsArms: true
        ),
        PlainAnalysis(
            measure: "personalisation",
            title: "Personalisation beyond the noise of twins",
            needs: ["viewer", "item", "twin"],
            uses: ["slot"]
        ),
        PlainAnalysis(
            measure: "delivery-disparity",
            title: "Delivery by part of the readers",
            needs: ["item", "readerPart", "aggregated"],
            uses: ["count"],
            takesArms: false
        ),
        PlainAnalysis(
            measure: "reach-parity",
            title: "Reach among followers",
            needs: ["viewer", "author", "follows"],
            uses: ["time"],
            needsArms: true,
            unit: "author"
        ),
        PlainAnalysis(
            measure: "coverage",
            title: "Candidates that were shown",
            needs: ["viewer", "item", "candidates"],
            uses: ["slot"],
            takesArms: false
        ),
        PlainAnalysis(
            measure: "newest-first",
            title: "What a newest-first feed would have shown",
            needs: ["viewer", "item", "time", "candidateTimes"],
            takesArms: false
        ),
    ]
}
