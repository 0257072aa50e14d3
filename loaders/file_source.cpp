#include "loaders/file_source.hpp"

#include <fmt/format.h>

#include <utility>

namespace entente::detail {

namespace {

std::string cut_at(const std::string& name, std::size_t dot) {
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

}  // namespace

std::string without_ending(const std::string& name) { return cut_at(name, name.find_last_of('.')); }

std::string without_endings(const std::string& name) { return cut_at(name, name.find_first_of('.')); }

std::string file_source_id(const std::string& title, std::uint64_t content_hash) {
  return fmt::format("{}-{:08x}", title, content_hash >> 32);
}

Source file_source(std::string title, const LoadOptions& options,
                   const std::function<std::uint64_t()>& content_hash) {
  Source source;
  source.title = options.title.empty() ? std::move(title) : options.title;
  source.id.value =
      options.source_id.empty() ? file_source_id(source.title, content_hash()) : options.source_id;
  source.url = options.url;
  source.published = options.published;
  source.priority = options.priority;
  return source;
}

}  // namespace entente::detail
