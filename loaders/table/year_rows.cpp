#include "loaders/table/year_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace entente::detail {

namespace {

std::optional<std::int64_t> year_in(std::string_view text) {
  if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.remove_suffix(2);
  std::int64_t year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < -9999 || year > 9999) {
    return std::nullopt;
  }
  return year;
}

/// A meaning of a rule as a number: its position in `values`, then `other`, then `says`.
std::int32_t kind_of(const ClaimRule& rule, const TableMeaning& meaning) {
  for (std::size_t i = 0; i < rule.values.size(); ++i) {
    if (&rule.values[i].second == &meaning) return static_cast<std::int32_t>(i);
  }
  return static_cast<std::int32_t>(rule.values.size()) + (&meaning == &rule.says ? 1 : 0);
}

const TableMeaning& meaning_of(const ClaimRule& rule, std::int32_t kind) {
  const auto index = static_cast<std::size_t>(kind);
  if (index < rule.values.size()) return rule.values[index].second;
  return index == rule.values.size() ? *rule.other : rule.says;
}

}  // namespace

void YearRows::read_year(const Template& column) {
  const auto text = column.render(row_.cells());
  const auto year = text ? year_in(*text) : std::nullopt;
  year_.reset();
  if (!year) return;
  year_ = {*year, Date::of_year(*year).period()};
  first_year_ = std::min(first_year_.value_or(*year), *year);
  last_year_ = std::max(last_year_.value_or(*year), *year);
}

void YearRows::add(std::size_t index, const TableMeaning& meaning, PartyId subject, PartyId object,
                   std::size_t source) {
  const ClaimRule& rule = rules_[index];
  if (!year_) {
    row_.odd("unreadable date",
             fmt::format("\"{}\" is no year", rule.year->render(row_.cells()).value_or("")));
    return;
  }
  const YearFold::Key key{static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(source),
                          parties_.over(subject, year_->days), parties_.over(object, year_->days)};
  const bool unknown = meaning.what == TableMeaning::What::Unknown;
  const std::int32_t kind = unknown ? YearFold::unknown : kind_of(rule, meaning);
  const bool approximate = rule.approximate_when && rule.approximate_when->hold(row_.cells());
  if (!unknown) row_.claims_something();
  YearFold::Run* const run = years_.go_on(key, year_->number, kind, approximate);
  if (run != nullptr) {
    run->line = std::min(run->line, row_.line());
    return;
  }
  YearFold::Run fresh{kind, year_->number, year_->number, row_.line(), 1, approximate, approximate, "", ""};
  if (!unknown) {
    fresh.text = row_.quote_of_cell();
    fresh.detail = rule.detail_of(meaning, row_.cells());
  }
  years_.begin(key, std::move(fresh));
}

std::vector<TableStatement> YearRows::finish(std::int64_t horizon, bool published_later) {
  std::vector<TableStatement> statements;
  if (!first_year_) return statements;
  const auto censored = [&](std::uint32_t rule) { return rules_[rule].unknown_before_first; };
  for (YearFold::Spell& spell : years_.finish(*first_year_, horizon, censored)) {
    if (published_later && spell.end == TableStatement::End::Ongoing) {
      spell.end = TableStatement::End::Dated;
      spell.last = Date::of_year(spell.run.last);
      spell.last_bound = true;
    }
    statements.push_back(statement_of(spell));
  }
  return statements;
}

TableStatement YearRows::statement_of(YearFold::Spell& spell) const {
  const ClaimRule& rule = rules_[spell.key.rule];
  const TableMeaning& meaning = meaning_of(rule, spell.run.kind);
  TableStatement said;
  said.subject = spell.key.subject;
  if (rule.has_object) said.object = spell.key.object;
  said.relation = meaning.relation;
  said.certainty = meaning.certainty;
  said.detail = std::move(spell.run.detail);
  said.spans = true;
  said.first = spell.first;
  said.first_bound = spell.first_bound;
  said.end = spell.end;
  said.last = spell.last;
  said.last_bound = spell.last_bound;
  said.source = spell.key.source;
  said.line = spell.run.line;
  said.text = std::move(spell.run.text);
  if (spell.run.rows > 1) {
    said.text += fmt::format(" … to {} ({} rows)", spell.run.last, spell.run.rows);
  }
  said.both_ways = rule.both_ways;
  return said;
}

}  // namespace entente::detail
