// SPDX-License-Identifier: Apache-2.0

/// How likely everybody was to click on their own wing, at every step of every training episode.
public struct TamperingPaths: Sendable, Equatable {
    private let episodes: Int
    private let horizon: Int
    private var own: [Double]

    init(episodes: Int, horizon: Int) {
        self.episodes = episodes
        self.horizon = horizon
        own = Array(repeating: 0, count: TamperingPersona.all.count * episodes * horizon)
    }

    /// The probability of a click on the person's own wing; of centrists, on the centre.
    public subscript(persona persona: Int, episode episode: Int, step step: Int) -> Double {
        get { own[(persona * episodes + episode) * horizon + step] }
        set { own[(persona * episodes + episode) * horizon + step] = newValue }
    }
}
