// Several sources in one database: compared, chosen between, and their names settled.
#include <gmock/gmock.h>

#include "tests/cli/json.hpp"
#include "tests/cli/program.hpp"

namespace entente::testing_support {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Sources : public testing::Test {
 protected:
  Sources() {
    folder.write("days.csv",
                 "subject,relation,object,start,end\n"
                 "Uzbekistan,member,Pact,1992-05-15,1999-04-20\n"
                 "Uzbekistan,member,Pact,2006-08-17,2012-06-28\n"
                 "Armenia,member,Pact,1992-05-15,..\n");
    folder.write("years.csv",
                 "subject,relation,object,start,end\n"
                 "Uzbekistan,member,Pact,1992,2011\n"
                 "Armenia,member,Pact,1993,..\n"
                 "Ruritania,member,Pact,1993,2000\n");
    load("days.csv", "days", "2018");
    load("years.csv", "years", "2014");
  }
  void load(const std::string& file, const std::string& source, const std::string& published) {
    ASSERT_EQ(ask({"import", file, "--source", source, "--published", published}).status, 0);
  }
  [[nodiscard]] Outcome ask(const std::vector<std::string>& arguments) const {
    return entente(arguments, "", folder.path());
  }

  ScratchFolder folder;
};

TEST_F(Sources, Compared) {
  const Outcome csv = ask({"compare", "days", "years", "--format", "csv"});
  EXPECT_EQ(csv.status, 0) << csv.err;
  EXPECT_THAT(csv.out,
              HasSubstr("armenia,Armenia,pact,Pact,days,years,start,231,0,1992-05-15/..,1993/..\r\n"));
  EXPECT_THAT(csv.out, HasSubstr(",days,years,spells,,,"));
  EXPECT_THAT(csv.out, HasSubstr("ruritania,Ruritania,pact,Pact,days,years,only-one,,,,1993/2000\r\n"));
  EXPECT_EQ(ask({"compare", "days", "years", "--only", "agree"}).status, 1);
  EXPECT_EQ(ask({"compare", "days"}).status, 2);
  EXPECT_EQ(ask({"compare", "days", "days"}).status, 2);
  EXPECT_EQ(ask({"compare", "days", "weeks"}).status, 4);
  const auto document = parsed(ask({"compare", "--entity", "Armenia", "--format", "json"}).out);
  ASSERT_EQ(document["answers"].Size(), 1U);
  EXPECT_EQ(document["answers"][0]["pairs"][0]["start_days"].GetInt(), 231);
  const Outcome table = ask({"compare"});
  EXPECT_THAT(table.out, HasSubstr("starts 231 days later"));
}

TEST_F(Sources, ChosenBetween) {
  const auto status = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"was", "Uzbekistan", "Pact", "--on", "2003"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return ask(arguments).status;
  };
  EXPECT_EQ(status({"--source", "days"}), 1);
  EXPECT_EQ(status({"--source", "years"}), 0);
  EXPECT_EQ(status({"--known-by", "2016"}), 0) << "only the years had been published";
  EXPECT_EQ(status({"--source", "nothing"}), 4);
  EXPECT_THAT(ask({"memberships", "Armenia", "--prefer", "years", "--format", "csv"}).out,
              HasSubstr(",1993,"));
  EXPECT_THAT(ask({"memberships", "Armenia", "--prefer", "days", "--format", "csv"}).out,
              HasSubstr(",1992-05-15,"));
}

TEST_F(Sources, ThisDatabaseBelievesWhomItIsTold) {
  const auto start = [&] { return ask({"memberships", "Armenia", "--format", "csv"}).out; };
  EXPECT_EQ(ask({"sources", "--priority", "years=2,days=1"}).status, 0);
  EXPECT_THAT(start(), HasSubstr(",1993,"));
  EXPECT_EQ(ask({"sources", "--priority", "days=3"}).status, 0);
  EXPECT_THAT(start(), HasSubstr(",1992-05-15,"));
  load("years.csv", "years", "2014");  // what its file says changes nothing
  EXPECT_THAT(start(), HasSubstr(",1992-05-15,"));
  EXPECT_EQ(ask({"sources", "--priority", "days=-1"}).status, 0);
  EXPECT_THAT(start(), HasSubstr(",1993,"));
  EXPECT_THAT(ask({"sources", "--format", "csv"}).out, HasSubstr("days,2018,-1,"));
  EXPECT_EQ(ask({"sources", "--priority", "days="}).status, 0);
  EXPECT_THAT(ask({"sources", "--format", "csv"}).out, HasSubstr("days,2018,0,"));
  EXPECT_STREQ(parsed(ask({"sources", "--format", "json"}).out)["query"]["command"].GetString(), "sources");
  EXPECT_EQ(ask({"sources", "--priority", "days"}).status, 2);
  EXPECT_EQ(ask({"sources", "--priority", "weeks=1"}).status, 4);
}

TEST_F(Sources, OneCaseIsShownWithEveryClaim) {
  const Outcome one = ask({"conflicts", "Armenia", "Pact"});
  EXPECT_EQ(one.status, 0);
  EXPECT_THAT(one.out, HasSubstr("Armenia – member – Pact: the first day"));
  EXPECT_THAT(one.out, HasSubstr("member 1992-05-15/.."));
  EXPECT_THAT(one.out, HasSubstr("member 1993/.."));
  EXPECT_EQ(ask({"conflicts", "Ruritania", "Pact"}).status, 1);
}

TEST_F(Sources, Dyads) {
  const Outcome csv = ask({"dyads", "--source", "days", "--during", "1998/2000", "--format", "csv"});
  EXPECT_EQ(csv.out,
            "a,b,a_name,b_name,year,shared\r\n"
            "armenia,uzbekistan,Armenia,Uzbekistan,1998,1\r\n"
            "armenia,uzbekistan,Armenia,Uzbekistan,1999,1\r\n");
  EXPECT_THAT(ask({"dyads", "--source", "days", "--during", "1998", "--codes", "cow", "--format", "csv"}).out,
              HasSubstr("371,704,Armenia,Uzbekistan,1998,1\r\n"));
  EXPECT_EQ(ask({"dyads", "--codes", "nonsense", "--format", "csv"}).status, 2);
  EXPECT_THAT(ask({"dyads"}).out, HasSubstr("shared"));
}

TEST_F(Sources, NamesAreSettledByATable) {
  const Outcome unmatched = ask({"entities", "--unmatched", "--format", "csv"});
  EXPECT_THAT(unmatched.out, HasSubstr("Ruritania,,unknown,"));
  folder.write("names.csv", "name,id\nRuritania,cow:371\nPact,csto\n");
  ASSERT_EQ(ask({"import", "names.csv"}).status, 0);
  EXPECT_THAT(ask({"entities", "--unmatched", "--format", "csv"}).out, Not(HasSubstr("Ruritania")));
  EXPECT_THAT(ask({"memberships", "Armenia", "--source", "years", "--format", "csv"}).out,
              HasSubstr("armenia,Armenia,member_of,csto,"));
  EXPECT_EQ(ask({"entities", "uzb"}).status, 0);
  EXPECT_EQ(ask({"entities", "atlantis"}).status, 1);
}

}  // namespace
}  // namespace entente::testing_support
