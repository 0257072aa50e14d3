#pragma once
// The one way in: any file that Entente reads, by the loader that reads it.
//
//   LoadReport report = load_file("article.txt", std::nullopt, ArticleReader(registry.names()), {}, sink);

#include <optional>
#include <string>

#include "loaders/article.hpp"
#include "loaders/detect.hpp"
#include "loaders/loader.hpp"

namespace entente {

/// Reads the file at `path`; "-" is standard input. With options.mapping it is a table that is read so;
/// without, and without format and columns, a table is read by the bundled mapping that its header is known
/// by. Without a format the content says which it is (see detect_format). `articles` reads prose; tables and
/// JSON do without.
///
/// Throws Error: {Unreadable} for what cannot be opened and for a directory; what detect_format and the
/// loader throw. Bad rows go to the sink, or end it when options.strict.
LoadReport load_file(const std::string& path, std::optional<Format> format, const ArticleReader& articles,
                     const LoadOptions& options, ClaimSink& sink);

/// The same for bytes from anywhere.
LoadReport load(Input& input, std::optional<Format> format, const ArticleReader& articles,
                const LoadOptions& options, ClaimSink& sink);

/// The facts and the article that come with the program, in the order of their paths.
LoadReport load_bundled(ClaimSink& sink);

}  // namespace entente
