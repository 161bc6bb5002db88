// SPDX-License-Identifier: Apache-2.0

/// A function from evidence to estimates with intervals.
///
/// A measure is made from the parameters of an analysis, refuses those it does not know, and then reads samples. It keeps
/// no state between samples. What it counts lives in an accumulator that absorbs rows and merges with others, so that the
/// same code runs in a stream, on two cores, and on parts of a recording.
public protocol Measure: Sendable {
    /// What the measure is.
    static var card: MeasureCard { get }

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    init(_ parameters: Parameters) throws(MeasureError)

    /// Reads a sample.
    ///
    /// - Throws: `MeasureError` where the sample lacks a column the measure needs.
    func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading
}

/// What is wrong with the parameters or the sample of a measure.
public struct MeasureError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The measure that refuses.
    public var measure: String
    /// What, what was expected, and what to do.
    public var message: String

    /// States an error.
    public init(_ measure: String, _ message: String) {
        self.measure = measure
        self.message = message
    }

    /// The measure and what is wrong.
    public var description: String { "\(measure): \(message)" }
}
