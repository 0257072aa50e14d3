#include "loaders/table/parties.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "loaders/loader.hpp"

namespace entente::detail {

namespace {

bool all_of(std::string_view text, char first, char last) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return first <= c && c <= last; });
}

/// Whether the value may be a code of the scheme. Of schemes that are not known here, every value may.
bool has_form(std::string_view scheme, std::string_view value) {
  if (scheme == "iso3166-1-alpha-2") return value.size() == 2 && all_of(value, 'A', 'Z');
  if (scheme == "iso3166-1-alpha-3") return value.size() == 3 && all_of(value, 'A', 'Z');
  if (scheme == "cow" || scheme == "gw") return value.size() <= 4 && all_of(value, '0', '9');
  return true;
}

/// Data sets write codes as numbers in any way that their software had (`2.0`, ` 2`).
std::string tidy_code(std::string_view scheme, std::string_view value) {
  while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
  while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
  if ((scheme == "cow" || scheme == "gw") && value.size() > 2 && value.substr(value.size() - 2) == ".0") {
    value.remove_suffix(2);
  }
  return std::string(value);
}

std::optional<std::string> first_of(const std::vector<Template>& templates, const TableRow& row) {
  for (const Template& it : templates) {
    if (auto text = it.render(row)) return text;
  }
  return std::nullopt;
}

}  // namespace

PartyId TableParties::intern(const Mention& mention) {
  std::string key = mention.id + '\n' + mention.name;
  const auto [at, fresh] = ids_.emplace(std::move(key), static_cast<PartyId>(parties_.size()));
  if (fresh) parties_.push_back({mention, pass_on_ ? holders_of(mention.id) : nullptr, {}});
  return at->second;
}

PartyId TableParties::holder_party(PartyId party, std::size_t holder) {
  if (parties_[party].holder_parties.empty()) {
    const std::vector<CodeHolder>& holders = *parties_[party].holders;
    std::vector<PartyId> made;
    // The name that a table gives the code need not be that of each who bore it.
    for (const CodeHolder& it : holders) made.push_back(intern({"", it.id}));
    parties_[party].holder_parties = std::move(made);
  }
  return parties_[party].holder_parties[holder];
}

PartyId TableParties::over(PartyId party, const Period& period) {
  const auto* const holders = parties_[party].holders;
  return holders == nullptr ? party : holder_party(party, holder_over(*holders, period));
}

std::vector<TableParties::Part> TableParties::parts(PartyId party) {
  const auto* const holders = parties_[party].holders;
  if (holders == nullptr) return {{party, {}, {}}};
  std::vector<Part> parts;
  for (std::size_t i = 0; i < holders->size(); ++i) {
    parts.push_back({holder_party(party, i), (*holders)[i].from, (*holders)[i].to});
  }
  return parts;
}

Rendered render_mention(const MentionRule& rule, const TableRow& row) {
  Rendered rendered;
  if (auto name = first_of(rule.names, row)) rendered.mention.name = *name;
  if (auto id = first_of(rule.ids, row)) {
    const std::size_t colon = id->find(':');
    const std::string scheme = colon == std::string::npos ? "" : id->substr(0, colon);
    const std::string value = tidy_code(scheme, std::string_view(*id).substr(scheme.empty() ? 0 : colon + 1));
    if (!value.empty() && has_form(scheme, value)) {
      rendered.mention.id = scheme.empty() ? value : scheme + ':' + value;
    } else {
      rendered.reason = "not a code";
      rendered.message = fmt::format("\"{}\" is no code of the scheme {}", value, scheme);
      if (rendered.mention.name.empty()) rendered.mention.name = value;
    }
  }
  if (is_nameless(rendered.mention.name)) rendered.mention.name.clear();
  return rendered;
}

}  // namespace entente::detail
