// A small table goes in; answers that can be checked by eye come out, with their statuses and exit statuses.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "tests/cli/json.hpp"
#include "tests/cli/program.hpp"

namespace entente::testing_support {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* table =
    "subject,relation,object,start,end,source\n"
    "Uzbekistan,member,Pact,1992,1999,article\n"
    "Uzbekistan,member,Pact,2006,2012,article\n"
    "Armenia,member,Pact,1994,,article\n"
    "Georgia,member,Pact,,1999,article\n"
    "Serbia,observer,Pact,2013,..,article\n"
    "Serbia,member,Chess League,2001,,article\n"
    "Moldova,member,Chess League,1999-05-17,2010,article\n"
    "Moldova,member,Chess League,1999-05-18,2010,book\n";

class Questions : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = new ScratchFolder;
    folder->write("facts.csv", table);
    import_status = entente({"import", "facts.csv", "--published", "2022-01-29"}, "", folder->path()).status;
  }
  static void TearDownTestSuite() { delete folder; }

  static Outcome ask(std::vector<std::string> arguments) { return entente(arguments, "", folder->path()); }
  static Outcome json(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    return ask(std::move(arguments));
  }

  static ScratchFolder* folder;
  static int import_status;
};
ScratchFolder* Questions::folder = nullptr;
int Questions::import_status = -1;

TEST_F(Questions, TheTableLoads) { EXPECT_EQ(import_status, 0); }

TEST_F(Questions, MembersWithTheirStatus) {
  EXPECT_THAT(answers(json({"members", "Pact", "--on", "2008"}).out),
              ElementsAre("Uzbekistan:certain", "Armenia:presumed"));
  EXPECT_THAT(answers(json({"members", "Pact", "--on", "1999"}).out),
              ElementsAre("Armenia:presumed", "Georgia:part", "Uzbekistan:part"));
  EXPECT_THAT(answers(json({"members", "the pact", "--on", "2006-03-01"}).out),
              ElementsAre("Armenia:presumed", "Uzbekistan:possible"));
}

TEST_F(Questions, MembershipsOfOne) {
  EXPECT_THAT(answers(json({"memberships", "moldova", "--on", "2005"}).out),
              ElementsAre("Chess League:certain"));
}

TEST_F(Questions, WasSaysYesNoAndPossibly) {
  EXPECT_EQ(json({"was", "Uzbekistan", "Pact", "--on", "2008-05-17"}).status, 0);
  EXPECT_THAT(json({"was", "Uzbekistan", "Pact", "--on", "2008-05-17"}).out, HasSubstr("\"certain\""));
  EXPECT_THAT(json({"was", "Uzbekistan", "Pact", "--on", "2006-03-01"}).out, HasSubstr("\"possible\""));
  const Outcome no = json({"was", "Uzbekistan", "Pact", "--on", "2003"});
  EXPECT_EQ(no.status, 1);
  EXPECT_THAT(no.out, HasSubstr("\"no\""));
}

TEST_F(Questions, EveryAnswerHasTheRowThatProvesIt) {
  const auto document = parsed(json({"members", "Pact", "--on", "2008"}).out);
  for (const auto& answer : document["answers"].GetArray()) {
    ASSERT_GT(answer["evidence"].Size(), 0U);
    EXPECT_THAT(answer["evidence"][0]["text"].GetString(), HasSubstr(answer["name"].GetString()));
    EXPECT_GT(answer["evidence"][0]["row"].GetInt(), 1);
  }
}

TEST_F(Questions, ConflictsShowBothDates) {
  const Outcome outcome = ask({"conflicts"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("1999-05-17"));
  EXPECT_THAT(outcome.out, HasSubstr("1999-05-18"));
  EXPECT_EQ(ask({"conflicts", "Pact"}).status, 1);
}

TEST_F(Questions, OtherCommandsAnswer) {
  EXPECT_THAT(ask({"changes", "Pact", "--during", "1999"}).out, HasSubstr("Georgia"));
  EXPECT_THAT(ask({"timeline", "Uzbekistan"}).out, HasSubstr("2006"));
  EXPECT_EQ(ask({"overlap", "Uzbekistan", "Armenia"}).status, 0);
  EXPECT_THAT(ask({"path", "Uzbekistan", "Moldova", "--relation", "any"}).out, HasSubstr("Serbia"));
  EXPECT_EQ(ask({"path", "Uzbekistan", "Moldova", "--avoid", "Serbia"}).status, 1);
  EXPECT_THAT(ask({"why", "Uzbekistan", "Pact"}).out, HasSubstr("Uzbekistan,member,Pact,1992,1999,article"));
  EXPECT_EQ(ask({"why", "Serbia", "Pact", "--not"}).status, 0);
  EXPECT_THAT(ask({"ask", "Who left the Pact in 1999?"}).out, HasSubstr("Georgia"));
  EXPECT_THAT(ask({"info"}).out, HasSubstr("7 ties, 1 of them disputed"));
}

TEST_F(Questions, EveryFormatIsOffered) {
  EXPECT_THAT(ask({"members", "Pact", "--format", "csv"}).out, HasSubstr("\r\n"));
  EXPECT_FALSE(parsed(json({"path", "Uzbekistan", "Armenia"}).out).IsNull());
  for (const char* command : {"timeline", "memberships"})
    EXPECT_FALSE(parsed(json({command, "Uzbekistan"}).out).IsNull());
  for (const char* command : {"conflicts", "info", "changes"})
    EXPECT_FALSE(parsed(json({command}).out).IsNull()) << command;
  for (const char* command : {"was", "why", "overlap"}) {
    EXPECT_FALSE(parsed(json({command, "Uzbekistan", "Pact"}).out).IsNull()) << command;
  }
}

TEST_F(Questions, LinesAreOneAnswerEach) {
  const std::string lines = ask({"members", "Pact", "--on", "2008", "--format", "ndjson"}).out;
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  EXPECT_FALSE(parsed(lines.substr(0, lines.find('\n'))).IsNull());
}

TEST_F(Questions, ExportsIntoLinksAndPipesAsTheyAre) {
  folder->write("target.dot", "before");
  std::filesystem::create_symlink("target.dot", folder->file("link.dot"));
  EXPECT_EQ(ask({"export", "-o", "link.dot"}).status, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(folder->file("link.dot")));
  EXPECT_THAT(folder->read("target.dot"), testing::StartsWith("digraph"));
  EXPECT_EQ(ask({"export", "--format", "dot", "-o", "/dev/full"}).status, 5);
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
  EXPECT_EQ(ask({"export", "--format", "dot", "-o", "nowhere/x.dot"}).status, 5);
}

TEST_F(Questions, NamesThatAreUnknownGetCandidates) {
  const Outcome outcome = ask({"memberships", "Uzbekisatn"});
  EXPECT_EQ(outcome.status, 4);
  EXPECT_THAT(outcome.err, HasSubstr("zbekistan"));
  EXPECT_EQ(outcome.out, "");
}

TEST_F(Questions, AnUnknownCommandOrOptionIsAUsageError) {
  EXPECT_EQ(ask({"remember"}).status, 2);
  EXPECT_EQ(ask({"members"}).status, 2);
  EXPECT_EQ(ask({"members", "Pact", "--on", "2012-13-45"}).status, 2);
  EXPECT_EQ(ask({"ask", "is it raining?"}).status, 2);
}

TEST_F(Questions, AnUnknownRelationIsAUsageErrorThatListsThem) {
  for (const char* option : {"--relation", "--avoid-relation"}) {
    const Outcome outcome = ask({"path", "Uzbekistan", "Armenia", option, "bogus"});
    EXPECT_EQ(outcome.status, 2) << option;
    EXPECT_THAT(outcome.err, HasSubstr("'bogus'")) << option;
    EXPECT_THAT(outcome.err, HasSubstr("There are:\n  member_of\n")) << option;
  }
  EXPECT_EQ(ask({"members", "Pact", "--relation", "bogus"}).status, 2);
  EXPECT_EQ(ask({"members", "Pact", "--relation", "observer"}).status, 0);
}

TEST_F(Questions, NoPathIsNotAskedFor) {
  EXPECT_EQ(ask({"path", "Uzbekistan", "Armenia", "--best", "0"}).status, 2);
  EXPECT_EQ(ask({"path", "Uzbekistan", "Armenia", "--max", "0"}).status, 2);
  EXPECT_EQ(ask({"path", "Uzbekistan", "Uzbekistan"}).status, 2);
}

TEST_F(Questions, CertainWithoutADateIsCertainOnSomeDay) {
  EXPECT_THAT(ask({"members", "Pact", "--certain"}).out, HasSubstr("Uzbekistan"));
}

TEST_F(Questions, WhatWasAskedIsAnsweredFirst) {
  const Outcome left = ask({"ask", "When did Georgia leave the Pact?"});
  EXPECT_EQ(left.status, 0);
  EXPECT_THAT(left.out, HasSubstr("\nGeorgia left Pact in 1999.\n"));
  EXPECT_THAT(json({"ask", "When did Georgia leave the Pact?"}).out, HasSubstr("\"answer\": \"Georgia left"));

  const Outcome stayed = ask({"ask", "When did Armenia leave the Pact?"});
  EXPECT_EQ(stayed.status, 1);
  EXPECT_THAT(stayed.out, HasSubstr("No source says that Armenia left Pact.\n"));
}

TEST_F(Questions, AQuestionThatIsNotUnderstoodGetsTheFormsOnce) {
  const Outcome outcome = ask({"ask", "Who is not a member of the Pact?"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("You can ask:\n  who were the members of X in D\n"));
  EXPECT_EQ(outcome.err.find("who left X"), outcome.err.rfind("who left X"));
}

TEST_F(Questions, NoDatabaseSaysHowToMakeOne) {
  const Outcome outcome = ask({"members", "Pact", "--db", "elsewhere.db"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("entente import"));
}

TEST_F(Questions, NothingIsColouredInAPipe) {
  EXPECT_THAT(ask({"members", "Pact"}).out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(ask({"members", "Pact", "--color", "always"}).out, HasSubstr("\x1b["));
}

}  // namespace
}  // namespace entente::testing_support
