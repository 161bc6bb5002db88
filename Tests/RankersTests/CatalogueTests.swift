// SPDX-License-Identifier: Apache-2.0
import Rankers
import Testing

@Suite("The catalogue of rankers") struct CatalogueTests {
    @Test func everyCardIsWholeAndBelongsToItsRanker() throws {
        for card in RankerCatalogue.cards {
            for text in [card.name, card.version, card.summary, card.formula, card.source] {
                #expect(!text.isEmpty, "\(card.name)")
            }
            #expect(try RankerCatalogue.make(card.name).card == card)
        }
        #expect(Set(RankerCatalogue.names).count == RankerCatalogue.names.count)
        #expect(RankerCatalogue.names.prefix(2) == ["chronological", "random"])
    }

    @Test func aNameThatIsMisspeltIsRecognised() {
        let error = #expect(throws: UnknownRanker.self) { try RankerCatalogue.make("lemy-hot") }
        #expect(error?.meant == "lemmy-hot")
        #expect(
            error?.description.hasPrefix("There is no ranker \"lemy-hot\"; did you mean lemmy-hot? There are: chro")
                == true
        )
        let other = #expect(throws: UnknownRanker.self) { try RankerCatalogue.make("something else") }
        #expect(other?.meant == nil)
        #expect(other?.known == RankerCatalogue.names)
    }
}
