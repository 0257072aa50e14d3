#include "export/answer_json.hpp"

#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/export/answers.hpp"
#include "tests/export/hostile_names.hpp"

namespace entente {
namespace {

using testing::body;
using ::testing::ElementsAre;
using testing::make_tie;
using testing::state;

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(json.c_str(), json.size());
  EXPECT_FALSE(document.HasParseError()) << json;
  return document;
}

std::vector<std::string> members_of(const rapidjson::Value& object) {
  std::vector<std::string> names;
  for (const auto& member : object.GetObject()) names.emplace_back(member.name.GetString());
  return names;
}

std::string text(const rapidjson::Value& value) { return value.GetString(); }

TEST(AnswerJson, MembersHaveTheFormThatProgramsRelyOn) {
  const rapidjson::Document json = parsed(to_json(testing::members_question(), testing::members_answer()));
  EXPECT_THAT(members_of(json), ElementsAre("query", "answers"));
  EXPECT_EQ(text(json["query"]["command"]), "members");
  EXPECT_EQ(text(json["query"]["body"]["id"]), "csto");
  EXPECT_EQ(text(json["query"]["when"]), "2008");
  ASSERT_EQ(json["answers"].Size(), 2U);
  const auto& answer = json["answers"][1];
  EXPECT_THAT(members_of(answer),
              ElementsAre("id", "name", "status", "relation", "start", "end", "ending", "earliest_start",
                          "latest_start", "earliest_end", "latest_end", "subject", "object", "edge",
                          "changes", "disputed", "disputes", "notes", "evidence"));
  EXPECT_EQ(text(answer["id"]), "uzbekistan");
  EXPECT_EQ(text(answer["name"]), "Uzbekistan");
  EXPECT_EQ(text(answer["status"]), "certain");
  EXPECT_EQ(text(answer["relation"]), "member_of");
  EXPECT_EQ(text(answer["start"]), "2006");
  EXPECT_EQ(text(answer["end"]), "2012");
  EXPECT_EQ(text(answer["object"]["name"]), "CSTO");
  EXPECT_TRUE(answer["disputed"].GetBool());
  EXPECT_EQ(text(answer["disputes"][0]["of"]), "end");
  EXPECT_EQ(text(answer["disputes"][0]["alternatives"][1]["date"]), "2013");
  EXPECT_EQ(text(answer["notes"][0]["rule"]), "founding");
  EXPECT_EQ(text(answer["changes"][0]["from"]), "");
  EXPECT_EQ(text(answer["changes"][1]["from"]), "2006-01-01");
  EXPECT_EQ(text(answer["changes"][1]["status"]), "possible");
}

TEST(AnswerJson, EvidenceSaysWhoSaidWhatAndWhere) {
  const rapidjson::Document json = parsed(to_json(testing::members_question(), testing::members_answer()));
  const auto& evidence = json["answers"][1]["evidence"][0];
  EXPECT_THAT(members_of(evidence), ElementsAre("source", "title", "url", "published", "begin", "end", "row",
                                                "text", "rule", "claim", "says"));
  EXPECT_EQ(text(evidence["source"]), "article");
  EXPECT_EQ(text(evidence["title"]), "The alliances of Eurasia");
  EXPECT_EQ(text(evidence["published"]), "2022-01-29");
  EXPECT_EQ(evidence["begin"].GetUint64(), 10U);
  EXPECT_EQ(evidence["end"].GetUint64(), 60U);
  EXPECT_EQ(text(evidence["text"]), "Uzbekistan joined CSTO in 2006.");
  EXPECT_EQ(text(evidence["rule"]), "joined-in");
  EXPECT_EQ(text(evidence["claim"]).size(), 32U);
  EXPECT_EQ(text(evidence["says"]["event"]), "joined");
  EXPECT_EQ(text(evidence["says"]["date"]), "2006");
  EXPECT_EQ(text(evidence["says"]["certainty"]), "stated");
}

TEST(AnswerJson, MembershipsNameTheBody) {
  const rapidjson::Document json =
      parsed(to_json(MembershipsQuestion{.entity = {"uzbekistan"}},
                     Memberships{state("Uzbekistan"), std::nullopt, testing::members_answer().ties}));
  EXPECT_EQ(text(json["query"]["command"]), "memberships");
  EXPECT_EQ(text(json["query"]["when"]), "");
  EXPECT_EQ(text(json["answers"][0]["id"]), "csto");
  EXPECT_EQ(text(json["answers"][0]["name"]), "CSTO");
}

/// Every answer has a query with its command and a list of answers.
TEST(AnswerJson, EveryAnswerHasTheSameFrame) {
  for (const auto& [command, question, answer] : testing::every_answer()) {
    const rapidjson::Document json = parsed(to_json(question, answer));
    EXPECT_EQ(text(json["query"]["command"]), command);
    EXPECT_TRUE(json["answers"].IsArray()) << command;
    EXPECT_GT(json["answers"].Size(), 0U) << command;
  }
}

TEST(AnswerJson, WasHasOneStatusAndItsFlips) {
  const rapidjson::Document json =
      parsed(to_json(testing::answer_to("was").question, testing::answer_to("was").answer));
  EXPECT_EQ(text(json["status"]), "possible");
  EXPECT_EQ(json["changes"].Size(), 2U);
  EXPECT_EQ(json["other"].Size(), 0U);
}

TEST(AnswerJson, ChangesHaveDateKindAndWindow) {
  const auto example = testing::answer_to("changes");
  const rapidjson::Document json = parsed(to_json(example.question, example.answer));
  const auto& change = json["answers"][0];
  EXPECT_EQ(text(change["change"]), "left");
  EXPECT_EQ(text(change["id"]), "uzbekistan");
  EXPECT_EQ(text(change["object"]["id"]), "csto");
  EXPECT_EQ(text(change["date"]), "2012");
  EXPECT_EQ(text(change["earliest"]), "2012-01-01");
  EXPECT_EQ(text(change["latest"]), "2012-12-31");
  EXPECT_EQ(text(change["status"]), "certain");
}

TEST(AnswerJson, OverlapHasBothSpellsAndTheSharedDays) {
  const auto example = testing::answer_to("overlap");
  const rapidjson::Document json = parsed(to_json(example.question, example.answer));
  const auto& shared = json["answers"][0];
  EXPECT_EQ(text(shared["id"]), "csto");
  EXPECT_EQ(text(shared["certain"][0]), "2007-01-01/2011-12-31");
  EXPECT_EQ(text(shared["a"]["id"]), "armenia");
  EXPECT_EQ(text(shared["b"]["id"]), "uzbekistan");
}

TEST(AnswerJson, PathsHaveStepsWithTies) {
  const auto example = testing::answer_to("path");
  const rapidjson::Document json = parsed(to_json(example.question, example.answer));
  const auto& path = json["answers"][0];
  EXPECT_EQ(path["length"].GetUint(), 2U);
  EXPECT_EQ(text(path["steps"][0]["from"]["id"]), "armenia");
  EXPECT_EQ(text(path["steps"][1]["to"]["id"]), "uzbekistan");
  EXPECT_EQ(text(path["steps"][1]["ties"][0]["relation"]), "member_of");
  EXPECT_FALSE(json["truncated"].GetBool());
}

TEST(AnswerJson, ConflictsListEveryAlternative) {
  const auto example = testing::answer_to("conflicts");
  const rapidjson::Document json = parsed(to_json(example.question, example.answer));
  const auto& conflict = json["answers"][0];
  EXPECT_EQ(text(conflict["conflict"]), "end");
  EXPECT_EQ(text(conflict["end"]), "2012");
  EXPECT_EQ(conflict["alternatives"].Size(), 2U);
  EXPECT_TRUE(conflict["alternatives"][0]["kept"].GetBool());
  EXPECT_EQ(text(conflict["alternatives"][1]["date"]), "2013");
}

TEST(AnswerJson, AskedSaysHowItWasUnderstood) {
  const auto example = testing::answer_to("members");
  Asked asked;
  asked.question = example.question;
  asked.answer = example.answer;
  asked.understood = "Who were the members of CSTO in 2008?";
  asked.command = "entente members csto --on 2008";
  asked.notes = {"“the CSTO” is CSTO."};
  const rapidjson::Document json = parsed(to_json(asked));
  EXPECT_THAT(members_of(json), ElementsAre("understood", "command", "focus", "notes", "query", "answers"));
  EXPECT_EQ(text(json["understood"]), asked.understood);

  asked.answer_text = "2 members: 1 certain, 1 presumed.";
  EXPECT_EQ(text(parsed(to_json(asked))["answer"]), asked.answer_text);
}

TEST(AnswerJson, InfoCountsAndListsSources) {
  Totals totals;
  totals.claims = 7;
  const Source source{{"article"}, "Title", "", "", Date::parse("2022-01-29"), std::nullopt, 2};
  const rapidjson::Document json = parsed(to_json("info", totals, std::vector<Source>{source}));
  EXPECT_EQ(json["totals"]["claims"].GetUint(), 7U);
  EXPECT_EQ(text(json["answers"][0]["published"]), "2022-01-29");
  EXPECT_EQ(json["answers"][0]["priority"].GetInt(), 2);
}

TEST(AnswerJson, SurvivesHostileText) {
  for (const std::string& name : testing::hostile_names()) {
    Members answer = testing::members_answer();
    answer.body.name = name;
    answer.ties[0].subject.name = name;
    answer.ties[0].proofs[0].claim.evidence.text = name;
    const rapidjson::Document json = parsed(to_json(testing::members_question(), answer));
    EXPECT_EQ(json["answers"].Size(), 2U);
    EXPECT_EQ(text(json["answers"][0]["name"]), text(json["answers"][0]["evidence"][0]["text"]));
  }
}

/// Red when the form changes: programs of others read it. Say so in the changelog, and renew the file with
/// ENTENTE_RENEW_GOLDEN=1 in the environment of this test.
TEST(AnswerJson, MatchesTheGoldenFiles) {
  for (const auto& [command, question, answer] : testing::every_answer()) {
    const std::string path = ENTENTE_SOURCE_DIR "/tests/export/golden/" + command + ".json";
    const std::string json = to_json(question, answer);
    if (std::getenv("ENTENTE_RENEW_GOLDEN") != nullptr) std::ofstream(path) << json;
    std::stringstream golden;
    golden << std::ifstream(path).rdbuf();
    EXPECT_EQ(json, golden.str()) << path;
  }
}

}  // namespace
}  // namespace entente
