// A new claim derives again only what it touches, and the result is that of deriving everything: over random
// claims of every event, in random order and random batches.
#include <gtest/gtest.h>

#include "graph/store.hpp"
#include "graph/store_bulk.hpp"
#include "tests/graph/database.hpp"

namespace entente {
namespace {

using namespace testing_support;

class Claims {
 private:
  template <typename Choices>
  const auto& pick(const Choices& choices) {
    return choices[static_cast<std::size_t>(below(static_cast<int>(std::size(choices))))];
  }

 public:
  explicit Claims(std::uint32_t seed) : random_(seed) {}

  History history(int most) {
    History history;
    static const char* const published[] = {"", "1993", "1997-06-30", "2005"};
    for (const char* id : {"s", "t", "u"}) {
      Source source{{id}, id, "", "", std::nullopt, std::nullopt, below(2)};
      if (const std::string date = pick(published); !date.empty()) source.published = Date::parse(date);
      history.sources.push_back(source);
    }
    for (int n = 2 + below(most); n > 0; --n) history.claims.push_back(claim());
    return history;
  }
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
  std::mt19937& engine() { return random_; }

 private:
  /// Few names, ids and codes, so that they meet: names that are ids, codes of codes, names that several
  /// have.
  Mention mention(bool body) {
    static const char* const members[] = {"Zaire", "Congo", "DR Congo", "zaire", "Kongo"};
    static const char* const bodies[] = {"CST", "CSTO", "Treaty of Tashkent"};
    static const char* const ids[] = {"congo", "zaire", "dr-congo", "x:1", "x:2", "csto", "x:3"};
    const std::string name = body ? pick(bodies) : pick(members);
    const int form = below(8);
    if (form == 0) return {"", pick(ids)};
    if (form == 1) return {name, pick(ids)};
    return {name, ""};
  }

  Claim claim() {
    static const Event events[] = {
        Event::Held,      Event::Held,    Event::Joined,    Event::Joined,     Event::Left,
        Event::Left,      Event::Signed,  Event::Ratified,  Event::Suspended,  Event::Reinstated,
        Event::Succeeded, Event::Founded, Event::Dissolved, Event::Dissolved,  Event::EnteredIntoForce,
        Event::Renamed,   Event::Named,   Event::Named,     Event::Classified, Event::Identified,
        Event::Expelled,  Event::Founded};
    static const char* const dates[] = {
        "",     "1990",  "1991-05",   "1992",    "1992-03-04", "1993",      "1993-12-31", "1994",
        "199X", "1995~", "1990/1993", "1991/..", "/1994",      "1995/1996", "1993/",      "/.."};
    static const char* const details[] = {"", "name", "acronym:en", "preferred:name", "demonym", "mapped"};
    static const char* const kinds[] = {"state", "organisation", "place", "treaty", "nonsense"};
    static const char* const codes[] = {"x:1", "x:2", "x:3", "no code"};
    Claim claim;
    claim.event = pick(events);
    if (const auto known = event_from(event_name(claim.event, claim.relation)))
      claim.relation = known->relation;
    if (claim.event == Event::Held && below(4) == 0) claim.relation = {"observer_of"};
    switch (claim.event) {
      case Event::Named:
        claim.subject = below(3) == 0 ? mention(below(2) == 0) : described();
        claim.object.name = mention(below(2) == 0).name;
        claim.detail = pick(details);
        break;
      case Event::Classified:
        claim.subject = described();
        claim.object.name = pick(kinds);
        break;
      case Event::Identified:
        claim.subject = described();
        claim.object.name = pick(codes);
        break;
      case Event::Renamed:
        claim.subject = mention(below(2) == 0);
        claim.object = mention(below(2) == 0);
        break;
      case Event::Dissolved:
      case Event::EnteredIntoForce:
        claim.subject = mention(below(3) != 0);
        if (below(10) == 0) claim.object = mention(true);
        break;
      case Event::Founded:
        claim.subject = mention(below(2) == 0);
        if (below(2) == 0) claim.object = mention(true);
        break;
      default:
        claim.subject = mention(false);
        claim.object = mention(true);
    }
    if (const std::string date = pick(dates); !date.empty()) claim.when = parse_edtf(date);
    if (below(8) == 0) claim.certainty = static_cast<Certainty>(below(4));
    static const char* const sources[] = {"s", "t", "u", "unheard of"};
    claim.evidence.source.value = pick(sources);
    claim.evidence.row = static_cast<std::uint64_t>(below(3));
    return claim;
  }

  Mention described() {
    static const char* const ids[] = {"congo", "zaire", "dr-congo", "csto", "x:1", "x:2", "cst"};
    return {below(2) == 0 ? "" : mention(false).name, pick(ids)};
  }

  std::mt19937 random_;
};

/// In batches of a random size; sources may come late.
void import_in_pieces(const std::string& path, History history, Claims& random) {
  std::shuffle(history.claims.begin(), history.claims.end(), random.engine());
  Store store = Store::open(path, Store::Mode::Create);
  std::size_t next = 0;
  bool sources_known = false;
  while (next < history.claims.size() || !sources_known) {
    Store::Import import = store.begin_import();
    for (int n = 1 + random.below(4); n > 0 && next < history.claims.size(); --n)
      import.add(history.claims[next++]);
    if (!sources_known && (random.below(2) == 0 || next == history.claims.size())) {
      for (const Source& source : history.sources) import.add(source);
      sources_known = true;
    }
    if (next != 0 && random.below(3) == 0)
      import.add(history.claims[static_cast<std::size_t>(random.below(static_cast<int>(next)))]);
    import.commit();
  }
}

/// As resolve() has it, in the words of the views.
void expect_resolved(const std::string& path, const History& history) {
  const Store store = Store::open(path, Store::Mode::Read);
  const Resolution expected = resolve(history.claims, store.sources());
  const auto edges = store.edges({});
  ASSERT_EQ(edges.size(), expected.edges.size());
  for (std::size_t i = 0; i < edges.size(); ++i) {
    EXPECT_EQ(edges[i].id, expected.edges[i].id) << print(edges[i]) << " for " << print(expected.edges[i]);
    EXPECT_EQ(edges[i].interval, expected.edges[i].interval) << print(edges[i]);
    EXPECT_EQ(edges[i].claims, expected.edges[i].claims) << print(edges[i]);
    EXPECT_EQ(edges[i].disputes, expected.edges[i].disputes) << print(edges[i]);
    EXPECT_EQ(edges[i].notes, expected.edges[i].notes) << print(edges[i]);
  }
  const auto entities = store.entities();
  ASSERT_EQ(entities.size(), expected.entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) {
    EXPECT_EQ(entities[i].id, expected.entities[i].id);
    EXPECT_EQ(entities[i].name, expected.entities[i].name) << entities[i].id.value;
    EXPECT_EQ(entities[i].aliases, expected.entities[i].aliases) << entities[i].id.value;
    EXPECT_EQ(entities[i].kind, expected.entities[i].kind) << entities[i].id.value;
    EXPECT_EQ(entities[i].outside_ids, expected.entities[i].outside_ids) << entities[i].id.value;
    EXPECT_EQ(entities[i].founded, expected.entities[i].founded) << entities[i].id.value;
    EXPECT_EQ(entities[i].dissolved, expected.entities[i].dissolved) << entities[i].id.value;
  }
  EXPECT_EQ(store.unmatched(), expected.unmatched);
  for (std::size_t i = 0; i < history.claims.size(); ++i) {
    std::vector<Claim> about = store.claims_about(
        expected.entities[*expected.parties[i].subject].id,
        expected.parties[i].object ? std::optional(expected.entities[*expected.parties[i].object].id)
                                   : std::nullopt);
    EXPECT_TRUE(std::any_of(about.begin(), about.end(),
                            [&](const Claim& claim) { return id_of(claim) == id_of(history.claims[i]); }))
        << "claim " << i << ' ' << history.claims[i].subject.name << '{' << history.claims[i].subject.id
        << "} " << event_name(history.claims[i].event, history.claims[i].relation) << ' '
        << history.claims[i].object.name << '{' << history.claims[i].object.id << "} "
        << name_of(history.claims[i].certainty);
  }
  const Totals totals = store.totals();
  EXPECT_EQ(totals.edges, expected.edges.size());
  EXPECT_EQ(totals.entities, expected.entities.size());
  EXPECT_EQ(totals.disputed, static_cast<std::size_t>(std::count_if(
                                 edges.begin(), edges.end(), [](const Edge& e) { return e.disputed(); })));
}

TEST(Incremental, PiecesInAnyOrderGiveWhatDerivingAllGives) {
  const Folder folder;
  Claims random(2006);
  for (int round = 0; round < 150; ++round) {
    const History history = random.history(round % 40 < 30 ? 14 : 60);
    const std::string whole = folder.file("whole.db"), pieces = folder.file("pieces.db");
    make(whole, history);
    expect_resolved(whole, history);
    ASSERT_FALSE(testing::Test::HasFailure()) << "whole, round " << round;
    import_in_pieces(pieces, history, random);
    expect_resolved(pieces, history);
    ASSERT_FALSE(testing::Test::HasFailure()) << "in pieces, round " << round;
    ASSERT_EQ(dump(pieces), dump(whole)) << "round " << round;
    for (const std::string& path : {whole, pieces}) std::filesystem::remove(path);
  }
}

/// Every table, row by row, without the time of loading.
std::vector<std::string> all_rows(const std::string& path) {
  SQLite::Database database(path);
  std::vector<std::string> all = rows_of(database, "PRAGMA integrity_check");
  for (const std::string& table :
       rows_of(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
    all.push_back(table);
    const std::string columns = table == "claim"
                                    ? "number, hex(id), subject, object, subject_name, subject_id,"
                                      " event, relation, object_name, object_id, date, certainty,"
                                      " detail, source, begin_byte, end_byte, row, text, rule, renames"
                                    : "*";
    for (std::string& row : rows_of(database, "SELECT " + columns + " FROM " + table)) {
      all.push_back(std::move(row));
    }
  }
  return all;
}

TEST(Incremental, AFirstLoadPageByPageGivesTheRowsOfOneBySql) {
  const Folder folder;
  Claims random(1815);
  const std::int64_t usual = detail::bulk_from;
  for (int round = 0; round < 200; ++round) {
    const History history = random.history(round % 40 < 30 ? 20 : 400);
    const std::string by_sql = folder.file("sql.db"), by_page = folder.file("pages.db");
    make(by_sql, history);
    detail::bulk_from = round % 3;
    make(by_page, history);
    detail::bulk_from = usual;
    const auto expected = all_rows(by_sql), found = all_rows(by_page);
    ASSERT_EQ(expected.front(), "ok");
    ASSERT_EQ(found, expected) << "round " << round;
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2)
        << "nothing is left over";
    if (round % 10 == 0) {  // and it is a database like any other: what comes after is derived upon it
      History more = random.history(20);
      for (const std::string& path : {by_sql, by_page}) {
        Store store = Store::open(path, Store::Mode::Write);
        import(store, more);
      }
      ASSERT_EQ(dump(by_page), dump(by_sql)) << "round " << round;
    }
    for (const std::string& path : {by_sql, by_page}) std::filesystem::remove(path);
  }
}

TEST(Incremental, AFirstLoadPageByPageThatIsGivenUpLeavesNothing) {
  const Folder folder;
  const std::string path = folder.file("test.db");
  const std::int64_t usual = detail::bulk_from;
  detail::bulk_from = 0;
  {
    Store store = Store::open(path, Store::Mode::Create);
    Store::Import import = store.begin_import();
    for (const Claim& claim : Claims(7).history(50).claims) import.add(claim);
    EXPECT_TRUE(std::filesystem::exists(path + "-load")) << "put together beside it";
  }
  detail::bulk_from = usual;
  EXPECT_EQ(Store::open(path, Store::Mode::Read).totals().claims, 0U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Incremental, PrioritiesAndMergesAmongThePieces) {
  const Folder folder;
  Claims random(1994);
  for (int round = 0; round < 60; ++round) {
    History history = random.history(30);
    History more = random.history(10);
    more.sources = history.sources;  // so that the merge derives no more than what it touches
    // A dispute that priorities decide; by themselves random claims seldom make one.
    for (const char* said : {"1990 | s", "1992 | t", "1994 | u"}) {
      history.claims.push_back(read_history(std::string("Ruritania | joined | Hentzau | ") + said).claims[0]);
    }
    const std::string pieces = folder.file("pieces.db"), other = folder.file("other.db");
    make(other, more);
    {
      Store store = Store::open(pieces, Store::Mode::Create);
      import(store, {{}, history.sources});
      for (std::size_t next = 0; next < history.claims.size();) {
        Store::Import import = store.begin_import();
        for (int n = random.below(4); n > 0 && next < history.claims.size(); --n)
          import.add(history.claims[next++]);
        if (random.below(3) == 0 || next == history.claims.size()) {
          const auto& source = history.sources[static_cast<std::size_t>(random.below(3))];
          import.set_priority(source.id,
                              random.below(3) == 0 ? std::nullopt : std::optional(random.below(4)));
        }
        import.commit();
      }
    }
    expect_resolved(pieces, history);
    ASSERT_FALSE(testing::Test::HasFailure()) << "priorities, round " << round;
    Store::open(pieces, Store::Mode::Write).merge(Store::open(other, Store::Mode::Read));
    history.claims.insert(history.claims.end(), more.claims.begin(), more.claims.end());
    expect_resolved(pieces, history);
    ASSERT_FALSE(testing::Test::HasFailure()) << "merged, round " << round;
    for (const std::string& path : {pieces, other}) std::filesystem::remove(path);
  }
}

/// The columns that only the store itself reads are kept up as well.
TEST(Incremental, WhatIsCountedIsWhatDerivingAllCounts) {
  const Folder folder;
  Claims random(1992);
  for (int round = 0; round < 100; ++round) {
    const History history = random.history(30);
    const std::string pieces = folder.file("pieces.db");
    import_in_pieces(pieces, history, random);
    const auto counts = [&] {
      SQLite::Database database(pieces);
      std::string text;
      for (const char* sql :
           {"SELECT id, described, mentions, life FROM entity ORDER BY id",
            "SELECT e.id, n.position, n.text, n.origin, n.mentions FROM name n JOIN entity e ON e.number = "
            "n.entity"
            " ORDER BY 1, 2",
            "SELECT t.text, r.edges FROM relation r JOIN term t USING (number) ORDER BY 1",
            "SELECT e.id, lower(hex(c.id)) FROM mentioned m JOIN entity e ON e.number = m.entity"
            " JOIN claim c ON c.number = m.claim ORDER BY 1, 2",
            "SELECT * FROM code ORDER BY 1", "SELECT * FROM renaming ORDER BY 1"}) {
        for (const std::string& row : rows_of(database, sql)) text += row + '\n';
      }
      return text;
    };
    const std::string before = counts();
    SQLite::Database(pieces, SQLite::OPEN_READWRITE)
        .exec("UPDATE meta SET value = 'of old' WHERE key = 'derivation'");
    {
      Store store = Store::open(pieces, Store::Mode::Write);
      import(store, {});
    }
    ASSERT_EQ(counts(), before) << "round " << round;
    std::filesystem::remove(pieces);
  }
}

}  // namespace
}  // namespace entente
