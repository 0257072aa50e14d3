#include "loaders/table/statement.hpp"

#include <fmt/format.h>

#include <limits>

namespace entente::detail {

namespace {

/// Some day in the date or later. A date that is a set itself is taken by its first day.
std::string from_then_on(const Date& date) {
  for (const std::string& from : {date.text(), date.earliest().to_string()}) {
    std::string text = fmt::format("[{}..9999]", from);
    if (Date::try_parse(text)) return text;
  }
  return date.text();
}

Edtf span_of(const TableStatement& it) {
  std::string text = it.first && !it.first_bound ? it.first->text() : "";
  text += '/';
  if (it.end == TableStatement::End::Ongoing) text += "..";
  if (it.last) text += it.last_bound ? from_then_on(*it.last) : it.last->text();
  return parse_edtf(text);
}

Period days_of(const TableParties::Part& part) {
  return {part.from.value_or(Day(std::numeric_limits<std::int32_t>::min())),
          part.to.value_or(Day(std::numeric_limits<std::int32_t>::max()))};
}

/// The part that has most of the period.
std::size_t part_over(const std::vector<TableParties::Part>& parts, const Period& period) {
  std::size_t best = 0;
  std::int64_t most = std::numeric_limits<std::int64_t>::min();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Period held = days_of(parts[i]);
    const std::int64_t days =
        std::min(held.last, period.last).number() - std::max(held.first, period.first).number();
    if (days > most) {
      most = days;
      best = i;
    }
  }
  return best;
}

void add_detail(TableStatement& statement, std::string_view text) {
  if (!statement.detail.empty()) statement.detail += "; ";
  statement.detail += text;
}

using Member = PartyId& (*)(TableStatement&);

std::vector<TableStatement> by_holders_of(const TableStatement& said, TableParties& parties, Member member) {
  TableStatement statement = said;
  const PartyId party = member(statement);
  const std::vector<TableParties::Part> parts = parties.parts(party);
  if (parts.size() == 1) {
    member(statement) = parts.front().party;
    return {statement};
  }
  std::size_t first = parts.size() - 1, last = parts.size() - 1;
  if (!said.spans) {
    if (said.on) first = last = part_over(parts, said.on->period());
  } else {
    if (said.last) first = last = part_over(parts, said.last->period());
    if (said.first) first = part_over(parts, said.first->period());
    if (said.end == TableStatement::End::Unstated || said.end == TableStatement::End::Unknown || last < first)
      last = first;
  }
  std::vector<TableStatement> pieces;
  for (std::size_t i = first; i <= last; ++i) {
    TableStatement piece = said;
    member(piece) = parts[i].party;
    if (i != first) {
      piece.first = Date::of_day(*parts[i].from);
      piece.first_bound = false;
    }
    if (i != last) {
      piece.end = TableStatement::End::Dated;
      piece.last = Date::of_day(*parts[i].to);
      piece.last_bound = false;
    }
    if (first != last) {
      piece.certainty = said.certainty == Certainty::Stated ? Certainty::Inferred : said.certainty;
      add_detail(piece, fmt::format("{} changed hands within the spell", parties.mention(party).id));
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

}  // namespace

std::vector<Assertion> assertions_of(const TableStatement& it) {
  if (!it.spans) return {{it.event, it.on ? std::optional<Edtf>(*it.on) : std::nullopt}};
  const bool dated = it.first && !it.first_bound;
  std::vector<Assertion> made;
  if (it.end == TableStatement::End::Unstated) {
    if (dated) return {{Event::Joined, Edtf(*it.first)}};
    return {{Event::Held, it.first ? std::optional<Edtf>(*it.first) : std::nullopt}};
  }
  if (!dated && it.end == TableStatement::End::Unknown) {
    made.push_back({Event::Left, std::nullopt});
  } else {
    made.push_back({Event::Held, span_of(it)});
  }
  if (it.first && it.first_bound) made.push_back({Event::Held, Edtf(*it.first)});
  return made;
}

std::vector<TableStatement> by_holders(const TableStatement& statement, TableParties& parties) {
  std::vector<TableStatement> all =
      by_holders_of(statement, parties, [](TableStatement& it) -> PartyId& { return it.subject; });
  if (!statement.object) return all;
  std::vector<TableStatement> pieces;
  for (const TableStatement& it : all) {
    for (TableStatement& piece :
         by_holders_of(it, parties, [](TableStatement& s) -> PartyId& { return *s.object; })) {
      pieces.push_back(std::move(piece));
    }
  }
  return pieces;
}

}  // namespace entente::detail
