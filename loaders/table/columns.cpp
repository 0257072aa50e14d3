#include "loaders/table/columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "graph/error.hpp"

namespace entente::detail {

namespace {

std::string shortened(const std::vector<std::string>& header) {
  constexpr std::size_t shown = 40;
  if (header.size() <= shown) return fmt::format("{}", fmt::join(header, ", "));
  return fmt::format("{} and {} more", fmt::join(header.begin(), header.begin() + shown, ", "),
                     header.size() - shown);
}

}  // namespace

TableColumns columns_of(const Mapping& mapping, const std::vector<std::string>& header,
                        const std::string& file) {
  const auto index_of = [&](const std::string& name) {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end()) {
      throw Error(
          ErrorCode::InvalidRow,
          escaped_controls(fmt::format("{}:1: there is no column \"{}\", which the mapping {} needs; the "
                                       "columns are {}",
                                       file, name, mapping.name, shortened(header))));
    }
    return static_cast<std::size_t>(found - header.begin());
  };
  TableColumns columns;
  for (const ColumnNames::Name& name : mapping.columns.names) {
    const bool there = std::find(header.begin(), header.end(), name.text) != header.end();
    columns.where.push_back(there || !name.optional ? index_of(name.text) : no_column);
  }
  for (const ClaimRule& rule : mapping.claims) {
    std::vector<std::size_t>& each = columns.each.emplace_back();
    if (!rule.each || rule.each->list) continue;
    std::vector<std::size_t> named;
    std::optional<std::size_t> from, to;
    if (rule.each->from) {
      from = index_of(*rule.each->from);
      to = index_of(*rule.each->to);
    }
    for (const std::string& name : rule.each->columns) named.push_back(index_of(name));
    if (!from) {
      each = std::move(named);
      continue;
    }
    for (std::size_t i = *from; i <= *to; ++i) {
      if (std::find(named.begin(), named.end(), i) == named.end()) each.push_back(i);
    }
  }
  return columns;
}

}  // namespace entente::detail
