// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Reads a file chunk by chunk on several cores; the result does not depend on how many.
struct ChunkedReading<Parser: RecordParser>: Sendable {
    let parser: Parser
    let bytes: FileBytes
    let file: String
    /// Where the records begin, behind a byte-order mark and a heading.
    let first: Int
    /// Lines before `first`.
    let firstLine: Int
    /// Bytes of a chunk: fixed, so that it never depends on the machine.
    var chunkSize = 4 << 20

    func read(threads: Int, progress: Progress?) async -> TableRead {
        let bounds = Array(stride(from: first, to: max(bytes.count, first + 1), by: chunkSize))
        let queue = Queue(bounds.count)
        var chunks: [Chunk?] = Array(repeating: nil, count: bounds.count)
        var workers: [RowBuilder] = []
        await withTaskGroup(of: (RowBuilder, [(Int, Chunk)]).self) { group in
            for _ in 0..<min(max(threads, 1), bounds.count) {
                group.addTask { work(bounds, queue, progress) }
            }
            for await (builder, done) in group {
                // Workers end in any order; the number in the chunk finds the names of its worker.
                for (index, var chunk) in done {
                    chunk.worker = workers.count
                    chunks[index] = chunk
                }
                workers.append(builder)
            }
        }
        return assemble(mend(chunks.compactMap(\.self), bounds, &workers), workers)
    }

    private func work(_ bounds: [Int], _ queue: Queue, _ progress: Progress?) -> (RowBuilder, [(Int, Chunk)]) {
        var rows = RowBuilder(parser.requests.map { ColumnBuilder($0, absentTexts: parser.absentTexts) })
        var done: [(Int, Chunk)] = []
        while let index = queue.next() {
            let limit = index + 1 < bounds.count ? bounds[index + 1] : bytes.count
            // Nothing is guessed beyond the chunk: in a file that is one long line every chunk would else look at all the rest.
            let start = bytes.withBytes { span in
                index == 0
                    ? bounds[0] : parser.guessStart(span.extracting(0..<limit), atOrAfter: bounds[index])
            }
            done.append((index, read(index, from: start, bounds, into: &rows)))
            progress?.advance(min(chunkSize, bytes.count - bounds[index]))
        }
        return (rows, done)
    }

    private func read(_ index: Int, from start: Int, _ bounds: [Int], into rows: inout RowBuilder) -> Chunk {
        let limit = index + 1 < bounds.count ? bounds[index + 1] : bytes.count
        let end = bytes.withBytes { span in
            let end = start < limit ? parser.parse(span, from: start, until: limit, file: file, into: &rows) : start
            rows.flush(span)
            return end
        }
        var chunk = rows.take()
        (chunk.start, chunk.end) = (start, end)
        bytes.discard(bounds[index]..<limit)
        return chunk
    }

    /// Reads those chunks again whose beginning was guessed wrong.
    private func mend(_ chunks: [Chunk], _ bounds: [Int], _ workers: inout [RowBuilder]) -> [Chunk] {
        var chunks = chunks
        for index in chunks.indices.dropFirst() where chunks[index].start != chunks[index - 1].end {
            let worker = chunks[index].worker
            chunks[index] = read(index, from: chunks[index - 1].end, bounds, into: &workers[worker])
            chunks[index].worker = worker
        }
        return chunks
    }

    private func assemble(_ chunks: [Chunk], _ workers: [RowBuilder]) -> TableRead {
        var rejections = Rejections()
        var lines = firstLine
        for chunk in chunks {
            rejections.append(chunk.rejections, linesBefore: lines)
            lines += chunk.lines
        }
        var chunks = chunks
        var table = Table(rowCount: chunks.reduce(0) { $0 + $1.rowCount })
        for (index, request) in parser.requests.enumerated() {
            table.set(request.column, join(index, &chunks, workers))
        }
        return TableRead(table: table, rejections: rejections)
    }

    /// Puts the values of one column together and lets go of its parts.
    private func join(_ index: Int, _ chunks: inout [Chunk], _ workers: [RowBuilder]) -> Column {
        let rows = chunks.reduce(0) { $0 + $1.rowCount }
        switch parser.requests[index].kind {
        case .name: return .names(joinNames(index, &chunks, workers, rows))
        case .integer, .boolean:
            var values: [Int32] = []
            values.reserveCapacity(rows)
            for at in chunks.indices {
                values.append(contentsOf: chunks[at].values[index].integers)
                chunks[at].values[index].integers = []
            }
            return .integers(values)
        case .number, .instant:
            var values: [Double] = []
            values.reserveCapacity(rows)
            for at in chunks.indices {
                values.append(contentsOf: chunks[at].values[index].numbers)
                chunks[at].values[index].numbers = []
            }
            if case .number = parser.requests[index].kind { return .numbers(values) }
            return .instants(values)
        }
    }

    /// Puts the names of one column together, renumbered in the order of the rows.
    private func joinNames(_ index: Int, _ chunks: inout [Chunk], _ workers: [RowBuilder], _ rows: Int) -> Categorical {
        var names = Names()
        var maps = workers.map { Array(repeating: Categorical.absent, count: $0.columns[index].names.count) }
        var codes: [Int32] = []
        codes.reserveCapacity(rows)
        for at in chunks.indices {
            let worker = chunks[at].worker
            for code in chunks[at].values[index].codes {
                guard code >= 0 else {
                    codes.append(code)
                    continue
                }
                var final = maps[worker][Int(code)]
                if final == Categorical.absent {
                    let bytes = workers[worker].columns[index].names.bytes(of: code)
                    final = names.intern(unsafe bytes.span.bytes, 0, bytes.count)
                    maps[worker][Int(code)] = final
                }
                codes.append(final)
            }
            chunks[at].values[index].codes = []
        }
        return Categorical(codes: codes, names: names)
    }
}

/// Hands out the numbers from 0, each once.
private final class Queue: Sendable {
    private let count: Int
    private let handedOut = Mutex(0)

    init(_ count: Int) { self.count = count }

    func next() -> Int? {
        handedOut.withLock { value in
            guard value < count else { return nil }
            defer { value += 1 }
            return value
        }
    }
}
