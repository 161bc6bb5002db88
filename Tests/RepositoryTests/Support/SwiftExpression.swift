// SPDX-License-Identifier: Apache-2.0

/// An expression of a Swift source as far as the tests of the repository understand it.
indirect enum SwiftExpression: Equatable {
    /// A text; pieces that are put together by `+` are one.
    case text(String)
    case list([SwiftExpression])
    /// `name(label: value, …)`; a missing label is empty.
    case call(String, [(label: String, value: SwiftExpression)])
    /// Anything else.
    case other

    static func == (left: SwiftExpression, right: SwiftExpression) -> Bool {
        switch (left, right) {
        case (.text(let one), .text(let two)): one == two
        case (.list(let one), .list(let two)): one == two
        case (.call(let one, let ones), .call(let two, let twos)):
            one == two && ones.map(\.label) == twos.map(\.label) && ones.map(\.value) == twos.map(\.value)
        case (.other, .other): true
        default: false
        }
    }

    /// The text, or `nil` where it is none.
    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The argument of a call with a label.
    subscript(label: String) -> SwiftExpression? {
        guard case .call(_, let arguments) = self else { return nil }
        return arguments.first { $0.label == label }?.value
    }

    /// The first call of a function in a source, or `nil` where there is none.
    static func firstCall(of name: String, in source: String) -> SwiftExpression? {
        let tokens = SwiftToken.tokens(of: source)
        guard
            let start = tokens.indices.dropLast().first(where: {
                tokens[$0] == .word(name) && tokens[$0 + 1] == .sign("(")
            })
        else { return nil }
        var parser = SwiftExpressionParser(tokens, from: start)
        return parser.operand()
    }
}

/// Reads one expression and stops behind it.
struct SwiftExpressionParser {
    private let tokens: [SwiftToken]
    private var at: Int

    init(_ tokens: [SwiftToken], from start: Int) {
        self.tokens = tokens
        at = start
    }

    private var token: SwiftToken? { at < tokens.count ? tokens[at] : nil }

    mutating func expression() -> SwiftExpression {
        var value = operand()
        while let token, ![.sign(","), .sign(")"), .sign("]"), .sign("}")].contains(token) {
            let isSum = token == .sign("+")
            if case .sign = token { at += 1 }
            let next = operand()
            if isSum, case .text(let left) = value, case .text(let right) = next {
                value = .text(left + right)
            } else {
                value = .other
            }
        }
        return value
    }

    /// A text, a list or a call, without what is added to it.
    mutating func operand() -> SwiftExpression {
        switch token {
        case .text(let text):
            at += 1
            return .text(text)
        case .sign("["): return .list(elements(until: "]").map(\.value))
        case .sign("("), .sign("{"):
            skipGroup()
            return .other
        case .word(let name):
            at += 1
            return token == .sign("(") ? .call(name, elements(until: ")")) : .other
        default:
            at += 1
            return .other
        }
    }

    private mutating func elements(until close: Character) -> [(label: String, value: SwiftExpression)] {
        var elements: [(label: String, value: SwiftExpression)] = []
        at += 1
        while let token, token != .sign(close) {
            var label = ""
            if case .word(let word) = token, at + 1 < tokens.count, tokens[at + 1] == .sign(":") {
                label = word
                at += 2
            }
            elements.append((label, expression()))
            if self.token == .sign(",") { at += 1 } else if self.token != .sign(close) { break }
        }
        at += 1
        return elements
    }

    private mutating func skipGroup() {
        var depth = 0
        repeat {
            switch token {
            case .sign("("), .sign("["), .sign("{"): depth += 1
            case .sign(")"), .sign("]"), .sign("}"): depth -= 1
            default: break
            }
            at += 1
        } while depth > 0 && at < tokens.count
    }
}
