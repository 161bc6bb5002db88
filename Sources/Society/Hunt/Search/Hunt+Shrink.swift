// SPDX-License-Identifier: Apache-2.0
internal import Rankers

extension Hunt {
    /// The simplest persona that can be reached on whom the property still fails.
    ///
    /// Delta debugging (Zeller and Hildebrandt 2002) on everything in which a persona differs from the simplest one, then a simpler
    /// way to say each difference. A simpler persona is accepted only where the property fails for it in worlds that were never used
    /// before. It ends where no single step is accepted any more.
    func shrink(
        _ found: HuntCase,
        _ trials: HuntTrials,
        _ result: inout HuntResult,
        _ progress: @Sendable (HuntProgress) -> Void
    ) async throws(CancellationError) -> HuntCase {
        var trial = Shrinking(hunt: self, trials: trials, best: found)
        // Most often almost nothing matters; the simplest of all is the first to try.
        var isDone = try await trial.accept([Persona()], &result, progress)
        var pieces = 2
        while !isDone {
            let traits = trial.best.persona.traits
            pieces = min(pieces, traits.count)
            if traits.count > 1, pieces > 1 {
                let parts = Self.parts(of: traits, pieces)
                let fewer = try await trial.accept(parts.map { Persona($0) }, &result, progress)
                if fewer {
                    pieces = 2
                    continue
                }
                // Of two parts the one is what the other leaves.
                if pieces > 2 {
                    let rests = parts.indices.map { left in
                        Persona(parts.indices.filter { $0 != left }.flatMap { parts[$0] })
                    }
                    if try await trial.accept(rests, &result, progress) {
                        pieces = max(pieces - 1, 2)
                        continue
                    }
                }
                if pieces < traits.count {
                    pieces = min(2 * pieces, traits.count)
                    continue
                }
            }
            isDone = try await !trial.accept(Self.simplerWays(trial.best.persona), &result, progress)
        }
        result.worlds[.shrinking] = (0..<trial.used).map { HuntPhase.shrinking.world($0) }
        return trial.best
    }

    /// Pieces of nearly equal length, in order.
    private static func parts(of traits: [PersonaTrait], _ pieces: Int) -> [[PersonaTrait]] {
        (0..<pieces).map { piece in
            Array(traits[piece * traits.count / pieces..<(piece + 1) * traits.count / pieces])
        }
    }

    /// The same persona with one difference said in a simpler way, or with sessions one after the other.
    private static func simplerWays(_ persona: Persona) -> [Persona] {
        let traits = persona.traits
        var personas = traits.indices.compactMap { index -> Persona? in
            guard let simpler = traits[index].simpler else { return nil }
            var changed = traits
            changed[index] = simpler
            return Persona(changed)
        }
        let count = persona.laterSessions.count
        if count > 0, persona.laterSessions.max() != count {
            var changed = persona
            changed.laterSessions = Set(1...count)
            personas.append(changed)
        }
        return personas
    }
}

/// A shrinking under way.
private struct Shrinking {
    let hunt: Hunt
    let trials: HuntTrials
    var best: HuntCase
    /// Worlds used so far.
    var used = 0

    /// Takes the first of some personas on whom the property fails in fresh worlds.
    ///
    /// - Parameters:
    ///   - personas: Simpler ones than the best.
    ///   - result: Notes what was tried and taken.
    ///   - progress: Told of it.
    /// - Returns: Whether one was taken.
    /// - Throws: `CancellationError` where the task was cancelled.
    mutating func accept(
        _ personas: [Persona],
        _ result: inout HuntResult,
        _ progress: @Sendable (HuntProgress) -> Void
    ) async throws(CancellationError) -> Bool {
        var known: Set<Persona> = [best.persona]
        let new = personas.filter { known.insert($0).inserted }
        // Alone in their worlds they cost a run each, and the rest is not needed once one is taken.
        let size = trials.runsEachAlone ? 2 : max(1, new.count)
        for start in stride(from: 0, to: new.count, by: size) {
            let batch = Array(new[start..<min(new.count, start + size)])
            let count = max(8, hunt.settings.trialWorlds)
            let worlds = (used..<used + count).map { HuntPhase.shrinking.world($0) }
            used += count
            let outcomes = try await trials.outcomes(of: batch, in: worlds, areAlone: true)
            result.tried += batch.count
            for (persona, outcomes) in zip(batch, outcomes) {
                let figure = HuntFigure(outcomes, confidence: hunt.settings.confidence)
                guard figure.fails else { continue }
                best = HuntCase(persona: persona, figure: figure)
                result.trace.append(best)
                progress(HuntProgress(phase: .shrinking, tried: result.tried, worlds: count, best: best))
                return true
            }
        }
        return false
    }
}
