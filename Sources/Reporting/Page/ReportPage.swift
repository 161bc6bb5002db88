// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Instrument

/// `report.html`: one file without scripts and without anything from elsewhere, for a screen of any width and for paper.
public struct ReportPage: Sendable {
    let record: ExaminationRecord

    /// The page of a record.
    public init(_ record: ExaminationRecord) { self.record = record }

    /// HTML in UTF-8.
    public var text: String { "<!DOCTYPE html>\n" + page.text + "\n" }

    private var page: Markup {
        Markup("html", ["lang": "en"]) {
            PageHead.markup(title: "\(record.recording.title) · examination", tool: record.tool)
            Markup("body") {
                header
                Markup("main") {
                    if record.instrument != nil { verdicts }
                    if !record.cells.isEmpty { cells }
                    if let society = record.society { section(society) }
                    reading
                    analyses
                    data
                    method
                }
                Markup("footer") {
                    if let society = record.society {
                        "Written by \(record.tool) from \(SocietyWords.counted(society.worlds.count, "simulated world")), seed \(String(society.seed)). "
                    } else {
                        "Written by \(record.tool) from the recording \u{201C}\(record.recording.id)\u{201D}. "
                    }
                    "Every table has a twin as CSV beside this file; findings.json holds every number unrounded."
                }
            }
        }
    }

    private var header: Markup {
        Markup("header") {
            Markup("p", ["class": "over"]) {
                record.society == nil ? "Examination of a recording" : "Examination in a simulated society"
            }
            Markup("h1") { record.recording.title }
            if let society = record.society {
                Markup("p", ["class": "contest"]) { "\(SocietyWords(society).contest) \(SocietyWords(society).size)" }
            }
            Markup("p", ["class": "answer"]) { Answer.sentence(record) }
            if let opinion = record.opinion { self.opinion(opinion) }
            if record.instrument != nil { tally }
            Markup("nav", ["aria-label": "Contents"]) {
                Markup("ul") {
                    for (target, name) in contents {
                        Markup("li") { Markup("a", ["href": "#\(target)"]) { name } }
                    }
                }
            }
        }
    }

    private var contents: [(target: String, name: String)] {
        var contents = [("reading", "How to read this"), ("analyses", "Measurements")]
        if record.society != nil { contents.insert(("society", "The society"), at: 0) }
        if !record.cells.isEmpty { contents.insert(("cells", "Published figures"), at: 0) }
        if record.instrument != nil { contents.insert(("verdicts", "Verdicts"), at: 0) }
        return contents + [("data", "Data"), ("method", "Method"), ("reproduce", "Do it again")]
    }

    /// What is said about the whole, and where nothing can be said, what is missing for it.
    private func opinion(_ opinion: Opinion) -> Markup {
        let missing = opinion == .disclaimer ? record.clauseVerdicts.filter { $0.verdict == .notDetermined } : []
        return Markup("div", ["class": "opinion"]) {
            Markup("p") {
                Markup("b") { "Opinion" }
                Chip.markup(opinion)
                Markup("span") { opinion.words + "." }
            }
            if !missing.isEmpty {
                Markup("p", ["class": "small"]) {
                    "What was not examined, or did not decide: "
                    for (index, entry) in missing.enumerated() {
                        if index > 0 { ", " }
                        Markup("span", ["class": "id", "title": entry.clause.title]) { entry.clause.id }
                    }
                    ". "
                    if missing.contains(where: \.clause.isCore) {
                        "Among them \(Self.core(missing.count(where: \.clause.isCore))) of the core."
                    }
                }
            }
        }
    }

    private static func core(_ count: Int) -> String { count == 1 ? "is 1 clause" : "are \(count) clauses" }

    /// How many clauses have which verdict.
    private var tally: Markup {
        let verdicts = record.clauseVerdicts.map(\.verdict)
        return Markup("ul", ["class": "tally", "aria-label": "Clauses by verdict"]) {
            for verdict in Verdict.allCases {
                let count = verdicts.count { $0 == verdict }
                if count > 0 {
                    Markup("li") {
                        Markup("b") { String(count) }
                        Chip.markup(verdict)
                    }
                }
            }
        }
    }

    /// A confidence as per cent.
    var confidence: String { percent(record.inference.confidence) }

    /// Per cent with at most two decimals, of what may have endless ones: 98.75 % of four looks, 98.33 % of three.
    func percent(_ share: Double) -> String {
        NumberStyle(scale: 100, decimals: 0, suffix: "\u{202F}%").exact((share * 10_000).rounded() / 10_000)
    }
}
