// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite("Quantile")
struct QuantileTests {
    @Test("a quantile lies on the line between its neighbours")
    func interpolation() {
        let sorted = [1.0, 2, 4, 8]
        #expect(quantile(0, ofSorted: sorted) == 1 && quantile(1, ofSorted: sorted) == 8)
        #expect(quantile(0.5, ofSorted: sorted) == 3)
        // numpy.quantile([1, 2, 4, 8], 0.9) = 6.8
        #expect((quantile(0.9, ofSorted: sorted) - 6.8).magnitude < 1e-12)
        #expect(quantile(-1, ofSorted: sorted) == 1 && quantile(2, ofSorted: sorted) == 8)
        #expect(quantile(0.3, ofSorted: [7]) == 7)
    }

    @Test("an infinite draw makes an infinite quantile, never an undefined one")
    func infinite() {
        #expect(quantile(0.9, ofSorted: [1, .infinity, .infinity]) == .infinity)
        #expect(quantile(0.25, ofSorted: [-.infinity, 1, 2]) == -.infinity)
        #expect(quantile(0.25, ofSorted: [-.infinity, .infinity, .infinity]) == -.infinity)
    }
}
