#include "loaders/claims_json.hpp"

#include <gmock/gmock.h>

#include "tests/loaders/collected.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Loaded load(std::string_view json, const LoadOptions& options = {}) {
  return loaded_from(json, "facts.json", load_claims_json, options);
}

Loaded load_lines(std::string_view json, const LoadOptions& options = {}) {
  return loaded_from(json, "facts.jsonl", load_claims_lines, options);
}

std::string failure(std::string_view json, const LoadOptions& options = {}) {
  return failure_of([&] { load(json, options); });
}

TEST(ClaimsJson, ReadsEveryFieldOfAClaim) {
  const Loaded loaded = load(R"({
    "format": "entente-claims", "version": 1,
    "sources": [{"id": "csto-2006", "title": "Protocol", "publisher": "CSTO", "url": "https://example.org/p",
                 "published": "2006-06-23", "retrieved": "2026-11", "priority": -2}],
    "claims": [{"subject": {"name": "Uzbekistan", "id": "uzbekistan"}, "event": "joined", "relation": "observer_of",
                "object": {"id": "csto"}, "date": "2006-06-23", "certainty": "inferred", "detail": "again",
                "note": "for the reader",
                "evidence": {"source": "csto-2006", "begin": 10, "end": 25, "text": "joined \"the\" CSTO",
                             "rule": "by hand"}}]})");
  ASSERT_THAT(loaded.problems, IsEmpty()) << loaded.complaints();
  EXPECT_THAT(loaded.sources, ElementsAre(Source{{"csto-2006"},
                                                 "Protocol",
                                                 "CSTO",
                                                 "https://example.org/p",
                                                 Date::parse("2006-06-23"),
                                                 Date::parse("2026-11"),
                                                 -2}));
  Claim expected;
  expected.subject = {"Uzbekistan", "uzbekistan"};
  expected.event = Event::Joined;
  expected.relation.label = "observer_of";
  expected.object = {"", "csto"};
  expected.when = parse_edtf("2006-06-23");
  expected.certainty = Certainty::Inferred;
  expected.detail = "again";
  expected.evidence = {{"csto-2006"}, 10, 25, 0, "joined \"the\" CSTO", "by hand"};
  ASSERT_THAT(loaded.claims, SizeIs(1));
  EXPECT_EQ(id_of(loaded.claims[0]), id_of(expected));
  EXPECT_EQ(loaded.report.read, 2U);
  EXPECT_EQ(loaded.report.claims, 1U);
}

TEST(ClaimsJson, StatesOverSpansKeepTheirFourKindsOfEnd) {
  const Loaded loaded = load(R"({"claims": [
    {"subject": "A", "event": "member", "object": "B", "date": "2006/2012", "evidence": {"source": "s"}},
    {"subject": "A", "event": "observer", "object": "B", "date": "2006/..", "evidence": {"source": "s"}},
    {"subject": "A", "event": "partner", "object": "B", "date": "2006/", "evidence": {"source": "s"}},
    {"subject": "A", "event": "held", "relation": "guarantor_of", "object": "B", "date": "/1999",
     "evidence": {"source": "s"}},
    {"subject": "A", "event": "member", "object": "B", "date": "", "evidence": {"source": "s"}},
    {"subject": "T", "event": "entered_into_force", "object": null, "evidence": {"source": "s"}}]})");
  EXPECT_THAT(loaded.briefs(),
              ElementsAre("A member member_of B 2006/2012", "A observer observer_of B 2006/..",
                          "A partner partner_of B 2006/", "A guarantor_of guarantor_of B /1999",
                          "A member member_of B", "T entered_into_force member_of"));
  // Nobody described the source, yet the claims need one.
  EXPECT_THAT(loaded.sources, ElementsAre(Source{{"s"}, "", "", "", {}, {}, 0}));
}

TEST(ClaimsJson, AnEntityStandsForItsClaims) {
  const Loaded loaded = load(R"({"entities": [
    {"id": "uzbekistan", "kind": "state", "source": "states", "row": 12,
     "names": [{"name": "Uzbekistan", "lang": "en"}, "Oʻzbekiston", {"name": "Uzbek SSR", "when": "1924/1991"},
               {"name": "Uzbeks", "sort": "demonym", "lang": "en"}],
     "ids": {"cow": "704", "wikidata": ["Q265"]}, "founded": "1991-08-31", "dissolved": ""}]})");
  ASSERT_THAT(loaded.problems, IsEmpty()) << loaded.complaints();
  EXPECT_THAT(
      loaded.briefs(),
      ElementsAre("uzbekistan classified member_of state", "uzbekistan named member_of Uzbekistan",
                  "uzbekistan named member_of Oʻzbekiston", "uzbekistan named member_of Uzbek SSR 1924/1991",
                  "uzbekistan named member_of Uzbeks", "uzbekistan identified member_of cow:704",
                  "uzbekistan identified member_of wikidata:Q265",
                  "uzbekistan founded member_of 1991-08-31"));
  EXPECT_EQ(loaded.claims[1].detail, "preferred:name:en");
  EXPECT_EQ(loaded.claims[2].detail, "name");
  EXPECT_EQ(loaded.claims[4].detail, "demonym:en");
  for (const Claim& claim : loaded.claims)
    EXPECT_EQ(claim.evidence, (Evidence{{"states"}, 0, 0, 12, "", "entity"}));
}

TEST(ClaimsJson, ReadsTheFactsThatExtractPrints) {
  const Loaded loaded = load(R"({"facts": [
    {"subject": "Uzbekistan", "subject_id": "uzbekistan", "event": "left", "object": "CSTO", "date": "2012",
     "certainty": "stated",
     "evidence": {"source": "csto", "published": "2022-01-29", "title": "Why?", "begin": 4, "end": 9, "text": "left",
                  "rule": "left"}},
    {"subject": "CSTO", "event": "deployed_to", "object": "Kazakhstan", "date": "2022-01", "certainty": "stated",
     "score": 0.25, "evidence": {"source": "csto", "published": "2022-01-29", "title": "Why?"}}]})");
  ASSERT_THAT(loaded.problems, IsEmpty()) << loaded.complaints();
  EXPECT_THAT(loaded.briefs(), ElementsAre("Uzbekistan left member_of CSTO 2012",
                                           "CSTO deployed_to deployed_to Kazakhstan 2022-01"));
  EXPECT_EQ(loaded.claims[0].subject.id, "uzbekistan");
  EXPECT_THAT(loaded.sources,
              ElementsAre(Source{{"csto"}, "Why?", "", "", Date::parse("2022-01-29"), {}, 0}));
}

TEST(ClaimsJson, ReadsAnArrayOfClaims) {
  EXPECT_THAT(
      load(R"([{"subject": "A", "event": "left", "object": "B", "evidence": {"source": "s"}}])").claims,
      SizeIs(1));
}

TEST(ClaimsJson, ABadEntryIsAProblemWithItsPlaceAndTheGoodOnesStay) {
  const Loaded loaded = load(
      "{\"claims\": [\n"
      " {\"subject\": \"A\", \"event\": \"joined\", \"object\": \"B\", \"date\": \"2012-13-45\", "
      "\"evidence\": "
      "{\"source\": \"s\"}},\n"
      " {\"subject\": \"A\", \"event\": \"member\", \"object\": \"B\", \"date\": \"2012/2006\", "
      "\"evidence\": "
      "{\"source\": \"s\"}},\n"
      " {\"subject\": \"A\", \"event\": \"joinned\", \"object\": \"B\", \"evidence\": {\"source\": \"s\"}},\n"
      " {\"subject\": \"A\", \"event\": \"joined\", \"evidence\": {\"source\": \"s\"}},\n"
      " {\"subject\": \"A\", \"event\": \"joined\", \"object\": \"B\"},\n"
      " {\"subject\": \"A\", \"event\": \"joined\", \"object\": \"B\", \"when\": \"2012\"},\n"
      " {\"subject\": 7, \"event\": \"joined\", \"object\": \"B\"},\n"
      " {\"subject\": \"A\", \"event\": \"joined\", \"object\": \"B\", \"evidence\": {\"source\": \"s\", "
      "\"row\": "
      "-1}},\n"
      " {\"subject\": \"A\", \"event\": \"joined\", \"object\": \"B\", \"evidence\": {\"source\": \"s\"}}],\n"
      " \"clams\": 1}");
  EXPECT_THAT(loaded.claims, SizeIs(1));
  EXPECT_EQ(loaded.report.read, 9U);
  EXPECT_EQ(loaded.report.skipped, 9U);
  ASSERT_THAT(loaded.problems, SizeIs(9)) << loaded.complaints();
  EXPECT_EQ(loaded.problems[0].code, ErrorCode::InvalidDate);
  EXPECT_EQ(loaded.problems[0].line, 2U);
  EXPECT_EQ(loaded.problems[0].column, 61U);
  EXPECT_EQ(loaded.problems[0].excerpt, "2012-13-45");
  EXPECT_EQ(loaded.problems[1].code, ErrorCode::InvertedInterval);
  EXPECT_EQ(loaded.problems[1].line, 3U);
  EXPECT_THAT(loaded.problems[2].message, HasSubstr("no such event"));
  EXPECT_THAT(loaded.problems[3].message, HasSubstr("\"object\" is missing"));
  EXPECT_THAT(loaded.problems[4].message, HasSubstr("where this comes from"));
  EXPECT_THAT(loaded.problems[5].message, HasSubstr("no member \"when\""));
  EXPECT_THAT(loaded.problems[6].message, HasSubstr("\"subject\" must be a text"));
  EXPECT_THAT(loaded.problems[7].message, HasSubstr("whole number from 0 on"));
  EXPECT_THAT(loaded.problems[8].message, HasSubstr("no section \"clams\""));
}

TEST(ClaimsJson, StrictStopsAtTheFirstProblem) {
  LoadOptions strict;
  strict.strict = true;
  EXPECT_EQ(failure(R"({"claims": [{"subject": "A"}]})", strict),
            "invalid-row: facts.json:1:13: \"event\" is missing");
}

TEST(ClaimsJson, OptionsWinOverTheFile) {
  LoadOptions options;
  options.published = Date::parse("2020");
  options.title = "Mine";
  options.source_id = "mine";
  options.priority = 3;
  const Loaded loaded = load(R"({"sources": [{"id": "s", "title": "Theirs", "published": "1990"}],
    "claims": [{"subject": "A", "event": "left", "object": "B"}]})",
                             options);
  EXPECT_THAT(loaded.sources, ElementsAre(Source{{"s"}, "Mine", "", "", Date::parse("2020"), {}, 3},
                                          Source{{"mine"}, "Mine", "", "", Date::parse("2020"), {}, 3}));
}

TEST(ClaimsJson, ASourceDescribedTwiceDifferentlyIsAProblem) {
  const Loaded loaded = load(R"({"sources": [{"id": "s", "title": "One"}, {"id": "s", "title": "One"},
                                             {"id": "s", "title": "Two"}]})");
  EXPECT_THAT(loaded.sources, SizeIs(1));
  ASSERT_THAT(loaded.problems, SizeIs(1));
  EXPECT_THAT(loaded.problems[0].message, HasSubstr("described twice, differently"));
}

TEST(ClaimsJson, ANameHasALetterOrADigit) {
  const Loaded loaded = load(R"({"claims": [
    {"subject": "???", "event": "left", "object": "B", "evidence": {"source": "s"}},
    {"subject": "A", "event": "left", "object": {"name": "***", "id": "b"}, "evidence": {"source": "s"}},
    {"subject": {"id": "?"}, "event": "left", "object": "中", "evidence": {"source": "s"}}],
   "entities": [{"id": "c", "source": "s", "names": ["C", "…"]}, {"id": "d", "source": "s", "names": ["4"]}]})");
  EXPECT_THAT(loaded.briefs(), ElementsAre("? left member_of 中", "d named member_of 4"));
  EXPECT_EQ(loaded.complaints(),
            "facts.json:2:17: the name of the subject has no letter or digit: \"???\"\n"
            "facts.json:3:58: the name of the object has no letter or digit: \"***\"\n"
            "facts.json:5:59: a name has no letter or digit: \"…\"\n");
  EXPECT_EQ(loaded.problems.at(0).code, ErrorCode::InvalidRow);
}

TEST(ClaimsJson, AClaimWhoseSourceIsDescribedDifferentlyIsSkippedWithIt) {
  const Loaded loaded = load(R"({"claims": [
    {"subject": "A", "event": "left", "object": "B", "evidence": {"source": {"id": "s", "title": "One"}}},
    {"subject": "C", "event": "left", "object": "B", "evidence": {"source": {"id": "s", "title": "One"}}},
    {"subject": "D", "event": "left", "object": "B", "evidence": {"source": {"id": "s", "title": "Two"}}},
    {"subject": "E", "event": "left", "object": "B", "evidence": {"source": "s"}}]})");
  EXPECT_THAT(loaded.briefs(), ElementsAre("A left member_of B", "C left member_of B", "E left member_of B"));
  EXPECT_THAT(loaded.sources, ElementsAre(Source{{"s"}, "One", "", "", {}, {}, 0}));
  ASSERT_THAT(loaded.problems, SizeIs(1));
  EXPECT_EQ(loaded.problems[0].line, 4U);
}

TEST(ClaimsJson, BrokenDocumentsAreErrorsWithTheirPlace) {
  EXPECT_EQ(failure("{\"claims\": [\n{\"subject\": \"A\", \"ev"),
            "invalid-json: facts.json:2:21: the file ends in the middle of a value");
  EXPECT_EQ(failure("{\"claims\": [\n]"),
            "invalid-json: facts.json:2:2: the file ends in the middle of a value");
  EXPECT_EQ(failure(""), "invalid-json: facts.json:1:1: there is no JSON value here");
  EXPECT_THAT(failure("{\"claims\": [}]}"), HasSubstr("facts.json:1:13: not JSON: "));
  EXPECT_THAT(failure("{} {}"), HasSubstr("facts.json:1:4: not JSON: "));
  EXPECT_THAT(failure(std::string("{}\0{}", 5)), HasSubstr("facts.json:1:3: not JSON: something follows"));
  EXPECT_THAT(failure("{\"title\": \"K\xF6ln\"}"), HasSubstr("invalid-text: facts.json:1:"));
  EXPECT_THAT(failure(R"({"title": "\udc00"})"), HasSubstr("half a surrogate pair"));
  EXPECT_THAT(failure(R"({"title": "\u0000"})"), HasSubstr("NUL"));
  EXPECT_THAT(failure(R"({"format": "other"})"), HasSubstr("unknown-format: facts.json:1:12"));
  EXPECT_THAT(failure(R"({"version": 2})"), HasSubstr("this version"));
}

TEST(ClaimsJson, EveryCutOfADocumentIsAnErrorNotACrash) {
  const std::string whole =
      R"({"claims":[{"subject":{"name":"Ö\u00e4"},"event":"left","object":"B","evidence":{"source":"s","row":12}}]})";
  EXPECT_EQ(failure(whole), "");
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_NE(failure(whole.substr(0, size)), "") << size;
}

TEST(ClaimsJson, NestingIsLimited) {
  EXPECT_EQ(failure(std::string(100'000, '[')), "invalid-json: facts.json:1:65: nesting deeper than 64");
  std::string objects = "{\"claims\":[";
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  EXPECT_THAT(failure(objects), HasSubstr("nesting deeper than 64"));
  LoadOptions shallow;
  shallow.limits.nesting = 3;
  EXPECT_EQ(failure(R"({"claims": [[]]})", shallow), "");
  EXPECT_THAT(failure(R"({"claims": [[[]]]})", shallow), HasSubstr("nesting deeper than 3"));
}

TEST(ClaimsJson, TextsAndEntriesAreLimited) {
  LoadOptions options;
  options.limits.text = 10;
  EXPECT_EQ(failure(R"({"title": "0123456789"})", options), "");
  EXPECT_EQ(failure(R"({"title": "0123456789A"})", options),
            "invalid-json: facts.json:1:11: a text of more than 10 bytes");
  options.limits = {};
  options.limits.text = 1000;
  EXPECT_THAT(failure("{\"title\": \"" + std::string(1 << 20, 'x'), options),
              HasSubstr("more than 1000 bytes"));
  options.limits.entry = 1000;
  EXPECT_THAT(failure("{\"claims\": [[" + std::string(1 << 20, ' '), options),
              HasSubstr("more than 1000 bytes"));
}

TEST(ClaimsJson, LinesCarryTheirSourceAndFailOneByOne) {
  const Loaded loaded = load_lines(
      "\xEF\xBB\xBF{\"format\": \"entente-claims\", \"version\": 1}\r\n"
      "{\"source\": {\"id\": \"u\", \"title\": \"U\"}}\n"
      "{\"subject\": \"A\", \"event\": \"joined\", \"object\": \"B\", \"date\": \"2006\", \"evidence\": "
      "{\"source\": "
      "{\"id\": \"s\", \"title\": \"T\"}}}\n"
      "\n"
      "{\"subject\": \"A\", \"event\": \n"
      "{\"subject\": \"A\", \"event\": \"left\", \"object\": \"B\", \"date\": \"2012-13-45\", \"evidence\": "
      "{\"source\": \"s\"}}\n"
      "{\"subject\": \"A\", \"event\": \"left\", \"object\": \"B\", \"evidence\": {\"source\": "
      "{\"id\": \"s\", \"title\": \"T\"}}}");
  EXPECT_THAT(loaded.briefs(), ElementsAre("A joined member_of B 2006", "A left member_of B"));
  EXPECT_THAT(loaded.sources, SizeIs(2));
  EXPECT_EQ(loaded.report.read, 5U);
  EXPECT_EQ(loaded.report.skipped, 2U);
  ASSERT_THAT(loaded.problems, SizeIs(2));
  EXPECT_EQ(loaded.problems[0].to_string(), "facts.jsonl:5:27: the file ends in the middle of a value");
  EXPECT_EQ(loaded.problems[1].line, 6U);
  EXPECT_EQ(loaded.problems[1].code, ErrorCode::InvalidDate);
}

TEST(ClaimsJson, ALineBeyondTheLimitIsSteppedOver) {
  LoadOptions options;
  options.limits.entry = 100;
  const Loaded loaded = load_lines(std::string(1 << 20, '[') +
                                       "\n{\"subject\": \"A\", \"event\": \"left\", \"object\": \"B\", "
                                       "\"evidence\": {\"source\": \"s\"}}\n",
                                   options);
  EXPECT_THAT(loaded.claims, SizeIs(1));
  ASSERT_THAT(loaded.problems, SizeIs(1));
  EXPECT_THAT(loaded.problems[0].to_string(),
              HasSubstr("facts.jsonl:1: a line of more than 100 bytes: \"[[["));
}

}  // namespace
}  // namespace entente
