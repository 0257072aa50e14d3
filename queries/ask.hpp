#pragma once
// Questions in English: read into a typed question, answered, and said back as they were understood.
//
//   Asked asked = ask(store, "Who left the CST in 1999?", {.read_date = english_date});
//   asked.understood;  // "Who left Collective Security Treaty in 1999?"
//   asked.command;     // "entente changes cst --during 1999 --kind left,expelled,lapsed"
//
// The forms are a table (question_forms), listed with examples in docs/questions.md. Case, punctuation,
// "the", contractions and a missing question mark do not matter; names are those of the store.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "queries/changes.hpp"
#include "queries/conflicts.hpp"
#include "queries/members.hpp"
#include "queries/overlap.hpp"
#include "queries/paths.hpp"
#include "queries/timeline.hpp"
#include "queries/view.hpp"
#include "queries/was.hpp"
#include "queries/why.hpp"

namespace entente {

/// Reads an English date phrase ("June 2012", "the early 1990s", "2008"); nothing for anything else.
using DateReader = std::function<std::optional<Edtf>(std::string_view)>;

struct AskOptions {
  DateReader read_date = {};  ///< without one, EDTF is read
  /// What "now" and the present tense mean; absent: the newest date of publication of the store's sources.
  std::optional<Day> today = std::nullopt;
};

using Question = std::variant<MembersQuestion, MembershipsQuestion, WasQuestion, TimelineQuestion,
                              ChangesQuestion, OverlapQuestion, PathQuestion, WhyQuestion, ConflictsQuestion>;

/// What of the answer was asked for.
enum class Focus {
  Whole,
  Count,     ///< how many
  Joining,   ///< when did A join: first days
  Leaving,   ///< when, or whether, did A leave: last days
  Founding,  ///< when was X founded
  Founders,  ///< who founded X
  Ending,    ///< when was X dissolved
  WhyNot,    ///< of a WhyQuestion: what speaks against it
};
[[nodiscard]] const char* name_of(Focus focus) noexcept;

/// A question as it was understood.
struct Understanding {
  Question question;
  Focus focus = Focus::Whole;
  std::string understood;          ///< said back, with the names that the store prefers
  std::string command;             ///< the same question on the command line
  std::vector<std::string> notes;  ///< what was decided on the way: names, "now"; one sentence each
};

using Answer = std::variant<Members, Memberships, Was, Timeline, Changes, Overlap, Paths, Why, WhyNot,
                            std::vector<Conflict>>;

struct Asked : Understanding {
  /// With a focus of its own: only the ties and claims that bear on it.
  Answer answer;
  std::string answer_text = {};  ///< what the focus asks, in one sentence; empty for Focus::Whole and WhyNot
  bool answered = true;          ///< false: the sources do not say what the focus asks
};

/// Errors: Error{InvalidQuestion} whose candidates are the forms, Error{UnknownName}, Error{AmbiguousName}.
/// Cost: one name lookup for each run of words in the slots of the forms that fit.
[[nodiscard]] Understanding understand(const Store& store, std::string_view text, const AskOptions& options);

/// Understands and answers.
[[nodiscard]] Asked ask(const Store& store, std::string_view text, const AskOptions& options);

/// Answers a question that was understood.
[[nodiscard]] Answer answer(const Store& store, const Question& question, Focus focus = Focus::Whole);

struct QuestionForm {
  std::string_view form;     ///< "who were the members of X in D"
  std::string_view example;  ///< "Who were the members of the CSTO in 2008?"
};
/// The forms that can be asked, in the order of the documentation.
[[nodiscard]] std::span<const QuestionForm> question_forms() noexcept;

}  // namespace entente
