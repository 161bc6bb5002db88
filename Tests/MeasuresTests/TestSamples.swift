// SPDX-License-Identifier: Apache-2.0
import Evidence
import Measures
import Statistics

/// Builds small samples from literal rows.
enum TestSamples {
    /// A sample whose unit is the given column.
    static func sample(unit: [String?], name: String = "unit") -> Sample {
        Sample(rows: unit.count, unit: Categorical(unit), unitName: name)
    }

    /// Few draws: enough for tests of estimates, quick.
    static let inference = Inference(replicates: 200, seed: 7)

    /// A random sample of every column, for laws: 40 units, two arms, three parts.
    static func random(_ seed: UInt64, rows: Int = 600) -> Sample {
        let random = KeyedRandom(seed: seed)
        func draw(_ row: Int, _ purpose: UInt32, _ count: Int) -> Int {
            Int(random.uniform(KeyedRandom.Purpose(rawValue: 1_000 + purpose), UInt32(row), 0) * Double(count))
        }
        let viewers = (0..<rows).map { "v\(draw($0, 1, 40))" }
        var sample = Sample(rows: rows, unit: Categorical(viewers), unitName: "viewer")
        sample.viewer = Categorical(viewers)
        sample.arm = (0..<rows).map { Int8(draw($0, 2, 2)) }
        sample.item = Categorical((0..<rows).map { "i\(draw($0, 3, 60))" })
        sample.author = Categorical((0..<rows).map { "a\(draw($0, 4, 12) * draw($0, 5, 3) / 2)" })
        sample.part = Partition(name: "part", Categorical((0..<rows).map { ["p", "q", "r"][draw($0, 6, 3)] }))
        sample.readerPart = Partition(
            name: "part",
            Categorical(viewers.map { ["p", "q", "r"][($0.utf8.last.map(Int.init) ?? 0) % 3] })
        )
        sample.stratum = Categorical((0..<rows).map { ["network", "ranked"][draw($0, 7, 2)] })
        sample.score = (0..<rows).map { Double(draw($0, 8, 2)) }
        sample.count = (0..<rows).map { Double(1 + draw($0, 9, 3)) }
        sample.page = Categorical((0..<rows).map { "\(viewers[$0]) \(sample.arm?[$0] ?? 0) \($0 / 50)" })
        var places: [Int32: Int32] = [:]
        sample.slot = (sample.page?.codes ?? []).map { page in
            places[page, default: 0] += 1
            return places[page] ?? 1
        }
        sample.time = (0..<rows).map { Double($0 * 40) }
        sample.twin = Categorical(viewers.map { String($0.dropLast()) })
        // Some candidates were never shown; the newest ones appear while the sessions go on.
        var candidates = Candidates(item: Categorical((0..<90).map { "i\($0)" }))
        candidates.time = (0..<90).map { Double($0) * Double(rows) / 3 }
        sample.candidates = candidates
        sample.follows = follows(sample, random)
        return sample
    }

    /// Every viewer follows about half of the authors.
    private static func follows(_ sample: Sample, _ random: KeyedRandom) -> Follows {
        var (viewers, authors): ([Int32], [Int32]) = ([], [])
        for viewer in 0..<Int32(sample.viewer?.names.count ?? 0) {
            for author in 0..<Int32(sample.author?.names.count ?? 0)
            where random.uniform(.parametric, UInt32(viewer), UInt32(author)) < 0.5 {
                viewers.append(viewer)
                authors.append(author)
            }
        }
        return Follows(viewer: viewers, author: authors)
    }
}

extension Sample {
    /// The same rows in another order.
    func rearranged(_ order: [Int]) -> Sample {
        func gather<Value>(_ values: [Value]?) -> [Value]? { values.map { values in order.map { values[$0] } } }
        func column(_ column: Categorical?) -> Categorical? {
            column.map { column in Categorical(order.map { column[$0] }) }
        }
        func partition(_ partition: Partition?) -> Partition? {
            partition.map { old in
                Partition(
                    name: old.name,
                    Categorical(
                        order.map { row in
                            old.range(ofRow: row).first.map { old.partNames[Int(old.members[$0])] }
                        }
                    )
                )
            }
        }
        var sample = Sample(rows: order.count, unit: column(unit) ?? unit, unitName: unitName)
        sample.armNames = armNames
        sample.arm = gather(arm)
        sample.viewer = column(viewer)
        sample.item = column(item)
        sample.author = column(author)
        sample.page = column(page)
        sample.stratum = column(stratum)
        sample.slot = gather(slot)
        sample.time = gather(time)
        sample.score = gather(score)
        sample.count = gather(count)
        sample.part = partition(part)
        sample.readerPart = partition(readerPart)
        sample.twin = column(twin)
        sample.candidates = candidates
        sample.follows = follows.map { follows in
            // The new order numbers viewers and authors anew.
            func renumbered(_ codes: [Int32], _ old: Categorical?, _ new: Categorical?) -> [Int32] {
                codes.map { code in (old?.names[code]).flatMap { new?.names.code(of: $0) } ?? Categorical.absent }
            }
            let viewers = renumbered(follows.viewer, viewer, sample.viewer)
            let authors = renumbered(follows.author, author, sample.author)
            let known = viewers.indices.filter { viewers[$0] >= 0 && authors[$0] >= 0 }
            return Follows(viewer: known.map { viewers[$0] }, author: known.map { authors[$0] })
        }
        return sample
    }
}
