// SPDX-License-Identifier: Apache-2.0

/// What a column of a file without a recipe can be, and the names by which it is recognised.
enum PlainRole: String, CaseIterable {
    case viewer, arm, session, seq, time, slot, item, author, count, weight, score, part, readerPart, page, unit,
        cluster, twin

    /// Names that are taken for the role, best first; letters and digits only, in lower case.
    var names: [String] {
        switch self {
        case .viewer:
            [
                "viewer", "viewerid", "user", "userid", "uid", "reader", "readerid", "participant", "participantid",
                "respondent", "panelist", "profile", "profileid", "person", "personid", "persona", "account",
                "accountid", "bot", "follower", "followerid",
            ]
        case .arm: ["arm", "condition", "treatment", "variant", "ranker", "algorithm", "feedtype", "experimentarm"]
        case .session: ["session", "sessionid", "visit", "visitid"]
        case .seq: ["seq", "sequence", "sequenceno", "sequencenumber", "impressionorder", "step", "run"]
        case .time:
            [
                "time", "timestamp", "ts", "impressiontime", "shownat", "seenat", "viewedat", "servedat", "eventtime",
                "datetime", "date", "createdat", "createdtime", "publishedat", "published", "day",
            ]
        case .slot: ["slot", "rank", "position", "pos", "place"]
        case .item:
            [
                "item", "itemid", "post", "postid", "video", "videoid", "article", "articleid", "tweet", "tweetid",
                "status", "statusid",
                "content", "contentid", "story", "storyid", "ad", "adid", "note", "noteid", "link", "url", "id",
            ]
        case .author:
            [
                "author", "authorid", "channel", "channelid", "channelname", "creator", "creatorid", "publisher",
                "outlet", "source", "domain", "poster", "posterid", "pagename", "followee", "followeeid", "followed",
            ]
        case .count: ["count", "impressions", "views"]
        case .weight: ["weight"]
        case .score: ["score", "stance", "label"]
        case .part:
            [
                "part", "authorpart", "itempart", "party", "leaning", "category", "topic", "group", "region",
                "occupation", "language",
            ]
        case .readerPart: ["readerpart", "viewerpart", "userpart"]
        case .page:
            [
                "page", "pageid", "request", "requestid", "feedid", "slate", "slateid", "list", "listid", "serp",
                "serpid",
            ]
        case .unit: ["unit"]
        case .cluster: ["cluster", "clusterid", "household", "householdid"]
        case .twin: ["twin", "twinof"]
        }
    }

    /// Which heading has which role: exact names first, then the better synonym; a heading has one role.
    static func assign(_ headings: [String]) -> [PlainRole: String] {
        var roles: [PlainRole: String] = [:]
        var free = headings
        for isExact in [true, false] {
            for role in allCases where roles[role] == nil {
                let names = isExact ? [role.rawValue.lowercased()] : role.names
                let found = names.lazy.compactMap { name in free.first { plain($0) == name } }.first
                guard let found else { continue }
                roles[role] = found
                free.removeAll { $0 == found }
            }
        }
        return roles
    }

    /// Letters and digits in lower case.
    private static func plain(_ heading: String) -> String {
        heading.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
