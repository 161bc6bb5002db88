// SPDX-License-Identifier: Apache-2.0
internal import Rankers

extension Hunt {
    /// The simplest persona that can be reached on whom the property still fails.
    ///
    /// Delta debugging (Zeller and Hildebrandt 2002) on everything in which a persona differs from the simplest one, then a simpler
    /// way to say each difference. A simpler persona is accepted only where the property fails for it in worlds that were never used
    /// before. It ends where no single step is accepted any more; of what was accepted on the way, the simplest is taken for whom the
    /// property fails just as surely in as many worlds as the confirmation has.
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
        try await trial.settle(found, result.trace)
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
            let first = max(8, hunt.settings.trialWorlds)
            var outcomes = try await trials.outcomes(of: batch, in: take(first), areAlone: true)
            var figures = outcomes.map { HuntFigure($0, confidence: hunt.settings.trialConfidence) }
            let open = batch.indices.filter { figures[$0].margin > 0 }
            if !figures.contains(where: \.fails), !open.isEmpty {
                let more = try await trials.outcomes(of: open.map { batch[$0] }, in: take(3 * first), areAlone: true)
                for (index, more) in zip(open, more) {
                    outcomes[index] += more
                    figures[index] = HuntFigure(outcomes[index], confidence: hunt.settings.trialConfidence)
                }
            }
            guard let index = figures.firstIndex(where: \.fails) else { continue }
            best = HuntCase(persona: batch[index], figure: figures[index])
            result.trace.append(best)
            progress(
                HuntProgress(phase: .shrinking, tried: result.tried, worlds: figures[index].worlds, best: best)
            )
            return true
        }
        return false
    }

    /// Takes the simplest persona of the way that is sure to fail, as every step that is accepted may be one too far.
    ///
    /// - Parameters:
    ///   - found: The worst persona.
    ///   - trace: The way from there to the best; where nobody on it is sure to fail, the surest is taken.
    /// - Throws: `CancellationError` where the task was cancelled.
    mutating func settle(_ found: HuntCase, _ trace: [HuntCase]) async throws(CancellationError) {
        guard !trace.isEmpty else { return }
        let candidates = trace.reversed().map(\.persona) + [found.persona]
        let worlds = take(max(8, hunt.settings.confirmationWorlds))
        var surest: HuntCase?
        let size = trials.learns ? 1 : max(1, candidates.count)
        for start in stride(from: 0, to: candidates.count, by: size) {
            let batch = Array(candidates[start..<min(candidates.count, start + size)])
            let outcomes = try await trials.outcomes(of: batch, in: worlds, areAlone: true)
            for (persona, outcomes) in zip(batch, outcomes) {
                let figure = HuntFigure(outcomes, confidence: hunt.settings.trialConfidence)
                if figure.lowerLimit > surest?.figure.lowerLimit ?? -.infinity {
                    surest = HuntCase(persona: persona, figure: figure)
                }
                guard figure.fails else { continue }
                best = HuntCase(persona: persona, figure: figure)
                return
            }
        }
        best = surest ?? found
    }

    /// The numbers of worlds that were never used.
    private mutating func take(_ count: Int) -> [Int] {
        defer { used += count }
        return (used..<used + count).map { HuntPhase.shrinking.world($0) }
    }
}
