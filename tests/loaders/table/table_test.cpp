// The language of mappings over small tables: what docs/formats/mapping.md promises, one row at a time.
#include "loaders/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/loaders/collected.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Result : Loaded {
  /// The claims at a glance, descriptions of entities apart.
  [[nodiscard]] std::vector<std::string> ties() const {
    std::vector<std::string> list;
    for (const Claim& claim : claims) {
      const bool describes =
          claim.event == Event::Named || claim.event == Event::Classified || claim.event == Event::Identified;
      if (!describes) list.push_back(brief(claim));
    }
    return list;
  }
};

/// `members` are those of the mapping's object beside format, version and name.
Result load(const std::string& members, const std::string& table, const LoadOptions& options = {}) {
  Result result;
  const std::string json = R"({"format": "entente-mapping", "version": 1, "name": "test", )" + members + "}";
  Input input = Input::of(table, "test.csv");
  result.report = load_table(input, TableMapping::parse(json, "test.json"), options, result);
  expect_sums(result);
  return result;
}

/// A claim of `who` about `body`, and what else the rule says.
std::string rule(const std::string& members) {
  return R"("claims": [{"subject": "{who}", "object": "{body}", )" + members + "}]";
}

std::string refusal(const std::string& json) {
  try {
    static_cast<void>(TableMapping::parse(json, "m.json"));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Table, AMadeUpTableLoadsWithAMappingAlone) {
  // Whoever wrote this table, no code here knows it.
  const std::string table =
      "Nr;Land;Klub;Von;Bis;Art\n"
      "1;Ruritania;League of Small States;01.05.1921;31.12.1938;V\n"
      "2;Ruritania;League of Small States;1.2.1946;heute;V\n"
      "3;Graustark;League of Small States;k.A.;30.06.1930;B\n"
      "4;Syldavia;League of Small States;05.05.1920;?;V\n"
      "5;Borduria;League of Small States;31.31.1920;?;V\n"
      "6;;League of Small States;01.01.1920;;V\n"
      "7;Ixania;League of Small States;01.01.1120;01.01.1930;V\n";
  const Result result = load(R"(
    "source": {"id": "small-states", "title": "Handbook of Small States", "horizon": "1950"},
    "missing": ["k.A."],
    "dates": {"formats": ["day-month-year"], "ongoing": ["heute"], "unknown": ["?"], "plausible": "1900/1950"},
    "claims": [{"subject": {"name": "{Land}", "kind": "state"}, "object": {"id": "lss", "name": "{Klub}"},
                "value": "{Art}", "values": {"V": "member", "B": "observer"},
                "start": "{Von}", "end": "{Bis}", "detail": "no. {Nr}"}])",
                             table);
  EXPECT_THAT(result.ties(),
              ElementsAre("Ruritania member member_of League of Small States 1921-05-01/1938-12-31",
                          "Ruritania member member_of League of Small States 1946-02-01/..",
                          "Graustark observer observer_of League of Small States /1930-06-30",
                          "Syldavia member member_of League of Small States 1920-05-05/",
                          "Ixania member member_of League of Small States /1930-01-01"));
  EXPECT_EQ(result.report.read, 7U);
  EXPECT_EQ(result.report.used, 5U);
  EXPECT_EQ(result.report.skipped_for, (Reasons{{"no subject", 1}, {"unreadable date", 1}}));
  EXPECT_EQ(result.report.warnings, (Reasons{{"implausible date", 1}}));
  EXPECT_THAT(result.complaints(), HasSubstr("test.csv:6: \"31.31.1920\" is no date"));
  ASSERT_FALSE(result.sources.empty());
  EXPECT_EQ(result.sources.front().published->text(), "1950");
  const Claim& first = *std::find_if(result.claims.begin(), result.claims.end(),
                                     [](const Claim& claim) { return claim.event == Event::Held; });
  EXPECT_EQ(first.detail, "no. 1");
  EXPECT_EQ(first.object.id, "lss");
  EXPECT_EQ(first.evidence.row, 2U);
  EXPECT_EQ(first.evidence.text, "1;Ruritania;League of Small States;01.05.1921;31.12.1938;V");
  EXPECT_EQ(first.evidence.rule, "table:test");
}

TEST(Table, DatesAreAsPreciseAsTheyStand) {
  const auto when = [](const std::string& rule_members, const std::string& cells) {
    const Result result =
        load(rule(R"("says": "member", )" + rule_members), "who,body,a,b,c,d\nX,Y," + cells + "\n");
    return result.claims.empty()   ? result.complaints()
           : result.claims[0].when ? to_string(*result.claims[0].when)
                                   : "undated";
  };
  EXPECT_EQ(when(R"("date": "{a}")", "1992-05,,,"), "1992-05");
  EXPECT_EQ(when(R"("date": {"year": "{a}", "month": "{b}", "day": "{c}"})", "1992,5,15,"), "1992-05-15");
  EXPECT_EQ(when(R"("date": {"year": "{a}", "month": "{b}", "day": "{c}"})", "1992,12,,"), "1992-12");
  EXPECT_EQ(when(R"("date": {"year": "{a}", "month": "{b}", "day": "{c}"})", "1992.0,0,0,"), "1992");
  EXPECT_EQ(when(R"("date": {"date": "{a}", "formats": ["year-month-day"]})", "1992/5/9,,,"), "1992-05-09");
  EXPECT_EQ(when(R"("date": {"date": "{a}", "formats": ["month-day-year"]})", "5/9/1992,,,"), "1992-05-09");
  EXPECT_EQ(when(R"("date": {"date": "{a}", "formats": ["yyyymmdd"]})", "19920509,,,"), "1992-05-09");
  EXPECT_EQ(when(R"("date": {"date": "{a}", "formats": ["english"]})", "9 May 1992,,,"), "1992-05-09");
  EXPECT_EQ(when(R"("date": {"date": "{a}", "formats": ["messydates"]})", "1992-05-01..1992-05-09,,,"),
            "[1992-05-01..1992-05-09]");
  EXPECT_EQ(when(R"("date": {"date": ["{a}", "{b}"]})", ",1993,,"), "1993");
  EXPECT_EQ(when(R"("date": {"date": "{a}", "approximate_when": {"d": "guess"}})", "1992,,,guess"), "1992~");
  EXPECT_EQ(when(R"("date": {"date": "{a}", "formats": ["day-month-year"]})", "12.1981,,,"), "1981-12");
  EXPECT_EQ(when(R"("date": {"date": "{a}", "formats": ["day-month-year"]})", "1981,,,"), "1981");
  EXPECT_EQ(when(R"("date": {"date": "{a}", "formats": ["month-day-year"]})", "12/1981,,,"), "1981-12");
  EXPECT_EQ(when(R"("date": {"date": "{a}", "formats": ["year-month-day"]})", "1981.12,,,"), "1981-12");
  for (const std::string cell : {"81", "12.81", "1981.12", "13.1981", "31.02.1981", "012.1981"}) {
    EXPECT_THAT(when(R"("date": {"date": "{a}", "formats": ["day-month-year"]})", cell + ",,,"),
                HasSubstr("is no date in any format"))
        << cell;
  }
  EXPECT_THAT(when(R"("date": {"date": "{a}", "formats": ["day-month-year"]})", "01-01-01,,,"),
              HasSubstr("is no date in any format"));
}

TEST(Table, WhatStartAndEndMean) {
  const auto told = [](const std::string& cells) {
    return load(rule(R"("start": {"date": "{a}", "bound_when": {"c": "before"}},
                       "end": {"date": "{b}", "ongoing": ["now"], "unknown": ["?"], "bound_when": {"c": "after"}})"),
                "who,body,a,b,c\nX,Y," + cells + "\n")
        .ties();
  };
  EXPECT_THAT(told("1990,1995,"), ElementsAre("X member member_of Y 1990/1995"));
  EXPECT_THAT(told("1990,now,"), ElementsAre("X member member_of Y 1990/.."));
  EXPECT_THAT(told("1990,?,"), ElementsAre("X member member_of Y 1990/"));
  EXPECT_THAT(told("1990,,"), ElementsAre("X joined member_of Y 1990"));
  EXPECT_THAT(told(",1995,"), ElementsAre("X member member_of Y /1995"));
  EXPECT_THAT(told(",now,"), ElementsAre("X member member_of Y /.."));
  EXPECT_THAT(told(",?,"), ElementsAre("X left member_of Y"));
  EXPECT_THAT(told(",,"), ElementsAre("X member member_of Y"));
  EXPECT_THAT(told("1990,1995,before"),
              ElementsAre("X member member_of Y /1995", "X member member_of Y 1990"));
  EXPECT_THAT(told("1990,,before"), ElementsAre("X member member_of Y 1990"));
  EXPECT_THAT(told("1990,1995,after"), ElementsAre("X member member_of Y 1990/[1995..9999]"));
  EXPECT_THAT(told("1995,1990,"), IsEmpty());
}

TEST(Table, YearsAreFoldedIntoSpells) {
  const std::string years = rule(R"("year": "{year}", "value": "{code}",
      "values": {"1": "member", "2": "observer", "0": "nothing", "-9": "unknown"}, "approximate_when": {"guess": "1"})");
  const auto told = [&](const std::string& rows) {
    return load(years, "who,body,year,code,guess\n" + rows).ties();
  };
  // The last year of the table is the horizon: what reaches it goes on.
  EXPECT_THAT(told("X,Y,1990,1,\nX,Y,1991,1,\nX,Y,1992,0,\nX,Y,1993,0,\n"),
              ElementsAre("X member member_of Y 1990/1991"));
  EXPECT_THAT(told("X,Y,1990,1,\nX,Y,1991,1,\n"), ElementsAre("X member member_of Y 1990/.."));
  // A gap makes two; so does another status.
  EXPECT_THAT(told("X,Y,1990,1,\nX,Y,1992,1,\nX,Y,1993,2,\n"),
              ElementsAre("X member member_of Y 1990/1990", "X member member_of Y 1992/1992",
                          "X observer observer_of Y 1993/.."));
  // Unknown is not no: the end lies in any of the years.
  EXPECT_THAT(
      told("X,Y,1990,1,\nX,Y,1991,-9,\nX,Y,1992,-9,\nX,Y,1993,1,\nX,Y,1994,0,\n"),
      ElementsAre("X member member_of Y 1990/[1990..1992]", "X member member_of Y [1991..1993]/1993"));
  EXPECT_THAT(told("X,Y,1990,1,\nX,Y,1991,-9,\n"), ElementsAre("X member member_of Y 1990/[1990..9999]"));
  EXPECT_THAT(told("X,Y,1990,1,1\nX,Y,1991,1,\nX,Y,1992,0,\n"),
              ElementsAre("X member member_of Y 1990~/1991"));
  // The order of rows does not matter, nor does a row that stands twice.
  EXPECT_THAT(told("X,Y,1993,0,\nX,Y,1991,1,\nX,Y,1990,1,\nX,Y,1990,1,\nX,Y,1989,1,\n"),
              ElementsAre("X member member_of Y 1989/1991"));
  EXPECT_THAT(told("X,Y,1991,1,\nX,Y,1995,0,\nX,Y,1989,1,\nX,Y,1990,1,\n"),
              ElementsAre("X member member_of Y 1989/1991"));
  const Result result =
      load(years, "who,body,year,code,guess\nX,Y,1990,1,\nX,Y,,1,\nX,Y,1991,7,\nX,Y,1992,0,\n");
  EXPECT_EQ(result.report.skipped_for, (Reasons{{"unknown value", 1}, {"unreadable date", 1}}));
  EXPECT_EQ(result.sources.front().published->text(), "1992");
}

TEST(Table, ATableOfYearsThatIsPublishedLaterEndsNothingAtItsLastYear) {
  const std::string table = "who,body,year\nX,Y,1990\nX,Y,1991\nZ,Y,1990\n";
  LoadOptions options;
  options.published = Date::parse("1995");
  const Result result = load(rule(R"("year": "{year}")"), table, options);
  EXPECT_THAT(result.ties(),
              ElementsAre("X member member_of Y 1990/[1991..9999]", "Z member member_of Y 1990/1990"));
  const Result told =
      load(R"("source": {"id": "s", "horizon": "1993"}, )" + rule(R"("year": "{year}")"), table);
  EXPECT_THAT(told.ties(), ElementsAre("X member member_of Y 1990/1991", "Z member member_of Y 1990/1990"));
}

TEST(Table, ARowThatClaimsNothingDescribesNobody) {
  const Result result = load(
      R"("claims": [{"subject": {"name": "{who}", "kind": "state"}, "object": {"name": "{body}", "kind": "organisation"},
                     "start": "{from}"}])",
      "who,body,from\nX,Y,no date\nZ,Y,1990\nX,Y,1991\n");
  std::vector<std::string> all;
  for (const Claim& claim : result.claims) {
    if (claim.event == Event::Classified)
      all.push_back(std::to_string(claim.evidence.row) + ' ' + claim.subject.name);
  }
  EXPECT_THAT(all, ElementsAre("3 Z", "3 Y", "4 X"));
  EXPECT_EQ(result.report.skipped, 1U);
  // The same where the entity is a column, which is looked up once.
  const Result columns = load(
      R"("claims": [{"each": {"columns": ["nato"]}, "values": {"1": "member"}, "subject": "{who}",
                     "object": {"name": "{@column}", "kind": "organisation"}, "year": "{year}"}])",
      "who,year,nato\nX,?,1\nX,1990,1\n");
  ASSERT_EQ(columns.claims.size(), 2U);
  EXPECT_EQ(columns.claims[0].event, Event::Classified);
  EXPECT_EQ(columns.claims[0].evidence.row, 3U);
}

TEST(Table, BeforeTheFirstYearNobodyKnows) {
  const Result result = load(rule(R"("year": "{year}", "before_first": "unknown")"),
                             "who,body,year\nX,Y,1990\nX,Y,1991\nZ,Y,1991\nZ,Y,1992\n");
  EXPECT_THAT(result.ties(), ElementsAre("X member member_of Y /1991", "X member member_of Y 1990",
                                         "Z member member_of Y 1991/.."));
}

TEST(Table, OneColumnABody) {
  const Result result = load(R"(
    "claims": [{"each": {"from": "nato", "to": "eu", "except": "note"}, "values": {"1": "member", "0": "nothing", "": "nothing"},
                "subject": "{who}", "object": {"id": "igo:{@column}", "name": "{@column|upper}"}, "year": "{year}"}])",
                             "who,year,nato,note,eu\nX,1990,1,,0\nX,1991,1,,1\n");
  EXPECT_THAT(result.ties(), ElementsAre("X member member_of NATO 1990/..", "X member member_of EU 1991/.."));
  EXPECT_EQ(result.claims.back().object.id, "igo:eu");
}

TEST(Table, CellsThatHoldLists) {
  const Result result = load(
      R"("claims": [{"each": {"list": "{in|plain}"}, "values": {"": "member", "observer": "observer", "no": "nothing"},
          "other": {"says": "member", "certainty": "inferred"}, "subject": "{who}", "object": "{@item}", "detail": "{@note}"}])",
      "who,in\nX,\"ADB, EAEU (observer), ICC (no),&nbsp; <b>UN</b>, C (a (b, c), d), EITI (x) (y)\"\n");
  EXPECT_THAT(result.ties(),
              ElementsAre("X member member_of ADB", "X observer observer_of EAEU", "X member member_of UN",
                          "X member member_of C", "X member member_of EITI"));
  EXPECT_EQ(result.claims[3].detail, "a (b, c), d");
  EXPECT_EQ(result.claims[4].detail, "x; y");
  EXPECT_EQ(result.claims[4].certainty, Certainty::Inferred);
  EXPECT_EQ(result.report.warnings, (Reasons{{"unknown value", 2}}));
}

TEST(Table, SpellsThatTouchAreJoined) {
  const auto told = [](const std::string& join, const std::string& rows) {
    return load(rule(R"("join": ")" + join +
                     R"(", "start": "{a}", "end": {"date": "{b}", "when_missing": "ongoing"})"),
                "who,body,a,b\n" + rows);
  };
  const std::string phases =
      "X,Y,1951-06-19,\nX,Y,1949-04-04,1951-06-19\nX,Z,1949-04-04,1951-06-18\nX,Z,1951-06-19,1955\n";
  EXPECT_THAT(told("same day", phases).ties(),
              ElementsAre("X member member_of Y 1949-04-04/..", "X member member_of Z 1949-04-04/1951-06-18",
                          "X member member_of Z 1951-06-19/1955"));
  const Result next = told("next day", phases);
  EXPECT_THAT(next.ties(),
              ElementsAre("X member member_of Y 1949-04-04/..", "X member member_of Z 1949-04-04/1955"));
  EXPECT_EQ(next.claims[0].evidence.row, 2U);
  EXPECT_EQ(next.claims[0].evidence.text, "X,Y,1949-04-04,1951-06-19\nX,Y,1951-06-19,");
  // Years cannot touch on a day.
  EXPECT_THAT(told("next day", "X,Y,1949,1951\nX,Y,1951,1955\n").ties().size(), 2U);
}

TEST(Table, CodesThatChangedHands) {
  const std::string mapping = R"("claims": [{"subject": {"id": "cow:{c}", "name": "{n}"}, "object": "{body}",
      "start": "{a}", "end": {"date": "{b}", "when_missing": "ongoing"}}])";
  const auto told = [&](const std::string& row) { return load(mapping, "c,n,body,a,b\n" + row + "\n"); };
  EXPECT_THAT(told("365,Russia,Y,1955-05-14,1991-07-01").ties(),
              ElementsAre("soviet-union member member_of Y 1955-05-14/1991-07-01"));
  EXPECT_THAT(told("365,Russia,Y,1992-05-15,").ties(),
              ElementsAre("russia member member_of Y 1992-05-15/.."));
  const Result both = told("365,Russia,Y,1971-03-26,");
  EXPECT_THAT(both.ties(), ElementsAre("soviet-union member member_of Y 1971-03-26/1991-12-25",
                                       "russia member member_of Y 1991-12-26/.."));
  EXPECT_EQ(both.claims[0].certainty, Certainty::Inferred);
  EXPECT_THAT(both.claims[0].detail, HasSubstr("cow:365 changed hands"));
  EXPECT_THAT(told("704,Uzbekistan,Y,1992,").ties(), ElementsAre("Uzbekistan member member_of Y 1992/.."));
}

TEST(Table, WhatNamesNobodyIsOdd) {
  const std::string mapping = R"("claims": [{"subject": {"id": "iso3:{c}"}, "object": "{body}"}])";
  const Result result = load(mapping, "c,body\nUZB,Y\nGIN - GNQ,Y\n,Y\n");
  ASSERT_EQ(result.claims.size(), 2U);
  EXPECT_EQ(result.claims[0].subject.id, "iso3166-1-alpha-3:UZB");
  EXPECT_EQ(result.claims[1].subject, (Mention{"GIN - GNQ", ""}));
  EXPECT_EQ(result.report.warnings, (Reasons{{"not a code", 1}}));
  EXPECT_EQ(result.report.skipped_for, (Reasons{{"no subject", 1}}));
}

TEST(Table, EntitiesAreDescribedOnce) {
  const Result result =
      load(R"(
    "entities": [{"id": "gw:{code}", "name": "{name}", "kind": "state", "founded": "{from}",
                  "names": ["{name}", {"name": "{short}", "sort": "acronym", "lang": "en"}],
                  "ids": [{"id": "gwc:{short}", "start": "{from}", "end": {"date": "{to}", "ongoing": ["2017"]}}]}])",
           "code,name,short,from,to\n2,United States,USA,1816,2017\n2,United States,USA,1816,2017\n");
  std::vector<std::string> told;
  for (const Claim& claim : result.claims) told.push_back(brief(claim) + " | " + claim.detail);
  EXPECT_THAT(told,
              ElementsAre("gw:2 classified member_of state | ", "gw:2 named member_of United States | name",
                          "gw:2 named member_of USA | acronym:en",
                          "gw:2 identified member_of gwc:USA 1816/.. | ", "gw:2 founded member_of 1816 | "));
  EXPECT_EQ(result.report.used, 2U);
}

TEST(Table, ConditionsChooseRows) {
  const Result result = load(R"("where": {"keep": ["1", "yes"]}, "unless": {"who": "Z"},
      "claims": [{"when": {"a": "1"}, "subject": "{who}", "object": "Y", "says": "ally", "both_ways": true, "once": true,
                  "qualifiers": {"defence": {"d": "1"}, "offence": {"d": "2"}}}])",
                             "who,keep,a,d\nX,1,1,1\nV,yes,0,1\nW,no,1,1\nZ,1,1,1\nX,1,1,1\n");
  EXPECT_THAT(result.ties(), ElementsAre("X ally allied_with Y", "Y ally allied_with X"));
  EXPECT_EQ(result.claims[0].detail, "defence");
  EXPECT_EQ(result.report.passed_over,
            (Reasons{{"left out by the mapping", 2}, {"says nothing that the mapping asks for", 1}}));
  EXPECT_EQ(result.report.used, 2U);
}

TEST(Table, JsonRows) {
  Collected found;
  const TableMapping mapping = TableMapping::parse(
      R"({"format": "entente-mapping", "version": 1, "name": "j",
          "input": {"kind": "json", "rows": "/data/items", "columns": {"who": "/state/name", "in": "/bodies", "n": "/n~1a"}},
          "claims": [{"each": {"list": "{in}"}, "subject": "{who}", "object": "{@item}", "detail": "{n}"}]})",
      "j.json");
  Input input = Input::of(
      "{\"data\": {\"items\": [\n{\"state\": {\"name\": \"X\"}, \"bodies\": [\"A\", \"B\"], \"n/a\": 3},\n"
      "{\"state\": null, \"bodies\": [\"A\"]}]}}",
      "x.json");
  const LoadReport report = load_table(input, mapping, {}, found);
  ASSERT_EQ(found.claims.size(), 2U);
  EXPECT_EQ(brief(found.claims[1]), "X member member_of B");
  EXPECT_EQ(found.claims[1].detail, "3");
  EXPECT_EQ(found.claims[1].evidence.row, 2U);
  EXPECT_EQ(found.claims[1].evidence.text, "who: X; in: A, B; n: 3");
  EXPECT_EQ(report.skipped_for, (Reasons{{"no subject", 1}}));
}

TEST(Table, SourcesFollowRowsAndOptions) {
  const std::string mapping = R"("source": {"id": "{src}", "title": "Yearbook {src}", "publisher": "P"}, )" +
                              rule(R"("date": "{a}")");
  const std::string table = "who,body,a,src\nX,Y,1990,A\nX,Y,1991,B\nX,Y,1992,A\n";
  const Result result = load(mapping, table);
  ASSERT_EQ(result.sources.size(), 2U);
  EXPECT_EQ(result.sources[1].title, "Yearbook B");
  EXPECT_EQ(result.claims[2].evidence.source.value, "A");
  LoadOptions options;
  options.source_id = "mine";
  options.published = Date::parse("2000");
  options.priority = 3;
  const Result told = load(mapping, table, options);
  EXPECT_EQ(told.sources[0].id.value, "mine");
  EXPECT_EQ(told.sources[0].published->text(), "2000");
  EXPECT_EQ(told.sources[0].priority, 3);
  // Without an id in the mapping, it is made from the content.
  EXPECT_THAT(load(rule(R"("date": "{a}")"), table).sources[0].id.value, testing::StartsWith("test-"));
}

TEST(Table, BadRowsAreSkippedAndStrictStops) {
  const std::string table = "who,body\nX,Y\nX\n\"X,Y\nZ,Y\n\n,\n";
  const Result result = load(rule(R"("says": "member")"), table);
  EXPECT_THAT(result.ties(), ElementsAre("X member member_of Y", "Z member member_of Y"));
  EXPECT_EQ(result.report.skipped, 2U);
  EXPECT_EQ(result.report.passed_over, (Reasons{{"empty row", 1}}));
  LoadOptions strict;
  strict.strict = true;
  EXPECT_THROW(load(rule(R"("says": "member")"), table, strict), Error);
}

TEST(Table, AHeaderThatLacksAColumn) {
  try {
    load(rule(R"("date": "{when}")"), "who,body\nX,Y\n");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::InvalidRow);
    EXPECT_THAT(error.what(), HasSubstr("there is no column \"when\""));
  }
  EXPECT_THAT(load(rule(R"("date": "{when?}")"), "who,body\nX,Y\n").ties(),
              ElementsAre("X member member_of Y"));
}

TEST(Mapping, SaysWhereItIsWrong) {
  const std::string begin = "{\"format\": \"entente-mapping\", \"version\": 1, \"name\": \"m\",\n";
  EXPECT_THAT(refusal("{"), HasSubstr("m.json:1:2: the file ends in the middle"));
  EXPECT_THAT(refusal("[]"), HasSubstr("m.json:1:1: an object is expected here"));
  EXPECT_THAT(refusal("{\"format\": \"other\"}"), HasSubstr("m.json:1:12: this is no mapping"));
  EXPECT_THAT(refusal(begin + "\"claim\": []}"),
              HasSubstr("m.json:2:10: there is no \"claim\" here; there are format"));
  EXPECT_THAT(refusal(begin + "\"claims\": []}"), HasSubstr("a mapping needs claims or entities"));
  const auto in_claim = [&](const std::string& members) {
    return refusal(begin + "\"claims\": [{\"subject\": \"{a}\", \"object\": \"{b}\",\n" + members + "}]}");
  };
  EXPECT_EQ(in_claim(R"("says": "member")"), "");
  EXPECT_THAT(in_claim(R"("says": "Full Member")"), HasSubstr("m.json:3:9: \"Full Member\" is no word"));
  EXPECT_THAT(in_claim(R"("start": "{a")"), HasSubstr("m.json:3:10: a { without its }"));
  EXPECT_THAT(in_claim(R"("start": "{a|upside}")"), HasSubstr("\"upside\" is neither upper, lower or plain"));
  EXPECT_THAT(in_claim(R"("start": "{@row}")"), HasSubstr("{@row} is no place"));
  EXPECT_THAT(in_claim(R"("start": {"date": "{a}", "formats": ["iso"]})"),
              HasSubstr("there is no date format \"iso\""));
  EXPECT_THAT(in_claim(R"("start": {"day": "{a}"})"), HasSubstr("needs a year"));
  EXPECT_THAT(in_claim(R"("year": "{a}", "start": "{a}")"), HasSubstr("a rule of years"));
  EXPECT_THAT(in_claim(R"("says": "joined", "start": "{a}")"), HasSubstr("an event has a date"));
  EXPECT_THAT(in_claim(R"("join": "same day")"), HasSubstr("join needs a start and an end"));
  EXPECT_THAT(in_claim(R"("values": {"1": "member"})"), HasSubstr("values need a value"));
  EXPECT_THAT(in_claim(R"("each": {"from": "a"})"), HasSubstr("from and to belong together"));
  EXPECT_THAT(in_claim(R"("certainty": "sure")"), HasSubstr("a certainty is stated"));
  EXPECT_THAT(refusal(begin + "\"claims\": [{\"object\": \"{b}\"}]}"),
              HasSubstr("m.json:2:12: a subject is missing"));
  EXPECT_THAT(refusal(begin + "\"claims\": [{\"subject\": \"{b}\"}]}"), HasSubstr("an object is missing"));
  EXPECT_THAT(refusal(begin + "\"source\": {\"horizon\": \"soon\"}, \"claims\": []}"),
              HasSubstr("the horizon is a date"));
}

TEST(Mapping, IsFoundByNameOrFile) {
  EXPECT_EQ(TableMapping::find("cow-states").name(), "cow-states");
  try {
    static_cast<void>(TableMapping::find("no-such-mapping"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Unreadable);
    EXPECT_EQ(error.candidates(), TableMapping::bundled_names());
  }
  EXPECT_FALSE(TableMapping::detect({"who", "body"}));
}

}  // namespace
}  // namespace entente
