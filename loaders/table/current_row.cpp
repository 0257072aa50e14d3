#include "loaders/table/current_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "loaders/table/parties.hpp"

namespace entente::detail {

namespace {

/// A control character of the second block: what is left of a text that was taken for another encoding.
bool has_stray_control(std::string_view text) {
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
    const unsigned char next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if (next >= 0x80 && next < 0xA0) return true;
  }
  return false;
}

}  // namespace

CurrentRow::CurrentRow(const Mapping& mapping, const std::vector<std::size_t>& where, std::string file,
                       std::string stem)
    : mapping_(mapping), file_(std::move(file)), stem_(std::move(stem)) {
  row_.where = &where;
  row_.lookups = &mapping.lookups;
  row_.missing = &mapping.missing;
  row_.file = stem_;
}

void CurrentRow::begin(const TableRows& rows) {
  row_.cells = &rows.cells();
  row_.line = rows.line();
  row_.text = rows.text();
  oddities_.clear();
  gives_claims_ = false;
  quote_.reset();
}

bool CurrentRow::empty() const {
  return std::all_of(row_.cells->begin(), row_.cells->end(), [](const auto& cell) { return cell.empty(); });
}

void CurrentRow::enter_cell(std::string_view column, std::string_view cell) {
  row_.column = column;
  row_.cell = cell;
}

void CurrentRow::enter_item(const ListItem& item) {
  row_.cell = item.text;
  row_.item = item.name;
  row_.note = item.note;
}

void CurrentRow::leave_cell() { row_.column = row_.cell = row_.item = row_.note = {}; }

Mention CurrentRow::mention(const MentionRule& rule) {
  Rendered rendered = render_mention(rule, row_);
  if (!rendered.reason.empty()) odd(rendered.reason, std::move(rendered.message));
  return std::move(rendered.mention);
}

std::optional<RowDate> CurrentRow::date(const std::optional<DateRule>& rule) {
  if (!rule) return RowDate{};
  RowDate date = read_date(*rule, row_);
  if (!date.reason.empty()) odd(date.reason, date.message);
  if (date.kind == RowDate::Kind::Bad || date.kind == RowDate::Kind::Skip) return std::nullopt;
  return date;
}

const std::string& CurrentRow::quote() {
  if (quote_) return *quote_;
  if (mapping_.quote.empty()) return quote_.emplace(row_.text);
  std::string& text = quote_.emplace();
  for (const std::size_t column : mapping_.quote) {
    if (row_.at(column).empty()) continue;
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", mapping_.columns.names[column].text,
                        row_.at(column));
  }
  return text;
}

std::string CurrentRow::quote_of_cell() {
  if (row_.column.empty()) return quote();
  constexpr std::size_t wide = 500;
  if (mapping_.quote.empty() && row_.text.size() > wide) {  // a claim a cell, and each with the whole row?
    return fmt::format("{}; {}: {}", excerpt_of(row_.text, wide / 5), row_.column, row_.cell);
  }
  if (mapping_.quote.empty()) return quote();
  return fmt::format("{}; {}: {}", quote(), row_.column, row_.cell);
}

void CurrentRow::odd(std::string_view reason, std::string message) {
  const auto same = [&](const Oddity& it) { return it.reason == reason && it.message == message; };
  if (std::none_of(oddities_.begin(), oddities_.end(), same)) {
    oddities_.push_back({std::string(reason), std::move(message)});
  }
}

Diagnostic CurrentRow::diagnostic(const Oddity& oddity) {
  const ErrorCode code =
      oddity.reason.find("date") == std::string::npos ? ErrorCode::InvalidRow : ErrorCode::InvalidDate;
  return {code, file_, row_.line, 0, oddity.message, excerpt_of(quote())};
}

void CurrentRow::settle(const LoadOptions& options, ClaimSink& sink, LoadReport& report) {
  if (gives_claims_ && has_stray_control(row_.text)) {
    oddities_.push_back(
        {"control character", "a control character, left of another encoding, stands in the text"});
  }
  std::size_t told = 0;
  if (gives_claims_) {
    ++report.used;
  } else if (oddities_.empty()) {
    pass_over_row("says nothing that the mapping asks for", report);
  } else {
    skip_row(diagnostic(oddities_.front()), options, sink, report, oddities_.front().reason);
    told = 1;
  }
  for (std::size_t i = told; i < oddities_.size(); ++i) {
    warn_of_row(diagnostic(oddities_[i]), oddities_[i].reason, sink, report);
  }
}

}  // namespace entente::detail
