#pragma once
// Where a tie is known from, in the few words that a picture has room for.

#include <span>
#include <string>
#include <vector>

#include "queries/tie.hpp"

namespace entente {

/// What a reader calls the source: its title, or its id where it has none.
[[nodiscard]] const std::string& title_of(const Source& source) noexcept;

/// `“Angola became a member of OPEC in 2007.” (OPEC on the withdrawal of Qatar, 2018-12-03)`; a long
/// quotation is cut.
[[nodiscard]] std::string quotation(const Proof& proof);

/// Status, exact dates and the first proofs of one tie, a line each: `2007/2023-12-31: part, disputed`.
[[nodiscard]] std::string evidence_lines(const Tie& tie);

/// `Sources: A; B; C; and 12 more`, in the order given; empty for none.
[[nodiscard]] std::string source_line(const std::vector<std::string>& titles);
/// The same of the sources behind the ties: first those behind the most ties, then by title.
[[nodiscard]] std::string source_line(std::span<const Tie> ties);

/// The page of the first proof that has one; empty for none.
[[nodiscard]] std::string url_of(const Tie& tie);

}  // namespace entente
