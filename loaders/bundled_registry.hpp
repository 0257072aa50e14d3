#pragma once
// The registry of names that the program brings along, made of the files of data/.

#include "loaders/article.hpp"
#include "loaders/registry.hpp"

namespace entente {

/// Read at the first call; the questions never need it.
[[nodiscard]] const Registry& bundled_registry();

/// A reader of articles that knows those names.
[[nodiscard]] const ArticleReader& article_reader();

}  // namespace entente
