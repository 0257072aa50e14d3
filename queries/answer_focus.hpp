#pragma once
// The part of an answer that was asked for: a sentence, and what bears on it.

#include <string>

#include "queries/ask.hpp"

namespace entente::detail {

struct FocusedAnswer {
  std::string text;   ///< one sentence; empty where the whole answer was asked for
  bool found = true;  ///< whether the sources say what the focus asks
};

/// Says what the focus asks of the answer, and leaves out of the answer what has nothing to do with it: ties
/// and claims of another end. REQUIRES: `answer` is that to the question, with its evidence.
[[nodiscard]] FocusedAnswer answer_focus(const Store& store, const Understanding& asked, Answer& answer);

}  // namespace entente::detail
