#include "loaders/facts_csv.hpp"

#include <gmock/gmock.h>

#include "tests/loaders/collected.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::SizeIs;

Loaded load(std::string_view csv, const LoadOptions& options = {}) {
  return loaded_from(csv, "facts.csv", load_facts_csv, options);
}

Loaded load_mapped(std::string_view csv, std::string columns) {
  LoadOptions options;
  options.columns = std::move(columns);
  return load(csv, options);
}

std::string failure(std::string_view csv, const LoadOptions& options = {}) {
  return failure_of([&] { load(csv, options); });
}

std::string mapping_failure(std::string columns) {
  LoadOptions options;
  options.columns = std::move(columns);
  return failure("a,b\n", options);
}

TEST(FactsCsv, EveryWayOfStartingAndEnding) {
  const Loaded loaded = load(
      "Country,Organisation,Relation,Start,End\n"
      "Uzbekistan,CST,member,1992-05-15,1999-04\n"
      "Armenia,CST,member,1994,..\n"
      "Kazakhstan,CSTO,member,2002,\n"
      "Georgia,CST,member,,1999\n"
      "Belarus,CSTO,member,,\n"
      "Serbia,CSTO,Observer,2013,?\n"
      "Afghanistan,CSTO,observer_of,unknown,2021\n"
      "Russia,CSTO,member,?,..\n"
      "Iran,CSTO,observer,,..\n"
      "Tajikistan,CST,member of,?,\n"
      "Moldova,GUAM,Member,..,..\n"
      "Azerbaijan,CST,member,,?\n");
  ASSERT_THAT(loaded.problems, IsEmpty()) << loaded.complaints();
  EXPECT_THAT(loaded.briefs(),
              ElementsAre("Uzbekistan member member_of CST 1992-05-15/1999-04",
                          "Armenia member member_of CST 1994/..", "Kazakhstan joined member_of CSTO 2002",
                          "Georgia left member_of CST 1999", "Belarus member member_of CSTO",
                          "Serbia observer observer_of CSTO 2013/",
                          "Afghanistan observer observer_of CSTO /2021", "Russia member member_of CSTO /..",
                          "Iran observer observer_of CSTO /..", "Tajikistan joined member_of CST",
                          "Moldova member member_of GUAM ../..", "Azerbaijan left member_of CST"));
  EXPECT_EQ(loaded.report.read, 12U);
  EXPECT_EQ(loaded.report.claims, 12U);
  EXPECT_EQ(loaded.claims[0].evidence.row, 2U);
  EXPECT_EQ(loaded.claims[0].evidence.text, "Uzbekistan,CST,member,1992-05-15,1999-04");
  EXPECT_EQ(loaded.claims[0].evidence.rule, "facts-csv");
}

TEST(FactsCsv, WordsInPlaceOfAnEndAreOngoingUnknownOrNothing) {
  for (const std::string ongoing : {"..", "present", "Present", "to present", "NOW", "ongoing", "Current",
                                    "currently", "today", "to date", "\" present \""}) {
    const Loaded loaded = load("country,of,start,end\nA,O,2006," + ongoing + "\n");
    EXPECT_THAT(loaded.briefs(), ElementsAre("A member member_of O 2006/..")) << loaded.complaints();
  }
  for (const std::string unknown : {"?", "unknown", "Unknown"}) {
    const Loaded loaded = load("country,of,start,end\nA,O,2006," + unknown + "\nA,O," + unknown +
                               ",2012\nA,O," + unknown + ",\nA,O,," + unknown + "\n");
    EXPECT_THAT(loaded.briefs(), ElementsAre("A member member_of O 2006/", "A member member_of O /2012",
                                             "A joined member_of O", "A left member_of O"))
        << loaded.complaints();
  }
  for (const std::string nothing : {"", "-", "–", "—", "n/a", "N/A", "NA", "none", "None", "NULL"}) {
    const Loaded loaded = load("country,of,start,end,date\nA,O,2006," + nothing + ',' + nothing + "\nA,O," +
                               nothing + ",2012,\nA,O," + nothing + ',' + nothing + ",1999\n");
    EXPECT_THAT(loaded.briefs(), ElementsAre("A joined member_of O 2006", "A left member_of O 2012",
                                             "A member member_of O 1999"))
        << loaded.complaints();
  }
  EXPECT_THAT(load("who,event,of,date\nA,joined,O,unknown\nB,left,O,?\nC,left,O,-\n").briefs(),
              ElementsAre("A joined member_of O", "B left member_of O", "C left member_of O"));
}

TEST(FactsCsv, WordsInPlaceOfADateMeanNothingElsewhere) {
  EXPECT_THAT(load("country,of,start,end\nNA,UN,1990,NA\nNone,Present,,\n").briefs(),
              ElementsAre("NA joined member_of UN 1990", "None member member_of Present"));
  EXPECT_EQ(load_mapped("code,of,start\nNA,UN,1990\n", "subject_id=code").claims.at(0).subject.id, "NA");
  // Nothing begins in the present, and a row of stars is no known sign.
  EXPECT_THAT(load("country,of,start\nA,O,present\nA,O,***\n").complaints(),
              testing::AllOf(HasSubstr("facts.csv:2:5: the start is no date"), HasSubstr("\"present\""),
                             HasSubstr("facts.csv:3:5: the start is no date"), HasSubstr("\"***\"")));
}

TEST(FactsCsv, EventsStatesAndRelationsOfOnesOwn) {
  const Loaded loaded = load(
      "who;event;relation;of;date;certainty;note\n"
      "Uzbekistan;joined;;CSTO;2006-06-23;;again\n"
      "Uzbekistan;Withdrawal;;CSTO;2012-06-28;Inferred;\n"
      "Serbia;joined;observer;CSTO;2013;;\n"
      "CST;entered into force;;;1994-04-20;;\n"
      "Belarus;;Guarantor of;CSTO;2006/2008;negated;\n"
      "Poland;;dialogue partner;SCO;;;\n"
      "Armenia;suspended;;CSTO;2024-02-22;;\n"
      "Armenia;member;;CSTO;199X;;\n");
  ASSERT_THAT(loaded.problems, IsEmpty()) << loaded.complaints();
  EXPECT_THAT(
      loaded.briefs(),
      ElementsAre("Uzbekistan joined member_of CSTO 2006-06-23", "Uzbekistan left member_of CSTO 2012-06-28",
                  "Serbia joined observer_of CSTO 2013", "CST entered_into_force member_of 1994-04-20",
                  "Belarus guarantor_of guarantor_of CSTO 2006/2008", "Poland partner partner_of SCO",
                  "Armenia suspended suspended_from CSTO 2024-02-22", "Armenia member member_of CSTO 199X"));
  EXPECT_EQ(loaded.claims[0].detail, "again");
  EXPECT_EQ(loaded.claims[1].certainty, Certainty::Inferred);
  EXPECT_EQ(loaded.claims[4].certainty, Certainty::Negated);
}

TEST(FactsCsv, QuotedCellsAndEveryLineEnding) {
  const std::string rows[] = {"\xEF\xBB\xBFmember,body,start",
                              "\"Bosnia, Herz.\",\"Council\nof \"\"Europe\"\"\",2002",
                              "\" Kosovo \" , IMF ,2009", "", "a,b,"};
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    std::string csv;
    for (const std::string& row : rows) csv += row + end;
    const Loaded loaded = load(csv);
    ASSERT_THAT(loaded.problems, IsEmpty()) << loaded.complaints();
    EXPECT_THAT(loaded.briefs(), ElementsAre("Bosnia, Herz. joined member_of Council\nof \"Europe\" 2002",
                                             " Kosovo  joined member_of IMF 2009", "a member member_of b"));
    EXPECT_EQ(loaded.claims[0].evidence.row, 2U);
    EXPECT_EQ(loaded.claims[0].evidence.text, rows[1]);
    EXPECT_EQ(loaded.claims[1].evidence.row, 4U);
    EXPECT_EQ(loaded.claims[2].evidence.row, 6U);
  }
}

TEST(FactsCsv, TheLastRowNeedsNoLineEndAndSeparatorsAreFound) {
  EXPECT_THAT(load("member\tbody\tfrom\nA, B\tC\t2002").briefs(),
              ElementsAre("A, B joined member_of C 2002"));
  EXPECT_THAT(load("member|body\nA|C").briefs(), ElementsAre("A member member_of C"));
  EXPECT_THAT(load("sep=;\r\nmember;body\r\nA;C").briefs(), ElementsAre("A member member_of C"));
  EXPECT_THAT(load("member,body\n,\n,,\nA,C\n").briefs(), ElementsAre("A member member_of C"));
}

TEST(FactsCsv, AMappingNamesColumnsAndConstants) {
  EXPECT_THAT(load_mapped("Land;von;bis\nAlbania;1955;1968\n",
                          "subject=land, start=Von,end = bis,object:=Warsaw Pact,relation:=member")
                  .briefs(),
              ElementsAre("Albania member member_of Warsaw Pact 1955/1968"));
  EXPECT_THAT(load_mapped("country,state\nA,B\n", "subject=state,object=country").briefs(),
              ElementsAre("B member member_of A"));
  EXPECT_THAT(load_mapped("country,end\nA,1999\n", "end=,\"object:=Peace, Friendship\"").briefs(),
              ElementsAre("A member member_of Peace, Friendship"));
  EXPECT_THAT(load_mapped("code,of\nUZB,CSTO\n", "subject_id=code").claims[0].subject.id, "UZB");

  EXPECT_THAT(mapping_failure("subject=x"),
              HasSubstr("invalid-argument: facts.csv has no column \"x\"; the columns are a, b"));
  EXPECT_THAT(mapping_failure("subjekt=a"),
              HasSubstr("there is no field \"subjekt\"; the fields are subject, subject_id"));
  EXPECT_THAT(mapping_failure("subject"), HasSubstr("neither field=column nor field:=constant"));
  EXPECT_THAT(mapping_failure("subject=a,subject=b"), HasSubstr("says twice what subject is"));
}

TEST(FactsCsv, AYearBesideAStartIsNotTheDate) {
  EXPECT_THAT(load("StateName,IGO,Begin,End,Year\nAustria,CoE,1815,1856,2017\n").briefs(),
              ElementsAre("Austria member member_of CoE 1815/1856"));
  EXPECT_THAT(load("StateName,IGO,Year\nAustria,CoE,1815\n").briefs(),
              ElementsAre("Austria member member_of CoE 1815"));
}

TEST(FactsCsv, AHeaderThatDoesNotSayWhatIsWhatIsAnError) {
  EXPECT_EQ(
      failure("name,organisation\nA,B\n"),
      "invalid-row: facts.csv:1: no column is the subject; the columns are name, organisation; say "
      "which with --map subject=COLUMN or subject:=NAME, or read the table by a mapping file (--mapping "
      "FILE)");
  EXPECT_THAT(failure("country,state,of\nA,B,C\n"),
              HasSubstr("both \"country\" and \"state\" could be the subject"));
  EXPECT_THAT(failure("country\xF6,of\nA,B\n"),
              HasSubstr("invalid-text: facts.csv:1:8: byte 7 (0xF6) is not UTF-8"));
}

TEST(FactsCsv, ABadRowIsAProblemWithItsPlaceAndTheGoodOnesStay) {
  const Loaded loaded = load(
      "country,of,start,end\n"
      "A,O,2012-13-45,\n"
      "B,O,2012,2006\n"
      "C,O,2006\n"
      ",O,2006,\n"
      "D,,2006,\n"
      "\"E\nE\",O,2006/2008,\n"
      "F,O,\xFF,\n"
      "G\"g,O,,\n"
      "H,\"O\"o,,\n"
      "I,O,01/02/2012,\n"
      "good,O,2006,2012\n"
      "\"J,O,2006,2012\n"
      "good,P,,\n");
  EXPECT_THAT(loaded.briefs(), ElementsAre("good member member_of O 2006/2012", "good member member_of P"));
  EXPECT_EQ(loaded.report.read, 13U);
  EXPECT_EQ(loaded.report.skipped, 11U);
  std::vector<std::string> shown;
  for (const Diagnostic& problem : loaded.problems) {
    shown.push_back(std::string(name_of(problem.code)) + " " + problem.to_string());
  }
  EXPECT_THAT(
      shown,
      ElementsAre(
          MatchesRegex("invalid-date facts.csv:2:5: the start is no date: .*: \"2012-13-45\""),
          MatchesRegex("inverted-interval facts.csv:3:10: .*: \"2006\""),
          "invalid-row facts.csv:4: this row has 3 cells and the header 4; an empty cell still needs "
          "its separator: "
          "\"C,O,2006\"",
          "invalid-row facts.csv:5:1: the subject is empty: \",O,2006,\"",
          "invalid-row facts.csv:6:3: the object is empty: \"D,,2006,\"",
          "invalid-date facts.csv:8:6: the start is no date: it is an interval where one date is "
          "meant: \"2006/2008\"",
          "invalid-text facts.csv:9:5: byte 101 (0xFF) is not UTF-8; convert the file first (iconv -t UTF-8)",
          "invalid-row facts.csv:10:2: a quotation mark in the middle of a cell; put the whole cell "
          "in quotation marks "
          "and double it (\"\"): \"G\"g,O,,\"",
          "invalid-row facts.csv:11:6: a quotation mark in the middle of a cell; put the whole cell "
          "in quotation marks "
          "and double it (\"\"): \"H,\"O\"o,,\"",
          MatchesRegex("invalid-date facts.csv:12:5: the start is no date: .*: \"01/02/2012\""),
          "invalid-row facts.csv:14: a quotation mark opens on this line and is not closed before "
          "the file ends; "
          "double it (\"\") where it is part of a cell: \"\"J,O,2006,2012\""));
}

TEST(FactsCsv, ANameHasALetterOrADigit) {
  const Loaded loaded =
      load("country,country id,of\n???,,UN\nA,,***\n—,x,UN\n7,,UN\n中国,,UN\n،؟,,UN\n(A),,«Б»\n,x,UN\n");
  EXPECT_THAT(loaded.briefs(), ElementsAre("7 member member_of UN", "中国 member member_of UN",
                                           "(A) member member_of «Б»", "x member member_of UN"));
  EXPECT_EQ(loaded.complaints(),
            "facts.csv:2:1: the name of the subject has no letter or digit: \"???\"\n"
            "facts.csv:3:4: the name of the object has no letter or digit: \"***\"\n"
            "facts.csv:4:1: the name of the subject has no letter or digit: \"—\"\n"
            "facts.csv:7:1: the name of the subject has no letter or digit: \"،؟\"\n");
  EXPECT_EQ(loaded.problems.at(0).code, ErrorCode::InvalidRow);
  EXPECT_THAT(load("who,event,of\nNATO,founded,\nNATO,founded,--\n").complaints(),
              HasSubstr("facts.csv:3:14: the name of the object has no letter or digit"));
}

TEST(FactsCsv, ANulIsRefusedWhereverItStands) {
  using namespace std::string_literals;
  EXPECT_EQ(failure("country,object\0,start\nA,O,2006\n"s),
            "invalid-text: facts.csv:1:15: byte 14 is a NUL character");
  EXPECT_EQ(failure("\nsep=\0\ncountry\0of\nA\0O\n"s),
            "invalid-text: facts.csv:2:5: byte 5 is a NUL character");
  const Loaded loaded = load("country,of,note\nA\0,O,\nB,O,\"x\ny\0\"\n\0,,\nC,O,\n"s);
  EXPECT_THAT(loaded.briefs(), ElementsAre("C member member_of O"));
  EXPECT_EQ(loaded.complaints(),
            "facts.csv:2:2: byte 17 is a NUL character\n"
            "facts.csv:4:2: byte 30 is a NUL character\n"
            "facts.csv:5:1: byte 33 is a NUL character\n");
}

TEST(FactsCsv, WhatAMessageQuotesCannotCutItShort) {
  using namespace std::string_literals;
  EXPECT_EQ(
      load("country,of\n\0\"A,O\n"s).complaints(),
      "facts.csv:2:2: a quotation mark in the middle of a cell; put the whole cell in quotation marks and "
      "double it (\"\"): \"\\x00\"A,O\"\n");
  EXPECT_THAT(failure("country\x1B[2J,of it\nA,O\n"), HasSubstr("the columns are country\\x1B[2J, of it"));
}

// Found by the fuzzer: the same quotation mark was blamed twice, and out of order.
TEST(FactsCsv, AQuotationMarkThatOpensForeverIsBlamedOnce) {
  EXPECT_EQ(load("who,of\nA,\"C\nE,F\nG\"g,H\nI,J\n").complaints(),
            "facts.csv:2: a quotation mark opens on this line and is not closed where a cell ends (line 4); "
            "double it "
            "(\"\") where it is part of a cell: \"A,\"C\"\n"
            "facts.csv:4:2: a quotation mark in the middle of a cell; put the whole cell in quotation marks "
            "and double "
            "it (\"\"): \"G\"g,H\"\n");
}

TEST(FactsCsv, StrictStopsAtTheFirstProblem) {
  LoadOptions strict;
  strict.strict = true;
  EXPECT_THAT(failure("country,of,start\nA,O,2006\nB,O,2012-13-45\nC,O,1\n", strict),
              HasSubstr("invalid-date: facts.csv:3:5: the start is no date"));
}

TEST(FactsCsv, DatesOfOtherNotationsAreReadWhereTheyAreUnambiguous) {
  const Loaded loaded = load("country,of,date\nA,O,23 June 2006\nB,O,June 2006\n");
  ASSERT_THAT(loaded.problems, IsEmpty()) << loaded.complaints();
  EXPECT_THAT(loaded.briefs(),
              ElementsAre("A member member_of O 2006-06-23", "B member member_of O 2006-06"));
}

TEST(FactsCsv, LinesAndCellsAreLimited) {
  LoadOptions options;
  options.limits.entry = 64;
  const Loaded loaded = load("country,of\n" + std::string(1 << 20, 'x') + "\nA,B\n\"C,D\n" +
                                 std::string(40, 'y') + ",z\n" + std::string(40, 'z') + "\nE,F\n",
                             options);
  EXPECT_THAT(loaded.briefs(), testing::Contains("A member member_of B"));
  EXPECT_THAT(loaded.briefs(), testing::Contains("E member member_of F"));
  EXPECT_THAT(loaded.complaints(), HasSubstr("facts.csv:2: a line of more than 64 bytes: \"xxx"));
  EXPECT_THAT(loaded.complaints(),
              HasSubstr("facts.csv:4: a quotation mark opens on this line and is not closed "
                        "within 64 bytes"));
  options.limits = {};
  options.limits.text = 10;
  EXPECT_THAT(load("country,of\nA,01234567890\n", options).complaints(),
              HasSubstr("facts.csv:2:3: a cell of more than 10 bytes"));
}

TEST(FactsCsv, TheFileIsTheSourceUnlessAColumnNamesOthers) {
  const std::string csv = "country,of\nA,B\nC,D\n";
  const Loaded one = load(csv);
  ASSERT_THAT(one.sources, SizeIs(1));
  EXPECT_EQ(one.sources[0].title, "facts");
  EXPECT_THAT(one.sources[0].id.value, MatchesRegex("facts-[0-9a-f]{8}"));
  EXPECT_EQ(one.claims[1].evidence.source, one.sources[0].id);
  EXPECT_EQ(load(csv).sources[0].id, one.sources[0].id);
  EXPECT_NE(load(csv + "E,F\n").sources[0].id, one.sources[0].id);

  LoadOptions options;
  options.published = Date::parse("2024");
  options.title = "Members";
  options.priority = 2;
  const Loaded titled = load(csv, options);
  EXPECT_THAT(titled.sources[0].id.value, MatchesRegex("Members-[0-9a-f]{8}"));
  EXPECT_EQ(titled.sources[0].published, Date::parse("2024"));
  EXPECT_EQ(titled.sources[0].priority, 2);

  const Loaded several = load(
      "country,of,source,url\nA,B,NATO,\nC,D,NATO,\nE,F,,https://example.org/e\nG,H,UN,https://example.org/"
      "g\nI,J,,\n");
  ASSERT_THAT(several.sources, SizeIs(4)) << several.complaints();
  EXPECT_EQ(several.sources[0].id.value, "NATO");
  EXPECT_EQ(several.sources[1].id.value, "https://example.org/e");
  EXPECT_EQ(several.sources[1].url, "https://example.org/e");
  EXPECT_EQ(several.sources[2].id.value, "UN (https://example.org/g)");
  EXPECT_EQ(several.sources[2].title, "UN");
  EXPECT_THAT(several.sources[3].id.value, MatchesRegex("facts-[0-9a-f]{8}"));
  EXPECT_EQ(several.claims[1].evidence.source.value, "NATO");

  options.source_id = "mine";
  EXPECT_EQ(load("country,of,source\nA,B,NATO\n", options).claims[0].evidence.source.value, "mine");
}

TEST(FactsCsv, AQuotationIsTheEvidenceWhereThereIsOne) {
  const Loaded loaded = load("country,of,quote\nA,B,\"A, it says, is in B.\"\nC,D,\n");
  EXPECT_EQ(loaded.claims[0].evidence.text, "A, it says, is in B.");
  EXPECT_EQ(loaded.claims[1].evidence.text, "C,D,");
}

}  // namespace
}  // namespace entente
