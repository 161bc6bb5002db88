// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument

extension ReportPage {
    /// What the numbers mean, and what they do not.
    var reading: Markup {
        Markup("section", ["id": "reading"]) {
            Markup("h2") { "How to read this" }
            Markup("p") {
                if record.society == nil {
                    "Every estimate comes with an interval: what other recordings of the same kind would give, found by drawing "
                    "whole units (a viewer, a query, a day) again and again. "
                } else {
                    "Every estimate comes with an interval: what other worlds of the same kind would give, found from how far the worlds "
                    "lie apart. "
                }
                "In the charts the dot is the estimate, the thin bar the "
                "two-sided \(confidence) interval, the thick bar ends at the one-sided \(confidence) limits. Where a bar ends in an arrow, it "
                "goes on beyond the axis; its numbers stand beside it."
            }
            if record.instrument != nil { verdictWords }
            Markup("h3") { "What this does not show" }
            Markup("ul") {
                Markup("li") { "Why something is ranked as it is, or what anyone intended." }
                Markup("li") { "Whether what was shown is true, good or harmful: no measure reads what is said." }
                if record.society == nil { ofRecording } else { ofSociety }
            }
        }
    }

    private var ofRecording: Markup {
        Markup {
            Markup("li") {
                "Anything about people, times or surfaces that the recording does not hold. It is as representative as the way it "
                "was collected."
            }
            Markup("li") {
                "Cause and effect, unless the two arms were assigned by chance. Elsewhere a difference is a difference, no more."
            }
            Markup("li") { "The future: a verdict holds for this recording and these bounds." }
        }
    }

    private var ofSociety: Markup {
        Markup {
            Markup("li") {
                "Anything about a person, or about a space with other people than these. Within the model a difference of arms is caused "
                "by the ranker, because nothing else differs; how far the model is like a space is a question of its settings, which are "
                "all listed."
            }
            Markup("li") {
                "Effects that need more people or more time than the worlds have."
            }
            Markup("li") { "The future: a verdict holds for this ranker, these settings and these bounds." }
        }
    }

    private var verdictWords: Markup {
        Markup {
            verdictList
            Markup("p") {
                "The opinion on the whole follows from the verdicts by rule: adverse where a core clause is not met, or too many others are; a "
                "disclaimer where too little could be determined; unqualified where nothing is not met and every core clause could be "
                "determined; qualified in between."
            }
        }
    }

    private var verdictList: Markup {
        Markup("dl") {
            Markup("dt") { Chip.markup(Verdict.met) }
            Markup("dd") {
                "Even the unfavourable limit keeps to the bound (the heavy line; what it allows is shaded lightly)."
            }
            Markup("dt") { Chip.markup(Verdict.metWithComments) }
            Markup("dd") { "Even the unfavourable limit stays within the tolerance, the band behind the bound." }
            Markup("dt") { Chip.markup(Verdict.notMet) }
            Markup("dd") { "Even the favourable limit lies beyond bound and tolerance." }
            Markup("dt") { Chip.markup(Verdict.notDetermined) }
            Markup("dd") {
                "The evidence does not decide. That is neither a pass nor a breach; more evidence may decide."
            }
            if record.findings.contains(where: { $0.verdict == .notApplicable }) {
                Markup("dt") { Chip.markup(Verdict.notApplicable) }
                Markup("dd") { "The clause does not speak about a space like this one." }
            }
        }
    }
}
