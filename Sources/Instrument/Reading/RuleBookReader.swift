// SPDX-License-Identifier: Apache-2.0
internal import Notation

/// Goes through the pieces of all files: heads and vocabulary first, articles after that.
struct RuleBookReader {
    var context: ReadingContext
    var problems: [Problem] = []
    private(set) var articles: [Article] = []
    private(set) var preamble: [String] = []
    private(set) var chapters: [RuleBook.Chapter] = []
    private var head: (file: String, line: Int)?
    private var ids: [String: String] = [:]

    private var chapter = ""
    private var article: Article?
    private var hasClause = false
    private var heading: LiterateText.Heading?
    private var hasException = false
    /// Whether nothing has been found wrong with the article so far: cases are decided only where everything else is in order.
    private var isSound = true
    /// Whether there are so many articles that the rest is left unread.
    private var isFull = false

    init(_ context: ReadingContext) { self.context = context }

    mutating func readHeads(_ pieces: [LiterateText.Piece], _ file: String) {
        for case .block(let block) in pieces {
            do throws(Problems) {
                switch block.kind {
                case "instrument":
                    if let head {
                        problems.append(
                            Problem(
                                file: file,
                                line: block.line - 1,
                                message:
                                    "a rule-book has one block \"instrument\"; the first is at \(head.file):\(head.line)"
                            )
                        )
                    }
                    head = head ?? (file, block.line - 1)
                    context.head = try HeadReader.head(block, file, &problems)
                case "vocabulary": try HeadReader.vocabulary(block, file, into: &context, &problems)
                default: break
                }
            } catch {
                problems += error.list
            }
        }
    }

    mutating func readArticles(_ pieces: [LiterateText.Piece], _ file: String) {
        for piece in pieces where !isFull {
            switch piece {
            case .heading(let heading): take(heading, file)
            case .prose(let text, let isEntry, _): take(text, isEntry: isEntry, file)
            case .block(let block): take(block, file)
            }
        }
        endArticle()
    }

    mutating func finish(_ file: String) {
        if head == nil, problems.isEmpty || !articles.isEmpty {
            problems.append(
                Problem(file: file, line: 1, message: "there is no block \"instrument\" with title and version")
            )
        }
        // Whatever is held against nothing complies with it.
        if articles.isEmpty, problems.isEmpty {
            problems.append(
                Problem(
                    file: file,
                    line: 1,
                    message:
                        "there is no article: a heading of level 2 with an id, \"## Article 1 — Title {#xx-1}\", and a block \"clause\""
                )
            )
        }
        if let core = context.head.core, !articles.isEmpty, !articles.contains(where: { $0.clause.group == core }) {
            problems.append(
                Problem(
                    file: head?.file ?? file,
                    line: head?.line ?? 1,
                    message: "core: no article has an id that begins with \"\(core.prefix(40))-\""
                )
            )
        }
    }

    private mutating func take(_ next: LiterateText.Heading, _ file: String) {
        if next.level <= 2 { endArticle() } else { endException() }
        if next.level == 1 {
            chapter = next.title
            chapters.append(RuleBook.Chapter(title: next.title, prose: []))
        }
        guard let id = next.id else {
            if isPreamble(file), next.level == 2 { preamble.append("**\(next.title)**") }
            return
        }
        if let place = ids[id] {
            problems.append(
                Problem(
                    file: file,
                    line: next.line,
                    message: "the id \"\(id.prefix(60))\" occurs twice; it is at \(place), too"
                )
            )
        }
        ids[id] = "\(file):\(next.line)"
        if !Self.isName(id) {
            problems.append(
                Problem(
                    file: file,
                    line: next.line,
                    message:
                        "\"\(id.prefix(60))\" is no id: letters, digits, hyphens and points, as in \"ev-3\" or \"ev-3.small\""
                )
            )
        }
        if next.level == 2 {
            begin(next, id, file)
        } else if article != nil {
            heading = next
            hasException = false
        }
    }

    private mutating func begin(_ next: LiterateText.Heading, _ id: String, _ file: String) {
        if articles.count >= RuleBook.mostArticles {
            isFull = true
            problems.append(
                Problem(file: file, line: next.line, message: "more than \(RuleBook.mostArticles) articles")
            )
            return
        }
        let parts = Self.parts(next.title)
        if parts.count > 1, parts[0].contains(where: \.isNumber),
            let other = articles.first(where: { $0.label == parts[0] })
        {
            problems.append(
                Problem(
                    file: file,
                    line: next.line,
                    message:
                        "\"\(parts[0].prefix(40))\" occurs twice; it is at \(other.clause.file):\(other.clause.line), too"
                )
            )
        }
        article = Article(
            label: parts.count > 1 ? parts[0] : "Article \(articles.count + 1)",
            chapter: chapter,
            prose: [],
            clause: Clause(
                id: id,
                title: parts.last ?? next.title,
                duty: "",
                measure: "",
                figure: "",
                reads: [],
                criterion: Criterion(.atMost, bound: 0),
                file: file,
                line: next.line
            ),
            bound: Dated(0),
            tolerance: Dated(0),
            parameters: [:],
            exceptions: [],
            examples: []
        )
        hasClause = false
        isSound = true
        heading = nil
    }

    /// Whether what comes belongs to the file of the head, before its first article.
    private func isPreamble(_ file: String) -> Bool { article == nil && articles.isEmpty && file == head?.file }

    private mutating func take(_ text: String, isEntry: Bool, _ file: String) {
        let words = isEntry ? "– " + text : text
        if isPreamble(file) {
            preamble.append(words)
        } else if article == nil {
            if !chapters.isEmpty { chapters[chapters.count - 1].prose.append(words) }
        } else if let heading {
            if hasException, let last = article?.exceptions.indices.last, article?.exceptions[last].id == heading.id {
                article?.exceptions[last].prose.append(words)
            } else {
                pendingProse.append(words)
            }
        } else if article?.clause.duty.isEmpty == true {
            article?.clause.duty = words
        } else {
            article?.prose.append(words)
        }
    }

    /// A block whose kind is nearly one that is read was meant to be read.
    private mutating func suspect(_ block: LiterateText.Block, _ file: String) {
        let kinds = ["instrument", "vocabulary", "clause", "exception", "example"]
        guard !kinds.contains(block.kind),
            let meant = kinds.first(where: { SpellingDistance.isNear(block.kind.lowercased(), $0) })
        else { return }
        report([
            Problem(
                file: file,
                line: block.line - 1,
                message: "there is no block \"\(block.kind.prefix(40))\"; \"\(meant)\" was probably meant"
            )
        ])
    }

    /// Prose between the heading of an exception and its block.
    private var pendingProse: [String] = []

    private mutating func take(_ block: LiterateText.Block, _ file: String) {
        let fence = block.line - 1
        guard ["clause", "exception", "example"].contains(block.kind) else { return suspect(block, file) }
        guard article != nil else {
            problems.append(
                Problem(
                    file: file,
                    line: fence,
                    message:
                        "a block \"\(block.kind)\" belongs below the heading of an article, \"## Article 1 — Title {#xx-1}\""
                )
            )
            return
        }
        do throws(Problems) {
            var found: [Problem] = []
            switch block.kind {
            case "clause":
                if hasClause {
                    found.append(
                        Problem(file: file, line: fence, message: "an article has one clause; this is a second")
                    )
                }
                hasClause = true
                var reader = try ClauseReader(block, file: file, context)
                if var read = article {
                    reader.read(into: &read, &found)
                    article = read
                }
            case "exception": try takeException(block, file, &found)
            default: article?.examples.append(try ExampleReader.example(block, file, &found))
            }
            report(found)
        } catch {
            report(error.list)
        }
    }

    private mutating func takeException(
        _ block: LiterateText.Block,
        _ file: String,
        _ found: inout [Problem]
    ) throws(Problems) {
        guard let heading, let id = heading.id else {
            found.append(
                Problem(
                    file: file,
                    line: block.line - 1,
                    message:
                        "an exception stands below a heading of level 3 with an id, \"### Exception for … {#ev-3.small}\""
                )
            )
            return
        }
        if hasException {
            found.append(
                Problem(file: file, line: block.line - 1, message: "one exception a heading; this is a second")
            )
        }
        hasException = true
        if let article, !id.hasPrefix(article.clause.id + ".") {
            found.append(
                Problem(
                    file: file,
                    line: heading.line,
                    message:
                        "the id of an exception begins with that of its article: \"\(article.clause.id).\(id.prefix(40))\""
                )
            )
        }
        var exception = try ExceptionReader.exception(block, file, heading: heading, id: id, &found)
        exception.prose = pendingProse
        pendingProse = []
        article?.exceptions.append(exception)
    }

    private mutating func endException() {
        heading = nil
        // A sub-heading with an id but without an exception is part of the article.
        article?.prose += pendingProse
        pendingProse = []
    }

    private mutating func endArticle() {
        endException()
        guard let ended = article else { return }
        article = nil
        var found: [Problem] = []
        if !hasClause {
            found.append(
                Problem(
                    file: ended.clause.file,
                    line: ended.clause.line,
                    message: "the article has no block \"clause\""
                )
            )
        }
        if ended.clause.duty.isEmpty {
            found.append(
                Problem(
                    file: ended.clause.file,
                    line: ended.clause.line,
                    message: "the duty is missing: the first paragraph below the heading"
                )
            )
        }
        ExceptionReader.check(ended, context, &found)
        if hasClause { found += ended.misplacedEvidence() }
        report(found, ended)
        if isSound {
            report(ended.contradictions(confidence: context.head.confidence, on: context.head.date ?? .earliest), ended)
        }
        articles.append(ended)
    }

    /// Adds problems with the heading of the article that they are in.
    private mutating func report(_ found: [Problem], _ ended: Article? = nil) {
        if !found.isEmpty { isSound = false }
        guard let place = (ended ?? article).map(\.place) else {
            problems += found
            return
        }
        problems += found.map { Problem(file: $0.file, line: $0.line, message: place + $0.message) }
    }

    /// "Article 14" and the title, whichever dash stands between them.
    private static func parts(_ title: String) -> [String] {
        for dash in ["—", "–", " - "] {
            guard let range = title.firstRange(of: dash) else { continue }
            return [title[..<range.lowerBound], title[range.upperBound...]].map { String($0.trimmed) }
        }
        return [title]
    }

    private static func isName(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.count <= 60
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
