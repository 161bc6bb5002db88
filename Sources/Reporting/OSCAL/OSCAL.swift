// SPDX-License-Identifier: Apache-2.0
internal import Instrument
internal import Notation

/// What the documents in OSCAL have in common: metadata, properties, and texts of the shapes that its models ask for.
///
/// OSCAL is the Open Security Controls Assessment Language of NIST. Its models refuse empty lists, `null` and unknown names, so what
/// has nothing to say is left out, and every number of ours is a property under ``namespace``.
enum OSCAL {
    /// The namespace of our properties and facets.
    static let namespace = "https://euthyna.example/ns/oscal"
    /// The version whose models both checkers know: the schema of NIST and compliance-trestle.
    static let version = "1.2.1"

    /// Metadata of a document.
    ///
    /// - Parameters:
    ///   - title: A line.
    ///   - version: Of what it tells.
    ///   - day: When that was: the clock is never asked.
    ///   - parties: Organisations by name.
    /// - Returns: The object under `metadata`.
    static func metadata(_ title: String, version: String, day: Day, parties: [String] = []) -> JSONValue {
        .fields([
            "title": self.title(title), "version": self.title(version), "oscal-version": .text(Self.version),
            "last-modified": instant(day),
            "parties": .list(
                parties.map { name in
                    .object([
                        "uuid": .text(NamedUUID.text("party/\(name)")), "type": "organization",
                        "name": self.title(name),
                    ])
                }
            ),
        ])
    }

    /// Properties of ours; those without a value are left out.
    static func properties(_ values: KeyValuePairs<String, String?>) -> [JSONValue] {
        values.compactMap { name, value in
            value.flatMap(line).map {
                .object(["name": .text(name), "ns": .text(namespace), "value": .text($0)])
            }
        }
    }

    /// A property whose meaning OSCAL itself defines.
    static func property(_ name: String, _ value: String) -> JSONValue {
        .object(["name": .text(name), "value": title(value)])
    }

    /// The beginning of a day.
    ///
    /// Models know the years 1900 … 2999 only; a rule-book without a day is one of 1970.
    static func instant(_ day: Day) -> JSONValue {
        .text((1970...2999 ~= day.year ? day.description : "1970-01-01") + "T00:00:00Z")
    }

    /// A resource that links point to, with the digests of the files it consists of.
    static func resource(
        _ uuid: String,
        _ title: String,
        description: String? = nil,
        citation: String? = nil,
        properties: [JSONValue] = [],
        files: [(path: String, digest: String?)] = []
    ) -> JSONValue {
        .fields([
            "uuid": .text(uuid), "title": self.title(title), "description": description.map(prose),
            "citation": citation.map { .object(["text": self.title($0)]) }, "props": .list(properties),
            "rlinks": .list(
                files.map { file in
                    .fields([
                        "href": .text(reference(file.path)),
                        "hashes": .list(
                            file.digest.map { [.object(["algorithm": "SHA-256", "value": .text($0)])] } ?? []
                        ),
                    ])
                }
            ),
        ])
    }

    /// Back matter of resources.
    static func backMatter(_ resources: [JSONValue]) -> JSONValue? {
        resources.isEmpty ? nil : .object(["resources": .list(resources)])
    }
}

// MARK: Texts

extension OSCAL {
    /// A text on one line without blanks around it; `nil` where nothing is left.
    static func line(_ text: String) -> String? {
        let scalars = PrintableText.line(text).unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        return String(scalars[first...last])
    }

    /// A text on one line that is never empty.
    static func title(_ text: String) -> JSONValue { .text(line(text) ?? "–") }

    /// A text of several lines, in which what looks like the insertion of a parameter is none.
    static func prose(_ text: String) -> JSONValue {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where PrintableText.isPrintable(scalar) { clean.append(scalar) }
        return .text(String(clean).split(separator: "{{", omittingEmptySubsequences: false).joined(separator: "{ {"))
    }

    /// The id of a clause or an exception as models allow it.
    ///
    /// Underscores of the rule-book are doubled: ids made from it (`ev-3_bound`) have a single one, so that no two are equal.
    static func id(_ id: String) -> String {
        let doubled = id.split(separator: "_", omittingEmptySubsequences: false).joined(separator: "__")
        let token = token(doubled)
        return token.unicodeScalars.first.map { isLetter($0) || $0 == "_" } == true ? token : "_" + token
    }

    /// A text of letters, digits, points, hyphens and underscores: "34(1)(b)" becomes "34-1-b".
    static func token(_ text: String) -> String {
        var token = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "+" {
                token.append(contentsOf: "plus".unicodeScalars)
            } else if isLetter(scalar) || isNumber(scalar) || ".-_".unicodeScalars.contains(scalar) {
                token.append(scalar)
            } else if let last = token.last, last != "-" {
                token.append("-")
            }
        }
        while token.last == "-" { token.removeLast() }
        return token.isEmpty ? "x" : String(token)
    }

    /// A path or an address as a reference (RFC 3986): bytes that may not stand in one are written as `%` and two digits.
    static func reference(_ text: String) -> String {
        let allowed = Set("-._~/?#[]@!$&'()*+,;=:%".utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = text.utf8.flatMap { byte -> [UInt8] in
            let isPlain = byte < 0x80 && Character(UnicodeScalar(byte)).isLetter || 0x30...0x39 ~= byte
            return isPlain || allowed.contains(byte)
                ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }
}
