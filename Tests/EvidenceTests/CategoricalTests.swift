// SPDX-License-Identifier: Apache-2.0
import Evidence
import Testing

@Suite("Columns of names")
struct CategoricalTests {
    @Test("joined names stay apart, also where they hold the separator")
    func joined() {
        let joined = Categorical.joined(
            [Categorical(["a / b", "a", "a", nil]), Categorical(["c", "b / c", "b / c", "c"])],
            with: " / "
        )
        #expect(joined.codes == [0, 1, 1, Categorical.absent])
        #expect(joined[0] == "a / b / c" && joined[1] != joined[0])
    }

    @Test("one column joined is that column, and none is none")
    func single() {
        let column = Categorical(["x", nil, "y"])
        #expect(Categorical.joined([column], with: "-") == column)
        #expect(Categorical.joined([], with: "-").count == 0)
    }
}
