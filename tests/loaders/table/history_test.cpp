// What the mapped data sets say of history, down to the edges: counts that others made of the same data, and
// cases that an historian can check.
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "graph/resolve.hpp"
#include "loaders/csv.hpp"
#include "loaders/table/codes.hpp"
#include "tests/loaders/table/shared.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

Resolution edges_of(const Collected& found) { return resolve(found.claims, found.sources); }

Period year_of(std::int64_t year) { return {Day::from_civil({year, 1, 1}), Day::from_civil({year, 12, 31})}; }

/// `704 1992-05-15/1999-04-20`: a tie as it is told below.
std::string brief(const Edge& edge) { return edge.subject.value + ' ' + edge.interval.to_string(); }

std::vector<std::string> ties(const Resolution& resolution, const std::string& object,
                              const std::string& relation, const std::string& subject = "") {
  std::vector<std::string> list;
  for (const Edge& edge : resolution.edges) {
    if (edge.object.value != object || edge.relation.label != relation) continue;
    if (subject.empty() || edge.subject.value == subject) list.push_back(brief(edge));
  }
  return list;
}

std::size_t members_on(const Resolution& resolution, const std::string& object, const Period& period) {
  std::set<std::string> members;
  for (const Edge& edge : resolution.edges) {
    if (edge.object.value == object && edge.relation.label == relation::member_of &&
        edge.interval.over(period) <= Status::Part) {
      members.insert(edge.subject.value);
    }
  }
  return members.size();
}

std::size_t members_on(const Resolution& resolution, const std::string& object, const char* day) {
  return members_on(resolution, object, Date::parse(day).period());
}

/// Who bore a COW code in a year, as the loader has it.
std::string bearer(const std::string& code, std::int64_t year) {
  const std::string id = "cow:" + code;
  const auto* const holders = detail::holders_of(id);
  return holders == nullptr ? id : (*holders)[detail::holder_over(*holders, year_of(year))].id;
}

std::vector<std::vector<std::string>> table_of(const std::string& file) {
  Input input = Input::open(dataset(file).string());
  const LoadLimits limits;
  CsvReader reader(input, ',', limits);
  std::vector<std::vector<std::string>> rows;
  while (reader.next() == CsvReader::Got::Row) rows.push_back(reader.row().cells);
  return rows;
}

/// The counts that peacesciencer made of the same rows, every one of them: full, associate, observer, any.
TEST(CowIgo, AllStateYearsCountAsTheyWereCounted) {
  ENTENTE_NEEDS_DATASET(dataset("cow_igo_v3/state_year_format3.csv.gz"));
  const Resolution resolution =
      edges_of(load_data_set("cow_igo_v3/state_year_format3.csv.gz", "cow-igo-state-year"));
  constexpr std::int64_t first = 1816, last = 2014;
  std::map<std::pair<std::string, std::int64_t>, std::array<int, 4>> counts;
  for (const Edge& edge : resolution.edges) {
    const std::size_t kind = edge.relation.label == relation::member_of    ? 0
                             : edge.relation.label == relation::partner_of ? 1
                                                                           : 2;
    for (std::int64_t year = first; year <= last; ++year) {
      if (edge.interval.over(year_of(year)) > Status::Part) continue;
      auto& count = counts[{edge.subject.value, year}];
      ++count[kind];
      ++count[3];
    }
  }
  const auto rows = table_of("cow_igo_v3/cow_igo_sy.csv.gz");
  std::size_t compared = 0, different = 0;
  std::string examples;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::int64_t year = std::stoll(rows[i][1]);
    const auto& count = counts[{bearer(rows[i][0], year), year}];
    for (std::size_t kind = 0; kind < 4; ++kind) {
      ++compared;
      if (std::to_string(count[kind]) == rows[i][2 + kind]) continue;
      if (++different <= 10) {
        examples += rows[i][0] + ' ' + rows[i][1] + ' ' + rows[0][2 + kind] + ": " + rows[i][2 + kind] +
                    ", not " + std::to_string(count[kind]) + '\n';
      }
    }
  }
  EXPECT_EQ(rows.size() - 1, 15557U);
  EXPECT_EQ(compared, 4 * 15557U);
  EXPECT_EQ(different, 0U) << examples;
}

TEST(CowIgo, NatoIn1982HasSixteenMembers) {
  ENTENTE_NEEDS_DATASET(dataset("cow_igo_v3/state_year_format3.csv.gz"));
  const Resolution resolution =
      edges_of(load_data_set("cow_igo_v3/state_year_format3.csv.gz", "cow-igo-state-year"));
  EXPECT_EQ(members_on(resolution, "cow-igo:nato", "1982"), 16U);
  EXPECT_EQ(members_on(resolution, "cow-igo:wpact", "1970-01-01"), 7U);
  EXPECT_THAT(ties(resolution, "cow-igo:nato", "member_of", "germany"), ElementsAre("germany 1955/.."));
  EXPECT_THAT(ties(resolution, "cow-igo:csto", "member_of", "cow:704"), ElementsAre("cow:704 2002/2011"));
  // The state system has no France in 1943: two spells.
  EXPECT_THAT(ties(resolution, "cow-igo:upu", "member_of", "cow:220"),
              ElementsAre("cow:220 1874/1942", "cow:220 1944/.."));
  // One code, two states.
  EXPECT_THAT(ties(resolution, "cow-igo:un", "member_of", "soviet-union"),
              ElementsAre("soviet-union 1945/1991"));
  EXPECT_THAT(ties(resolution, "cow-igo:un", "member_of", "russia"), ElementsAre("russia 1992/.."));
}

TEST(CowIgo, YearsThatWereFilledInAreAboutRight) {
  ENTENTE_NEEDS_DATASET(dataset("cow_igo_v3/igo_year_format3.csv.gz"));
  const Loaded loaded = load_data_set("cow_igo_v3/igo_year_format3.csv.gz", "cow-igo-igo-year");
  std::size_t approximate = 0;
  for (const Claim& claim : loaded.claims) {
    if (claim.when && to_string(*claim.when).find('~') != std::string::npos) ++approximate;
  }
  EXPECT_GT(approximate, 100U);
}

TEST(CowAlliances, NatoAndWarsawPact) {
  ENTENTE_NEEDS_DATASET(dataset("cow_alliances_v4.1/alliance_v4.1_by_member.csv"));
  const Resolution resolution =
      edges_of(load_data_set("cow_alliances_v4.1/alliance_v4.1_by_member.csv", "cow-alliances-by-member"));
  EXPECT_EQ(members_on(resolution, "cow-alliance:227", "1981-12-09"), 15U);
  EXPECT_EQ(members_on(resolution, "cow-alliance:227", "1981-12-10"), 16U);
  EXPECT_EQ(members_on(resolution, "cow-alliance:227", "2012-12-31"), 19U);
  EXPECT_EQ(members_on(resolution, "cow-alliance:243", "1970-01-01"), 6U);
  // West Germany is Germany, and 1990-10-02 and 1990-10-03 are one membership.
  EXPECT_THAT(ties(resolution, "cow-alliance:227", "member_of", "germany"),
              ElementsAre("germany 1954-10-23/.."));
  EXPECT_THAT(ties(resolution, "cow-alliance:227", "defence_pact_with", "germany"),
              ElementsAre("germany 1954-10-23/.."));
  EXPECT_THAT(ties(resolution, "cow-alliance:350", "member_of", "cow:704"),
              ElementsAre("cow:704 1992-05-15/.."));
  // Older than the data, which begin in 1816.
  EXPECT_THAT(ties(resolution, "cow-alliance:1", "member_of", "cow:235"), ElementsAre("cow:235 /.."));
}

TEST(CowAlliances, TheYearlyFileRepeatsTheSpells) {
  ENTENTE_NEEDS_DATASET(dataset("cow_alliances_v4.1/alliance_v4.1_by_member_yearly.csv.gz"));
  const auto told = [](const char* file, const char* mapping) {
    std::set<std::string> list;
    for (const Edge& edge : edges_of(load_data_set(file, mapping)).edges) {
      list.insert(brief(edge) + ' ' + edge.relation.label + ' ' + edge.object.value);
    }
    return list;
  };
  EXPECT_EQ(
      told("cow_alliances_v4.1/alliance_v4.1_by_member.csv", "cow-alliances-by-member"),
      told("cow_alliances_v4.1/alliance_v4.1_by_member_yearly.csv.gz", "cow-alliances-by-member-yearly"));
}

TEST(CowAlliances, PairsAreAlliedBothWays) {
  ENTENTE_NEEDS_DATASET(dataset("cow_alliances_v4.1/alliance_v4.1_by_dyad.csv"));
  const auto told = [](const char* file, const char* mapping) {
    std::set<std::string> list;
    for (const Claim& claim : load_data_set(file, mapping).claims) {
      if (claim.relation.label.ends_with("_with")) {
        list.insert(claim.subject.id + ' ' + claim.relation.label + ' ' + claim.object.id + ' ' +
                    (claim.when ? to_string(*claim.when) : "") + ' ' + claim.detail);
      }
    }
    return list;
  };
  const auto pairs = told("cow_alliances_v4.1/alliance_v4.1_by_dyad.csv", "cow-alliances-by-dyad");
  const auto directed = told("cow_alliances_v4.1/alliance_v4.1_by_directed.csv", "cow-alliances-by-directed");
  EXPECT_GT(pairs.size(), 15000U);
  // The two files disagree on some obligations; what is in the pairs goes both ways.
  for (const char* tie : {"cow:2 defence_pact_with cow:740 ", "cow:740 defence_pact_with cow:2 "}) {
    const auto begins = [&](const std::string& it) { return it.rfind(tie, 0) == 0; };
    EXPECT_TRUE(std::any_of(pairs.begin(), pairs.end(), begins)) << tie;
    EXPECT_TRUE(std::any_of(directed.begin(), directed.end(), begins)) << tie;
  }
}

TEST(Atop, PhasesThatTouchAreOneMembership) {
  ENTENTE_NEEDS_DATASET(dataset("atop/atop4_01_member_level.csv"));
  const Loaded loaded = load_data_set("atop/atop4_01_member_level.csv", "atop-member");
  const Resolution resolution = edges_of(loaded);
  EXPECT_THAT(ties(resolution, "atop:4220", "member_of", "cow:704"),
              ElementsAre("cow:704 1992-05-15/1999-04-20", "cow:704 2006-08-17/2012-06-28"));
  EXPECT_THAT(ties(resolution, "atop:4220", "member_of", "russia"), ElementsAre("russia 1992-05-15/.."));
  EXPECT_THAT(ties(resolution, "atop:3180", "member_of", "cow:220"), ElementsAre("cow:220 1949-04-04/.."));
  EXPECT_THAT(ties(resolution, "atop:3180", "defence_pact_with", "cow:220"),
              ElementsAre("cow:220 1949-04-04/.."));
  // The link to COW's alliance lands both in one entity.
  std::size_t links = 0;
  for (const Claim& claim : loaded.claims) {
    if (claim.event == Event::Identified && claim.subject.id == "atop:4220") {
      EXPECT_EQ(claim.object.name, "cow-alliance:350");
      ++links;
    }
  }
  EXPECT_EQ(links, 1U);
}

TEST(Treaties, MarkersAndErrorsOfTyping) {
  ENTENTE_NEEDS_DATASET(dataset("treaty_memberships/environ_ECOLEX_MEM.csv.gz"));
  const Loaded ecolex =
      load_data_set("treaty_memberships/environ_ECOLEX_MEM.csv.gz", "treaties-environ-ecolex");
  for (const Claim& claim : ecolex.claims) {
    if (claim.object.id != "manydata:CBD_1992A" || claim.subject.id != "iso3166-1-alpha-3:GIN") continue;
    if (claim.event == Event::Signed) {
      EXPECT_FALSE(claim.when) << "1192 for 1992";
    }
  }
  const Loaded ieadb = load_data_set("treaty_memberships/environ_IEADB_MEM.csv.gz", "treaties-environ-ieadb");
  for (const Claim& claim : ieadb.claims) {
    EXPECT_TRUE(!claim.when || to_string(*claim.when).find("2899") == std::string::npos);
  }
}

TEST(Factbook, ListsOfEveryCountry) {
  ENTENTE_NEEDS_DATASET(dataset("factbook_2026"));
  const TableMapping mapping = *TableMapping::bundled("factbook");
  LoadReport total;
  Collected found;
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(dataset("factbook_2026"))) {
    if (entry.is_regular_file()) files.insert(entry.path());
  }
  for (const auto& file : files) {
    Input input = Input::open(file.string());
    add(total, load_table(input, mapping, {}, found));
  }
  EXPECT_EQ(total.read, 142U);
  EXPECT_EQ(total.used, 136U);
  EXPECT_EQ(sum_of(total.passed_over), 6U) << "five without the field, one (Svalbard) that says none";
  EXPECT_EQ(total.skipped, 0U);
  EXPECT_EQ(sum_of(total.warnings), 0U) << found.complaints();
  std::set<std::string> germany;
  for (const Claim& claim : found.claims) {
    EXPECT_EQ(claim.object.name.find_first_of("<(&"), std::string::npos) << claim.object.name;
    if (claim.subject.name == "Germany" && claim.object.name == "BSEC") {
      germany.insert(event_name(claim.event, claim.relation) + ' ' + to_string(*claim.when));
    }
  }
  EXPECT_THAT(germany, UnorderedElementsAre("observer /.."));
}

}  // namespace
}  // namespace entente
