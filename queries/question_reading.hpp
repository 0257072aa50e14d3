#pragma once
// What a form of question has to work with: the question's words, matched, with names turned into entities
// and phrases into dates on demand.

#include <string>
#include <utility>
#include <vector>

#include "graph/error.hpp"
#include "queries/ask.hpp"
#include "queries/question_pattern.hpp"
#include "queries/resolve_name.hpp"

namespace entente::detail {

class QuestionReading {
 public:
  /// With `now`, the present tense without a date asks about today.
  /// Throws Error{InvalidQuestion} for a phrase in a date's place that is none, or an inverted interval.
  QuestionReading(const Store& store, const AskOptions& options, const std::vector<Word>& words,
                  const PatternMatch& match, bool now);

  /// The entity in a slot. Throws as resolve_name.
  [[nodiscard]] EntityRef entity(char slot, Role role) const;
  /// Those in two slots, each helping to decide the other; notes it.
  [[nodiscard]] std::pair<EntityRef, EntityRef> pair(char first, Role first_role, char second,
                                                     Role second_role);
  [[nodiscard]] bool has(char slot) const { return match_.slots.count(slot) != 0; }
  [[nodiscard]] bool marked(char mark) const { return match_.marks.find(mark) != std::string::npos; }

  [[nodiscard]] const std::optional<Period>& when() const noexcept { return when_; }
  /// ` in 2008`, ` since 1999`; empty where no time was asked for.
  [[nodiscard]] std::string when_words() const;
  /// ` --on 2008`, ` --during 1999/..`; empty likewise.
  [[nodiscard]] std::string when_option() const;
  [[nodiscard]] std::vector<std::string> take_notes() { return std::move(notes_); }

 private:
  [[nodiscard]] std::string text(char slot) const;
  [[nodiscard]] Edtf date(char slot) const;
  void read_when(bool now);
  void ask_about_now();
  [[nodiscard]] NameContext context(Role role) const { return {when_, role, false}; }

  const Store& store_;
  const AskOptions& options_;
  const std::vector<Word>& words_;
  const PatternMatch& match_;
  std::optional<Period> when_;
  std::string when_text_;  // EDTF
  std::vector<std::string> notes_;
};

/// Error{InvalidQuestion} that says what is wrong and has the forms for candidates.
[[nodiscard]] Error invalid_question(const std::string& problem);

/// A form: how it is shown, how it may be put, and what it means.
struct FormOfQuestion {
  QuestionForm shown;
  std::vector<std::string_view> patterns;
  bool now = false;  ///< the present tense without a date asks about today
  Understanding (*read)(QuestionReading&);
};
[[nodiscard]] const std::vector<FormOfQuestion>& forms_of_question();

}  // namespace entente::detail
