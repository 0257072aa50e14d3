#pragma once
// One answer of each form, made by hand, for tests of how answers are written.

#include <stdexcept>
#include <string>
#include <vector>

#include "queries/ask.hpp"
#include "tests/export/ties.hpp"

namespace entente::testing {

inline MembersQuestion members_question() {
  return {.body = {"csto"}, .scope = {.when = asked_period(parse_edtf("2008"))}};
}

/// Armenia, and Uzbekistan whose last day is disputed.
inline Members members_answer() {
  const Period when = asked_period(parse_edtf("2008"));
  Members answer{body("CSTO"), {body("CSTO")}, when, {}};
  answer.ties = {make_tie(state("Armenia"), relation::member_of, body("CSTO"), "1994", "..", when),
                 make_tie(state("Uzbekistan"), relation::member_of, body("CSTO"), "2006", "2012", when)};
  answer.ties[1].disputes = {{Dispute::End::Last, {{Date::parse("2012"), {}}, {Date::parse("2013"), {}}}}};
  answer.ties[1].notes = {{"founding", "It cannot have begun before the CSTO was founded."}};
  return answer;
}

struct ExampleAnswer {
  std::string command;
  Question question;
  Answer answer;
};

inline std::vector<ExampleAnswer> every_answer() {
  const Members members = members_answer();
  const Tie& armenia = members.ties[0];
  const Tie& uzbekistan = members.ties[1];
  const EntityRef a = armenia.subject, u = uzbekistan.subject, csto = body("CSTO");
  const Period day = asked_period(parse_edtf("2006-03-01"));
  Proof denial = armenia.proofs[0];
  denial.claim.certainty = Certainty::Negated;
  Tie on_day = uzbekistan;
  on_day.status = Status::Possible;
  const Moments moments{{asked_period(parse_edtf("2007/2011"))},
                        {asked_period(parse_edtf("2007/2011"))},
                        {asked_period(parse_edtf("2006/2012"))},
                        Status::Certain};

  Was was{u,
          csto,
          day,
          Status::Possible,
          {{std::nullopt, Status::No}, {Day::parse("2006-01-01"), Status::Possible}},
          {on_day},
          {}};
  Timeline timeline;
  timeline.entity = {{"uzbekistan"}, "Uzbekistan", Kind::State, {}, {}, Date::parse("1991-08-31"),
                     std::nullopt};
  timeline.line = {u};
  timeline.ties = {uzbekistan};
  Changes changes{csto, asked_period(parse_edtf("2012")), {}};
  changes.changes.push_back({ChangeKind::Left, u, csto, "", "2012", asked_period(parse_edtf("2012")), true,
                             uzbekistan, uzbekistan.proofs});
  Overlap overlap{a, u, std::nullopt, {{csto, armenia, uzbekistan, moments}}, {}};
  Paths paths{a, u, std::nullopt, {{{{a, csto, {armenia}}, {csto, u, {uzbekistan}}}, moments, 2}}, false};
  Why why{u, csto, std::nullopt, {uzbekistan}, {}, {denial}, {}, {}};
  WhyNot why_not{u, csto, asked_period(parse_edtf("2015")), Status::No, {}};
  why_not.reasons.push_back({ReasonKind::EndedBefore, "It ended in 2012.", {uzbekistan}, {}, {}});
  Conflict conflict{uzbekistan, Dispute::End::Last, {}};
  conflict.alternatives = {{Date::parse("2012"), uzbekistan.proofs, true},
                           {Date::parse("2013"), armenia.proofs, false}};

  return {{"members", members_question(), members},
          {"memberships", MembershipsQuestion{.entity = u.id}, Memberships{u, std::nullopt, {uzbekistan}}},
          {"was", WasQuestion{.subject = u.id, .body = csto.id, .when = day}, was},
          {"timeline", TimelineQuestion{.entity = u.id}, timeline},
          {"changes", ChangesQuestion{.body = csto.id, .during = changes.during}, changes},
          {"overlap", OverlapQuestion{.a = a.id, .b = u.id}, overlap},
          {"path", PathQuestion{.from = a.id, .to = u.id}, paths},
          {"why", WhyQuestion{.subject = u.id, .body = csto.id}, why},
          {"why_not", WhyQuestion{.subject = u.id, .body = csto.id, .when = why_not.when}, why_not},
          {"conflicts", ConflictsQuestion{}, std::vector<Conflict>{conflict}}};
}

inline ExampleAnswer answer_to(const std::string& command) {
  for (ExampleAnswer& example : every_answer()) {
    if (example.command == command) return example;
  }
  throw std::runtime_error("no example of " + command);
}

}  // namespace entente::testing
