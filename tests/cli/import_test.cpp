// What the program does with input, good and bad: nothing good is lost, and every problem has a place and a
// reason.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/cli/json.hpp"
#include "tests/cli/program.hpp"

namespace entente::testing_support {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class Import : public testing::Test {
 protected:
  Outcome run(const std::vector<std::string>& arguments, const std::string& input = {}) {
    return entente(arguments, input, folder.path());
  }
  std::vector<std::string> members(const std::string& body) {
    return answers(run({"members", body, "--format", "json"}).out);
  }
  ScratchFolder folder;
};

TEST_F(Import, BadRowsAreNamedAndTheRestIsLoaded) {
  folder.write("facts.csv",
               "subject,relation,object,start,end\n"
               "A,member,Club,2001,2002\n"
               "B,member,Club,2012-13-45,\n"
               "C,member,Club,2005,2001\n"
               "D,member,Club,2003,2004\n");
  const Outcome outcome = run({"import", "facts.csv"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("facts.csv:3"), HasSubstr("2012-13-45"), HasSubstr("facts.csv:4")));
  EXPECT_THAT(members("Club"), ElementsAre("A:part", "D:part"));
}

TEST_F(Import, StrictLoadsNothingOfABadFile) {
  folder.write("bad.csv",
               "subject,relation,object,start,end\nA,member,Club,2001,2002\nB,member,Club,never,\n");
  folder.write("good.csv", "subject,relation,object,start,end\nE,member,Club,2001,2002\n");
  EXPECT_EQ(run({"import", "--strict", "bad.csv", "good.csv"}).status, 3);
  EXPECT_THAT(members("Club"), ElementsAre("E:part"));
}

TEST_F(Import, EachKindOfUnreadableInputHasItsReason) {
  folder.write("empty.csv", "");
  folder.write("latin1.csv", "subject,relation,object,start,end\nC\xf4te d'Ivoire,member,Club,2001,2002\n");
  folder.write("cut.json",
               R"({"format":"entente-claims","version":1,"claims":[{"subject":"A","event":"joined")");
  folder.write("deep.json", R"({"format":"entente-claims","claims":)" + std::string(100000, '['));
  for (const char* name : {"empty.csv", "latin1.csv", "cut.json", "deep.json", "absent.csv"}) {
    const Outcome outcome = run({"import", name});
    EXPECT_EQ(outcome.status, 3) << name;
    EXPECT_THAT(outcome.err, HasSubstr(name)) << name;
  }
}

TEST_F(Import, NothingLoadedMakesNoDatabase) {
  EXPECT_EQ(run({"import", "absent.csv", "--db", "new.db"}).status, 3);
  EXPECT_EQ(access(folder.file("new.db").c_str(), F_OK), -1);
  EXPECT_EQ(run({"merge", "absent.db", "--db", "new.db"}).status, 3);
  EXPECT_EQ(access(folder.file("new.db").c_str(), F_OK), -1);
}

TEST_F(Import, LoadingTwiceChangesNothing) {
  folder.write("facts.csv", "subject,relation,object,start,end\nA,member,Club,2001,2002\n");
  run({"import", "facts.csv"});
  const std::string once = run({"export", "--format", "claims"}).out;
  run({"import", "facts.csv"});
  EXPECT_EQ(run({"export", "--format", "claims"}).out, once);
}

TEST_F(Import, WhatCanBeReadOnlyOnceIsReadOnce) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const std::string table = "subject,relation,object,start,end\nA,member,Club,2001,2002\n";
  ASSERT_EQ(write(ends[1], table.data(), table.size()), static_cast<ssize_t>(table.size()));
  close(ends[1]);
  const Outcome outcome = run({"import", "/dev/fd/" + std::to_string(ends[0])});
  close(ends[0]);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(members("Club"), ElementsAre("A:part"));
}

TEST_F(Import, AFileThatIsReadAnotherWayIsLoadedAgain) {
  folder.write("note.txt", "From our archive.\n<p>Uzbekistan left the&nbsp;CSTO in&nbsp;2012.</p>\n");
  const auto claims = [&](const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {"import", "note.txt", "--source", "note"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    EXPECT_EQ(run(arguments).status, 0);
    return run({"export", "--format", "claims"}).out;
  };
  const std::string plain = claims({"--as", "article"});
  const std::string both = claims({});
  EXPECT_NE(both, plain);
  EXPECT_EQ(claims({"--as", "article"}), both);
  EXPECT_NE(claims({"--title", "your note"}), both);
}

TEST_F(Import, AnotherBuildOfTheProgramLoadsAgain) {
  folder.write("facts.csv", "subject,relation,object,start,end\nA,member,Club,2001,2002\n");
  const auto loads = [&] {
    const std::string noted = "9:facts.csv", database = folder.read("entente.db");
    int times = 0;
    for (auto at = database.find(noted); at != std::string::npos; at = database.find(noted, at + 1)) ++times;
    return times;
  };
  run({"import", "facts.csv"});
  run({"import", "facts.csv"});
  EXPECT_EQ(loads(), 1);
  const std::string other = folder.file("other");
  std::filesystem::copy_file(ENTENTE_PROGRAM, other);
  std::ofstream(other, std::ios::binary | std::ios::app) << "another build";
  ASSERT_EQ(std::system(("cd " + folder.path() + " && ./other import facts.csv > said").c_str()), 0);
  EXPECT_EQ(loads(), 2);
}

TEST_F(Import, ExportedClaimsMakeTheSameDatabase) {
  run({"import", "--bundled"});
  folder.write("claims.json", run({"export", "--format", "claims"}).out);
  EXPECT_EQ(run({"import", "claims.json", "--db", "again.db"}).status, 0);
  EXPECT_EQ(run({"export", "--format", "claims", "--db", "again.db"}).out, folder.read("claims.json"));
  EXPECT_EQ(run({"export", "--format", "json", "--db", "again.db"}).out,
            run({"export", "--format", "json"}).out);
}

TEST_F(Import, MergingIsTheUnion) {
  folder.write("a.csv", "subject,relation,object,start,end\nA,member,Club,2001,2002\n");
  folder.write("b.csv", "subject,relation,object,start,end\nB,member,Club,2001,2002\n");
  run({"import", "a.csv", "--db", "a.db"});
  run({"import", "b.csv", "--db", "b.db"});
  EXPECT_EQ(run({"merge", "a.db", "b.db", "--db", "ab.db"}).status, 0);
  EXPECT_EQ(run({"merge", "b.db", "a.db", "--db", "ba.db"}).status, 0);
  EXPECT_EQ(run({"export", "--format", "claims", "--db", "ab.db"}).out,
            run({"export", "--format", "claims", "--db", "ba.db"}).out);
  EXPECT_EQ(run({"merge", "absent.db", "--db", "ab.db"}).status, 3);
}

TEST_F(Import, ForeignFilesAreLeftAlone) {
  const std::string path = folder.write("notes.db", "These are my notes, not a database.");
  const Outcome outcome = run({"import", "--bundled", "--db", "notes.db"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(folder.read("notes.db"), "These are my notes, not a database.");
  EXPECT_EQ(run({"members", "NATO", "--db", "notes.db"}).status, 3);
}

TEST_F(Import, ExtractPrintsFactsWithoutADatabase) {
  const std::string text = "Testland joined the Harbour League in 1994 and left in 2003.\n";
  const Outcome outcome = run({"extract", "--format", "json"}, text);
  EXPECT_EQ(outcome.status, 0);
  const auto document = parsed(outcome.out);
  ASSERT_TRUE(document.IsObject()) << outcome.out << outcome.err;
  ASSERT_EQ(document["facts"].Size(), 2U) << outcome.out;
  const auto& fact = document["facts"][0];
  EXPECT_STREQ(fact["subject"].GetString(), "Testland");
  EXPECT_STREQ(fact["event"].GetString(), "joined");
  EXPECT_STREQ(fact["object"].GetString(), "Harbour League");
  EXPECT_STREQ(fact["date"].GetString(), "1994");
  EXPECT_STREQ(fact["certainty"].GetString(), "stated");
  const auto& evidence = fact["evidence"];
  EXPECT_EQ(
      text.substr(evidence["begin"].GetUint64(), evidence["end"].GetUint64() - evidence["begin"].GetUint64()),
      evidence["text"].GetString());
  EXPECT_EQ(access(folder.file("entente.db").c_str(), F_OK), -1) << "extract makes no database";
}

TEST_F(Import, ExtractOffersTablesThatLeaveOutWhatIsDenied) {
  const std::string text =
      "Testland joined the Harbour League in 1994. Neither Oldland nor Newland joined the Harbour League in "
      "1994.";
  EXPECT_THAT(run({"extract", "--format", "csv"}, text).out,
              testing::StartsWith("subject,event,object,date,certainty,text\r\n"));
  const std::string table = run({"extract"}, text).out;
  EXPECT_THAT(table, HasSubstr("Testland"));
  EXPECT_THAT(table, testing::Not(HasSubstr("Newland")));
}

TEST_F(Import, WhatIsExtractedCanBeImported) {
  const std::string facts =
      run({"extract", "--format", "json"}, "Testland joined the Harbour League in 1994 and left in 2003.\n")
          .out;
  folder.write("facts.json", facts);
  EXPECT_EQ(run({"import", "facts.json"}).status, 0);
  EXPECT_THAT(members("Harbour League"), ElementsAre("Testland:part"));
}

}  // namespace
}  // namespace entente::testing_support
