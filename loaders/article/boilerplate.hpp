#pragma once
// Blocks of a document, and which of them are the page's furniture (menus, archives, related links) instead
// of its text.

#include <vector>

#include "loaders/article/document.hpp"
#include "loaders/article/lexicon.hpp"

namespace entente::detail {

enum class BlockKind {
  Prose,      ///< sentences
  Heading,    ///< a short line without a full stop before prose
  ListItem,   ///< an item of a list that belongs to the text
  Furniture,  ///< anything else; no claim is read from it
};

struct Block {
  Span span;  ///< without its bullet and without blanks at either end
  BlockKind kind = BlockKind::Prose;
  bool bulleted = false;
  bool aside = false;  ///< under a heading of the page's furniture: "Related articles"
};

/// Blank lines, bullets and lines that were not wrapped end a block. A line goes on into the next when it was
/// too long for the next line's first word, or the next begins in lower case. O(length).
[[nodiscard]] std::vector<Block> split_blocks(std::string_view text, const Lexicon& lexicon);

}  // namespace entente::detail
