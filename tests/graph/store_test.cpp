// What goes into a database comes out of it, and what follows from it is what resolve() says.
#include "graph/store.hpp"

#include <gmock/gmock.h>

#include "graph/error.hpp"
#include "tests/graph/database.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using namespace testing_support;

class StoreTest : public testing::Test {
 protected:
  Folder folder;
  std::string path = folder.file("test.db");
};

constexpr const char* article = R"(
  @article 2022-01-29 1
  @book 1999
  Uzbekistan | joined   | CSTO | 1992     | book
  Uzbekistan | left     | CSTO | 1999     | book
  Uzbekistan | joined   | CSTO | 2006     | article
  Uzbekistan | left     | CSTO | 2012     | article
  Uzbekistan | left     | CSTO | 2013     | book
  Armenia    | member   | CSTO | 1994/..  | article
  Armenia    | joined   | CSTO | 1995     | book
  Georgia    | left     | CSTO | 1999     | article
  Serbia     | observer | CSTO | 2013     | article
  Ukraine    | joined   | CSTO | 2000     | book | negated
  CSTO       | founded  |      | 1992-05-15 | article
)";

void expect_same(const Edge& a, const Edge& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.subject, b.subject);
  EXPECT_EQ(a.relation, b.relation);
  EXPECT_EQ(a.object, b.object);
  EXPECT_EQ(a.interval, b.interval) << a.interval.to_string() << " and " << b.interval.to_string();
  EXPECT_EQ(a.interval.readings(), b.interval.readings()) << a.interval.to_string();
  EXPECT_EQ(a.claims, b.claims);
  EXPECT_EQ(a.disputes, b.disputes);
  EXPECT_EQ(a.notes, b.notes);
}

void expect_same(const Entity& a, const Entity& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.aliases, b.aliases);
  EXPECT_EQ(a.outside_ids, b.outside_ids);
  EXPECT_EQ(a.founded, b.founded);
  EXPECT_EQ(a.dissolved, b.dissolved);
}

template <typename Thing>
void expect_all_same(const std::vector<Thing>& a, const std::vector<Thing>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) expect_same(a[i], b[i]);
}

/// The history as the store hands it to resolve().
Resolution resolution_of(const Store& store) {
  std::vector<Claim> claims;
  store.for_each_claim([&](const ClaimId& id, const Claim& claim) {
    EXPECT_EQ(id, id_of(claim)) << "a claim came back changed";
    claims.push_back(claim);
  });
  return resolve(claims, store.sources());
}

TEST_F(StoreTest, GivesBackWhatFollowsFromTheClaims) {
  make(path, read_history(article));
  const Store store = Store::open(path, Store::Mode::Read);
  const Resolution expected = resolution_of(store);
  EXPECT_THAT(expected.edges, testing::Not(IsEmpty()));
  expect_all_same(store.edges({}), expected.edges);
  expect_all_same(store.entities(), expected.entities);
  const Totals totals = store.totals();
  EXPECT_EQ(totals.sources, 2U);
  EXPECT_EQ(totals.claims, 11U);
  EXPECT_EQ(totals.edges, expected.edges.size());
  EXPECT_EQ(totals.entities, expected.entities.size());
  EXPECT_EQ(totals.disputed, 2U);
}

TEST_F(StoreTest, EverythingComesBackFromRandomHistories) {
  std::mt19937 random(1992);
  for (int round = 0; round < 100; ++round) {
    const std::string file = folder.file(std::to_string(round) + ".db");
    History history = random_history(random);
    make(file, history);
    const Store store = Store::open(file, Store::Mode::Read);
    const Resolution expected = resolution_of(store);
    expect_all_same(store.edges({}), expected.edges);
    expect_all_same(store.entities(), expected.entities);
    EXPECT_EQ(store.unmatched(), expected.unmatched);
    for (const Claim& claim : history.claims) {
      const auto found = store.claim(id_of(claim));
      ASSERT_TRUE(found);
      EXPECT_EQ(id_of(*found), id_of(claim));
    }
    ASSERT_FALSE(HasFailure()) << "round " << round;
  }
}

TEST_F(StoreTest, AnIndexedQuestionAgreesWithAPlainScan) {
  std::mt19937 random(1994);
  for (int round = 0; round < 30; ++round) {
    const std::string file = folder.file(std::to_string(round) + ".db");
    make(file, random_history(random, 40));
    const Store store = Store::open(file, Store::Mode::Read);
    const std::vector<Edge> all = store.edges({});
    std::vector<std::optional<EntityId>> ids = {std::nullopt, EntityId{"nobody"}};
    for (const Entity& entity : store.entities()) ids.emplace_back(entity.id);
    for (const auto& subject : ids) {
      for (const auto& object : ids) {
        for (const char* during : {"", "1990", "1992-03", "1993-12-31", "-0477", "2020"}) {
          for (const auto& relations : {std::vector<Relation>{},
                                        std::vector<Relation>{{"member_of"}, {"party_to"}, {"unheard_of"}}}) {
            Pattern pattern{subject, relations, object, {}};
            if (*during != '\0') pattern.during = Date::parse(during).period();
            std::vector<EdgeId> expected, found;
            for (const Edge& edge : all) {
              if (subject && edge.subject != *subject) continue;
              if (object && edge.object != *object) continue;
              if (!relations.empty() &&
                  std::find(relations.begin(), relations.end(), edge.relation) == relations.end()) {
                continue;
              }
              if (pattern.during && edge.interval.over(*pattern.during) == Status::No) continue;
              expected.push_back(edge.id);
            }
            for (const Edge& edge : store.edges(pattern)) found.push_back(edge.id);
            ASSERT_EQ(found, expected) << "round " << round << " during " << during;
          }
        }
      }
    }
  }
}

TEST_F(StoreTest, WithoutCommitNothingHappened) {
  make(path, read_history("Armenia | joined | CSTO | 1992"));
  const std::string before = dump(path);
  {
    Store store = Store::open(path, Store::Mode::Write);
    Store::Import import = store.begin_import();
    for (const Claim& claim : read_history(article).claims) EXPECT_TRUE(import.add(claim));
  }
  EXPECT_EQ(dump(path), before);
}

TEST_F(StoreTest, LoadingTwiceChangesNothing) {
  const History history = read_history(article);
  make(path, history);
  const std::string before = content_of(path);
  Store store = Store::open(path, Store::Mode::Write);
  Store::Import again = store.begin_import();
  for (const Source& source : history.sources) again.add(source);
  for (const Claim& claim : history.claims) EXPECT_FALSE(again.add(claim));
  again.commit();
  { const Store closed = std::move(store); }
  // All but the header, which counts the openings for writing.
  EXPECT_EQ(content_of(path).substr(100), before.substr(100));
}

TEST_F(StoreTest, AnInputThatWasReadIsKnownOnceItIsCommitted) {
  Store store = Store::open(path, Store::Mode::Create);
  {
    Store::Import import = store.begin_import();
    import.note_input("abc", "lost");
  }
  EXPECT_EQ(store.input_report("abc"), std::nullopt);
  for (const char* report : {"3 rows", "4 rows"}) {
    Store::Import import = store.begin_import();
    import.add(read_history("Armenia | joined | CSTO | 1992").claims[0]);
    import.note_input("abc", report);
    import.commit();
    EXPECT_EQ(store.input_report("abc"), report);
  }
  EXPECT_EQ(store.input_report("abd"), std::nullopt);
  SQLite::Database(path, SQLite::OPEN_READWRITE)
      .exec("UPDATE meta SET value = 'of old' WHERE key = 'derivation'");
  EXPECT_EQ(store.input_report("abc"), std::nullopt) << "read by other rules";
}

TEST_F(StoreTest, AProgramWithOtherRulesDerivesAnew) {
  const History history = read_history(article);
  make(path, history);
  const std::string before = dump(path);
  SQLite::Database(path, SQLite::OPEN_READWRITE)
      .exec("UPDATE meta SET value = 'of old' WHERE key = 'derivation'; DELETE FROM edge; DELETE FROM note");
  Store store = Store::open(path, Store::Mode::Write);
  import(store, {});
  EXPECT_EQ(dump(path), before);
}

TEST_F(StoreTest, IsNotWrittenToWhenOpenedForReading) {
  make(path, {});
  Store store = Store::open(path, Store::Mode::Read);
  try {
    (void)store.begin_import();
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
  }
}

TEST_F(StoreTest, ImportsInPiecesGiveTheSameDatabase) {
  std::mt19937 random(1999);
  for (int round = 0; round < 20; ++round) {
    const History history = random_history(random);
    const std::string whole = folder.file(std::to_string(round) + "a.db"),
                      pieces = folder.file(std::to_string(round) + "b.db");
    make(whole, history);
    Store store = Store::open(pieces, Store::Mode::Create);
    for (auto claim = history.claims.rbegin(); claim != history.claims.rend(); ++claim)
      import(store, {{*claim}, {}});
    import(store, {{}, history.sources});
    ASSERT_EQ(dump(pieces), dump(whole)) << "round " << round;
  }
}

TEST_F(StoreTest, FindsNamesIdsAndOutsideIds) {
  History history = read_history("Zaire | joined | OAU | 1963");
  const auto about = [&](Event event, const char* object, const char* when = "", const char* detail = "") {
    Claim claim;
    claim.subject = {"DR Congo", "dr-congo"};
    claim.event = event;
    claim.object.name = object;
    claim.detail = detail;
    claim.evidence.source.value = "states";
    if (*when != '\0') claim.when = parse_edtf(when);
    history.claims.push_back(claim);
  };
  about(Event::Named, "DR Congo", "", "preferred:name:en");
  about(Event::Named, "Zaïre", "1971/1997", "name:fr");
  about(Event::Identified, "cow:490");
  about(Event::Classified, "state");
  make(path, history);
  const Store store = Store::open(path, Store::Mode::Read);
  for (const char* name : {"zaire", "D.R. Congo", "dr-congo", "cow:490"}) {
    const auto matches = store.find_name(name);
    ASSERT_THAT(matches, SizeIs(1)) << name;
    EXPECT_EQ(matches[0].id.value, "dr-congo");
    EXPECT_EQ(matches[0].name, "DR Congo");
    EXPECT_EQ(matches[0].kind, Kind::State);
  }
  const Alias alias = store.find_name("Zaire").front().alias;
  EXPECT_EQ(alias.text, "Zaïre");
  EXPECT_EQ(alias.language, "fr");
  EXPECT_EQ(alias.when, parse_edtf("1971/1997"));
  EXPECT_THAT(store.find_name("Atlantis"), IsEmpty());
  EXPECT_THAT(store.find_name("…"), IsEmpty());
  EXPECT_THAT(store.near_names("Ziare"), ElementsAre("Zaïre"));
  EXPECT_EQ(store.entity({"dr-congo"})->outside_ids, (std::vector<OutsideId>{{"cow", "490"}}));
  EXPECT_FALSE(store.entity({"zaire"}));
}

TEST_F(StoreTest, FindsClaimsOfEveryCertaintyByWhomTheyMean) {
  make(path, read_history(article));
  const Store store = Store::open(path, Store::Mode::Read);
  const auto ukraine = store.claims_about(EntityId{"ukraine"}, EntityId{"csto"});
  ASSERT_THAT(ukraine, SizeIs(1));
  EXPECT_EQ(ukraine[0].certainty, Certainty::Negated);
  EXPECT_THAT(store.claims_about(EntityId{"csto"}, std::nullopt), SizeIs(1));
  EXPECT_THAT(store.claims_about(std::nullopt, EntityId{"csto"}), SizeIs(10));
  EXPECT_THAT(store.claims_about(std::nullopt, std::nullopt), SizeIs(11));
  EXPECT_THAT(store.claims_about(EntityId{"nobody"}, std::nullopt), IsEmpty());
}

TEST_F(StoreTest, WhatIsSaidOfASourceIsUnited) {
  const Source first{{"s"}, "Title", "", "https://example.org/b", Date::parse("1999"), {}, 1};
  const Source second{
      {"s"}, "", "Publisher", "https://example.org/a", Date::parse("2001"), Date::parse("2020"), 0};
  const Source both{
      {"s"}, "Title", "Publisher", "https://example.org/b", Date::parse("2001"), Date::parse("2020"), 1};
  Store store = Store::open(path, Store::Mode::Create);
  import(store, {{}, { first }});
  import(store, {{}, { second }});
  EXPECT_EQ(store.source({"s"}), both);
  import(store, {{}, { first }});
  EXPECT_THAT(store.sources(), ElementsAre(both));
  EXPECT_FALSE(store.source({"t"}));
}

TEST_F(StoreTest, AClaimMayComeBeforeItsSource) {
  const History history = read_history(article);
  Store store = Store::open(path, Store::Mode::Create);
  import(store, {history.claims, {}});
  EXPECT_THAT(store.sources(), SizeIs(2));
  EXPECT_FALSE(store.source({"article"})->published);
  import(store, {{}, history.sources});
  expect_all_same(store.edges({}), resolve(history.claims, history.sources).edges);
}

TEST_F(StoreTest, QuestionsDuringAnImportSeeIt) {
  Store store = Store::open(path, Store::Mode::Create);
  Store::Import import = store.begin_import();
  EXPECT_TRUE(import.add(read_history("Armenia | joined | CSTO | 1992").claims[0]));
  EXPECT_EQ(store.totals().claims, 1U);
  EXPECT_THROW((void)store.begin_import(), Error);
  import.commit();
  EXPECT_THROW(import.commit(), Error);
  EXPECT_EQ(store.edges({}).size(), 1U);
}

}  // namespace
}  // namespace entente
