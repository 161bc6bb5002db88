// SPDX-License-Identifier: Apache-2.0

/// Which parts each row belongs to.
///
/// Groups may overlap: a row belongs to none, one or several parts.
///
/// Rows refer to entities (an author, an item, a label), entities to parts, so that the table stays small for long
/// recordings.
public struct Partition: Sendable, Equatable {
    /// The name of the partition, such as "occupation" or "region".
    public let name: String
    /// The names of the parts.
    public let partNames: [String]
    /// The entity of each row, or `Categorical.absent`.
    public let entities: [Int32]
    /// The parts of entity `e` are `members[offsets[e] ..< offsets[e + 1]]`.
    public let offsets: [Int32]
    /// Parts, entity after entity.
    public let members: [Int32]

    /// A partition into disjoint parts: the column's names are the parts.
    public init(name: String, _ column: Categorical) {
        self.name = name
        partNames = column.names.list
        entities = column.codes
        offsets = (0...Int32(column.names.count)).map { $0 }
        members = (0..<Int32(column.names.count)).map { $0 }
    }

    /// A partition from overlapping memberships of entities.
    ///
    /// - Parameters:
    ///   - name: The name of the partition.
    ///   - partNames: The names of the parts.
    ///   - entities: The entity of each row.
    ///   - memberships: For each entity the parts it belongs to.
    public init(name: String, partNames: [String], entities: [Int32], memberships: [[Int32]]) {
        self.name = name
        self.partNames = partNames
        self.entities = entities
        var offsets: [Int32] = [0]
        var members: [Int32] = []
        for parts in memberships {
            members.append(contentsOf: parts)
            offsets.append(Int32(members.count))
        }
        self.offsets = offsets
        self.members = members
    }

    /// Parts.
    public var partCount: Int { partNames.count }

    /// The positions in `members` that hold the parts of a row.
    @inlinable
    public func range(ofRow row: Int) -> Range<Int> {
        let entity = Int(entities[row])
        return entity < 0 ? 0..<0 : Int(offsets[entity])..<Int(offsets[entity + 1])
    }
}
