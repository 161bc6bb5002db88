// SPDX-License-Identifier: Apache-2.0
import Evidence
import Recipes
import TestSupport
import Testing

@Suite("Derived columns")
struct DerivationTests {
    /// Reads one table of items with some further columns.
    private func read(_ csv: String, _ columns: String, head: String = "") async throws -> Recording {
        let data = try TemporaryFolder(["t.csv": csv])
        let lines = columns.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        return try await data.read("t:\n  kind: items\n  files: t.csv\n  columns:\n" + lines, head: head)
    }

    @Test("sums, differences, products and ratios; a missing number gives none, and so does a division by zero")
    func arithmetic() async throws {
        let recording = try await read(
            "a,b,c\n6,3,2\n1,0,5\n,1,1\n",
            """
            a: {type: number}
            b: {type: integer}
            c: {type: number}
            sum: {sum: [a, b, c]}
            difference: {difference: [a, b, c]}
            product: {product: [a, b]}
            ratio: {ratio: [a, b]}
            whole: {sum: [a, b], type: integer}
            """
        )
        #expect(recording.texts("t", "sum") == ["11", "6", nil])
        #expect(recording.texts("t", "difference") == ["1", "-4", nil])
        #expect(recording.texts("t", "product") == ["18", "0", nil])
        #expect(recording.texts("t", "ratio") == ["2", nil, nil])
        #expect(recording.tables["t"]?["whole"] == .integers([9, 1, .min]))
        #expect(recording.notes("t") == ["1 × ratio: divided by zero, so no value"])
    }

    @Test("numbers are scaled and moved, moments are moved by seconds")
    func scale() async throws {
        let recording = try await read(
            "n,t\n10,2026-03-01T00:00:00Z\n,\n",
            """
            n: {type: integer, scale: 0.5, offset: 1}
            t: {type: time, offset: 60}
            m: {of: n, scale: 2}
            """
        )
        #expect(recording.texts("t", "n") == ["6", nil])
        #expect(recording.texts("t", "t") == ["2026-03-01T00:01:00Z", nil])
        #expect(recording.texts("t", "m") == ["12", nil])
    }

    @Test("the first case that holds counts; without one a row has what stands under otherwise, or nothing")
    func cases() async throws {
        let recording = try await read(
            "score,lang\n0.9,en\n0.4,en\n0.9,de\n,fr\n",
            """
            score: {type: number}
            lang: lang
            level:
              when:
                - {where: {score: {above: 0.5}, lang: en}, is: high}
                - {where: {score: {present: true}}, is: some}
              otherwise: none
            flag: {when: [{where: {lang: [en, de]}, is: 1}], type: integer}
            """
        )
        #expect(recording.texts("t", "level") == ["high", "some", "some", "none"])
        #expect(recording.texts("t", "flag") == ["1", "1", "1", nil])
    }

    @Test("ranks count from one within a group; ties keep the order of the rows")
    func rank() async throws {
        let recording = try await read(
            "u,s,t\nann,1,30\nbob,1,5\nann,1,10\nann,2,7\nann,1,30\n,1,1\nbob,1,\n",
            """
            u: u
            s: {type: integer}
            t: {type: number}
            slot: {rank: {within: [u, s], by: t}}
            last: {rank: {within: u, by: [s, t], descending: true}}
            all: {rank: {by: t}}
            """
        )
        #expect(recording.texts("t", "slot") == ["2", "1", "1", "1", "3", nil, nil])
        #expect(recording.texts("t", "last") == ["2", "1", "4", "1", "3", nil, nil])
        #expect(recording.texts("t", "all") == ["5", "2", "4", "3", "6", "1", nil])
    }

    @Test("a session ends where the gap to the next row is longer than stated, whatever the order of the file")
    func sessions() async throws {
        let recording = try await read(
            "u,t\nann,1000\nann,0\nbob,2000\nann,300\nann,1301\nann,1600\n",
            """
            u: u
            t: {type: number}
            session: {session: {within: u, by: t, gap: 300}}
            id: {join: [u, session]}
            """
        )
        #expect(recording.texts("t", "session") == ["2", "1", "1", "1", "3", "3"])
        #expect(recording.texts("t", "id") == ["ann / 2", "ann / 1", "bob / 1", "ann / 1", "ann / 3", "ann / 3"])
    }

    @Test("moments give days, hours, weeks and weekdays of a zone")
    func calendar() async throws {
        let recording = try await read(
            "t\n2026-03-01T23:30:00Z\n2027-01-01T12:00:00Z\n",
            """
            t: {type: time}
            year: {of: t, calendar: year}
            month: {of: t, calendar: month}
            week: {of: t, calendar: week}
            day: {of: t, calendar: day}
            there: {of: t, calendar: day, zone: "+02:00"}
            hour: {of: t, calendar: hour}
            clock: {of: t, calendar: hourOfDay}
            weekday: {of: t, calendar: weekday}
            direct: {from: t, type: time, calendar: day, zone: "-12:00"}
            """
        )
        #expect(recording.texts("t", "year") == ["2026", "2027"])
        #expect(recording.texts("t", "month") == ["2026-03", "2027-01"])
        #expect(recording.texts("t", "week") == ["2026-W09", "2026-W53"])
        #expect(recording.texts("t", "day") == ["2026-03-01", "2027-01-01"])
        #expect(recording.texts("t", "there") == ["2026-03-02", "2027-01-01"])
        #expect(recording.texts("t", "hour") == ["2026-03-01T23", "2027-01-01T12"])
        #expect(recording.texts("t", "clock") == ["23", "12"])
        #expect(recording.texts("t", "weekday") == ["Sunday", "Friday"])
        #expect(recording.texts("t", "direct") == ["2026-03-01", "2027-01-01"])
    }

    @Test("texts are cut, replaced, renamed, trimmed, lowered and binned, in this order")
    func changes() async throws {
        let recording = try await read(
            "x,n\n Ad - Nurse ,3\nTruck,25\nAd - ,-1\n",
            """
            last: {from: x, split: " - ", piece: -1, trim: true, lower: true, map: {truck: driver}}
            second: {from: x, split: " - ", piece: 2, trim: true}
            swapped: {from: x, replace: {" ": _}}
            strict: {from: n, map: {"3": three, "25": many}, otherwise: drop}
            bin: {from: n, type: name, bins: [0, 10, 20]}
            both: {join: [last, bin], with: +}
            fixed: {constant: here}
            """
        )
        #expect(recording.texts("t", "last") == ["nurse", "driver", nil])
        #expect(recording.texts("t", "second") == ["Nurse", nil, nil])
        #expect(recording.texts("t", "swapped") == ["_Ad_-_Nurse_", "Truck", "Ad_-_"])
        #expect(recording.texts("t", "strict") == ["three", "many", nil])
        #expect(recording.texts("t", "bin") == ["0 to below 10", "20 and above", "below 0"])
        #expect(recording.texts("t", "both") == ["nurse+0 to below 10", "driver+20 and above", nil])
        #expect(recording.texts("t", "fixed") == ["here", "here", "here"])
    }

    @Test("a name that a strict map lacks stops the run and says which")
    func strictMap() async {
        await #expect(throws: RecordingError.self) {
            try await read("x\na\nb\n", "y: {from: x, map: {a: A}, otherwise: error}")
        }
    }

    @Test("a changed value of the wrong kind rejects its row, and columns behind do not see it")
    func rejected() async throws {
        let recording = try await read(
            "x,u\n 1 ,a\n two ,a\n 3 ,a\n",
            """
            n: {from: x, trim: true, type: number}
            place: {rank: {by: n}}
            u: u
            """,
            head: "mostRejected: 0.5\n"
        )
        #expect(recording.texts("t", "n") == ["1", "3"])
        #expect(recording.texts("t", "place") == ["1", "2"])
        #expect(recording.texts("t", "u") == ["a", "a"])
        #expect(recording.fillings[0].rejections.counts == ["n: not a number": 1])
        #expect(recording.fillings[0].rejections.examples[0].message == "n: \"two\" is not a number")
    }

    @Test("a required column rejects rows without a value, wherever it comes from")
    func required() async throws {
        let recording = try await read(
            "x\na\nb\n,\n",
            "y: {from: x, map: {a: A}, otherwise: drop, required: true}",
            head: "mostRejected: 0.9\n"
        )
        #expect(recording.texts("t", "y") == ["A"])
        #expect(recording.fillings[0].rejections.total == 2)
    }

    @Test("calculations with names, and calendars of numbers, are errors at their line")
    func wrongKinds() async {
        for column in ["z: {sum: [x, x]}", "z: {rank: {by: x}}", "z: {of: x, scale: 2}", "z: {of: x, calendar: day}"] {
            do {
                _ = try await read("x\na\n", "x: x\n" + column)
                Issue.record("\(column) was read")
            } catch {
                #expect("\(error)".hasPrefix("test.yaml:8: column \"z\": "), "\(error)")
            }
        }
    }
}
