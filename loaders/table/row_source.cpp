#include "loaders/table/row_source.hpp"

#include <algorithm>
#include <utility>

namespace entente::detail {

namespace {

bool varies(const std::vector<Template>& list) {
  return std::any_of(list.begin(), list.end(), [](const Template& it) { return it.of_row(); });
}

std::string first_of(const std::vector<Template>& templates, const TableRow& row) {
  for (const Template& it : templates) {
    if (auto text = it.render(row)) return *text;
  }
  return {};
}

}  // namespace

RowSources::RowSources(const SourceRule& rule, const LoadOptions& options, std::string fallback_id,
                       std::string fallback_title, ClaimWriter& writer)
    : rule_(rule),
      options_(options),
      fallback_id_(std::move(fallback_id)),
      fallback_title_(std::move(fallback_title)),
      writer_(writer),
      by_row_(varies(rule.id) || varies(rule.title) || varies(rule.url)) {}

std::size_t RowSources::of(const TableRow& row) {
  if (only_) return *only_;
  Source source;
  source.id.value = options_.source_id.empty() ? first_of(rule_.id, row) : options_.source_id;
  if (source.id.value.empty()) source.id.value = fallback_id_;
  source.title = options_.title.empty() ? first_of(rule_.title, row) : options_.title;
  if (source.title.empty()) source.title = fallback_title_;
  source.url = options_.url.empty() ? first_of(rule_.url, row) : options_.url;
  source.publisher = rule_.publisher;
  source.published = options_.published ? options_.published : rule_.horizon;
  source.priority = options_.priority != 0 ? options_.priority : rule_.priority;
  const std::size_t position = writer_.intern(source);
  if (!by_row_) only_ = position;
  return position;
}

}  // namespace entente::detail
