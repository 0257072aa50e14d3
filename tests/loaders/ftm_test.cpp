#include "loaders/ftm.hpp"

#include <gmock/gmock.h>

#include <vector>

#include "tests/loaders/collected.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

Loaded load_text(std::string_view json, const LoadOptions& options = {}) {
  const Loaded loaded = loaded_from(json, "list.ftm.json", load_ftm, options);
  expect_sums(loaded);
  return loaded;
}

std::vector<std::string> said(const Loaded& loaded) {
  std::vector<std::string> all;
  for (const Claim& claim : loaded.claims) {
    all.push_back(brief(claim) + (claim.detail.empty() ? "" : " [" + claim.detail + ']'));
  }
  return all;
}

std::vector<std::string> membership(const std::string& more) {
  return said(load_text(
      R"({"id": "m1", "schema": "Membership", "properties": {"member": ["a"], "organization": ["b"])" + more +
      "}}\n"));
}

TEST(Ftm, MembershipsWithEveryCombinationOfDates) {
  EXPECT_THAT(membership(""), ElementsAre("a member member_of b"));
  EXPECT_THAT(membership(R"(, "startDate": ["2006-06"], "endDate": ["2012-12-19T00:00:00"])"),
              ElementsAre("a member member_of b 2006-06/2012-12-19"));
  EXPECT_THAT(membership(R"(, "startDate": ["2006"])"), ElementsAre("a joined member_of b 2006"));
  EXPECT_THAT(membership(R"(, "endDate": ["2006"])"), ElementsAre("a member member_of b /2006"));
  EXPECT_THAT(membership(R"(, "date": ["2006"])"), ElementsAre("a member member_of b 2006"));
  EXPECT_THAT(membership(R"(, "startDate": ["2006"], "endDate": ["1001-01-01"])"),
              ElementsAre("a member member_of b 2006/"));
  EXPECT_THAT(membership(R"(, "startDate": ["2006"], "status": ["current"])"),
              ElementsAre("a member member_of b 2006/.. [status: current]"));
  EXPECT_THAT(membership(R"(, "startDate": ["2006"], "status": ["ended"])"),
              ElementsAre("a member member_of b 2006/ [status: ended]"));
  EXPECT_THAT(membership(R"(, "startDate": ["2006", "2006-06-23"], "role": ["observer"])"),
              ElementsAre("a joined member_of b 2006-06-23 [role: observer]"));
}

TEST(Ftm, ContradictingValuesAreKept) {
  const Loaded loaded = load_text(
      R"({"id": "m1", "schema": "Membership", "properties": {"member": ["a"], "organization": ["b"], "startDate": ["2004", "2006"], "endDate": ["2012"]}})");
  EXPECT_THAT(said(loaded), ElementsAre("a joined member_of b 2004", "a joined member_of b 2006",
                                        "a left member_of b 2012"));
  EXPECT_THAT(loaded.report.warnings, ElementsAre(std::pair{"a tie with several starts or ends", 1U}));
}

TEST(Ftm, OtherTies) {
  const auto tie = [](std::string_view schema, std::string_view subject, std::string_view object) {
    const std::string json = R"({"id": "x", "schema": ")" + std::string(schema) + R"(", "properties": {")" +
                             std::string(subject) + R"(": ["a"], ")" + std::string(object) +
                             R"(": ["Q7184"]}})";
    const Loaded loaded = load_text(json);
    EXPECT_EQ(loaded.claims.at(0).object.id, schema == "Succession" ? "ftm:a" : "wikidata:Q7184");
    return said(loaded).at(0);
  };
  EXPECT_EQ(tie("Directorship", "director", "organization"), "a director_of director_of Q7184");
  EXPECT_EQ(tie("Employment", "employee", "employer"), "a employed_by employed_by Q7184");
  EXPECT_EQ(tie("Occupancy", "holder", "post"), "a holds_position holds_position Q7184");
  EXPECT_EQ(tie("Ownership", "owner", "asset"), "a owner_of owner_of Q7184");
  EXPECT_EQ(tie("Succession", "predecessor", "successor"), "Q7184 succeeded successor_of a");
}

TEST(Ftm, NamesStandWhereverTheEntityStands) {
  const Loaded loaded = load_text(
      "{\"id\": \"m\", \"schema\": \"Membership\", \"properties\": {\"member\": [\"p\"], \"organization\": "
      "[\"o\"]}}\n"
      "{\"id\": \"o\", \"schema\": \"Organization\", \"caption\": \"OSCE\", \"properties\": {\"name\": "
      "[\"Organization for Security\", \"OSCE\"], \"incorporationDate\": [\"1975\"], \"parent\": "
      "[\"u\"]}}\r\n"
      "\n"
      "{\"id\": \"p\", \"schema\": \"Person\", \"properties\": {\"name\": [\"Ada\"], \"alias\": [\"A.\"], "
      "\"wikidataId\": [\"Q7\"], \"birthDate\": [\"1960\"]}}\n"
      "{\"id\": \"d\", \"schema\": \"Address\", \"properties\": {\"full\": [\"Vienna\"]}}\n");
  EXPECT_THAT(said(loaded),
              ElementsAre("p member member_of o", "ftm:o classified member_of organisation",
                          "ftm:o named member_of Organization for Security [name]",
                          "ftm:o named member_of OSCE [preferred:name]", "ftm:o founded member_of 1975",
                          "ftm:o part part_of u", "ftm:p classified member_of person",
                          "ftm:p named member_of Ada [preferred:name]", "ftm:p named member_of A. [name]",
                          "ftm:p identified member_of wikidata:Q7", "ftm:p founded member_of 1960"));
  EXPECT_EQ(loaded.claims[0].subject.id, "ftm:p");
  EXPECT_THAT(loaded.report.passed_over, ElementsAre(std::pair{"an entity of another schema", 1U}));
  EXPECT_EQ(loaded.claims[0].evidence.row, 1U);
  EXPECT_THAT(loaded.claims[0].evidence.text, HasSubstr("\"schema\": \"Membership\""));
}

TEST(Ftm, BadEntitiesAreSkippedAlone) {
  const std::string good =
      R"({"id": "m", "schema": "Membership", "properties": {"member": ["p"], "organization": ["o"]}})";
  const std::string text =
      good + "\n{broken\n7\n{\"id\": \"x\"}\n" +
      R"({"id": "m", "schema": "Membership", "properties": {"member": ["p"]}})" + "\n" +
      R"({"id": "m", "schema": "Membership", "properties": {"member": ["p"], "organization": ["o"], "startDate": ["soon"]}})" +
      "\n" +
      R"({"id": "m", "schema": "Membership", "properties": {"member": ["p"], "organization": ["o"], "startDate": ["2006"], "endDate": ["2005"]}})" +
      "\n" + R"({"id": "p", "schema": "Person", "properties": {"name": ["A\udc00"]}})" + "\n" + good;
  const Loaded loaded = load_text(text);
  EXPECT_THAT(loaded.claims, SizeIs(2));
  EXPECT_THAT(loaded.report.skipped_for,
              ElementsAre(std::pair{"a date that is none", 1U}, std::pair{"a text that is none", 1U},
                          std::pair{"a tie with one end", 1U}, std::pair{"an end before its start", 1U},
                          std::pair{"no JSON", 1U}, std::pair{"no entity", 2U}));
  EXPECT_THAT(loaded.complaints(), HasSubstr("list.ftm.json:2:2: not JSON"));
  LoadOptions strict;
  strict.strict = true;
  EXPECT_THROW(load_text(text, strict), Error);
}

TEST(Ftm, ListsAndSpreadEntitiesAreRead) {
  const std::string good =
      R"({"id": "m", "schema": "Membership", "properties": {"member": ["p"], "organization": ["o"]}})";
  EXPECT_THAT(load_text("[" + good + ", " + good + "]").claims, SizeIs(2));
  EXPECT_THAT(load_text("{\n\"id\": \"m\", \"schema\": \"Membership\",\n\"properties\": {\"member\": \"p\", "
                        "\"organization\": [{\"id\": \"o\"}]}}")
                  .claims,
              SizeIs(1));
  for (std::size_t size = 1; size < good.size(); ++size) {
    EXPECT_THAT(load_text(good.substr(0, size)).claims, SizeIs(0)) << size;
  }
}

TEST(Ftm, IsKnownByItsContent) {
  EXPECT_TRUE(is_ftm(R"({"id": "x", "schema": "Person", "properties": {}})"));
  EXPECT_TRUE(is_ftm(R"({"properties": {}, "schema":"Person"})"));
  EXPECT_FALSE(is_ftm(R"({"schema": {"type": "object"}, "properties": {}})"));
  EXPECT_FALSE(is_ftm(R"({"subject": "A", "event": "left", "object": "B"})"));
}

}  // namespace
}  // namespace entente
