// SPDX-License-Identifier: Apache-2.0
internal import Notation

/// Reads the block `instrument` and the blocks `vocabulary`.
enum HeadReader {
    static func head(
        _ block: LiterateText.Block,
        _ file: String,
        _ problems: inout [Problem]
    ) throws(Problems) -> RuleBook.Head {
        let known = [
            "title", "version", "date", "confidence", "core", "adverseShare", "insufficientAccess", "lawsPerArticle",
            "entryIntoForce",
        ]
        var fields = try BlockFields(block, known: known, file: file)
        var head = RuleBook.Head()
        head.title = fields.text("title", isNeeded: true) ?? ""
        head.version = fields.text("version", isNeeded: true) ?? ""
        head.date = fields.day("date")
        if let confidence = fields.number("confidence") {
            if (0.5..<1).contains(confidence) {
                head.confidence = confidence
            } else {
                // Cases of the articles are decided all the same: with one that exists.
                fields.report("confidence", "confidence must be from 0.5 to below 1")
            }
        }
        head.core = fields.text("core")
        head.adverseShare = fields.number("adverseShare", in: 0...1) ?? head.adverseShare
        head.insufficientAccess = fields.number("insufficientAccess", in: 0...1) ?? head.insufficientAccess
        head.lawsPerArticle = fields.whole("lawsPerArticle") ?? head.lawsPerArticle
        if let node = fields.fields["entryIntoForce"] {
            var entry = BlockFields(node, known: ["parties", "days"], file: file)
            head.entry.parties = entry.whole("parties", least: 1) ?? head.entry.parties
            head.entry.days = entry.whole("days") ?? head.entry.days
            if head.entry.days > 36_500 { entry.report("days", "days: a hundred years are the most") }
            fields.problems += entry.problems
        }
        problems += fields.problems
        return head
    }

    static func vocabulary(
        _ block: LiterateText.Block,
        _ file: String,
        into context: inout ReadingContext,
        _ problems: inout [Problem]
    ) throws(Problems) {
        let fields = try BlockFields(block, known: ["measures", "laws"], file: file)
        problems += fields.problems
        if let node = fields.fields["measures"] {
            let group = BlockFields(node, known: nil, file: file)
            problems += group.problems
            for name in group.fields.names {
                guard let node = group.fields[name] else { continue }
                var fields = BlockFields(node, known: ["unit", "least", "most", "what"], file: file)
                let term = RuleBook.MeasureTerm(
                    name: name,
                    unit: fields.text("unit", isNeeded: true) ?? "",
                    least: fields.number("least"),
                    most: fields.number("most"),
                    what: fields.text("what", isNeeded: true) ?? ""
                )
                if let least = term.least, let most = term.most, least > most {
                    fields.report("most", "most lies below least")
                }
                if context.terms.updateValue(term, forKey: name) != nil {
                    fields.problems.append(
                        Problem(file: file, line: fields.line, message: "measure \"\(name.prefix(60))\" occurs twice")
                    )
                }
                problems += fields.problems
            }
        }
        guard let node = fields.fields["laws"] else { return }
        let group = BlockFields(node, known: nil, file: file)
        problems += group.problems
        for key in group.fields.names {
            guard let node = group.fields[key] else { continue }
            var fields = BlockFields(node, known: ["title", "citation", "status", "uri"], file: file)
            let status: RuleBook.Law.Status? = fields.choice("status")
            if fields.fields["status"] == nil { fields.report("status", "field \"status\" is missing") }
            let law = RuleBook.Law(
                key: key,
                title: fields.text("title", isNeeded: true) ?? "",
                citation: fields.text("citation", isNeeded: true) ?? "",
                status: status ?? .soft,
                uri: fields.text("uri")
            )
            if context.laws.updateValue(law, forKey: key) != nil {
                fields.problems.append(
                    Problem(file: file, line: fields.line, message: "law \"\(key.prefix(60))\" occurs twice")
                )
            }
            problems += fields.problems
        }
    }
}
