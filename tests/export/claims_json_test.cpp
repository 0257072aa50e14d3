#include "export/claims_json.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "export/facts_json.hpp"
#include "loaders/claims_json.hpp"
#include "tests/loaders/collected.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Texts that JSON writers get wrong: quotation marks, backslashes, control characters, line separators,
/// characters beyond the basic plane.
rc::Gen<std::string> any_text() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                          "a", "B", " ", "\"", "\\", "/", "\n", "\r", "\t", "\x01", "\x1f", "\x7f", "é", "ʻ",
                          "\u2028", "\u2029", "\U0001F1FA", "\U0010FFFF", "\uFFFF", "\uFEFF", ",", "{", "}",
                          "[", "]", ":", "\\u0041", "null")),
                      [](const std::vector<std::string>& parts) {
                        std::string text;
                        for (const std::string& part : parts) text += part;
                        return text;
                      });
}

rc::Gen<std::string> some_text() {
  return rc::gen::map(any_text(), [](std::string text) { return text + "x"; });
}

/// A name with a letter in it, or an id alone: other mentions are refused.
rc::Gen<Mention> some_mention() {
  return rc::gen::oneOf(rc::gen::construct<Mention>(some_text(), any_text()),
                        rc::gen::construct<Mention>(rc::gen::just(std::string()), some_text()));
}

rc::Gen<Claim> any_claim() {
  return rc::gen::exec([] {
    Claim claim;
    claim.subject = *some_mention();
    claim.event = static_cast<Event>(*rc::gen::inRange(0, 13));  // Held … Succeeded
    claim.relation.label =
        *rc::gen::oneOf(rc::gen::element<std::string>("member_of", "observer_of", "member", "joined", "held",
                                                      "", "guarantor_of"),
                        any_text());
    claim.object = *some_mention();
    const auto date = *rc::gen::element<std::string>("", "2006", "2006-06-23", "199X~", "2006/..", "/1999",
                                                     "2006/", "-0477", "2006/2012?");
    if (!date.empty()) claim.when = parse_edtf(date);
    claim.certainty = static_cast<Certainty>(*rc::gen::inRange(0, 4));
    claim.detail = *any_text();
    claim.evidence.source.value = *rc::gen::element<std::string>("s1", "s2", "a \"source\"\u2028");
    claim.evidence.begin = *rc::gen::inRange<std::uint64_t>(0, 1000);
    claim.evidence.end =
        claim.evidence.begin + *rc::gen::element<std::uint64_t>(0, 1, 1ULL << 53, (1ULL << 63) + 1);
    claim.evidence.row = *rc::gen::inRange<std::uint64_t>(0, 3);
    claim.evidence.text = *any_text();
    claim.evidence.rule = *any_text();
    return claim;
  });
}

rc::Gen<std::vector<Claim>> any_claims() { return rc::gen::container<std::vector<Claim>>(any_claim()); }

std::vector<Source> sources() {
  return {{{"s1"},
           "A \"title\"\u2028\t",
           "P",
           "https://example.org/?a=b&c",
           Date::parse("2022-01-29"),
           Date::parse("2026-11"),
           -3},
          {{"s2"}, "", "", "", {}, {}, 0}};
}

std::set<ClaimId> ids(const std::vector<Claim>& claims) {
  std::set<ClaimId> all;
  for (const Claim& claim : claims) all.insert(id_of(claim));
  return all;
}

std::string written(ClaimsForm form, const std::vector<Claim>& claims) {
  std::ostringstream out;
  write_claims_json(out, form, sources(), claims);
  return out.str();
}

std::string facts(ClaimsForm form, const std::vector<Claim>& claims) {
  std::ostringstream out;
  FactsWriter writer(out, form);
  const std::vector<Source> known = sources();
  for (const Claim& claim : claims) {
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Source& source) { return source.id == claim.evidence.source; });
    writer.fact(claim, found == known.end() ? nullptr : &*found);
  }
  writer.finish();
  return out.str();
}

Collected read(ClaimsForm form, const std::string& json) {
  Collected collected;
  Input input = Input::of(json, "export");
  if (form == ClaimsForm::Document) {
    load_claims_json(input, {}, collected);
  } else {
    load_claims_lines(input, {}, collected);
  }
  return collected;
}

const ClaimsForm forms[] = {ClaimsForm::Document, ClaimsForm::Lines};

RC_GTEST_PROP(ClaimsJson, WhatIsWrittenIsReadBackEqual, ()) {
  const std::vector<Claim> claims = *any_claims();
  for (const ClaimsForm form : forms) {
    const Collected back = read(form, written(form, claims));
    RC_ASSERT(back.complaints() == "");
    RC_ASSERT(ids(back.claims) == ids(claims));
    for (const Source& source : back.sources) {
      if (source.id.value == "s1") RC_ASSERT(source == sources()[0]);
    }
  }
}

RC_GTEST_PROP(FactsJson, WhatIsWrittenIsReadBackEqual, ()) {
  const std::vector<Claim> claims = *any_claims();
  for (const ClaimsForm form : forms) {
    const Collected back = read(form, facts(form, claims));
    RC_ASSERT(back.complaints() == "");
    RC_ASSERT(ids(back.claims) == ids(claims));
    for (const Source& source : back.sources) {
      if (source.id.value == "s1") RC_ASSERT(source == sources()[0]);
    }
  }
}

RC_GTEST_PROP(ClaimsJson, OrderAndRepetitionChangeNoByte, ()) {
  const std::vector<Claim> claims = *any_claims();
  const std::string json = written(ClaimsForm::Document, claims);
  std::vector<Claim> again(claims.rbegin(), claims.rend());
  again.insert(again.end(), claims.begin(), claims.end());
  RC_ASSERT(written(ClaimsForm::Document, again) == json);
}

Claim uzbekistan() {
  Claim claim;
  claim.subject = {"Uzbekistan", "uzbekistan"};
  claim.event = Event::Joined;
  claim.object = {"CSTO", ""};
  claim.when = parse_edtf("2006");
  claim.evidence = {{"s1"}, 10, 40, 0, "Uzbekistan, which joined the CSTO in 2006", "joined"};
  return claim;
}

// Red means that files which others keep no longer look the same: that is a change of docs/formats/claims.md.
TEST(ClaimsJson, LooksAsDocumented) {
  EXPECT_EQ(
      written(ClaimsForm::Document, {uzbekistan()}),
      "{\"format\":\"entente-claims\",\"version\":1,\n"
      "\"sources\":[\n"
      "{\"id\":\"s1\",\"title\":\"A \\\"title\\\"\u2028\\t\",\"publisher\":\"P\","
      "\"url\":\"https://example.org/?a=b&c\",\"published\":\"2022-01-29\",\"retrieved\":\"2026-11\","
      "\"priority\":-3},\n"
      "{\"id\":\"s2\"}],\n"
      "\"claims\":[\n"
      "{\"subject\":{\"name\":\"Uzbekistan\",\"id\":\"uzbekistan\"},\"event\":\"joined\",\"object\":\"CSTO\","
      "\"date\":\"2006\",\"evidence\":{\"source\":\"s1\",\"begin\":10,\"end\":40,"
      "\"text\":\"Uzbekistan, which joined the CSTO in 2006\",\"rule\":\"joined\"}}]}\n");
  EXPECT_THAT(written(ClaimsForm::Lines, {uzbekistan()}),
              HasSubstr("\"evidence\":{\"source\":{\"id\":\"s1\","));
  EXPECT_EQ(written(ClaimsForm::Lines, {}), "");
}

TEST(FactsJson, LooksAsDocumented) {
  Claim claim = uzbekistan();
  claim.subject.id.clear();
  claim.evidence.source.value = "s2";
  const std::string fact =
      "{\"subject\":\"Uzbekistan\",\"event\":\"joined\",\"object\":\"CSTO\",\"date\":\"2006\","
      "\"certainty\":\"stated\",\"evidence\":{\"source\":\"s2\",\"begin\":10,\"end\":40,"
      "\"text\":\"Uzbekistan, which joined the CSTO in 2006\",\"rule\":\"joined\"}}";
  EXPECT_EQ(facts(ClaimsForm::Document, {claim}), "{\"facts\":[\n" + fact + "]}\n");
  EXPECT_EQ(facts(ClaimsForm::Lines, {claim}), fact + "\n");
  EXPECT_EQ(facts(ClaimsForm::Document, {}), "{\"facts\":[]}\n");

  claim.relation.label = "observer_of";
  claim.object.id = "csto";
  claim.when.reset();
  claim.certainty = Certainty::Negated;
  const std::string other = facts(ClaimsForm::Lines, {claim});
  EXPECT_THAT(other, HasSubstr("\"event\":\"joined\",\"relation\":\"observer_of\",\"object\":\"CSTO\","
                               "\"object_id\":\"csto\",\"date\":\"\",\"certainty\":\"negated\""));
}

}  // namespace
}  // namespace entente
