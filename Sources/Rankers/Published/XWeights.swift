// SPDX-License-Identifier: Apache-2.0

/// The two tables of weights that X has published.
public enum XWeights {
    /// Synchronised on 12 August 2026, released on 13 August.
    public static let of2026 = XWeight.table(
        "xai-org/x-algorithm home-mixer/params/param.rs (12 Aug 2026)",
        [
            ("favorite", 0.5, .like), ("reply", 5, .reply), ("retweet", 1, .share), ("quote", 5, nil),
            ("share", 2, nil),
            ("share via message", 5, nil), ("share via copy link", 20, nil), ("follow author", 4, .follow),
            ("click", 0.4, .click), ("open link", 0.2, nil), ("profile click", 0, nil), ("photo expand", 0.05, nil),
            ("video open", 0.05, nil), ("video quality view", 0.05, nil), ("quoted click", 0.05, nil),
            ("quoted view", 0, nil),
            ("dwell", 0, nil), ("dwell time", 0.004, .dwell), ("click dwell time", 0, nil),
            ("post unexplored", 0.02, nil),
            ("not interested", -43.2, .hide), ("block author", -31.2, nil), ("mute author", -58.8, nil),
            ("report", -234, nil), ("not dwelled", -0.02, .noLinger),
        ]
    )

    /// Added to the weight of a reply where viewer and author follow each other and the post is neither reply nor repost.
    public static let mutualFollowReply = 15.0

    /// Stated on 5 April 2023.
    public static let of2023 = XWeight.table(
        "twitter/the-algorithm-ml projects/home/recap/README.md (5 Apr 2023)",
        [
            ("fav", 0.5, .like), ("retweet", 1, .share), ("reply", 13.5, .reply), ("good_profile_click", 12, nil),
            ("video_playback50", 0.005, nil), ("reply_engaged_by_author", 75, nil), ("good_click", 11, .click),
            ("good_click_v2", 10, nil), ("negative_feedback_v2", -74, .hide), ("report", -369, nil),
        ]
    )
}
