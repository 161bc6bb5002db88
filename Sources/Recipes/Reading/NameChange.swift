// SPDX-License-Identifier: Apache-2.0

/// Applies one change to a name.
struct NameChange {
    private let change: ColumnDefinition.Change
    private let place: String

    /// A change; `place` says in messages who asks.
    init(_ change: ColumnDefinition.Change, place: String) {
        self.change = change
        self.place = place
    }

    func apply(to name: String) throws(RecordingError) -> String? {
        switch change {
        case .piece(let separator, let piece):
            let pieces = name.split(separator: separator, omittingEmptySubsequences: false)
            let index = piece > 0 ? piece - 1 : pieces.count + piece
            return pieces.indices.contains(index) && !pieces[index].isEmpty ? String(pieces[index]) : nil
        case .replace(let part, let other):
            let replaced = name.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
            return replaced.isEmpty ? nil : replaced
        case .lowercase: return name.lowercased()
        case .trim: return Self.trimmed(name)
        case .rename(let map, let otherwise):
            if let renamed = map[name] { return renamed.isEmpty ? nil : renamed }
            switch otherwise {
            case .keep: return name
            case .drop: return nil
            case .error:
                throw RecordingError(
                    "\(place): \"\(name)\" is not in the map; add it, or say otherwise: keep or otherwise: drop"
                )
            }
        case .bins(let bounds):
            guard let value = Double(name) else { return name }
            return Self.bin(value, bounds)
        }
    }

    private static func trimmed(_ name: String) -> String? {
        guard let first = name.firstIndex(where: { !$0.isWhitespace }),
            let last = name.lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(name[first...last])
    }

    private static func bin(_ value: Double, _ bounds: [Double]) -> String? {
        func text(_ number: Double) -> String { Int(exactly: number).map { String($0) } ?? String(number) }
        guard let index = bounds.lastIndex(where: { $0 <= value }) else {
            return bounds.first.map { "below \(text($0))" }
        }
        guard index + 1 < bounds.count else { return "\(text(bounds[index])) and above" }
        return "\(text(bounds[index])) to below \(text(bounds[index + 1]))"
    }
}
