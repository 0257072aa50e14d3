#include "loaders/popolo.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <vector>

#include "tests/loaders/collected.hpp"
#include "tests/loaders/datasets.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Loaded load_text(std::string_view json, const LoadOptions& options = {}) {
  return loaded_from(json, "House.json", load_popolo, options);
}

/// The ties, with their certainty and detail.
std::vector<std::string> ties(const Loaded& loaded) {
  std::vector<std::string> all;
  for (const Claim& claim : loaded.claims) {
    if (claim.object.id.empty()) continue;
    std::string text = brief(claim);
    if (claim.certainty != Certainty::Stated) text += std::string(" (") + name_of(claim.certainty) + ')';
    if (!claim.detail.empty()) text += " [" + claim.detail + ']';
    all.push_back(text);
  }
  return all;
}

constexpr std::string_view around =
    R"("persons": [{"id": "p1", "name": "Ada", "birth_date": "1960-01-02", "identifiers": [{"scheme": "wikidata", "identifier": "Q7"}, {"scheme": "local", "identifier": "7"}],
       "other_names": [{"name": "Ада", "lang": "ru"}, {"name": "Ada", "lang": "en"}]}],
     "organizations": [{"id": "house", "name": "House"}, {"id": "left", "name": "Left", "parent_id": "union"}, {"id": "ind", "name": "Independent"}],
     "events": [{"id": "t1", "name": "1st", "start_date": "2001", "end_date": "2005-06"}, {"id": "t2", "name": "2nd", "start_date": "2005-06-07", "end_date": null}],
     "areas": [{"id": "a", "name": "North"}])";

std::vector<std::string> ties_of(const std::string& memberships, const LoadOptions& options = {}) {
  const Loaded loaded =
      load_text("{" + std::string(around) + R"(,"memberships": [)" + memberships + "]}", options);
  expect_sums(loaded);
  EXPECT_EQ(loaded.complaints(), "");
  std::vector<std::string> all = ties(loaded);
  EXPECT_EQ(all.front(), "Left part part_of union");
  all.erase(all.begin());
  return all;
}

TEST(Popolo, OwnDatesAreStated) {
  EXPECT_THAT(
      ties_of(
          R"({"person_id": "p1", "organization_id": "house", "role": "member", "start_date": "2002-03-04", "end_date": "2003"})"),
      ElementsAre("Ada member member_of House 2002-03-04/2003"));
  EXPECT_THAT(ties_of(R"({"person_id": "p1", "organization_id": "house", "start_date": "2002"})"),
              ElementsAre("Ada joined member_of House 2002"));
  EXPECT_THAT(ties_of(R"({"person_id": "p1", "organization_id": "house", "end_date": "2002"})"),
              ElementsAre("Ada member member_of House /2002"));
  EXPECT_THAT(ties_of(R"({"person_id": "p1", "organization_id": "house"})"),
              ElementsAre("Ada member member_of House"));
}

TEST(Popolo, MissingDatesAreInheritedAndMarkedSo) {
  EXPECT_THAT(
      ties_of(
          R"({"person_id": "p1", "organization_id": "house", "role": "member", "legislative_period_id": "t1", "area_id": "a"})"),
      ElementsAre("Ada member member_of House 2001/2005-06 (inferred) [dates of 1st; area: North]"));
  EXPECT_THAT(
      ties_of(
          R"({"person_id": "p1", "organization_id": "house", "legislative_period_id": "t1", "start_date": "2003"})"),
      ElementsAre("Ada member member_of House 2003/2005-06 (inferred) [end of 1st]"));
  EXPECT_THAT(ties_of(R"({"person_id": "p1", "organization_id": "house", "legislative_period_id": "t2"})"),
              ElementsAre("Ada joined member_of House 2005-06-07 (inferred) [dates of 2nd]"));
  EXPECT_THAT(
      ties_of(
          R"({"person_id": "p1", "organization_id": "house", "legislative_period_id": "t2", "start_date": "2006"})"),
      ElementsAre("Ada joined member_of House 2006"));
}

TEST(Popolo, ADateOutsideThePeriodStandsAloneAndIsReported) {
  const Loaded loaded = load_text(
      "{" + std::string(around) +
      R"(,"memberships": [{"person_id": "p1", "organization_id": "house", "legislative_period_id": "t1", "start_date": "2009"}]})");
  expect_sums(loaded);
  EXPECT_EQ(ties(loaded).back(), "Ada joined member_of House 2009");
  EXPECT_THAT(loaded.report.warnings, ElementsAre(std::pair{"a date outside its legislative period", 1U}));
}

TEST(Popolo, APeriodThatIsNotThereDatesNothingAndIsReported) {
  const Loaded loaded = load_text(
      "{" + std::string(around) +
      R"(,"memberships": [{"person_id": "p1", "organization_id": "house", "legislative_period_id": "t9"},
                          {"person_id": "p1", "organization_id": "house"}]})");
  expect_sums(loaded);
  EXPECT_EQ(ties(loaded).back(), "Ada member member_of House");
  EXPECT_THAT(loaded.report.warnings, ElementsAre(std::pair{"a legislative period that is not there", 1U}));
}

TEST(Popolo, WhoActsForAPartyBelongsToIt) {
  EXPECT_THAT(
      ties_of(
          R"({"person_id": "p1", "organization_id": "house", "on_behalf_of_id": "left", "start_date": "2002"})"),
      ElementsAre("Ada joined member_of House 2002",
                  "Ada joined member_of Left 2002 (inferred) [on behalf of it in House]"));
  EXPECT_THAT(
      ties_of(
          R"({"person_id": "p1", "organization_id": "house", "on_behalf_of_id": "ind", "start_date": "2002"})"),
      ElementsAre("Ada joined member_of House 2002"))
      << "being independent is no party";
}

TEST(Popolo, RolesAreKept) {
  EXPECT_THAT(ties_of(R"({"person_id": "p1", "organization_id": "house", "role": "Shadow Minister"})"),
              ElementsAre("Ada member member_of House [role: Shadow Minister]"));
  EXPECT_THAT(ties_of(R"({"person_id": "p1", "organization_id": "house", "role": "observer"})"),
              ElementsAre("Ada observer observer_of House"));
}

TEST(Popolo, PersonsHaveNamesKindsAndOneOutsideId) {
  const Loaded loaded = load_text("{" + std::string(around) + "}");
  std::vector<std::string> said;
  for (const Claim& claim : loaded.claims) {
    if (claim.subject.id.ends_with("/p1"))
      said.push_back(event_name(claim.event, claim.relation) + ' ' + claim.object.name + ' ' + claim.detail);
  }
  EXPECT_THAT(said, ElementsAre("classified person ", "named Ada preferred:name", "named Ада name:ru",
                                "identified wikidata:Q7 ", "founded  "));
}

TEST(Popolo, WhoeverHasNoNameHasNoneButTheId) {
  const Loaded loaded = load_text(
      R"({"persons": [{"id": "p1", "other_names": [{"lang": "en"}]}], "organizations": [{"id": "house"}],
          "memberships": [{"person_id": "p1", "organization_id": "house", "on_behalf_of_id": "left"}]})");
  expect_sums(loaded);
  EXPECT_EQ(loaded.complaints(), "");
  EXPECT_THAT(ties(loaded), ElementsAre("p1 member member_of house",
                                        "p1 member member_of left (inferred) [on behalf of it in house]"));
  for (const Claim& claim : loaded.claims) EXPECT_NE(claim.event, Event::Named);
}

TEST(Popolo, IdsAreUniqueBeyondTheFile) {
  constexpr std::string_view one = R"({"persons": [{"id": "p1", "name": "A"}]})",
                             other = R"({"persons": [{"id": "p1", "name": "B"}]})";
  const std::string a = load_text(one).claims[0].subject.id, b = load_text(other).claims[0].subject.id;
  EXPECT_THAT(a, testing::MatchesRegex("House-[0-9a-f]+/p1"));
  EXPECT_NE(a, b);
  LoadOptions options;
  options.source_id = "uk";
  EXPECT_EQ(load_text(one, options).claims[0].subject.id, "uk/p1") << "files that share ids share a source";
  EXPECT_EQ(load_text(R"({"persons": [{"id": "b55563e0-21f5-4eed-9547-8795a4a59e92", "name": "A"}]})")
                .claims[0]
                .subject.id,
            "popolo:b55563e0-21f5-4eed-9547-8795a4a59e92");
}

TEST(Popolo, OtherForms) {
  EXPECT_THAT(
      ties(load_text(R"([{"person_id": ["p1", "p2"], "organization_id": "house", "start_date": "2002"}])")),
      ElementsAre("p1 joined member_of house 2002", "p2 joined member_of house 2002"));
  EXPECT_THAT(
      ties(load_text(
          R"({"persons": [{"id": "p1", "name": "Ada", "memberships": [{"organization_id": "house"}]}]})")),
      ElementsAre("Ada member member_of house"));
  EXPECT_THAT(
      ties(load_text(
          R"({"memberships": [{"person": {"id": "p1", "name": "Ada"}, "organization": {"id": "house", "name": "House"}}]})")),
      ElementsAre("Ada member member_of House"));
  EXPECT_THAT(
      ties(load_text(
          R"({"organizations": [{"id": "un", "name": "UN"}, {"id": "uz", "name": "Uzbekistan"}], "memberships": [{"member_id": "uz", "organization_id": "un"}]})")),
      ElementsAre("Uzbekistan member member_of UN"));
  EXPECT_THAT(
      ties(load_text(
          R"({"posts": [{"id": "chair", "label": "Chair", "organization_id": "house"}], "memberships": [{"person_id": "p1", "post_id": "chair"}]})")),
      ElementsAre("p1 member member_of house [post: Chair]"));
}

TEST(Popolo, BadEntriesAreSkippedAlone) {
  const std::string json = "{" + std::string(around) + R"(,
"memberships": [
{"person_id": "p1", "organization_id": "house", "start_date": "2006", "end_date": "2005"},
{"person_id": "p1", "organization_id": "house", "start_date": "2016--01-15"},
{"person_id": [], "organization_id": "house"},
{"person_id": "p1"}, 7,
{"person_id": "p1", "organization_id": "\udc00"},
{"person_id": "p1", "organization_id": "house"}]})";
  const Loaded loaded = load_text(json);
  expect_sums(loaded);
  EXPECT_THAT(ties(loaded), ElementsAre("Left part part_of union", "Ada member member_of House"));
  EXPECT_THAT(
      loaded.report.skipped_for,
      ElementsAre(std::pair{"a date that is none", 1U}, std::pair{"a membership of nobody", 1U},
                  std::pair{"a membership of nothing", 1U}, std::pair{"a text that is none", 1U},
                  std::pair{"an end before its start", 1U}, std::pair{"an entry that is no object", 1U}));
  EXPECT_THAT(loaded.complaints(), HasSubstr("House.json:7: it ends (2005) before it starts (2006)"));
  LoadOptions strict;
  strict.strict = true;
  EXPECT_THROW(load_text(json, strict), Error);
}

TEST(Popolo, AFileThatIsCutAnywhereIsAnError) {
  const std::string json =
      "{" + std::string(around) + R"(,"memberships": [{"person_id": "p1", "organization_id": "house"}]})";
  for (std::size_t size = 1; size < json.size(); ++size)
    EXPECT_THROW(load_text(json.substr(0, size)), Error) << size;
  EXPECT_THROW(load_text(R"({"a": 1})"), Error);
  EXPECT_THROW(load_text("7"), Error);
  EXPECT_THROW(load_text(R"({"persons": )" + std::string(100'000, '[')), Error) << "too deep";
}

TEST(Popolo, IsKnownByItsContent) {
  EXPECT_TRUE(is_popolo(R"({ "persons": [ {"id")"));
  EXPECT_TRUE(is_popolo(R"([{"id": "x", "person_id": ["y"], "organization_id": "z"}])"));
  EXPECT_FALSE(is_popolo(R"({"format": "entente-claims", "claims": []})"));
  EXPECT_FALSE(is_popolo(R"({"id": "x", "schema": "Membership", "properties": {}})"));
  EXPECT_FALSE(is_popolo("The persons joined."));
}

LoadReport load_dataset(const std::filesystem::path& path, Loaded& loaded) {
  Input input = Input::open(path.string());
  EXPECT_TRUE(is_popolo(input.beginning())) << path;
  return load_popolo(input, {}, loaded);
}

TEST(PopoloCollections, EveryPolitician) {
  const auto folder = dataset("everypolitician_2015");
  ENTENTE_NEEDS_DATASET(folder);
  LoadReport total;
  std::size_t files = 0, ties = 0, parties = 0, inferred = 0;
  std::set<std::string> persons, sources;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    Loaded loaded;
    loaded.report = load_dataset(entry.path(), loaded);
    expect_sums(loaded);
    add(total, loaded.report);
    ++files;
    sources.insert(loaded.sources.at(0).id.value);
    for (const Claim& claim : loaded.claims) {
      if (claim.event == Event::Classified && claim.object.name == "person") persons.insert(claim.subject.id);
      if (claim.evidence.rule == "popolo:membership") ++ties;
      if (claim.evidence.rule == "popolo:membership" && claim.certainty == Certainty::Inferred) ++inferred;
      if (claim.evidence.rule == "popolo:on_behalf_of") ++parties;
    }
  }
  EXPECT_EQ(files, 234U);
  EXPECT_EQ(sources.size(), 234U);
  // Persons, organizations, memberships, events and areas, as counted in the files.
  EXPECT_EQ(total.read, 48961U + 2413U + 70937U + 512U + 14652U);
  EXPECT_THAT(total.skipped_for,
              ElementsAre(std::pair{"a date that is none", 1U}, std::pair{"an end before its start", 2U},
                          std::pair{"an entry without an id", 6U}));
  EXPECT_THAT(total.passed_over, ElementsAre(std::pair{"an area, which its memberships name", 14652U},
                                             std::pair{"an event, whose dates its memberships have", 510U}));
  EXPECT_EQ(total.used, 48961U + 2407U + 70936U);
  EXPECT_EQ(ties, 70936U);
  EXPECT_EQ(persons.size(), 48961U);
  EXPECT_EQ(inferred, 68645U);
  EXPECT_EQ(parties, 63105U);
  EXPECT_THAT(total.warnings, ElementsAre(std::pair{"a date outside its legislative period", 15U},
                                          // Of two events that are skipped for their dates.
                                          std::pair{"a legislative period that is not there", 92U + 101U},
                                          std::pair{"a life with impossible dates", 2U}));
}

TEST(PopoloCollections, UkOffices) {
  const auto ministers = dataset("uk_offices/ministers.json"),
             scottish = dataset("uk_offices/sp-ministers.json");
  ENTENTE_NEEDS_DATASET(ministers);
  Loaded uk, scotland;
  uk.report = load_dataset(ministers, uk);
  expect_sums(uk);
  EXPECT_EQ(uk.report.used, 2890U + 216U);
  EXPECT_EQ(std::count_if(uk.claims.begin(), uk.claims.end(),
                          [](const Claim& c) { return c.evidence.rule == "popolo:membership"; }),
            2890);
  EXPECT_EQ(std::count_if(
                uk.claims.begin(), uk.claims.end(),
                [](const Claim& c) { return c.evidence.rule == "popolo:membership" && c.detail.empty(); }),
            873)
      << "memberships without a role";
  scotland.report = load_dataset(scottish, scotland);
  expect_sums(scotland);
  EXPECT_EQ(scotland.report.read, 381U);
  EXPECT_EQ(scotland.report.used, 376U);
  EXPECT_THAT(scotland.report.skipped_for, ElementsAre(std::pair{"a membership of nobody", 5U}));
}

}  // namespace
}  // namespace entente
