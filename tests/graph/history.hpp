#pragma once
// Small histories as text, for tests: one claim a line,
//
//   Uzbekistan | joined | CSTO | 2006 | article
//
// subject, event or state, object, date, source; a source that is declared `@article 2022-01-29 1` has a
// publication date and, if given, a priority. A certainty may follow the source. Blank lines and lines that
// start with # are skipped.

#include <sstream>
#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "graph/resolve.hpp"

namespace entente::testing_support {

struct History {
  std::vector<Claim> claims;
  std::vector<Source> sources;
};

inline std::string trimmed(std::string text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

inline History read_history(const std::string& text) {
  History history;
  std::istringstream lines(text);
  std::string line;
  std::uint64_t row = 0;
  while (std::getline(lines, line)) {
    ++row;
    line = trimmed(line);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '@') {
      std::istringstream words(line.substr(1));
      std::string id, published;
      int priority = 0;
      words >> id >> published >> priority;
      Source source{{id}, id, "", "", std::nullopt, std::nullopt, priority};
      if (!published.empty() && published != "-") source.published = Date::parse(published);
      history.sources.push_back(source);
      continue;
    }
    std::vector<std::string> cells;
    std::istringstream parts(line);
    for (std::string cell; std::getline(parts, cell, '|');) cells.push_back(trimmed(cell));
    cells.resize(6);
    const auto event = event_from(cells[1]);
    Claim claim;
    claim.subject.name = cells[0];
    claim.event = event ? event->event : Event::Held;
    claim.relation = event ? event->relation : Relation{cells[1]};
    claim.object.name = cells[2];
    if (!cells[3].empty()) claim.when = parse_edtf(cells[3]);
    claim.evidence.source.value = cells[4].empty() ? "s" : cells[4];
    claim.evidence.row = row;
    if (!cells[5].empty()) claim.certainty = certainty_from(cells[5]).value();
    history.claims.push_back(claim);
  }
  return history;
}

/// `uzbekistan member_of csto 2006/2012`, with `!` after a disputed edge and the rules of its notes in
/// brackets.
inline std::string print(const Edge& edge) {
  std::string text = edge.subject.value + ' ' + edge.relation.label + ' ' + edge.object.value + ' ' +
                     edge.interval.to_string();
  if (edge.disputed()) text += " !";
  for (const Note& note : edge.notes) text += " [" + note.rule + ']';
  return text;
}

inline std::vector<std::string> edges_of(const History& history) {
  std::vector<std::string> lines;
  for (const Edge& edge : resolve(history.claims, history.sources).edges) lines.push_back(print(edge));
  return lines;
}

}  // namespace entente::testing_support
