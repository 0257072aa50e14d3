#include "graph/date.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "graph/error.hpp"
#include "tests/doc_table.hpp"

namespace entente {
namespace {

// Every form of docs/formats/edtf.md: the text, its first and its last day.
struct Form {
  const char* text;
  const char* earliest;
  const char* latest;
};

constexpr Form forms[] = {
    // Level 0
    {"2012-06-28", "2012-06-28", "2012-06-28"},
    {"2012-06", "2012-06-01", "2012-06-30"},
    {"2012", "2012-01-01", "2012-12-31"},
    {"0000", "0000-01-01", "0000-12-31"},
    {"2000-02", "2000-02-01", "2000-02-29"},
    {"1900-02", "1900-02-01", "1900-02-28"},
    {"2004-01-01T10:10:10", "2004-01-01", "2004-01-01"},
    {"2004-01-01T10:10:10Z", "2004-01-01", "2004-01-01"},
    {"2004-01-01T10:10:10+05:00", "2004-01-01", "2004-01-01"},
    {"2004-01-01T23:59:60-04", "2004-01-01", "2004-01-01"},
    // Level 1
    {"Y170000002", "+170000002-01-01", "+170000002-12-31"},
    {"Y-170000002", "-170000002-01-01", "-170000002-12-31"},
    {"-0477", "-0477-01-01", "-0477-12-31"},
    {"-0477-03", "-0477-03-01", "-0477-03-31"},
    {"2001-21", "2001-03-01", "2001-05-31"},
    {"2001-22", "2001-06-01", "2001-08-31"},
    {"2001-23", "2001-09-01", "2001-11-30"},
    {"2001-24", "2001-12-01", "2002-02-28"},
    {"2003-24~", "2003-12-01", "2004-02-29"},
    {"1984?", "1984-01-01", "1984-12-31"},
    {"2004-06~", "2004-06-01", "2004-06-30"},
    {"2004-06-11%", "2004-06-11", "2004-06-11"},
    {"-0477~", "-0477-01-01", "-0477-12-31"},
    {"199X", "1990-01-01", "1999-12-31"},
    {"19XX", "1900-01-01", "1999-12-31"},
    {"-04XX", "-0499-01-01", "-0400-12-31"},
    {"199X~", "1990-01-01", "1999-12-31"},
    {"2004-XX", "2004-01-01", "2004-12-31"},
    {"1985-04-XX", "1985-04-01", "1985-04-30"},
    {"1985-XX-XX", "1985-01-01", "1985-12-31"},
    // Level 2
    {"2004?-06-~11", "2004-06-11", "2004-06-11"},
    {"?2004-06-~11", "2004-06-11", "2004-06-11"},
    {"2004-06~-11", "2004-06-11", "2004-06-11"},
    {"2004-%06-11", "2004-06-11", "2004-06-11"},
    {"?-0477-03", "-0477-03-01", "-0477-03-31"},
    {"156X-12-25", "1560-12-25", "1569-12-25"},
    {"15XX-12-25", "1500-12-25", "1599-12-25"},
    {"XXXX-12-XX", "0000-12-01", "9999-12-31"},
    {"1XXX-XX", "1000-01-01", "1999-12-31"},
    {"1984-1X", "1984-10-01", "1984-12-31"},
    {"1984-0X-3X", "1984-01-30", "1984-09-30"},
    {"1984-02-2X", "1984-02-20", "1984-02-29"},
    {"XXXX-02-29", "0000-02-29", "9996-02-29"},
    {"199X-02-29", "1992-02-29", "1996-02-29"},
    {"1X03-24", "1003-12-01", "1904-02-29"},
    {"-000X", "-0009-01-01", "-0001-12-31"},
    {"-XX04-12-XX", "-9904-12-01", "-0004-12-31"},
    {"[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"},
    {"[1760-01,1760-12]", "1760-01-01", "1760-12-31"},
    {"{1960,1961-12}", "1960-01-01", "1961-12-31"},
    {"{1668..1670-05~,199X}", "1668-01-01", "1999-12-31"},
    {"[1672,1667]", "1667-01-01", "1672-12-31"},
    {"Y-17E7", "-170000000-01-01", "-170000000-12-31"},
    {"Y17E4?", "+170000-01-01", "+170000-12-31"},
    {"1950S2", "1900-01-01", "1999-12-31"},
    {"1950S3~", "1950-01-01", "1959-12-31"},
    {"-1950S2", "-1999-01-01", "-1900-12-31"},
    {"Y171010000S3", "+171000000-01-01", "+171999999-12-31"},
    {"Y3388E2S3", "+338000-01-01", "+338999-12-31"},
    {"Y999999999999999S1", "+900000000000000-01-01", "+999999999999999-12-31"},
    {"2001-25", "2001-03-01", "2001-05-31"},
    {"2001-28", "2001-12-01", "2002-02-28"},
    {"2001-29", "2001-09-01", "2001-11-30"},
    {"2001-30", "2001-12-01", "2002-02-28"},
    {"2001-31", "2001-03-01", "2001-05-31"},
    {"2001-32", "2001-06-01", "2001-08-31"},
    {"2001-33", "2001-01-01", "2001-03-31"},
    {"2001-34", "2001-04-01", "2001-06-30"},
    {"2001-35", "2001-07-01", "2001-09-30"},
    {"2001-36", "2001-10-01", "2001-12-31"},
    {"2001-37", "2001-01-01", "2001-04-30"},
    {"2001-38", "2001-05-01", "2001-08-31"},
    {"2001-39", "2001-09-01", "2001-12-31"},
    {"2001-40", "2001-01-01", "2001-06-30"},
    {"2001-41", "2001-07-01", "2001-12-31"},
};

TEST(Date, EveryFormHasItsFirstAndLastDayAndPrintsAsWritten) {
  for (const Form& form : forms) {
    const Date date = Date::parse(form.text);
    EXPECT_EQ(date.earliest().to_string(), form.earliest) << form.text;
    EXPECT_EQ(date.latest().to_string(), form.latest) << form.text;
    EXPECT_EQ(date.text(), form.text);
    EXPECT_EQ(to_string(parse_edtf(form.text)), form.text);
  }
}

std::string shown(const DateInterval::End& end, const std::optional<Day>& day) {
  if (day) return day->to_string();
  return std::holds_alternative<Open>(end) ? "open" : "unknown";
}

struct IntervalForm {
  const char* text;
  const char* earliest;  // "unknown", "open" or a day
  const char* latest;
};

constexpr IntervalForm intervals[] = {
    {"1964/2008", "1964-01-01", "2008-12-31"},
    {"2004-06/2006-08", "2004-06-01", "2006-08-31"},
    {"2004-02-01/2005-02", "2004-02-01", "2005-02-28"},
    {"2005/2006-02", "2005-01-01", "2006-02-28"},
    {"2012/2012-06", "2012-01-01", "2012-06-30"},
    {"2006/..", "2006-01-01", "open"},
    {"../2006", "open", "2006-12-31"},
    {"/2006", "unknown", "2006-12-31"},
    {"2006/", "2006-01-01", "unknown"},
    {"../..", "open", "open"},
    {"/", "unknown", "unknown"},
    {"1984~/2004-06%", "1984-01-01", "2004-06-30"},
    {"199X/2004-06-XX", "1990-01-01", "2004-06-30"},
    {"-0477/-0403-04", "-0477-01-01", "-0403-04-30"},
    {"2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"},
    {"[1990..1992]/1999", "1990-01-01", "1999-12-31"},
    {"2001-21/2001-23", "2001-03-01", "2001-11-30"},
};

TEST(Edtf, EveryIntervalHasItsEndsAndPrintsAsWritten) {
  for (const IntervalForm& form : intervals) {
    const Edtf edtf = parse_edtf(form.text);
    const auto& interval = std::get<DateInterval>(edtf);
    EXPECT_EQ(shown(interval.start, earliest(edtf)), form.earliest) << form.text;
    EXPECT_EQ(shown(interval.end, latest(edtf)), form.latest) << form.text;
    EXPECT_EQ(to_string(edtf), form.text);
  }
}

// What is refused, with the column at which the message points.
struct Refusal {
  const char* text;
  std::size_t column;
};

constexpr Refusal refusals[] = {
    {"", 1},
    {"2012-13-45", 6},
    {"2012-13", 6},
    {"2012-00", 6},
    {"2012-42", 6},
    {"2012-20", 6},
    {"2012-02-30", 9},
    {"2012-06-31", 9},
    {"2012-06-00", 9},
    {"2011-02-29", 9},
    {"19X1-02-29", 9},
    {"2012-02-3X", 9},
    {"2012-3X", 6},
    {"2012 ", 5},
    {" 2012", 1},
    {"2012\n", 5},
    {"-0000", 1},
    {"-0000-01", 1},
    {"199x", 4},
    {"2012-6", 7},
    {"2012-", 6},
    {"2012-06-", 9},
    {"2012-06-2", 10},
    {"20120628", 5},
    {"12", 3},
    {"+2012", 1},
    {"--06-28", 2},
    {"2012-06-28T", 12},
    {"2012-06-28T24:00:00", 12},
    {"2012-06-28T10:60:00", 15},
    {"2012-06-28T10:10", 17},
    {"2012-06-28T10:10:10z", 20},
    {"2012-06-28T10:10:10+5", 22},
    {"2012-06-28?T10:10:10", 12},
    {"2012-06-XXT10:10:10", 11},
    {"2012-06T10:10:10", 8},
    {"2012??", 6},
    {"?2012?", 6},
    {"2012-21-01", 8},
    {"Y2012", 2},
    {"Y02012", 2},
    {"Y", 2},
    {"Y-", 3},
    {"y12012", 1},
    {"Y1000000000000000", 2},
    {"Y17E99", 2},
    {"Y17E999999999999999999999", 5},
    {"Y17E", 5},
    {"Y170000-01", 8},
    {"Y99999999999999999999999999", 2},
    {"1950S0", 6},
    {"1950S5", 6},
    {"1950S", 6},
    {"195XS2", 5},
    {"[..1984]", 2},
    {"[1984..]", 8},
    {"[1667, 1668]", 7},
    {"[1667", 6},
    {"{1667]", 6},
    {"[]", 2},
    {"[1668..1667]", 8},
    {"[2012-06-28T10:10:10Z]", 12},
    {"2012/2013/2014", 10},
    {"2012/2006", 6},
    {"2006-05/2006-04", 9},
    {"2012/2013-13", 11},
    {"2012-14/2013", 6},
    {"2012 / 2013", 5},
    {"2012/...", 6},
    {"...", 1},
    {"..", 1},
    {"2012..2013", 5},
    {"1. 1. 2012", 2},
    {"open", 1},
};

TEST(Edtf, AnythingElseIsRefusedWithItsColumn) {
  for (const Refusal& refusal : refusals) {
    EXPECT_FALSE(try_parse_edtf(refusal.text)) << refusal.text;
    try {
      (void)parse_edtf(refusal.text);
      ADD_FAILURE() << refusal.text << " was read";
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), testing::HasSubstr("(column " + std::to_string(refusal.column) + ")"))
          << refusal.text;
    }
  }
}

TEST(Edtf, TheTablesOfItsPageAreTrue) {
  std::size_t rows = 0;
  for (const char* section : {"## Dates", "## Qualifiers", "## Masked digits",
                              "## Seasons and other parts of a year", "## Sets", "## Intervals"}) {
    for (const DocRow& row : doc_rows("formats/edtf.md", section)) {
      if (row[0] == "text") continue;
      ++rows;
      const auto edtf = try_parse_edtf(row[0]);
      ASSERT_TRUE(edtf) << row[0];
      if (const auto* date = std::get_if<Date>(&*edtf)) {
        EXPECT_EQ(date->earliest().to_string(), row[1]) << row[0];
        EXPECT_EQ(date->latest().to_string(), row[2]) << row[0];
      } else {
        const auto& interval = std::get<DateInterval>(*edtf);
        EXPECT_EQ(shown(interval.start, earliest(*edtf)), row[1]) << row[0];
        EXPECT_EQ(shown(interval.end, latest(*edtf)), row[2]) << row[0];
      }
    }
  }
  EXPECT_GE(rows, 40U);
  const auto refused = doc_rows("formats/edtf.md", "## Refused");
  EXPECT_GE(refused.size(), 10U);
  for (const DocRow& row : refused) {
    if (row[0] == "text") continue;
    try {
      (void)parse_edtf(row[0]);
      ADD_FAILURE() << row[0] << " was read";
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), testing::HasSubstr("(column " + row[1] + ")"));
    }
  }
}

TEST(Edtf, ErrorsAreTyped) {
  const auto code = [](const char* text) {
    try {
      (void)parse_edtf(text);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::RenderFailure;
  };
  EXPECT_EQ(code("2012-13-45"), ErrorCode::InvalidDate);
  EXPECT_EQ(code("2012/2006"), ErrorCode::InvertedInterval);
  EXPECT_EQ(code("[2012..2006]"), ErrorCode::InvertedInterval);
  EXPECT_EQ(code("199X/1995"), ErrorCode::RenderFailure);  // may be in order: read
}

TEST(Edtf, AMessageQuotesTheTextWithoutItsControlCharacters) {
  try {
    (void)parse_edtf("2012\x1b[31m\xff");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "\"2012\\x1b[31m\\xff\" is not an EDTF date: the date should end here (column 5)");
  }
}

TEST(Date, QualifiersAreKeptAndDoNotMoveTheDays) {
  EXPECT_TRUE(Date::parse("1999~").approximate());
  EXPECT_FALSE(Date::parse("1999~").uncertain());
  EXPECT_TRUE(Date::parse("2004-?06-11").uncertain());
  EXPECT_TRUE(Date::parse("1999%").approximate());
  EXPECT_TRUE(Date::parse("1999%").uncertain());
  EXPECT_FALSE(Date::parse("1999").uncertain());
  EXPECT_EQ(Date::parse("1999~").period(), Date::parse("1999").period());
}

TEST(Date, BeforeIsCertainOrPossible) {
  const Date year = Date::parse("2012"), day = Date::parse("2012-06-28"), next = Date::parse("2013");
  EXPECT_TRUE(certainly_before(year, next));
  EXPECT_FALSE(certainly_before(year, day));
  EXPECT_TRUE(possibly_before(year, day));
  EXPECT_TRUE(possibly_before(day, year));
  EXPECT_FALSE(possibly_before(next, year));
  EXPECT_TRUE(compatible(year, day));
  EXPECT_FALSE(compatible(year, next));
}

TEST(Date, MadeFromNumbers) {
  EXPECT_EQ(Date::of_year(-477).text(), "-0477");
  EXPECT_EQ(Date::of_year(12000).text(), "Y12000");
  EXPECT_EQ(Date::of_month(2012, 6).text(), "2012-06");
  EXPECT_EQ(Date::of_day(*Day::parse("-0043-03-15")).text(), "-0043-03-15");
  EXPECT_EQ(Date::of_period(Date::parse("2012").period()).text(), "2012");
  EXPECT_EQ(Date::of_period(Date::parse("2012-02").period()).text(), "2012-02");
  EXPECT_EQ(Date::of_period(Date::parse("199X").period()).text(), "[1990..1999]");
  EXPECT_EQ(Date::of_period(Date::parse("2001-24").period()).text(), "[2001-12..2002-02]");
  EXPECT_EQ(Date::of_period(Date::parse("Y12000S2").period()).text(), "[Y12000..Y12999]");
  EXPECT_THROW((void)Date::of_month(12000, 1), Error);
  EXPECT_THROW((void)Date::of_year(2'000'000'000'000'000), Error);
}

RC_GTEST_PROP(Date, OfPeriodIsExactlyThatPeriodAndParsesBack, ()) {
  const Day first{*rc::gen::inRange<std::int64_t>(-4'000'000, 2'900'000)};
  const Period period{first, Day{first.number() + *rc::gen::inRange<std::int64_t>(0, 1000)}};
  const Date date = Date::of_period(period);
  RC_ASSERT(date.period() == period);
  RC_ASSERT(Date::parse(date.text()).period() == period);
}

// A masked date holds exactly the days whose digits fit: the plain scan of all days of the years in question.
RC_GTEST_PROP(Date, MaskedDigitsAgreeWithAScanOfAllDays, ()) {
  std::string text = Day{*rc::gen::inRange<std::int64_t>(-3'000, 20'000)}.to_string();
  for (const std::size_t at : {2, 3, 5, 6, 8, 9}) {
    if (*rc::gen::arbitrary<bool>()) text[at] = 'X';
  }
  std::optional<Day> first, last;
  const std::string century = text.substr(0, 2);
  for (Day day = Date::parse(century + "00").earliest(); day <= Date::parse(century + "99").latest();
       day = day.next()) {
    const std::string plain = day.to_string();
    bool fits = true;
    for (std::size_t i = 0; i < text.size(); ++i) fits = fits && (text[i] == 'X' || text[i] == plain[i]);
    if (!fits) continue;
    if (!first) first = day;
    last = day;
  }
  const Date date = Date::parse(text);
  RC_ASSERT(date.earliest() == first.value());
  RC_ASSERT(date.latest() == last.value());
}

}  // namespace
}  // namespace entente
