#pragma once
// Names that an acronym in brackets spells: "United Baking and Milling Trades (UBMT)". The acronym shows
// where the name begins and that its "and" and commas belong to it.

#include <vector>

#include "loaders/article/token.hpp"

namespace entente::detail {

/// Tokens [first, last) of a name.
struct SpeltName {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The names of a sentence that are followed by their acronym in brackets, in order; only those of two words
/// or more. Every capital of the acronym must begin a word of the name, in order and without one left over;
/// small words may be spelt or passed over. O(tokens).
void find_spelt_names(const std::vector<Token>& tokens, std::vector<SpeltName>& out);

}  // namespace entente::detail
