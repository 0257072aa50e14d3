#pragma once
// HTML to text: what a browser would show as running text, block by block.

#include <string_view>

#include "loaders/article/document.hpp"

namespace entente::detail {

/// Decides by the first four kilobytes: a doctype, an <html> tag or the tags of ordinary paragraphs.
[[nodiscard]] bool looks_like_html(std::string_view file) noexcept;

/// Fills the document's text, and title and date where its metadata give them. Scripts, styles, navigation,
/// asides, footers and forms are left out; blocks are separated by blank lines, list items begin with a
/// bullet. A tag that is never closed ends at the end of the file. O(length); no nesting limit, nothing
/// recursive.
void read_html(std::string_view file, Document& document);

}  // namespace entente::detail
