// SPDX-License-Identifier: Apache-2.0
import Measures
import Testing

@Suite("Parameters of a measure")
struct ParametersTests {
    private let card = MeasureCard(
        name: "example",
        version: "1.0.0",
        family: .voice,
        summary: "",
        formula: "",
        unit: "",
        range: "",
        denominator: "",
        source: "",
        needs: [],
        parameters: [.init("top", "how many")],
        figures: []
    )

    @Test("an unknown parameter is named together with those that exist")
    func unknown() {
        #expect(throws: MeasureError("example", "there is no parameter \"topp\"; it has top")) {
            try Parameters(["topp": .number(3)]).allowOnly(card)
        }
    }

    @Test("a number outside its range is refused")
    func range() {
        #expect(throws: MeasureError.self) {
            try Parameters(["top": .number(-1)]).number("top", default: 10, in: 0...100, of: card)
        }
    }
}
