import People
import Performance
import Testing
import Vocabulary

@testable import MusterOperations

@Suite("The invented shop") struct InventedShopTests {
  func shop(seed: UInt64) throws -> InventedShop {
    InventedShop(seed: seed, firstDay: try #require(Day("2026-09-28")), weeks: 8, zone: .china)
  }

  @Test("a seed gives the same contacts again, another seed others") func seeds() throws {
    let first = try shop(seed: 1).contacts()
    #expect(try shop(seed: 1).contacts() == first)
    #expect(try shop(seed: 2).contacts() != first)
  }

  @Test("it is a shop of the size that was asked for") func size() throws {
    let shop = try shop(seed: 7)
    let contacts = shop.contacts()
    #expect(shop.agents.count == 40)
    #expect(Set(shop.agents.map(\.number)).count == 40)
    #expect((80_000...180_000).contains(contacts.count))
    #expect(Set(contacts.map(\.channel)) == ["app", "wechat", "phone", "email"])
    #expect(Set(contacts.map(\.externalID)).count == contacts.count)
    #expect(zip(contacts, contacts.dropFirst()).allSatisfy { $0.arrivedAt <= $1.arrivedAt })
  }

  @Test("the campaign brings more than twice an ordinary day") func campaign() throws {
    let shop = try shop(seed: 7)
    let days = Dictionary(grouping: shop.contacts()) { shop.zone.local($0.arrivedAt).day }
    let ordinary = try #require(days[shop.firstDay + 2]?.count)
    let peak = try #require(days[shop.campaign.lowerBound]?.count)
    #expect(peak > ordinary * 2)
  }
}
