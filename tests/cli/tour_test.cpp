// The tour that scripts/run takes, on the bundled data: each step answers, and the diagrams are pictures.
#include <gmock/gmock.h>

#include "tests/cli/json.hpp"
#include "tests/cli/program.hpp"

namespace entente::testing_support {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;
using testing::StartsWith;

class Tour : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = new ScratchFolder;
    imported = entente({"import", "--bundled"}, "", folder->path());
  }
  static void TearDownTestSuite() { delete folder; }
  static Outcome run(const std::vector<std::string>& arguments) {
    return entente(arguments, "", folder->path());
  }
  static std::vector<std::string> answered(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    return answers(run(arguments).out);
  }
  static ScratchFolder* folder;
  static Outcome imported;
};
ScratchFolder* Tour::folder = nullptr;
Outcome Tour::imported;

TEST_F(Tour, TheBundledDataLoadsWithoutAProblem) {
  EXPECT_EQ(imported.status, 0) << imported.err;
  EXPECT_EQ(imported.err, "");
}

TEST_F(Tour, MembersOfTheCstoIn2008) {
  EXPECT_THAT(answered({"members", "CSTO", "--on", "2008"}),
              IsSupersetOf({"Armenia:certain", "Belarus:certain", "Kazakhstan:certain", "Kyrgyzstan:certain",
                            "Russia:certain", "Tajikistan:certain", "Uzbekistan:certain"}));
}

TEST_F(Tour, UzbekistanComesAndGoes) {
  EXPECT_EQ(run({"was", "Uzbekistan", "CSTO", "--on", "2008"}).status, 0);
  EXPECT_EQ(run({"was", "Uzbekistan", "CSTO", "--on", "2004"}).status, 1);
  EXPECT_EQ(run({"was", "Uzbekistan", "CSTO", "--on", "2015"}).status, 1);
  EXPECT_THAT(run({"timeline", "Uzbekistan"}).out, HasSubstr("2006"));
}

TEST_F(Tour, WhoLeftTheTreatyIn1999) {
  const std::string changes = run({"changes", "CST", "--during", "1999"}).out;
  const std::string asked = run({"ask", "Who withdrew from the Collective Security Treaty in 1999?"}).out;
  for (const char* name : {"Azerbaijan", "Georgia", "Uzbekistan"}) {
    EXPECT_THAT(changes, HasSubstr(name));
    EXPECT_THAT(asked, HasSubstr(name));
  }
  EXPECT_THAT(asked, Not(HasSubstr("Armenia")));
}

TEST_F(Tour, APathAndItsProofs) {
  EXPECT_EQ(run({"path", "Serbia", "Kazakhstan", "--on", "2013"}).status, 0);
  EXPECT_EQ(run({"path", "Serbia", "Kazakhstan", "--simultaneous"}).status, 0);
  EXPECT_EQ(run({"why", "Uzbekistan", "CSTO"}).status, 0);
}

TEST_F(Tour, AmbiguousNamesListTheirChoices) {
  for (const char* name : {"Georgia", "Congo", "Korea", "the Union"}) {
    const Outcome outcome = run({"memberships", name});
    EXPECT_EQ(outcome.status, 4) << name;
    EXPECT_THAT(outcome.err, HasSubstr("id ")) << name;
  }
  EXPECT_EQ(run({"was", "Georgia", "CST", "--on", "1995"}).status, 0) << "the other name decides";
}

TEST_F(Tour, NatoGrows) {
  const auto count = [](const char* day) {
    return answered({"members", "NATO", "--relation", "member_of", "--on", day}).size();
  };
  EXPECT_EQ(count("1949-08-24"), 12U);
  EXPECT_EQ(count("1982-05-30"), 16U);
  EXPECT_EQ(count("2020-03-27"), 30U);
  EXPECT_EQ(count("2024-03-07"), 32U);
}

TEST_F(Tour, DiagramsAreWritten) {
  for (const char* format : {"svg", "png", "pdf", "dot", "json", "csv", "claims"}) {
    const std::string name = std::string("csto-2008.") + format;
    const Outcome outcome =
        run({"export", "--format", format, "--on", "2008", "--around", "CSTO", "-o", name});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_GT(folder->read(name).size(), 500U) << name;
  }
  EXPECT_THAT(folder->read("csto-2008.png"), StartsWith("\x89PNG"));
  EXPECT_THAT(folder->read("csto-2008.pdf"), StartsWith("%PDF"));
  EXPECT_THAT(folder->read("csto-2008.svg"), HasSubstr("Uzbekistan"));
}

TEST_F(Tour, TheSameQuestionGivesTheSameBytes) {
  for (const std::vector<std::string>& question :
       {std::vector<std::string>{"members", "CSTO", "--format", "json"},
        {"export", "--format", "svg", "--around", "CSTO"}}) {
    EXPECT_EQ(run(question).out, run(question).out);
  }
}

}  // namespace
}  // namespace entente::testing_support
