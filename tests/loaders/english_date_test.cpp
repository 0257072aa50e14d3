#include "loaders/english_date.hpp"

#include <gmock/gmock.h>

#include <string>

#include "tests/doc_table.hpp"

namespace entente {
namespace {

const Day reference = *Day::parse("2022-01-29");  // a Saturday

std::string read(std::string_view phrase, std::optional<Day> from = std::nullopt) {
  const auto edtf = read_english_date(phrase, from);
  return edtf ? to_string(*edtf) : "nothing";
}

struct Example {
  const char* phrase;
  const char* edtf;
};

TEST(EnglishDate, WholePhrases) {
  constexpr Example examples[] = {
      // Days
      {"28 June 2012", "2012-06-28"},
      {"June 28, 2012", "2012-06-28"},
      {"June 28 2012", "2012-06-28"},
      {"June 28th, 2012", "2012-06-28"},
      {"28th of June, 2012", "2012-06-28"},
      {"the 28th of June 2012", "2012-06-28"},
      {"the 28th day of June, 2012", "2012-06-28"},
      {"28th June 2012", "2012-06-28"},
      {"on 28 June 2012", "2012-06-28"},
      {"Thursday, 28 June 2012", "2012-06-28"},
      {"on Thursday 28 June 2012", "2012-06-28"},
      {"Thursday, June 28, 2012", "2012-06-28"},
      {"Thu, 28 Jun 2012", "2012-06-28"},
      {"Dec 5, 1991", "1991-12-05"},
      {"Sept. 3, 1939", "1939-09-03"},
      {"1 sept 1939", "1939-09-01"},
      {"28 june 2012", "2012-06-28"},
      {"28-Jun-2012", "2012-06-28"},
      {"  28 June 2012\n", "2012-06-28"},
      {"15 March 44 BC", "-0043-03-15"},
      {"2012-06-28", "2012-06-28"},
      {"2012/06/28", "2012-06-28"},
      {"28.06.2012", "2012-06-28"},
      {"1.2.2012", "2012-02-01"},
      {"28/06/2012", "2012-06-28"},
      {"06/28/2012", "2012-06-28"},
      {"05/05/1992", "1992-05-05"},
      // Months
      {"June 2012", "2012-06"},
      {"June, 2012", "2012-06"},
      {"June of 2012", "2012-06"},
      {"in June 2012", "2012-06"},
      {"Sept. 2012", "2012-09"},
      {"2012-06", "2012-06"},
      {"the month of June 2012", "2012-06"},
      {"mid-May 1992", "1992-05"},
      {"the end of May 2004", "2004-05"},
      // Parts of years
      {"spring 2004", "2004-21"},
      {"the summer of 1996", "1996-22"},
      {"in the autumn of 1996", "1996-23"},
      {"fall 1996", "1996-23"},
      {"winter 1991", "1991-24"},
      {"the winter of 1991–92", "1991-24"},
      {"winter 1991/1992", "1991-24"},
      {"first half of 1998", "1998-40"},
      {"the second half of 1998", "1998-41"},
      {"the third quarter of 1998", "1998-35"},
      {"Q4 1998", "1998-36"},
      // Years
      {"2012", "2012"},
      {"in 1999", "1999"},
      {"in the year 1999", "1999"},
      {"the year 476", "0476"},
      {"in 476", "0476"},
      {"early 2019", "2019"},
      {"in late 2019", "2019"},
      {"mid-2019", "2019"},
      {"the end of 1998", "1998"},
      {"the beginning of 1998", "1998"},
      {"as early as 1955", "1955"},
      {"during 1999", "1999"},
      {"478 BC", "-0477"},
      {"478 BCE", "-0477"},
      {"478 B.C.", "-0477"},
      {"1 BC", "0000"},
      {"AD 43", "0043"},
      {"A.D. 43", "0043"},
      {"43 AD", "0043"},
      {"1066 CE", "1066"},
      {"12000 BC", "Y-11999"},
      // Approximate and uncertain
      {"circa 1400", "1400~"},
      {"c. 1400", "1400~"},
      {"c.1400", "1400~"},
      {"ca. 1400", "1400~"},
      {"about 1400", "1400~"},
      {"around May 1992", "1992-05~"},
      {"c. 478 BC", "-0477~"},
      {"c. 800", "0800~"},
      {"probably 1999", "1999?"},
      {"probably around 1999", "1999%"},
      // Decades and centuries
      {"the 1990s", "199X"},
      {"1990s", "199X"},
      {"the 1990's", "199X"},
      {"in the 1990s", "199X"},
      {"mid-1990s", "199X~"},
      {"the early 1990s", "199X~"},
      {"the late 1990s", "199X~"},
      {"the 1900s", "19XX"},
      {"the 2000s", "200X"},
      {"the 470s BC", "[-0478..-0469]"},
      {"the 19th century", "18XX"},
      {"19th century", "18XX"},
      {"the nineteenth century", "18XX"},
      {"the twenty-first century", "20XX"},
      {"the early 19th century", "18XX"},
      {"the 5th century BC", "-04XX"},
      {"the first century BC", "[-0099..0000]"},
      {"the 1st century AD", "00XX"},
      {"the first half of the 19th century", "18XX"},
      // Senses
      {"since 1949", "1949/.."},
      {"ever since 1949", "1949/.."},
      {"since about 1949", "1949~/.."},
      {"since 4 April 1949", "1949-04-04/.."},
      {"from 1949", "1949/.."},
      {"from 1949 onwards", "1949/.."},
      {"from 1 January 2015 on", "2015-01-01/.."},
      {"effective 1 January 2015", "2015-01-01/.."},
      {"as of 2012", "2012"},
      {"until 1991", "/1991"},
      {"until the end of 1991", "/1991"},
      {"up to 1991", "/1991"},
      {"through 1991", "/1991"},
      {"by 1991", "/1991"},
      {"no later than May 1991", "/1991-05"},
      {"before 1949", "/1948"},
      {"prior to January 1949", "/1948-12"},
      {"before 1 March 2012", "/2012-02-29"},
      {"before c. 1400", "/1399~"},
      {"after 1991", "1992/"},
      {"after the 1990s", "2000/"},
      // Two dates
      {"from 1955 to 1991", "1955/1991"},
      {"from 1955 until 1991", "1955/1991"},
      {"1955 to 1991", "1955/1991"},
      {"1955–1991", "1955/1991"},
      {"1955-1991", "1955/1991"},
      {"1955 – 1991", "1955/1991"},
      {"1955–91", "1955/1991"},
      {"1914-18", "1914/1918"},
      {"from May 1955 to July 1991", "1955-05/1991-07"},
      {"14 May 1955 – 1 July 1991", "1955-05-14/1991-07-01"},
      {"May–July 1991", "1991-05/1991-07"},
      {"from December to February 1992", "1991-12/1992-02"},
      {"from May 1992 to July", "1992-05/1992-07"},
      {"15–20 May 1992", "1992-05-15/1992-05-20"},
      {"15 to 20 May 1992", "1992-05-15/1992-05-20"},
      {"15 May – 3 June 1992", "1992-05-15/1992-06-03"},
      {"May 15–20, 1992", "1992-05-15/1992-05-20"},
      {"May 15 – June 3, 1992", "1992-05-15/1992-06-03"},
      {"478–404 BC", "-0477/-0403"},
      {"from 478 to 404 BC", "-0477/-0403"},
      {"478 BC – 14 AD", "-0477/0014"},
      {"1992 to the present", "1992/.."},
      {"1992–present", "1992/.."},
      {"from 1992 to date", "1992/.."},
      {"the 1990s to 2004", "199X/2004"},
      {"between 1991 and 1993", "[1991..1993]"},
      {"between May and July 1991", "[1991-05..1991-07]"},
      {"between 15 and 20 May 1992", "[1992-05-15..1992-05-20]"},
      {"between 1991 and early 1993", "[1991..1993]"},
  };
  for (const Example& example : examples) EXPECT_EQ(read(example.phrase), example.edtf) << example.phrase;
}

TEST(EnglishDate, CountedFromTheReference) {
  constexpr Example examples[] = {
      {"today", "2022-01-29"},
      {"yesterday", "2022-01-28"},
      {"last month", "2021-12"},
      {"this month", "2022-01"},
      {"next month", "2022-02"},
      {"last year", "2021"},
      {"in the last year", "nothing"},
      {"earlier this year", "2022"},
      {"last week", "[2022-01-17..2022-01-23]"},
      {"two years ago", "2020"},
      {"a year ago", "2021"},
      {"10 days ago", "2022-01-19"},
      {"3 months ago", "2021-10"},
      {"a decade ago", "2012~"},
      {"the following year", "2023"},
      {"on Tuesday", "2022-01-25"},
      {"on Saturday", "2022-01-29"},
      {"last Saturday", "2022-01-22"},
      {"next Monday", "2022-01-31"},
      {"last December", "2021-12"},
      {"last spring", "2021-21"},
      {"next May", "2022-05"},
      {"in May this year", "2022-05"},
      {"on 5 May last year", "2021-05-05"},
      {"15 May", "2022-05-15"},
      {"in June", "2022-06"},
      {"29 February", "nothing"},
      {"since last year", "2021/.."},
      {"from 1992 until last year", "1992/2021"},
      {"before last month", "/2021-11"},
  };
  for (const Example& example : examples) {
    EXPECT_EQ(read(example.phrase, reference), example.edtf) << example.phrase;
    EXPECT_EQ(read(example.phrase), "nothing") << example.phrase;
  }
}

TEST(EnglishDate, TheTablesOfItsPageAreTrue) {
  std::size_t rows = 0;
  for (const DocRow& row : doc_rows("formats/english-dates.md", "# Dates in English")) {
    if (row[0] == "phrase") continue;
    ++rows;
    EXPECT_EQ(read(row[0], reference), row[1]) << row[0];
  }
  EXPECT_GE(rows, 35U);
}

TEST(EnglishDate, AnythingElseIsNoDate) {
  for (const char* phrase : {"",
                             " ",
                             "the",
                             "in",
                             "May",
                             "1",
                             "12",
                             "476",
                             "30 February 2012",
                             "31 June 2012",
                             "29 February 2011",
                             "05/06/1992",
                             "2012-13-45",
                             "32 May 1992",
                             "0 May 1992",
                             "28 June 2012 and",
                             "June 28,",
                             "1999%",
                             "1,999",
                             "1999.5",
                             "2000 people",
                             "1999th",
                             "from 1991 to 1955",
                             "between 1993 and 1991",
                             "since",
                             "1990sx",
                             "12s",
                             "99999",
                             "a",
                             "two years",
                             "the 1995s",
                             "BC",
                             "AD",
                             "0 BC",
                             "the 0th century",
                             "19992",
                             "mid-",
                             "c."}) {
    EXPECT_EQ(read(phrase, phrase == std::string_view("May") ? std::nullopt : std::optional(reference)),
              "nothing")
        << phrase;
  }
}

/// All phrases of a running text, as an article reader finds them: the phrase and its EDTF, or, for what is
/// counted from another date, the answer for a mention of 1999-05.
std::string phrases(std::string_view text) {
  const Date mention = Date::parse("1999-05");
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto found = scan_english_date(text, at, reference);
    if (!found) {
      ++at;
      continue;
    }
    auto edtf = found->edtf;
    if (!edtf) edtf = resolved(*found, mention);
    result += (result.empty() ? "" : "; ") + std::string(text.substr(at, found->length)) + " = " +
              (edtf ? to_string(*edtf) : "nothing");
    at += found->length;
  }
  return result;
}

TEST(EnglishDateScan, FindsPhrasesInRunningText) {
  constexpr Example examples[] = {
      {"The treaty was signed on 15 May 1992 in Tashkent.", "on 15 May 1992 = 1992-05-15"},
      {"Uzbekistan joined in 2006 and left in 2012.", "in 2006 = 2006; in 2012 = 2012"},
      {"In May 1992, six states signed; on 24 September, Azerbaijan did.",
       "In May 1992 = 1992-05; on 24 September = 1999-09-24"},
      {"Two years later it withdrew, and the following year it came back.",
       "Two years later = 2001; the following year = 2000"},
      {"The same year Georgia joined. The day before, Armenia had. Later that year",
       "The same year = 1999; The day before = [1999-04-30..1999-05-30]; Later that year = 1999"},
      {"in May of that year; in May of the following year; that June; the following March",
       "in May of that year = 1999-05; in May of the following year = 2000-05; that June = 1999-06; "
       "the following March = 2000-03"},
      {"It was a member (1994–1999) and observer since 2004.", "1994–1999 = 1994/1999; since 2004 = 2004/.."},
      {"said on Thursday", "on Thursday = 2022-01-27"},
      {"It may march in may. We march on.", ""},
      {"May they march", ""},
      {"about 2000 people, 1500 troops, $1999, 1,999 men, 1999.5, Resolution 1973, No. 1945, F-1999, 1995%",
       ""},
      {"On May 15, 2000 troops crossed", "On May 15 = 1999-05-15"},
      {"a 2000-strong force", ""},
      {"the last year of the war, the day before the war", ""},
      {"20 years old, two members, one of them", ""},
      {"On 15 May\n1992 in", "On 15 May\n1992 = 1992-05-15"},
      {"On 15 May\n\n1992 in", "On 15 May = 1999-05-15; 1992 = 1992"},
      {"on\xC2\xA0"
       "15\xC2\xA0May\xC2\xA0"
       "1992",
       "on\xC2\xA0"
       "15\xC2\xA0May\xC2\xA0"
       "1992 = 1992-05-15"},
      {"in May and June 1942", "in May = 1942-05; June 1942 = 1942-06"},
      {"on 26 March, 3 April and 5 May 1992",
       "on 26 March = 1992-03-26; 3 April = 1992-04-03; 5 May 1992 = 1992-05-05"},
      {"on January 15 , 1992 ,", "on January 15 , 1992 = 1992-01-15"},
      {"Helen (1992–) and Ann (1990– )", "1992– = 1992/..; 1990– = 1990/.."},
      {"in the years 1941–1945", "in the years 1941–1945 = 1941/1945"},
      {"on Friday , February 13 , 1998", "on Friday , February 13 , 1998 = 1998-02-13"},
      {"as high as 2441 in 2500", ""},
      {"(est. 1949)", "1949 = 1949"},
      {"from 2 to 5 members", ""},
      {"the Second World War", ""},
      {"a second quarter, the first half", ""},
      {"In 2012-06-28T10:00:00Z, 2012-06-28-7, 1999-1.", "In 2012-06-28T10:00:00Z = 2012-06-28"},
      {"in 2010, 2011 and 2012.", "in 2010 = 2010; 2011 = 2011; 2012 = 2012"},
      {"Sat in parliament, Sun rises, Mar a Lago", ""},
      {"12 May 1992-14 June 1993", "12 May 1992-14 June 1993 = 1992-05-12/1993-06-14"},
  };
  for (const Example& example : examples) EXPECT_EQ(phrases(example.phrase), example.edtf) << example.phrase;
}

TEST(EnglishDateScan, SaysWhatThePhraseIs) {
  const auto scan = [](std::string_view text) { return scan_english_date(text, 0, reference).value(); };
  EXPECT_EQ(scan("since 1949 it").sense, DateSense::Since);
  EXPECT_EQ(scan("since 1949 it").length, 10U);
  EXPECT_EQ(scan("by 2004.").sense, DateSense::By);
  EXPECT_EQ(scan("from 1955 to 1991").sense, DateSense::Span);
  EXPECT_EQ(scan("between 1955 and 1991").sense, DateSense::Between);
  EXPECT_EQ(scan("before 1991").sense, DateSense::Before);
  EXPECT_EQ(scan("as of 1991").sense, DateSense::AsOf);
  EXPECT_EQ(scan("1991").sense, DateSense::At);
  EXPECT_TRUE(scan("1991").lone_year);
  EXPECT_FALSE(scan("in 1991").lone_year);
  EXPECT_TRUE(scan("c. 1991").approximate);
  EXPECT_EQ(scan("two years ago").anchor, DateAnchor::Reference);
  EXPECT_EQ(scan("two years later").anchor, DateAnchor::Mention);
  EXPECT_EQ(scan("two years later").step, (DateStep{.unit = DateStep::Unit::Year, .count = 2}));
  EXPECT_EQ(scan("15 May").anchor, DateAnchor::Year);
  EXPECT_EQ(scan("15 May").step, (DateStep{.unit = DateStep::Unit::Year, .month = 5, .day = 15}));
  EXPECT_FALSE(scan("15 May").edtf);
}

TEST(EnglishDateScan, StepsFromTheDateMentioned) {
  const auto from = [](std::string_view text, const char* mention) {
    const auto edtf = resolved(scan_english_date(text, 0).value(), Date::parse(mention));
    return edtf ? to_string(*edtf) : "nothing";
  };
  EXPECT_EQ(from("two years later", "1999-05-03"), "2001");
  EXPECT_EQ(from("three months later", "1999-11-03"), "2000-02");
  EXPECT_EQ(from("three months later", "1999"), "[1999-04..2000-03]");
  EXPECT_EQ(from("the next day", "1999-12-31"), "2000-01-01");
  EXPECT_EQ(from("the same day", "1999-12-31"), "1999-12-31");
  EXPECT_EQ(from("two years later", "199X"), "[1992..2001]");
  EXPECT_EQ(from("in May of that year", "199X"), "nothing");
  EXPECT_EQ(from("on 29 February", "1999"), "nothing");
  EXPECT_EQ(from("on 29 February", "2000-05"), "2000-02-29");
  EXPECT_EQ(from("ten years earlier", "-0004"), "-0014");
  EXPECT_EQ(from("the following May", "1998-11"), "1999-05");
  EXPECT_EQ(from("the following May", "1998-03"), "1998-05");
  EXPECT_EQ(from("the following year", "Y170000002"), "nothing");
  EXPECT_EQ(from("until the following year", "1998"), "/1999");
}

}  // namespace
}  // namespace entente
