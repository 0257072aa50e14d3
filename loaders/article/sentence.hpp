#pragma once
// Sentences of a block.

#include <vector>

#include "loaders/article/document.hpp"
#include "loaders/article/lexicon.hpp"

namespace entente::detail {

/// No sentence is longer: beyond it the text is cut at a blank, so that time and memory stay linear.
inline constexpr std::size_t longest_sentence = 2000;

/// Appends the sentences of `block` in order, without blanks between them. A stop ends a sentence unless it
/// belongs to an abbreviation, an initial or a number; a blank after it may be missing ("1994.The").
/// O(length).
void split_sentences(std::string_view text, Span block, const Lexicon& lexicon, std::vector<Span>& out);

}  // namespace entente::detail
