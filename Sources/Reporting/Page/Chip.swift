// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Society

/// A word with a symbol: what is told by colour is told by both of them too.
enum Chip {
    /// The verdict on a clause.
    static func markup(_ verdict: Verdict) -> Markup { markup(verdict.label, style(of: verdict), symbol(of: verdict)) }

    /// Whether a published figure follows from its data.
    static func markup(_ agreement: CellResult.Agreement) -> Markup {
        switch agreement {
        case .agrees: markup("agrees", "good", check)
        case .differs: markup("differs as stated", "open", almost)
        case .unexpected: markup("unexpected", "bad", cross)
        case .own: markup("our own", "none", dash)
        }
    }

    /// What is said about the whole.
    static func markup(_ opinion: Opinion) -> Markup {
        switch opinion {
        case .unqualified: markup("unqualified", "good", check)
        case .qualified: markup("qualified", "open", almost)
        case .adverse: markup("adverse", "bad", cross)
        case .disclaimer: markup("disclaimer", "none", question)
        }
    }

    /// What the influence-ablation test says of a learner; `nil` where its controls did not come out as they have to.
    static func markup(_ verdict: AblationVerdict?) -> Markup {
        switch verdict {
        case .learned?: markup(AblationVerdict.learned.rawValue, "bad", cross)
        case .notLearned?: markup(AblationVerdict.notLearned.rawValue, "good", check)
        case .undetermined?: markup(AblationVerdict.undetermined.rawValue, "open", question)
        case nil: markup("no verdict", "none", dash)
        }
    }

    private static func markup(_ word: String, _ style: String, _ path: StaticString) -> Markup {
        Markup("span", ["class": "chip \(style)"]) {
            Markup("svg", ["viewBox": "0 0 16 16", "aria-hidden": "true"]) {
                Markup(empty: "circle", ["cx": "8", "cy": "8", "r": "7", "stroke-width": "1.5"])
                Markup(empty: "path", ["d": path.description])
            }
            word
        }
    }

    private static func style(of verdict: Verdict) -> String {
        switch verdict {
        case .met, .metWithComments: "good"
        case .notMet: "bad"
        case .notDetermined: "open"
        case .notApplicable: "none"
        }
    }

    private static func symbol(of verdict: Verdict) -> StaticString {
        switch verdict {
        case .met: check
        case .metWithComments: almost
        case .notMet: cross
        case .notDetermined: question
        case .notApplicable: dash
        }
    }

    /// What signatories made of a clause: agreed on or not, or nobody has been asked.
    static func agreement(_ isAgreed: Bool?, _ words: String) -> Markup {
        switch isAgreed {
        case true?: markup(words, "good", check)
        case false?: markup(words, "bad", cross)
        case nil: markup(words, "open", almost)
        }
    }

    private static let check: StaticString = "M4.6 8.4 7 10.8 11.4 5.6"
    private static let almost: StaticString = "M4.5 8.8C5.8 6.6 7.2 7.2 8 8S10.2 9.4 11.5 7.2"
    private static let cross: StaticString = "M5.4 5.4 10.6 10.6M10.6 5.4 5.4 10.6"
    private static let question: StaticString = "M6 6.3C6.1 3.9 10 4 10 6.3 10 7.8 8 7.9 8 9.3M8 11.5V11.6"
    private static let dash: StaticString = "M5 8H11"
}

extension Verdict {
    /// The verdict in a word or two, as a heading.
    var label: String {
        switch self {
        case .met: "met"
        case .metWithComments: "met, with comments"
        case .notMet: "not met"
        case .notDetermined: "not determined"
        case .notApplicable: "not applicable"
        }
    }
}
