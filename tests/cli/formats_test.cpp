// Data of others through the whole program: found by its content, every row accounted for, loaded twice
// without change, and met by what the program knows already.
#include <gmock/gmock.h>

#include "tests/cli/json.hpp"
#include "tests/cli/program.hpp"

namespace entente::testing_support {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class Formats : public testing::Test {
 protected:
  Outcome run(const std::vector<std::string>& arguments) { return entente(arguments, {}, folder.path()); }
  ScratchFolder folder;
};

constexpr const char* uzbekistan =
    R"({"type":"item","id":"Q265","modified":"2023-01-02T00:00:00Z","labels":{"en":{"language":"en","value":"Uzbekistan"}},"claims":{"P463":[{"mainsnak":{"snaktype":"value","property":"P463","datavalue":{"type":"wikibase-entityid","value":{"entity-type":"item","id":"Q318693"}}},"qualifiers":{"P580":[{"snaktype":"value","property":"P580","datavalue":{"type":"time","value":{"time":"+2006-00-00T00:00:00Z","precision":9,"calendarmodel":"http://www.wikidata.org/entity/Q1985727"}}}]},"rank":"normal"}],"P31":[{"mainsnak":{"snaktype":"value","property":"P31","datavalue":{"type":"wikibase-entityid","value":{"id":"Q1"}}}}]}})";

TEST_F(Formats, WikidataMeetsTheRegistryAndIsLoadedOnce) {
  folder.write("dump.json", std::string("[\n") + uzbekistan + ",\n{broken},\n]\n");
  const Outcome first = run({"import", "dump.json"});
  EXPECT_EQ(first.status, 3) << "a broken entity";
  EXPECT_THAT(first.err, HasSubstr("dump.json:3:2: not JSON"));
  EXPECT_THAT(
      first.out,
      HasSubstr(
          "dump.json: 2 used, 1 passed over: 1 × a kind outside the table, 1 skipped: 1 × a broken entity"));
  EXPECT_THAT(answers(run({"memberships", "Uzbekistan", "--format", "json"}).out),
              testing::ElementsAre("CSTO:part"))
      << "by their Wikidata ids both are entities of the registry";
  const std::string before = run({"info"}).out;
  EXPECT_THAT(run({"import", "dump.json"}).out, testing::ContainsRegex("dump.json +4 +[0-9]+ +0 +1"));
  EXPECT_EQ(run({"info"}).out, before) << "loading twice changes nothing";
}

TEST_F(Formats, AStrictImportLoadsNothingOfABrokenDump) {
  folder.write("dump.json", std::string("[\n") + uzbekistan + ",\n{broken},\n]\n");
  EXPECT_EQ(run({"import", "--strict", "dump.json"}).status, 3);
  EXPECT_THAT(run({"memberships", "Uzbekistan"}).status, testing::Ne(0));
}

TEST_F(Formats, OtherPropertiesByATableOfOnesOwn) {
  folder.write("dump.json", std::string(uzbekistan) + '\n');
  folder.write(
      "table.json",
      R"({"format":"entente-wikidata-properties","languages":["en"],"properties":{"P463":{"relation":"observer_of"}},"qualifiers":{}})");
  EXPECT_EQ(run({"import", "dump.json", "--properties", "table.json"}).status, 0);
  EXPECT_THAT(run({"export", "--format", "csv"}).out, HasSubstr("observer_of"));
  folder.write("table.json", "{}");
  EXPECT_THAT(run({"import", "dump.json", "--properties", "table.json"}).err,
              HasSubstr("no table of properties"));
}

TEST_F(Formats, PopoloFtmAndIntervalGraphsAreFoundByTheirContent) {
  folder.write(
      "house.json",
      R"({"persons":[{"id":"p","name":"Ada Lovelace"}],"organizations":[{"id":"h","name":"House"}],"memberships":[{"person_id":"p","organization_id":"h","start_date":"2001","end_date":"2005"}]})");
  folder.write(
      "list.ftm.json",
      R"({"id":"m","schema":"Membership","properties":{"member":["x"],"organization":["y"],"startDate":["2001"]}})"
      "\n"
      R"({"id":"x","schema":"Person","properties":{"name":["Grace Hopper"]}})"
      "\n"
      R"({"id":"y","schema":"Organization","properties":{"name":["The Fleet"]}})");
  folder.write("train.txt", "1\t0\t2\t1992-##-##\t1999-##-##\n");
  folder.write("entity2id.txt", "Alfa\t1\nBeta Club\t2\n");
  folder.write("relation2id.txt", "P463\t0\n");
  const Outcome outcome =
      run({"import", "house.json", "list.ftm.json", "train.txt", "entity2id.txt", "relation2id.txt"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(answers(run({"members", "House", "--format", "json"}).out),
              testing::ElementsAre("Ada Lovelace:part"));
  EXPECT_THAT(answers(run({"members", "The Fleet", "--format", "json"}).out),
              testing::ElementsAre("Grace Hopper:part"));
  EXPECT_THAT(answers(run({"members", "Beta Club", "--format", "json"}).out),
              testing::ElementsAre("Alfa:part"));
  EXPECT_THAT(outcome.out, HasSubstr("entity2id.txt: 0 used, 2 passed over"));
}

TEST_F(Formats, WhatWikidataLacksIsWrittenForItsEditors) {
  folder.write("dump.json", std::string(uzbekistan) + '\n');
  folder.write(
      "facts.csv",
      "country,organisation,start,end,url\nUzbekistan,CSTO,2006,2012-12-19,https://example.org/csto\n");
  EXPECT_EQ(run({"import", "dump.json", "facts.csv"}).status, 0);
  const Outcome made = run({"export", "--format", "quickstatements"});
  EXPECT_EQ(made.out,
            "Q265\tP463\tQ318693\tP582\t+2012-12-19T00:00:00Z/11\tS854\t\"https://example.org/csto\"\n");
  EXPECT_THAT(made.err,
              HasSubstr("0 statements that the Wikidata loaded here lacks, 1 that it has without a date"));
}

}  // namespace
}  // namespace entente::testing_support
