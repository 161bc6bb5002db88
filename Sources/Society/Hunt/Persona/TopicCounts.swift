// SPDX-License-Identifier: Apache-2.0

/// A whole number for each of the sixteen topics, 0 where nothing is said.
public struct TopicCounts: Sendable, Hashable {
    private var counts = SIMD16<UInt8>()

    /// 0 for every topic.
    public init() {}

    /// The number of a topic, 0 … 255; topics that do not exist have 0, and keep it.
    public subscript(topic: Int) -> Int {
        get { topic >= 0 && topic < 16 ? Int(counts[topic]) : 0 }
        set { if topic >= 0, topic < 16 { counts[topic] = UInt8(min(max(newValue, 0), 255)) } }
    }

    /// Topics with a number above 0, ascending.
    public var topics: [Int] { (0..<16).filter { counts[$0] > 0 } }

    /// All numbers together.
    public var total: Int { (0..<16).reduce(0) { $0 + Int(counts[$1]) } }

    /// "5*3 7*1": topic and number; empty where there are none.
    var text: String { topics.map { "\($0)*\(counts[$0])" }.joined(separator: " ") }

    /// Reads what `text` wrote; `nil` for anything else.
    init?(text: some StringProtocol) {
        for piece in text.split(separator: " ") {
            let parts = piece.split(separator: "*", omittingEmptySubsequences: false)
            guard parts.count == 2, let topic = Int(parts[0]), let count = Int(parts[1]), topic >= 0, topic < 16,
                count > 0, count < 256, self[topic] == 0
            else { return nil }
            self[topic] = count
        }
    }
}
