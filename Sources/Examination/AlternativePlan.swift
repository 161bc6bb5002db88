// SPDX-License-Identifier: Apache-2.0
internal import Measures
internal import Recipes

/// The same analysis under another choice.
struct AlternativePlan {
    let label: String
    let analysis: Analysis
    let measure: any Measure

    /// The headline under this choice.
    func line(_ recording: Recording, _ inference: Inference, headline: String) async -> AnalysisResult.Alternative {
        let sample: Sample
        do throws(ExaminationError) {
            sample = try SampleBuilder(recording, analysis).sample()
        } catch {
            // The record says nothing about where on the machine the recipe lies.
            let place = "\(recording.recipe.file):"
            let words = error.description
            let failure = words.hasPrefix(place) ? "line " + words.dropFirst(place.count) : words
            return AnalysisResult.Alternative(label: label, figure: nil, failure: failure, figures: [])
        }
        do throws(MeasureError) {
            let reading = try await measure.read(sample, inference)
            return AnalysisResult.Alternative(
                label: label,
                figure: reading[headline],
                failure: nil,
                figures: reading.figures
            )
        } catch {
            return AnalysisResult.Alternative(label: label, figure: nil, failure: error.message, figures: [])
        }
    }
}
