// The bundled facts themselves: that they load, agree with one another and, where the data sets that they
// were checked against are at hand, with those.

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "data/bundled.hpp"
#include "graph/names.hpp"
#include "graph/resolve.hpp"
#include "loaders/claims_json.hpp"

namespace entente {
namespace {

using testing::UnorderedElementsAreArray;

struct Loaded : ClaimSink {
  void source(const Source& source) override { sources.push_back(source); }
  void claim(const Claim& claim) override { claims.push_back(claim); }
  void problem(const Diagnostic& problem) override { problems += problem.to_string() + '\n'; }

  std::vector<Source> sources;
  std::vector<Claim> claims;
  std::string problems;
};

Loaded load(std::string_view path) {
  Loaded loaded;
  Input input = Input::of(bundled_file(path), std::string(path));
  load_claims_json(input, {}, loaded);
  return loaded;
}

/// states.json and bodies.json, read once.
struct RegistryFiles {
  Loaded states = load("states.json");
  Loaded bodies = load("bodies.json");
  std::vector<Claim> claims = states.claims;
  std::vector<Entity> entities;
  std::map<std::string, const Entity*> by_id;

  RegistryFiles() {
    claims.insert(claims.end(), bodies.claims.begin(), bodies.claims.end());
    entities = gather_entities(claims);
    for (const Entity& entity : entities) by_id.emplace(entity.id.value, &entity);
  }
};

const RegistryFiles& files() {
  static const RegistryFiles read;
  return read;
}

/// The entities' ids in the order of the file: an entry classifies its entity exactly once.
std::vector<std::string> entries(const Loaded& loaded) {
  std::vector<std::string> ids;
  for (const Claim& claim : loaded.claims) {
    if (claim.event == Event::Classified) ids.push_back(claim.subject.id);
  }
  return ids;
}

TEST(RegistryData, EveryFileOfTheFolderIsBundled) {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(ENTENTE_SOURCE_DIR) / "data";
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const fs::path path = entry.path().lexically_relative(root);
    const bool facts = path.extension() == ".json" || path.extension() == ".txt";
    if (facts && path.filename() != "CMakeLists.txt") found.push_back(path.generic_string());
  }
  std::vector<std::string> bundled;
  for (const BundledFile& file : bundled_files()) bundled.emplace_back(file.path);
  EXPECT_THAT(bundled, UnorderedElementsAreArray(found)) << "data/CMakeLists.txt lists them by name";
  EXPECT_TRUE(std::is_sorted(bundled.begin(), bundled.end()));
}

TEST(RegistryData, LoadsWithoutComplaint) {
  EXPECT_EQ(files().states.problems, "");
  EXPECT_EQ(files().bodies.problems, "");
}

TEST(RegistryData, OneEntryAnEntityInTheOrderOfIds) {
  std::set<std::string> seen;
  for (const Loaded* loaded : {&files().states, &files().bodies}) {
    const auto ids = entries(*loaded);
    EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
    for (const std::string& id : ids) EXPECT_TRUE(seen.insert(id).second) << id << " has two entries";
  }
  EXPECT_GE(entries(files().bodies).size(), 80U);
  for (const Claim& claim : files().claims) {
    EXPECT_TRUE(seen.contains(claim.subject.id)) << claim.subject.id;
    EXPECT_TRUE(claim.object.id.empty() || seen.contains(claim.object.id)) << claim.object.id;
  }
}

TEST(RegistryData, EveryClaimNamesASourceThatIsDescribed) {
  for (const Loaded* loaded : {&files().states, &files().bodies}) {
    std::set<std::string> described;
    for (const Source& source : loaded->sources) {
      described.insert(source.id.value);
      EXPECT_NE(source.title, "") << source.id.value;
      EXPECT_NE(source.url, "") << source.id.value;
      EXPECT_TRUE(source.retrieved.has_value()) << source.id.value;
    }
    std::set<std::string> used;
    for (const Claim& claim : loaded->claims) used.insert(claim.evidence.source.value);
    EXPECT_EQ(used, described);
  }
}

TEST(RegistryData, NoTwoEntitiesShareTheirPreferredName) {
  std::map<std::string, std::string> owner;
  for (const Entity& entity : files().entities) {
    const auto [other, fresh] = owner.emplace(fold_name(entity.name), entity.id.value);
    const std::set<std::string> pair = {other->second, entity.id.value};
    // The island and the organisation; what joins is a state, what is joined a body (docs/resolution.md).
    if (pair == std::set<std::string>{"guam", "guam-organization"}) continue;
    EXPECT_TRUE(fresh) << entity.id.value << " and " << other->second << " are both " << entity.name;
  }
}

TEST(RegistryData, NothingEndsBeforeItBegins) {
  for (const Entity& entity : files().entities) {
    if (entity.founded && entity.dissolved) {
      EXPECT_FALSE(certainly_before(*entity.dissolved, *entity.founded)) << entity.id.value;
    }
  }
}

TEST(RegistryData, EveryPresentMemberOfTheUnitedNationsIsThere) {
  std::size_t present = 0;
  for (const Entity& entity : files().entities) {
    const bool coded = std::any_of(entity.outside_ids.begin(), entity.outside_ids.end(),
                                   [](const OutsideId& id) { return id.scheme == "iso3166-1-alpha-3"; });
    if (entity.kind == Kind::State && coded && !entity.dissolved) ++present;
  }
  EXPECT_GE(present, 193U);
}

/// Whom a name may mean: at a date, or at any time where the date is empty.
struct NameCase {
  const char* name;
  const char* date;
  std::vector<std::string> ids;
  friend void PrintTo(const NameCase& c, std::ostream* out) { *out << c.name << ' ' << c.date; }
};

class RegistryNames : public testing::TestWithParam<NameCase> {};

TEST_P(RegistryNames, MeansTheEntitiesOfItsTime) {
  const NameIndex index(files().entities);
  const auto matches = index.find(GetParam().name);
  std::optional<Period> period;
  if (*GetParam().date != '\0') {
    const Date date = Date::parse(GetParam().date);
    period = Period{date.earliest(), date.latest()};
  }
  std::vector<std::string> ids;
  for (const NameMatch& match : fitting({matches.begin(), matches.end()}, period)) {
    ids.push_back(match.id.value);
  }
  EXPECT_THAT(ids, UnorderedElementsAreArray(GetParam().ids));
}

INSTANTIATE_TEST_SUITE_P(
    Ambiguous, RegistryNames,
    testing::Values(NameCase{"Georgia", "", {"georgia", "georgia-us-state"}},
                    NameCase{"Congo", "2000", {"dr-congo", "republic-of-the-congo"}},
                    NameCase{"Korea", "", {"korea", "north-korea", "south-korea"}},
                    NameCase{"the Union", "", {"african-union", "eaeu", "eu", "soviet-union"}}));

INSTANTIATE_TEST_SUITE_P(
    DecidedByTheDate, RegistryNames,
    testing::Values(
        NameCase{"Korea", "1900", {"korea"}}, NameCase{"Korea", "2000", {"north-korea", "south-korea"}},
        NameCase{"the Union", "1985", {"soviet-union"}}, NameCase{"Yugoslavia", "1980", {"yugoslavia"}},
        NameCase{"Yugoslavia", "1999", {"serbia-and-montenegro"}},
        NameCase{"Republic of China", "1930", {"china"}}, NameCase{"Republic of China", "1955", {"taiwan"}},
        NameCase{"WTO", "1970", {"warsaw-pact"}}, NameCase{"WTO", "2001", {"wto"}},
        NameCase{"Athens", "-0430", {"athens-polis"}}, NameCase{"Athens", "2004", {"greece"}},
        NameCase{"Moscow", "1970", {"soviet-union"}}, NameCase{"Moscow", "2010", {"russia"}},
        NameCase{"Berlin", "2010", {"germany"}}, NameCase{"Bonn", "1970", {"germany"}}));

INSTANTIATE_TEST_SUITE_P(
    OfOneEntity, RegistryNames,
    testing::Values(NameCase{"Zaire", "", {"dr-congo"}}, NameCase{"Burma", "", {"myanmar"}},
                    NameCase{"Upper Volta", "", {"burkina-faso"}}, NameCase{"FYROM", "", {"north-macedonia"}},
                    NameCase{"Siam", "1900", {"thailand"}}, NameCase{"Uzbeks", "", {"uzbekistan"}},
                    NameCase{"U.S.", "", {"united-states"}}, NameCase{"West Germany", "", {"germany"}},
                    NameCase{"GDR", "", {"east-germany"}}, NameCase{"USSR", "", {"soviet-union"}},
                    NameCase{"Kirghizia", "", {"kyrgyzstan"}}, NameCase{"Austria", "", {"austria"}},
                    NameCase{"Baghdad Pact", "", {"cento"}},
                    NameCase{"CST", "", {"collective-security-treaty"}},
                    NameCase{"Shanghai Cooperation Organization", "", {"sco"}}));

/// The registry must not cut what the membership histories tell: no tie of theirs lies outside a life of its.
TEST(RegistryData, NoMembershipLiesOutsideALife) {
  std::vector<Claim> claims;
  std::vector<Source> sources;
  for (const BundledFile& file : bundled_files()) {
    const bool facts =
        file.path == "states.json" || file.path == "bodies.json" || file.path.starts_with("memberships/");
    if (!facts) continue;
    Loaded loaded = load(file.path);
    EXPECT_EQ(loaded.problems, "") << file.path;
    claims.insert(claims.end(), loaded.claims.begin(), loaded.claims.end());
    sources.insert(sources.end(), loaded.sources.begin(), loaded.sources.end());
  }
  const Resolution resolution = resolve(claims, sources);
  for (const Edge& edge : resolution.edges) {
    for (const Note& note : edge.notes) {
      EXPECT_NE(note.rule, "outside-existence")
          << edge.subject.value << ' ' << edge.relation.label << ' ' << edge.object.value << ' ' << note.text;
    }
  }
  for (const Unmatched& unmatched : resolution.unmatched) ADD_FAILURE() << unmatched.name;
}

// -- Against the data sets
// ------------------------------------------------------------------------------------

using Row = std::vector<std::string>;

/// A table of cells in plain or doubled quotation marks, the header first. Row n is line n + 1 of the file:
/// no cell of these files goes over a line's end.
std::vector<Row> read_table(const std::filesystem::path& path) {
  std::vector<Row> rows;
  std::ifstream file(path, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    Row row(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        row.emplace_back();
      } else {
        row.back() += c;
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

class RegistryAgainstDataSets : public testing::Test {
 protected:
  void SetUp() override {
    const char* shared = std::getenv("ENTENTE_SHARED");
    const std::filesystem::path root = shared != nullptr
                                           ? std::filesystem::path(shared)
                                           : std::filesystem::path(ENTENTE_SOURCE_DIR) / "../shared";
    folder = root / "datasets";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the data sets are not at hand in " << folder;
  }

  [[nodiscard]] std::vector<Row> table(const char* name) const {
    const auto rows = read_table(folder / name);
    EXPECT_GT(rows.size(), 100U) << name;
    return rows;
  }

  /// Which entity has the code.
  static std::map<std::string, std::string> owners(const char* scheme) {
    std::map<std::string, std::string> owner;
    for (const Entity& entity : files().entities) {
      for (const OutsideId& id : entity.outside_ids) {
        if (id.scheme != scheme) continue;
        EXPECT_TRUE(owner.emplace(id.value, entity.id.value).second) << scheme << ' ' << id.value << " twice";
      }
    }
    return owner;
  }

  std::filesystem::path folder;
};

std::string iso_day(const Row& row, std::size_t year) {
  const auto two = [](const std::string& text) { return text.size() < 2 ? '0' + text : text; };
  return row.at(year) + '-' + two(row.at(year + 1)) + '-' + two(row.at(year + 2));
}

/// An entry with evidence in a row of the table has the code of that row, and its founding and dissolution
/// allow the first or the last day of some tenure under that code: the tables interrupt an occupied state.
void expect_existence(const char* source, const std::vector<Row>& rows, std::size_t code,
                      const std::function<std::string(const Row&)>& first,
                      const std::function<std::string(const Row&)>& last,
                      const std::map<std::string, std::string>& owner) {
  for (const Claim& claim : files().states.claims) {
    if (claim.evidence.source.value != source) continue;
    const bool founded = claim.event == Event::Founded;
    if (!founded && claim.event != Event::Dissolved && claim.event != Event::Classified) continue;
    ASSERT_GE(claim.evidence.row, 2U) << claim.subject.id;
    ASSERT_LE(claim.evidence.row, rows.size()) << claim.subject.id;
    const std::string& coded = rows[claim.evidence.row - 1].at(code);
    const auto of_code = owner.find(coded);
    ASSERT_NE(of_code, owner.end()) << claim.subject.id << ": " << coded;
    // Where a row counts two entities as one (Sardinia and Italy), the other one has the code.
    if (claim.event == Event::Classified || of_code->second != claim.subject.id) continue;
    const bool allowed = std::any_of(rows.begin() + 1, rows.end(), [&](const Row& row) {
      return row.at(code) == coded &&
             compatible(std::get<Date>(*claim.when), Date::parse(founded ? first(row) : last(row)));
    });
    EXPECT_TRUE(allowed) << claim.subject.id << (founded ? " founded " : " dissolved ")
                         << to_string(*claim.when) << ", otherwise in " << source << ", row "
                         << claim.evidence.row;
  }
}

TEST_F(RegistryAgainstDataSets, EveryStateOfTheCorrelatesOfWarHasItsCode) {
  const auto rows = table("cow_igo_v3/states2016.csv");
  const auto owner = owners("cow");
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_TRUE(owner.contains(rows[i].at(1))) << rows[i].at(1) << ' ' << rows[i].at(2);
  }
  expect_existence(
      "cow-states-2016", rows, 1, [](const Row& row) { return iso_day(row, 3); },
      [](const Row& row) { return iso_day(row, 6); }, owner);
}

TEST_F(RegistryAgainstDataSets, EveryStateOfGleditschAndWardHasItsCode) {
  const auto rows = table("country_codes/gw_states.csv");
  const auto owner = owners("gw");
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_TRUE(owner.contains(rows[i].at(0))) << rows[i].at(0) << ' ' << rows[i].at(2);
  }
  expect_existence(
      "gw-states", rows, 0, [](const Row& row) { return row.at(3); },
      [](const Row& row) { return row.at(4); }, owner);
}

TEST_F(RegistryAgainstDataSets, IsoCodesAgree) {
  const auto rows = table("country_codes/countrycode_data_iso.csv");
  const Row& header = rows.front();
  const auto column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
  };
  const std::size_t two = column("iso2c"), three = column("iso3c");
  ASSERT_LT(two, header.size());
  ASSERT_LT(three, header.size());
  std::map<std::string, std::string> pairs;
  for (const Row& row : rows) pairs[row.at(two)] = row.at(three);
  const auto alpha_2 = owners("iso3166-1-alpha-2");
  const auto alpha_3 = owners("iso3166-1-alpha-3");
  EXPECT_EQ(alpha_2.at("NA"), "namibia");
  for (const auto& [code, id] : alpha_2) {
    ASSERT_TRUE(pairs.contains(code)) << code;
    EXPECT_EQ(alpha_3.at(pairs[code]), id);
  }
}

TEST_F(RegistryAgainstDataSets, EveryMemberOfTheUnitedNationsIsKnownByName) {
  const auto rows = table("country_codes/countrycode_data_un_names.csv");
  const NameIndex index(files().entities);
  std::size_t known = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto matches = index.find(rows[i].front());
    if (!matches.empty()) ++known;
    EXPECT_FALSE(matches.empty()) << rows[i].front();
  }
  EXPECT_EQ(known, 193U);
}

}  // namespace
}  // namespace entente
