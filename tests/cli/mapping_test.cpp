// Tables of any shape, through the program: with a mapping of one's own, by name, by the header, and first of
// all dry.
#include <gmock/gmock.h>

#include <filesystem>

#include "tests/cli/json.hpp"
#include "tests/cli/program.hpp"

namespace entente::testing_support {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class Mapping : public testing::Test {
 protected:
  Mapping() {
    folder.write("klubs.csv",
                 "Nr;Land;Klub;Von;Bis\n"
                 "1;Ruritania;Small States;01.05.1921;31.12.1938\n"
                 "2;Graustark;Small States;1920/21;?\n"
                 "3;Syldavia;Small States;05.05.1920;\n");
    folder.write("klubs.mapping.json",
                 R"({"format": "entente-mapping", "version": 1, "name": "klubs",
                     "source": {"id": "klubs", "title": "Handbook", "horizon": "1950"},
                     "claims": [{"subject": "{Land}", "object": "{Klub}",
                                 "start": {"date": "{Von}", "formats": ["day-month-year"]},
                                 "end": {"date": "{Bis}", "formats": ["day-month-year"], "when_missing": "ongoing"}}]})");
    folder.write("states.csv",
                 "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
                 "UZB,704,Uzbekistan,1991,12,27,2016,12,31,2016\n");
  }
  Outcome run(const std::vector<std::string>& arguments) { return entente(arguments, {}, folder.path()); }
  ScratchFolder folder;
};

TEST_F(Mapping, OfOnesOwnLoadsATable) {
  const Outcome outcome = run({"import", "--mapping", "klubs.mapping.json", "klubs.csv"});
  EXPECT_EQ(outcome.status, 3);  // one row cannot be read
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("klubs.csv:3"), HasSubstr("\"1920/21\" is no date")));
  EXPECT_THAT(outcome.out, HasSubstr("2 used, 0 passed over, 1 skipped: 1 × unreadable date"));
  EXPECT_THAT(answers(run({"members", "Small States", "--on", "1930", "--format", "json"}).out),
              ElementsAre("Ruritania:certain", "Syldavia:certain"));
}

TEST_F(Mapping, DryItShowsWhatItWouldAndLoadsNothing) {
  const Outcome outcome = run({"import", "--dry-run", "--mapping", "klubs.mapping.json", "klubs.csv"});
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("Ruritania"), HasSubstr("1921-05-01/1938-12-31"), HasSubstr("1920-05-05/.."),
                    HasSubstr("source klubs: Handbook, as of 1950"), HasSubstr("1 × unreadable date")));
  EXPECT_FALSE(std::filesystem::exists(folder.file("entente.db")));
}

TEST_F(Mapping, DryItNamesASourceOnceAndShowsNoEmptyTable) {
  folder.write("years.mapping.json",
               R"({"format": "entente-mapping", "version": 1, "name": "years", "source": {"id": "years"},
                   "claims": [{"subject": {"name": "{who}", "kind": "state"}, "object": "{body}", "year": "{year}"}]})");
  folder.write("years.csv", "who,body,year\nX,Y,1990\nX,Y,1991\n");
  const std::string out = run({"import", "--dry-run", "--mapping", "years.mapping.json", "years.csv"}).out;
  EXPECT_THAT(out, HasSubstr("source years: years, as of 1991"));
  EXPECT_EQ(out.find("source years"), out.rfind("source years"));
  const std::string none = run({"import", "--dry-run", "--mapping", "years.mapping.json", "klubs.csv"}).out;
  EXPECT_EQ(none.find("0 of 0 claims"), std::string::npos) << none;
}

TEST_F(Mapping, ATableIsKnownByItsHeader) {
  EXPECT_EQ(run({"import", "states.csv"}).status, 0);
  EXPECT_THAT(run({"memberships", "Uzbekistan", "--relation", "in_state_system"}).out,
              AllOf(HasSubstr("COW state system"), HasSubstr("1991-12-27")));
  EXPECT_EQ(run({"import", "--mapping", "cow-states", "states.csv"}).status, 0);
}

TEST_F(Mapping, ThatIsNoneIsSaidAndNothingIsLeftBehind) {
  const Outcome unknown = run({"import", "--mapping", "cow-stats", "states.csv"});
  EXPECT_NE(unknown.status, 0);
  EXPECT_THAT(unknown.err, AllOf(HasSubstr("cow-stats"), HasSubstr("no mapping of that name")));
  folder.write("bad.json",
               "{\"format\": \"entente-mapping\", \"version\": 1, \"name\": \"x\",\n\"claim\": []}");
  const Outcome bad = run({"import", "--mapping", "bad.json", "states.csv"});
  EXPECT_NE(bad.status, 0);
  EXPECT_THAT(bad.err, HasSubstr("bad.json:2:10"));
  EXPECT_FALSE(std::filesystem::exists(folder.file("entente.db")));
}

}  // namespace
}  // namespace entente::testing_support
