#pragma once
// Every format in which a graph goes out to other programs, by name.
//
//   if (const GraphFile* file = graph_file("gexf")) out << file->write({.ties = ties});

#include <span>
#include <string>
#include <string_view>

#include "export/graph_rows.hpp"

namespace entente {

struct GraphFile {
  const char* name;       ///< `graphml`: the word of --format
  const char* extension;  ///< `.graphml`; empty where the extension says nothing
  std::string (*write)(const GraphContent& content);
};

/// In the order of the documentation.
[[nodiscard]] std::span<const GraphFile> graph_files() noexcept;
/// Nothing for a format that there is not.
[[nodiscard]] const GraphFile* graph_file(std::string_view name) noexcept;

}  // namespace entente
