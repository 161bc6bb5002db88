// SPDX-License-Identifier: Apache-2.0
import Rankers
import Statistics
import TestSupport
import Testing

@testable import Society

@Suite("Null tests of the engine", .tags(.law, .simulation))
struct NullTests {
    @Test("a ranker compared with itself, or with one of the same order, differs in nothing")
    func itself() async {
        let settings = smallSettings { $0.coordinated = 5 }
        let habits = await Habits(fittedTo: settings, seed: 3)
        let world = World(settings, seed: 3, number: 0)
        let one = Trace(await run(Newest(), in: world, habits))
        #expect(one == Trace(await run(Newest(), in: world, habits)))
        #expect(one == Trace(await run(Newest(scale: 7), in: World(settings, seed: 3, number: 0), habits)))
        #expect(one.log.count > 1_000 && one.tally.isClean)
        // What is said to be equal must be able to differ.
        #expect(one != Trace(await run(AnyOrder(), in: world, habits)))
        #expect(one != Trace(await run(Newest(), in: World(settings, seed: 3, number: 1), habits)))
        #expect(one != Trace(await run(Newest(), in: world, habits) { $0.actsTogether = true }))
    }

    @Test("the number of threads changes nothing", arguments: [SocietySettings.Supply.frozen, .endogenous])
    func threads(supply: SocietySettings.Supply) async {
        let settings = smallSettings {
            ($0.people, $0.steps, $0.panel, $0.supply) = (3 * PeopleChunk.size + 100, 4, 500, supply)
            ($0.campaigns, $0.coordinated) = (2, 8)
        }
        let habits = await Habits(fittedTo: settings, seed: 5)
        let world = World(settings, seed: 5, number: 2)
        let one = Trace(await run(Popular(weight: 0.1), in: world, habits) { $0.actsTogether = true })
        for threads in [2, 3, 64] {
            let other = await run(Popular(weight: 0.1), in: world, habits, threads: threads) { $0.actsTogether = true }
            #expect(one == Trace(other), "\(threads) threads")
        }
    }

    @Test("under a random order each author's share of exposure is their share of supply")
    func randomOrder() async {
        let settings = SocietySettings.equalWork(people: 20, items: 60, steps: 4)
        let habits = await Habits(fittedTo: settings, seed: 8)
        var differences: [[Double]] = Array(repeating: [], count: settings.people)
        for number in 0..<60 {
            let run = await run(AnyOrder(), in: World(settings, seed: 8, number: number), habits)
            var (views, posts) = (
                Array(repeating: 0, count: settings.people), Array(repeating: 0, count: settings.people)
            )
            for item in run.items.facts {
                views[Int(item.author)] += Int(item.views)
                posts[Int(item.author)] += 1
            }
            #expect(views.reduce(0, +) == settings.people * settings.steps * 10)
            for author in 0..<settings.people {
                differences[author].append(Double(views[author]) / 800 - Double(posts[author]) / 60)
            }
        }
        for (author, values) in differences.enumerated() {
            #expect(values.mean.magnitude < 3 * values.standardError, "author \(author): \(values.mean)")
            #expect(values.standardError < 0.005)
        }
    }

    @Test("the newest first is the same list for whoever looks")
    func impersonal() async {
        let settings = smallSettings {
            // Nobody passes anything on, and habits stay: both follow from what people like.
            ($0.visibleShare, $0.silentVisibility, $0.busyShare, $0.quietPosts) = (0, 0, 0, 20)
            ($0.habitStep, $0.unfollowRate) = (0, 0)
        }
        let habits = await Habits(fittedTo: settings, seed: 4)
        let world = World(settings, seed: 4, number: 0)
        var population = world.population
        population.innate.reverse()
        population.interest.reverse()
        population.susceptibility.reverse()
        let other = World(settings, seed: 4, number: 0, world.draws, population, world.graph)
        let (one, two) = (Trace(await run(Newest(), in: world, habits)), Trace(await run(Newest(), in: other, habits)))
        #expect(one.lists == two.lists && one.opinions != two.opinions && one.lists.count > 1_000)
        let (three, four) = (
            Trace(await run(Popular(weight: 0), in: world, habits)),
            Trace(await run(Popular(weight: 0), in: other, habits))
        )
        #expect(three.lists != four.lists)
    }

    @Test("where nobody can be influenced, opinions are those of the arm without a feed")
    func noInfluence() async {
        let settings = smallSettings { $0.campaigns = 3 }
        let habits = await Habits(fittedTo: settings, seed: 6)
        let world = World(settings, seed: 6, number: 0)
        let natural = await run(Clicked(), in: world, habits) { $0.hasFeed = false }
        let still = await run(Clicked(), in: world, habits, influence: 0)
        let moved = await run(Clicked(), in: world, habits)
        #expect(still.opinions == natural.opinions && moved.opinions != natural.opinions)
        #expect(still.collect(\.interest) == natural.collect(\.interest))
        // Opinions begin where they belong, so that nothing draws them anywhere.
        #expect(natural.opinions == world.population.innate.map { SIMD4<Double>($0) })
        var loose = settings
        loose.kernel.pull = 0
        let free = World(loose, seed: 6, number: 0)
        let end = await run(Clicked(), in: free, habits, influence: 0).opinions
        #expect(end == free.population.innate.map { SIMD4<Double>($0) })
    }

    @Test(
        "exchanging the sides of every issue turns every opinion into its opposite",
        arguments: [SocietySettings.Supply.frozen, .endogenous]
    )
    func mirror(supply: SocietySettings.Supply) async {
        let settings = smallSettings {
            ($0.supply, $0.steps, $0.supplyStep) = (supply, 14, 0.3)
            ($0.campaigns, $0.coordinated) = (2, 6)
        }
        let habits = await Habits(fittedTo: settings, seed: 9)
        let world = World(settings, seed: 9, number: 0)
        let rankers: [any Ranker] = [Newest(), Popular(weight: 0.1), Clicked()]
        for ranker in rankers {
            let one = await run(ranker, in: world, habits) { $0.actsTogether = true }
            let two = await run(ranker, in: world, habits) { ($0.actsTogether, $0.isMirrored) = (true, true) }
            #expect(one.opinions.map { -$0 } == two.opinions, "\(ranker.card.name)")
            #expect(Trace(one).lists == Trace(two).lists && one.totals == two.totals)
            #expect(one.opinions != two.opinions)
        }
    }

    @Test("every setting, the seed and the number make another world")
    func hashes() {
        let settings = smallSettings { ($0.people, $0.steps) = (40, 8) }
        var seen: Set = [World(settings, seed: 1, number: 0).hash]
        #expect(seen.contains(World(settings, seed: 1, number: 0).hash))
        #expect(seen.insert(World(settings, seed: 2, number: 0).hash).inserted)
        #expect(seen.insert(World(settings, seed: 1, number: 1).hash).inserted)
        for setting in Setting.all {
            var other = settings
            let value = setting.value(in: settings)
            let step = setting.isCount ? 1 : (setting.range.upperBound - setting.range.lowerBound) / 64
            setting.set(value + step <= setting.range.upperBound ? value + step : value - step, in: &other)
            let (inserted, _) = seen.insert(World(other, seed: 1, number: 0).hash)
            #expect(inserted, "\(setting.section).\(setting.name)")
        }
        for change in [{ $0.supply = .endogenous }, { $0.kernel.rule = .fj }] as [(inout SocietySettings) -> Void] {
            var other = settings
            change(&other)
            #expect(seen.insert(World(other, seed: 1, number: 0).hash).inserted)
        }
    }
}
