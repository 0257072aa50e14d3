#pragma once
// Ties made by hand, for tests of what is drawn and written from them.

#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "queries/scope.hpp"
#include "queries/tie.hpp"

namespace entente::testing {

inline EntityRef state(const std::string& name) {
  std::string id = name;
  for (char& c : id) c = c == ' ' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return {{id}, name, Kind::State};
}

inline EntityRef body(const std::string& name) {
  EntityRef ref = state(name);
  ref.kind = Kind::Organisation;
  return ref;
}

/// `last`: EDTF, `..` ongoing as of 2022-01-29, `?` ended nobody says when, empty not stated.
inline Interval interval(const std::string& first, const std::string& last) {
  const Interval::First begin =
      first.empty() ? Interval::First{Unknown{}} : Interval::First{Date::parse(first)};
  if (last.empty()) return {begin, NotStated{}};
  if (last == "..") return {begin, Ongoing{*Day::parse("2022-01-29")}};
  if (last == "?") return {begin, Unknown{}};
  return {begin, Date::parse(last)};
}

/// A tie over the period, with one article's sentence as proof; its ids follow from its content.
inline Tie make_tie(const EntityRef& subject, std::string_view relation, const EntityRef& object,
                    const std::string& first, const std::string& last, const Period& when = all_time) {
  const Interval held = interval(first, last);
  Claim claim;
  claim.subject = {subject.name, subject.id.value};
  claim.event = Event::Joined;
  claim.relation.label = relation;
  claim.object = {object.name, object.id.value};
  if (!first.empty()) claim.when = parse_edtf(first);
  claim.evidence = {{"article"}, 10, 60, 0, subject.name + " joined " + object.name + " in " + first + ".",
                    "joined-in"};
  Source source{{"article"},
                "The alliances of Eurasia",
                "Example Press",
                "https://example.org/alliances",
                Date::parse("2022-01-29"),
                std::nullopt,
                0};
  Tie made{subject, {std::string(relation)}, object, held, {}, {}, {}, {}, {}, {}};
  made.status = held.over(when);
  made.changes = status_changes(held.readings());
  made.proofs.push_back({id_of(claim), claim, source});
  made.edge = id_of(claim);
  return made;
}

}  // namespace entente::testing
