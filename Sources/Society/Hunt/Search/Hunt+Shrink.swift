// SPDX-License-Identifier: Apache-2.0
internal import Rankers

extension Hunt {
    /// The simplest persona that can be reached on whom the property still fails.
    ///
    /// Delta debugging (Zeller and Hildebrandt 2002) on everything in which a persona differs from the simplest one, then a simpler
    /// way to say each difference. A simpler persona is accepted only where the property fails for it in worlds that were never used
    /// before: clearly in a few, or surely in as many as the confirmation has. It ends where no single step is accepted any more.
    func shrink(
        _ found: HuntCase,
        _ trials: HuntTrials,
        _ result: inout HuntResult,
        _ progress: @Sendable (HuntProgress) -> Void
    ) async throws(CancellationError) -> HuntCase {
        var trial = Shrinking(hunt: self, trials: trials, best: found)
        if !trials.learns, found.persona.history.total > 0 {
            // Nobody is there to learn from it.
            trial.best.persona.history = Persona.History()
            result.trace.append(trial.best)
        }
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
        let size = trials.learns ? 2 : max(1, new.count)
        for start in stride(from: 0, to: new.count, by: size) where result.tried < hunt.settings.trials {
            let batch = Array(new[start..<min(new.count, start + size)])
            result.tried += batch.count
            let outcomes = try await trials.outcomes(of: batch, in: take(hunt.settings.trialWorlds), areAlone: true)
            let figures = outcomes.map { HuntFigure($0, confidence: hunt.settings.trialConfidence) }
            var taken = zip(batch, figures).first { $1.fails && $1.lowerLimit > $1.margin / 2 }
            if taken == nil { taken = try await sure(zip(batch, figures).filter { $1.margin > 0 }.map(\.0)) }
            guard let taken else { continue }
            best = HuntCase(persona: taken.0, figure: taken.1)
            result.trace.append(best)
            progress(HuntProgress(phase: .shrinking, tried: result.tried, worlds: taken.1.worlds, best: best))
            return true
        }
        return false
    }

    /// The first of some personas that fails in as many worlds as a confirmation has; what a few worlds left open, or said by luck.
    private mutating func sure(_ personas: [Persona]) async throws(CancellationError) -> (Persona, HuntFigure)? {
        guard !personas.isEmpty else { return nil }
        let worlds = take(hunt.settings.confirmationWorlds)
        let outcomes = try await trials.outcomes(of: personas, in: worlds, areAlone: true)
        // However many are asked about, one is taken by luck no more often than if there were one (Bonferroni).
        let confidence = 1 - (1 - hunt.settings.trialConfidence) / Double(personas.count)
        let figures = outcomes.map { HuntFigure($0, confidence: confidence) }
        return zip(personas, figures).first { $1.fails }
    }

    /// The numbers of worlds that were never used.
    private mutating func take(_ count: Int) -> [Int] {
        let count = max(8, count)
        defer { used += count }
        return (used..<used + count).map { HuntPhase.shrinking.world($0) }
    }
}
