#pragma once
// The source that a whole file is, where its content names none.

#include <cstdint>
#include <functional>
#include <string>

#include "graph/claim.hpp"
#include "loaders/loader.hpp"

namespace entente::detail {

/// A file's name without its ending: `list.ftm` of `list.ftm.json`. A dot in front begins no ending.
[[nodiscard]] std::string without_ending(const std::string& name);
/// The same without all of its endings: `list`.
[[nodiscard]] std::string without_endings(const std::string& name);

/// `title-89abcdef`: the same for the same content, wherever it lies.
[[nodiscard]] std::string file_source_id(const std::string& title, std::uint64_t content_hash);

/// Titled `title` and identified by file_source_id(), unless the options say other. `content_hash` is called
/// only where the options give no id.
[[nodiscard]] Source file_source(std::string title, const LoadOptions& options,
                                 const std::function<std::uint64_t()>& content_hash);

}  // namespace entente::detail
