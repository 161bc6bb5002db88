// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Measures
internal import Statistics

/// Exchanges the names of the parts, in what is shown and in who sees it alike.
struct Relabelling {
    /// Above this number of parts not all relabellings are tried but this many drawn ones.
    private static let drawn = 23
    /// Rows read again for one check, about; a long recording is checked with fewer relabellings.
    private static let rowBudget = 20_000_000

    /// The part that takes the name of part i.
    private let map: [Int32]
    private let names: Names

    /// The relabellings to try, without the one that changes nothing; none where a sample has fewer than two parts.
    static func choices(for sample: Sample, _ random: KeyedRandom) -> [Relabelling] {
        var names = Names()
        for partition in [sample.part, sample.readerPart].compactMap(\.self) {
            for name in partition.partNames { _ = names.intern(name) }
        }
        guard names.count > 1 else { return [] }
        let most = max(1, min(drawn, rowBudget / max(sample.rows, 1)))
        let maps =
            names.count <= 4 ? Array(all(names.count).prefix(most)) : drawn(most, of: names.count, random)
        return maps.map { Relabelling(map: $0, names: names) }
    }

    private static func all(_ count: Int) -> [[Int32]] {
        var permutations: [[Int32]] = [[]]
        for _ in 0..<count {
            permutations = permutations.flatMap { start in
                (0..<Int32(count)).filter { !start.contains($0) }.map { start + [$0] }
            }
        }
        return Array(permutations.dropFirst())
    }

    /// Different orders of the names, none of them the one that is there; more than four names have more than enough.
    private static func drawn(_ most: Int, of count: Int, _ random: KeyedRandom) -> [[Int32]] {
        let identity = (0..<Int32(count)).map { $0 }
        var maps: [[Int32]] = []
        for index in 0..<drawn * 100 where maps.count < most {
            let map = drawn(index, count, random)
            if map != identity, !maps.contains(map) { maps.append(map) }
        }
        return maps
    }

    private static func drawn(_ index: Int, _ count: Int, _ random: KeyedRandom) -> [Int32] {
        var map = (0..<Int32(count)).map { $0 }
        for place in stride(from: count - 1, to: 0, by: -1) {
            let uniform = random.uniform(.relabelling, UInt32(index), UInt32(place))
            map.swapAt(place, min(place, Int(uniform * Double(place + 1))))
        }
        return map
    }

    /// The sample under other names.
    func applied(to sample: Sample) -> Sample {
        var sample = sample
        sample.part = sample.part.map { relabelled($0) }
        sample.readerPart = sample.readerPart.map { relabelled($0) }
        return sample
    }

    /// A partition has as many parts as before: names that only the other partition has do not become parts of this one.
    private func relabelled(_ partition: Partition) -> Partition {
        let renamed = partition.partNames.map { name in names.code(of: name).map { names[map[Int($0)]] } ?? name }
        let own = Names(names.list.filter(Set(renamed).contains))
        let codes = renamed.map { own.code(of: $0) ?? Categorical.absent }
        let memberships = (0..<partition.offsets.count - 1).map { entity in
            partition.members[Int(partition.offsets[entity])..<Int(partition.offsets[entity + 1])].map {
                codes[Int($0)]
            }
        }
        return Partition(
            name: partition.name,
            partNames: own.list,
            entities: partition.entities,
            memberships: memberships
        )
    }
}
