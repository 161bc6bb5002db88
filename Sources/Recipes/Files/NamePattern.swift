// SPDX-License-Identifier: Apache-2.0
public import Evidence

/// A path with named pieces: `input/{country}/{time:yyyy-MM-dd_HH:mm}.csv`.
///
/// A piece takes as few characters as possible; a piece with a time format must be a time of that format. No piece holds a
/// `/`, but for times whose format does, as where every day is a folder.
public struct NamePattern: Sendable, Equatable {
    private enum Part: Sendable, Equatable {
        case text(String)
        case piece(String, InstantFormat?)
    }

    private let parts: [Part]

    /// Whether it is held against the entries of archives, too: `{city}.zip!{day:yyyy-MM-dd}.csv`.
    var namesEntries: Bool {
        parts.contains { part in
            if case .text(let text) = part { text.contains("!") } else { false }
        }
    }

    /// The text behind the last piece, which says of what kind the files are.
    var ending: String {
        if case .text(let text) = parts.last { text } else { "" }
    }

    /// The names of the pieces.
    public var names: [String] {
        parts.compactMap { part in
            if case .piece(let name, _) = part { name } else { nil }
        }
    }

    /// The pieces that are times.
    public var timeNames: [String] {
        parts.compactMap { part in
            if case .piece(let name, .some) = part { name } else { nil }
        }
    }

    /// The time format of a piece, or `nil` where it is a name.
    public func format(of name: String) -> InstantFormat? {
        for case .piece(name, let format) in parts { return format }
        return nil
    }

    /// Reads a pattern, or says what is wrong with it.
    public static func parse(_ text: String) -> Result<NamePattern, PatternError> {
        var parts: [Part] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else {
                return .failure(PatternError(reason: "a brace is not closed in \"\(text)\""))
            }
            let inner = rest[rest.index(after: open)..<close]
            let pair = inner.split(separator: ":", maxSplits: 1).map(String.init)
            guard let name = pair.first, !name.isEmpty else {
                return .failure(PatternError(reason: "a piece has no name in \"\(text)\""))
            }
            var format: InstantFormat?
            if pair.count == 2 {
                format = InstantFormat(pair[1])
                if format == nil { return .failure(PatternError(reason: "\"\(pair[1])\" is no time format")) }
            }
            parts.append(.piece(name, format))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return .success(NamePattern(parts: parts))
    }

    private init(parts: [Part]) { self.parts = parts }

    /// The pieces of a path, or `nil` where it does not have this form.
    public func match(_ path: String) -> [String: String]? { match(Substring(path), parts[...]) }

    private func match(_ rest: Substring, _ parts: ArraySlice<Part>) -> [String: String]? {
        guard let part = parts.first else { return rest.isEmpty ? [:] : nil }
        switch part {
        case .text(let text):
            return rest.hasPrefix(text) ? match(rest.dropFirst(text.count), parts.dropFirst()) : nil
        case .piece(let name, let format):
            let crosses = if case .pattern(let text) = format { text.contains("/") } else { false }
            var end = rest.startIndex
            while end < rest.endIndex, crosses || rest[end] != "/" {
                end = rest.index(after: end)
                let piece = String(rest[..<end])
                if let format, format.seconds(piece) == nil { continue }
                if var found = match(rest[end...], parts.dropFirst()) {
                    found[name] = piece
                    return found
                }
            }
            return nil
        }
    }
}
