#pragma once
// Whether what a clause reports is so: stated, or only wished, planned, expected, denied.

#include <string>

#include "graph/claim.hpp"
#include "loaders/article/argument.hpp"

namespace entente::detail {

/// The certainty of the event that the verb at element `v` reports. `dated`: the event has a date of its own:
/// what is decided with a date ("will leave on 1 January 2019") is a fact. `why`, where given, is told what
/// speaks against it, in a few words.
[[nodiscard]] Certainty certainty_of(const Sentence& sentence, std::size_t v, bool dated,
                                     std::string* why = nullptr);

/// Whether a noun for an event ("accession", "withdrawal") at element `noun` is only wished, sought or
/// refused, from the verb that governs it and the words around it.
[[nodiscard]] Certainty certainty_of_noun(const Sentence& sentence, std::size_t noun);

}  // namespace entente::detail
