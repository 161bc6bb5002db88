// SPDX-License-Identifier: Apache-2.0
import Society
import Testing

@Suite struct OpinionKernelTests {
    @Test func rulesHaveTheNamesOfTheLiterature() {
        #expect(OpinionKernel.Rule.allCases.map(\.rawValue) == ["fj", "bounded", "tanh", "backlash"])
    }
}
