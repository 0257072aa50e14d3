#include "loaders/wikidata_json.hpp"

#include <gmock/gmock.h>

#include <set>

#include "loaders/wikidata_time.hpp"
#include "tests/loaders/collected.hpp"
#include "tests/loaders/datasets.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Loaded load_text(std::string_view json, const LoadOptions& options = {}) {
  return loaded_from(json, "wikidata.json", load_wikidata_json, options);
}

std::string time_snak(std::string_view property, std::string_view time, int precision,
                      std::string_view calendar = "Q1985727") {
  return R"({"snaktype":"value","property":")" + std::string(property) +
         R"(","datavalue":{"type":"time","value":{"time":")" + std::string(time) +
         R"(","timezone":0,"before":0,"after":0,"precision":)" + std::to_string(precision) +
         R"(,"calendarmodel":"http://www.wikidata.org/entity/)" + std::string(calendar) + R"("}}})";
}

std::string item_snak(std::string_view property, std::string_view item) {
  return R"({"snaktype":"value","property":")" + std::string(property) +
         R"(","datavalue":{"type":"wikibase-entityid","value":{"entity-type":"item","id":")" +
         std::string(item) + R"("}}})";
}

std::string no_snak(std::string_view property, std::string_view sort) {
  return R"({"snaktype":")" + std::string(sort) + R"(","property":")" + std::string(property) + R"("})";
}

/// `P580: [snak]` of each, in order; several of one property stand side by side.
std::string qualifiers(const std::vector<std::pair<std::string, std::string>>& snaks) {
  std::string text;
  for (std::size_t i = 0; i < snaks.size(); ++i) {
    const bool first = i == 0 || snaks[i].first != snaks[i - 1].first;
    const bool last = i + 1 == snaks.size() || snaks[i + 1].first != snaks[i].first;
    if (first) text += (i == 0 ? "" : ",") + ('"' + snaks[i].first) + "\":[";
    text += (first ? "" : ",") + snaks[i].second;
    if (last) text += ']';
  }
  return text;
}

std::string statement(const std::string& main, const std::string& qualifiers = "",
                      std::string_view rank = "normal") {
  return R"({"mainsnak":)" + main + R"(,"type":"statement","qualifiers":{)" + qualifiers +
         R"(},"id":"Q1$1","rank":")" + std::string(rank) + R"("})";
}

std::string entity(std::string_view property, const std::string& statements, std::string_view id = "Q265") {
  return R"({"type":"item","id":")" + std::string(id) +
         R"(","labels":{"en":{"language":"en","value":"Uzbekistan"}},"aliases":[],"claims":{")" +
         std::string(property) + R"(":[)" + statements + R"(]},"sitelinks":{}})";
}

/// What is said beside the name.
std::vector<std::string> said(const Loaded& loaded) {
  std::vector<std::string> all;
  for (const Claim& claim : loaded.claims) {
    if (claim.event == Event::Named && claim.evidence.rule != "wikidata:P1448") continue;
    std::string text = brief(claim);
    if (claim.certainty != Certainty::Stated) text += std::string(" (") + name_of(claim.certainty) + ')';
    if (!claim.detail.empty()) text += " [" + claim.detail + ']';
    all.push_back(text);
  }
  return all;
}

/// The claims of one P463 statement with these qualifiers.
std::vector<std::string> member(const std::vector<std::pair<std::string, std::string>>& snaks,
                                std::string_view rank = "normal") {
  const Loaded loaded =
      load_text(entity("P463", statement(item_snak("P463", "Q318693"), qualifiers(snaks), rank)));
  expect_sums(loaded);
  EXPECT_EQ(loaded.complaints(), "");
  return said(loaded);
}

struct TimeCase {
  std::string time;
  int precision;
  std::string calendar;
  std::string edtf;
};
class WikidataTimes : public testing::TestWithParam<TimeCase> {};

TEST_P(WikidataTimes, PrecisionRulesOverTheText) {
  const auto& [time, precision, calendar, edtf] = GetParam();
  std::string read;
  try {
    read = detail::read_wikidata_time({time, precision, calendar}).date.text();
  } catch (const detail::BadTime& bad) {
    read = bad.message;
  }
  EXPECT_EQ(read, edtf);
}

const std::string gregorian = "http://www.wikidata.org/entity/Q1985727";
const std::string julian = "http://www.wikidata.org/entity/Q1985786";

INSTANTIATE_TEST_SUITE_P(
    All, WikidataTimes,
    testing::Values(
        TimeCase{"+2012-06-28T00:00:00Z", 11, gregorian, "2012-06-28"},
        TimeCase{"+2012-06-28T00:00:00Z", 10, gregorian, "2012-06"},
        TimeCase{"+2012-01-01T00:00:00Z", 9, gregorian, "2012"},
        TimeCase{"+2012-00-00T00:00:00Z", 9, gregorian, "2012"},
        TimeCase{"+00000001994-05-15T00:00:00Z", 11, gregorian, "1994-05-15"},
        TimeCase{"+1994-05-00T00:00:00Z", 11, gregorian, "1994-05"},  // a day that it does not have
        TimeCase{"+1994-00-00T00:00:00Z", 11, gregorian, "1994"},
        TimeCase{"+1994-00-00T00:00:00Z", 8, gregorian, "199X"},
        TimeCase{"+0045-00-00T00:00:00Z", 8, gregorian, "004X"},
        TimeCase{"+1901-00-00T00:00:00Z", 7, gregorian, "[1901..2000]"},
        TimeCase{"+2000-00-00T00:00:00Z", 7, gregorian, "[1901..2000]"},
        TimeCase{"+1900-00-00T00:00:00Z", 7, gregorian, "[1801..1900]"},
        TimeCase{"+2000-00-00T00:00:00Z", 6, gregorian, "[1001..2000]"},
        TimeCase{"-0478-00-00T00:00:00Z", 9, gregorian, "-0477"},  // 478 BC, as the Delian League
        TimeCase{"-0001-00-00T00:00:00Z", 9, gregorian, "0000"},
        TimeCase{"-0430-00-00T00:00:00Z", 7, gregorian, "[-0499..-0400]"},  // 500 to 401 BC
        TimeCase{"-0430-00-00T00:00:00Z", 8, gregorian, "[-0438..-0429]"},  // 439 to 430 BC
        TimeCase{"-13798000000-00-00T00:00:00Z", 3, gregorian, "[Y-13798499999..Y-13797499999]"},
        TimeCase{"+1917-10-25T00:00:00Z", 11, julian, "1917-11-07"},
        TimeCase{"+1582-10-04T00:00:00Z", 11, julian, "1582-10-14"},
        TimeCase{"+1900-02-29T00:00:00Z", 11, julian, "1900-03-13"},  // a leap day that only they had
        TimeCase{"-0044-03-15T00:00:00Z", 11, julian, "-0043-03-13"},
        TimeCase{"+1917-10-25T00:00:00Z", 10, julian, "1917-10"},
        TimeCase{"+2012-06-28T10:00:00Z", 14, gregorian, "2012-06-28"},
        TimeCase{"+2012-02-30T00:00:00Z", 11, gregorian, "there is no day 30 in month 2 of that year"},
        TimeCase{"+2012-13-01T00:00:00Z", 11, gregorian, "there is no month 13"},
        TimeCase{"+0000-00-00T00:00:00Z", 9, gregorian, "there is no year 0"},
        TimeCase{"+2012-06-28T00:00:00Z", 99, gregorian, "99 is no precision"},
        TimeCase{"yesterday", 11, gregorian, "\"yesterday\" is no time of Wikidata"},
        TimeCase{"", 11, gregorian, "\"\" is no time of Wikidata"}));

TEST(Wikidata, JulianDaysAgreeWithOurs) {
  // Day by day, the two calendars never miss or repeat one.
  std::optional<Day> before;
  for (int year = 1; year < 2100; year += 7) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= 28; ++day) {
        char text[40];
        std::snprintf(text, sizeof text, "+%04d-%02d-%02dT00:00:00Z", year, month, day);
        const Day read = detail::read_wikidata_time({text, 11, julian}).date.earliest();
        EXPECT_TRUE(day == 1 || read == before->next()) << text;
        before = read;
      }
    }
  }
}

TEST(Wikidata, StartAndEndAreASpan) {
  EXPECT_THAT(member({{"P580", time_snak("P580", "+2006-06-23T00:00:00Z", 11)},
                      {"P582", time_snak("P582", "+2012-00-00T00:00:00Z", 9)}}),
              ElementsAre("Uzbekistan member member_of Q318693 2006-06-23/2012"));
}

TEST(Wikidata, AStartAloneSaysNothingOfAnEnd) {
  EXPECT_THAT(member({{"P580", time_snak("P580", "+2006-00-00T00:00:00Z", 9)}}),
              ElementsAre("Uzbekistan joined member_of Q318693 2006"));
}

TEST(Wikidata, AnUnknownEndIsEndedAndNoEndIsNotEnded) {
  const auto start = std::pair{std::string("P580"), time_snak("P580", "+2006-00-00T00:00:00Z", 9)};
  EXPECT_THAT(member({start, {"P582", no_snak("P582", "somevalue")}}),
              ElementsAre("Uzbekistan member member_of Q318693 2006/"));
  EXPECT_THAT(member({start, {"P582", no_snak("P582", "novalue")}}),
              ElementsAre("Uzbekistan member member_of Q318693 2006/.."));
  EXPECT_THAT(member({{"P582", no_snak("P582", "somevalue")}}),
              ElementsAre("Uzbekistan left member_of Q318693"));
  EXPECT_THAT(member({{"P582", no_snak("P582", "novalue")}}),
              ElementsAre("Uzbekistan member member_of Q318693 /.."));
}

TEST(Wikidata, AnEndAloneAndAPointInTime) {
  EXPECT_THAT(member({{"P582", time_snak("P582", "+2012-00-00T00:00:00Z", 9)}}),
              ElementsAre("Uzbekistan member member_of Q318693 /2012"));
  EXPECT_THAT(member({{"P585", time_snak("P585", "+2008-00-00T00:00:00Z", 9)}}),
              ElementsAre("Uzbekistan member member_of Q318693 2008"));
  EXPECT_THAT(member({}), ElementsAre("Uzbekistan member member_of Q318693"));
}

TEST(Wikidata, BoundsNarrowAnEndOrMakeOne) {
  const auto snak = [](const std::string& property, const std::string& year) {
    return std::pair{property, time_snak(property, '+' + year + "-00-00T00:00:00Z", 9)};
  };
  EXPECT_THAT(member({snak("P1319", "2004"), snak("P8555", "2006")}),
              ElementsAre("Uzbekistan joined member_of Q318693 [2004..2006]"));
  EXPECT_THAT(member({snak("P580", "2000"), snak("P8554", "2010"), snak("P1326", "2012")}),
              ElementsAre("Uzbekistan member member_of Q318693 2000/[2010..2012]"));
  EXPECT_THAT(member({snak("P580", "2000"), {"P582", no_snak("P582", "somevalue")}, snak("P1326", "2012")}),
              ElementsAre("Uzbekistan member member_of Q318693 2000/[2000..2012]"));
  EXPECT_THAT(member({snak("P1319", "2004"), snak("P1326", "2006")}),
              ElementsAre("Uzbekistan member member_of Q318693 [2004..2006]"));
}

TEST(Wikidata, CircumstancesQualifyTheDates) {
  EXPECT_THAT(member({{"P1480", item_snak("P1480", "Q5727902")},
                      {"P580", time_snak("P580", "+2006-00-00T00:00:00Z", 9)}}),
              ElementsAre("Uzbekistan joined member_of Q318693 2006~"));
  EXPECT_THAT(member({{"P1480", item_snak("P1480", "Q18122778")},
                      {"P580", time_snak("P580", "+2006-00-00T00:00:00Z", 9)}}),
              ElementsAre("Uzbekistan joined member_of Q318693 2006?"));
  EXPECT_THAT(
      member({{"P1480", item_snak("P1480", "Q99")}, {"P580", time_snak("P580", "+2006-00-00T00:00:00Z", 9)}}),
      ElementsAre("Uzbekistan joined member_of Q318693 2006 [circumstances: Q99]"));
}

TEST(Wikidata, RanksRolesAndCausesAreKept) {
  const auto start = std::pair{std::string("P580"), time_snak("P580", "+2006-00-00T00:00:00Z", 9)};
  EXPECT_THAT(member({start, {"P2241", item_snak("P2241", "Q21441764")}}, "deprecated"),
              ElementsAre("Uzbekistan joined member_of Q318693 2006 (negated) [deprecated: Q21441764]"));
  EXPECT_THAT(
      member({start, {"P2868", item_snak("P2868", "Q7")}, {"P1534", item_snak("P1534", "Q8")}}, "preferred"),
      ElementsAre("Uzbekistan joined member_of Q318693 2006 [role: Q7; end cause: Q8]"));
}

TEST(Wikidata, SeveralStartsAndEndsBecomeEvents) {
  const std::string json =
      entity("P463", statement(item_snak("P463", "Q318693"),
                               qualifiers({{"P580", time_snak("P580", "+1994-00-00T00:00:00Z", 9)},
                                           {"P580", time_snak("P580", "+2006-00-00T00:00:00Z", 9)},
                                           {"P582", time_snak("P582", "+1999-00-00T00:00:00Z", 9)}})));
  const Loaded loaded = load_text(json);
  expect_sums(loaded);
  EXPECT_THAT(said(loaded), ElementsAre("Uzbekistan joined member_of Q318693 1994",
                                        "Uzbekistan joined member_of Q318693 2006",
                                        "Uzbekistan left member_of Q318693 1999"));
  EXPECT_THAT(loaded.report.warnings, ElementsAre(std::pair{"a statement with several starts or ends", 1U}));
}

TEST(Wikidata, OtherPropertiesAsTheTableHasThem) {
  EXPECT_THAT(said(load_text(entity("P527", statement(item_snak("P527", "Q5"))))),
              ElementsAre("Q5 part part_of Uzbekistan"));
  EXPECT_THAT(
      said(load_text(
          entity("P1366", statement(item_snak("P1366", "Q9"),
                                    qualifiers({{"P585", time_snak("P585", "+1991-00-00T00:00:00Z", 9)}}))))),
      ElementsAre("Q9 succeeded successor_of Uzbekistan 1991"));
  EXPECT_THAT(said(load_text(entity("P571", statement(time_snak("P571", "+1991-08-31T00:00:00Z", 11))))),
              ElementsAre("Uzbekistan founded member_of 1991-08-31"));
  EXPECT_THAT(said(load_text(entity("P576", statement(no_snak("P576", "somevalue"))))),
              ElementsAre("Uzbekistan dissolved member_of"));
  EXPECT_THAT(said(load_text(entity("P31", statement(item_snak("P31", "Q3624078"))))),
              ElementsAre("wikidata:Q265 classified member_of state"));
  EXPECT_THAT(
      said(load_text(entity(
          "P1448",
          statement(
              R"({"snaktype":"value","property":"P1448","datavalue":{"type":"monolingualtext","value":{"text":"Zaire","language":"fr"}}})",
              qualifiers({{"P580", time_snak("P580", "+1971-00-00T00:00:00Z", 9)},
                          {"P582", time_snak("P582", "+1997-00-00T00:00:00Z", 9)}}))))),
      ElementsAre("wikidata:Q265 named member_of Zaire 1971/1997 [name:fr]"));
}

TEST(Wikidata, ATableOfOnesOwnTakesThePlaceOfTheBundledOne) {
  LoadOptions options;
  options.wikidata_properties =
      R"({"format": "entente-wikidata-properties", "languages": ["de"], "properties": {"P9": {"label": "rules", "relation": "rules"}}})";
  EXPECT_THAT(said(load_text(entity("P9", statement(item_snak("P9", "Q5"))), options)),
              ElementsAre("Uzbekistan rules rules Q5"));
  const Loaded other = load_text(entity("P463", statement(item_snak("P463", "Q5"))), options);
  EXPECT_THAT(said(other), IsEmpty());
  EXPECT_THAT(other.report.passed_over,
              ElementsAre(std::pair{"a statement of a property outside the table", 1U}));
  options.wikidata_properties =
      R"({"format": "entente-wikidata-properties", "properties": {"P298": {"scheme": "iso3166-1-alpha-3"}}})";
  EXPECT_THAT(
      said(load_text(
          entity(
              "P298",
              statement(
                  R"({"snaktype":"value","property":"P298","datavalue":{"type":"string","value":"UZB"}})")),
          options)),
      ElementsAre("wikidata:Q265 identified member_of iso3166-1-alpha-3:UZB"));
  options.wikidata_properties =
      R"({"format": "entente-wikidata-properties", "properties": {"P9": {"event": "danced"}}})";
  EXPECT_THROW(load_text("{}", options), Error);
  options.wikidata_properties = R"({"properties": {}})";
  EXPECT_THROW(load_text("{}", options), Error);
}

TEST(Wikidata, TheLabelIsOfTheFirstLanguageOfTheTable) {
  const std::string json =
      R"({"type":"item","id":"Q1","labels":{"de":{"language":"de","value":"Usbekistan"},"en":{"language":"en","value":"Uzbekistan"},"nl":{"language":"nl","value":"Oezbekistan"}},"aliases":{"en":[{"language":"en","value":"UZ"}],"nl":[{"language":"nl","value":"x"}]},"claims":[]})";
  const Loaded loaded = load_text(json);
  std::vector<std::string> names;
  for (const Claim& claim : loaded.claims) names.push_back(claim.object.name + ' ' + claim.detail);
  EXPECT_THAT(names, ElementsAre("Usbekistan name:de", "Uzbekistan preferred:name:en", "UZ name:en"));
  const Loaded only = load_text(
      R"({"type":"item","id":"Q1","labels":{"nl":{"language":"nl","value":"Oezbekistan"}},"claims":{}})");
  EXPECT_THAT(only.claims, SizeIs(1)) << "a name in another language is better than none";
}

TEST(Wikidata, OldValuesHaveANumberOnly) {
  const std::string snak =
      R"({"snaktype":"value","property":"P463","datavalue":{"type":"wikibase-entityid","value":{"entity-type":"item","numeric-id":318693}}})";
  EXPECT_THAT(said(load_text(entity("P463", statement(snak)))),
              ElementsAre("Uzbekistan member member_of Q318693"));
}

TEST(Wikidata, TheEvidenceNamesReferencesAndTheStatement) {
  const std::string json =
      entity("P463", R"({"mainsnak":)" + item_snak("P463", "Q318693") +
                         R"(,"id":"Q265$7","rank":"preferred","references":[{"snaks":{"P248":[)" +
                         item_snak("P248", "Q36578") + R"(],"P813":[)" +
                         time_snak("P813", "+2015-03-01T00:00:00Z", 11) + "]}}]}");
  const Loaded loaded = load_text(json);
  EXPECT_EQ(loaded.claims.back().evidence.text,
            "member of (P463) Q318693; rank preferred | stated in (P248) Q36578; retrieved (P813) 2015-03-01 "
            "| Q265$7");
  EXPECT_EQ(loaded.claims.back().evidence.rule, "wikidata:P463");
}

TEST(Wikidata, EveryFormGivesTheSame) {
  const std::string one = entity("P463", statement(item_snak("P463", "Q5"))),
                    two = entity("P102", statement(item_snak("P102", "Q6")), "Q2");
  const std::vector<std::string> expected = {"Uzbekistan member member_of Q5",
                                             "Uzbekistan member member_of Q6"};
  for (const std::string& form :
       {"[\n" + one + ",\n" + two + "\n]\n", "[\r\n" + one + ",\r\n" + two + "\r\n]", one + '\n' + two + '\n',
        '[' + one + ',' + two + ']', "[ " + one + ",\n " + two + "]",
        R"({"entities":{"Q265":)" + one + R"(,"Q2":)" + two + R"(},"success":1})",
        "{\n \"success\": 1,\n \"entities\": {\n\"Q265\":" + one + R"(,"Q2":)" + two +
            "}, \"x\": {\"y\": {}}}",
        "\xEF\xBB\xBF" + one + "\n" + two}) {
    const Loaded loaded = load_text(form);
    expect_sums(loaded);
    EXPECT_EQ(said(loaded), expected) << form;
  }
}

TEST(Wikidata, ABrokenEntityOfADumpIsReportedAndTheRestLoads) {
  const std::string good = entity("P463", statement(item_snak("P463", "Q5")));
  const std::string json = "[\n" + good + ",\n" + good.substr(0, 100) + ",\n{\"type\":\"item\"},\n" +
                           R"({"id":"Q9","type":"item","claims":[1]})" +
                           ",\n{\"id\":\"Q8\",\"missing\":\"\"},\n" + good + "\n]\n";
  const Loaded loaded = load_text(json);
  expect_sums(loaded);
  EXPECT_THAT(said(loaded), SizeIs(2));
  EXPECT_THAT(loaded.report.skipped_for, ElementsAre(std::pair{"a broken entity", 3U}));
  EXPECT_THAT(loaded.complaints(), HasSubstr("wikidata.json:3:101: it ends in the middle of a value"));
  EXPECT_THAT(loaded.complaints(), HasSubstr("wikidata.json:4: an entity without an id"));
  EXPECT_THAT(loaded.complaints(), HasSubstr("wikidata.json:5: a list stands where a map"));
  LoadOptions strict;
  strict.strict = true;
  EXPECT_THROW(load_text(json, strict), Error);
}

TEST(Wikidata, BadStatementsAreSkippedAlone) {
  const std::string bad_date = statement(
      item_snak("P463", "Q5"), qualifiers({{"P580", time_snak("P580", "+2012-02-30T00:00:00Z", 11)}}));
  const std::string inverted = statement(
      item_snak("P463", "Q6"), qualifiers({{"P580", time_snak("P580", "+2012-00-00T00:00:00Z", 9)},
                                           {"P582", time_snak("P582", "+2006-00-00T00:00:00Z", 9)}}));
  const std::string text =
      statement(R"({"snaktype":"value","property":"P463","datavalue":{"type":"string","value":"NATO"}})");
  const std::string json =
      entity("P463", bad_date + ',' + inverted + ',' + text + ',' + statement(no_snak("P463", "novalue")) +
                         ',' + statement(item_snak("P463", "Q7")));
  const Loaded loaded = load_text(json);
  expect_sums(loaded);
  EXPECT_THAT(said(loaded), ElementsAre("Uzbekistan member member_of Q7"));
  EXPECT_THAT(loaded.report.skipped_for,
              ElementsAre(std::pair{"a date that is none", 1U}, std::pair{"a value of another kind", 1U},
                          std::pair{"an end before its start", 1U}));
  EXPECT_THAT(loaded.report.passed_over, ElementsAre(std::pair{"a statement that there is no value", 1U}));
}

TEST(Wikidata, AFileThatIsCutAnywhereHarmsNothing) {
  const std::string json =
      "[" +
      entity("P463", statement(item_snak("P463", "Q5"),
                               qualifiers({{"P580", time_snak("P580", "+2012-00-00T00:00:00Z", 9)}}))) +
      "]";
  for (std::size_t size = 1; size + 1 < json.size(); ++size) {
    EXPECT_THROW(load_text(json.substr(0, size)), Error) << size;
  }
}

TEST(Wikidata, TheHorizonIsTheLastChange) {
  const auto at = [](std::string_view id, std::string_view modified) {
    return R"({"type":"item","id":")" + std::string(id) + R"(","modified":")" + std::string(modified) +
           R"(","labels":{"en":{"language":"en","value":"A"}}})";
  };
  const std::string json = at("Q1", "2017-01-02T06:57:50Z") + '\n' + at("Q2", "2023-04-04T05:21:49Z") + '\n' +
                           at("Q3", "nonsense");
  const Loaded loaded = load_text(json);
  ASSERT_THAT(loaded.sources, SizeIs(1));
  EXPECT_EQ(loaded.sources[0].id.value, "wikidata");
  EXPECT_EQ(loaded.sources[0].published->text(), "2023-04-04");
  LoadOptions options;
  options.published = Date::parse("2024");
  options.source_id = "wikidata-2024";
  EXPECT_EQ(load_text(json, options).sources[0].published->text(), "2024");
  EXPECT_EQ(load_text(json, options).claims[0].evidence.source.value, "wikidata-2024");
}

struct FileCase {
  std::string name;
  std::uint64_t read, used, passed_over, skipped, warnings, claims;
};
class WikidataFiles : public testing::TestWithParam<FileCase> {};

TEST_P(WikidataFiles, EveryRowIsAccountedFor) {
  const FileCase& expected = GetParam();
  const auto path = dataset("wikidata_json/" + expected.name);
  ENTENTE_NEEDS_DATASET(path);
  Loaded loaded;
  Input input = Input::open(path.string());
  ASSERT_TRUE(is_wikidata_json(input.beginning()));
  loaded.report = load_wikidata_json(input, {}, loaded);
  expect_sums(loaded);
  const LoadReport& report = loaded.report;
  EXPECT_EQ(report.read, expected.read);
  EXPECT_EQ(report.used, expected.used);
  EXPECT_EQ(sum_of(report.passed_over), expected.passed_over);
  EXPECT_EQ(report.skipped, expected.skipped);
  EXPECT_EQ(sum_of(report.warnings), expected.warnings);
  EXPECT_EQ(report.claims, expected.claims);
}

INSTANTIATE_TEST_SUITE_P(Collection, WikidataFiles,
                         testing::Values(FileCase{"Q2112.json", 187, 26, 161, 0, 0, 39},
                                         FileCase{"Q646148.json", 28, 7, 21, 0, 0, 12},
                                         FileCase{"dump-sample.json", 250, 32, 218, 0, 0, 32},
                                         FileCase{"dump-sample-with-bugs.json", 249, 32, 217, 0, 0, 32},
                                         FileCase{"wbgetentities-Q1.json", 17, 2, 15, 0, 0, 25},
                                         FileCase{"wbgetentities-Q1040.json", 174, 13, 161, 0, 0, 25},
                                         FileCase{"wbgetentities-Q131261.json", 36, 9, 27, 0, 0, 35},
                                         FileCase{"wbgetentities-Q42.json", 75, 5, 70, 0, 0, 22}));

}  // namespace
}  // namespace entente
