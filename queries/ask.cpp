#include "queries/ask.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "graph/error.hpp"
#include "graph/names.hpp"
#include "queries/answer_focus.hpp"
#include "queries/question_pattern.hpp"
#include "queries/question_reading.hpp"

namespace entente {

namespace {

using detail::PatternMatch;
using detail::QuestionPattern;
using detail::Span;
using detail::Word;

constexpr std::size_t longest_question = 48;  // words
constexpr std::size_t steps_per_search = 400'000;
constexpr std::array focus_names = {"whole",    "count",    "joining", "leaving",
                                    "founding", "founders", "ending",  "why-not"};

/// The patterns of a form, each also with the time in front: "In 2008, who …".
std::vector<QuestionPattern> compiled(const detail::FormOfQuestion& form) {
  static constexpr std::string_view polite =
      "[please|please tell me|tell me|can you tell me|could you tell me|do you know|show me|and|so] ";
  static constexpr std::string_view when = "{when}";
  std::vector<QuestionPattern> patterns;
  for (const std::string_view text : form.patterns) {
    std::string with_time_last = std::string(polite) + std::string(text) + " [please|then]";
    if (const std::size_t place = text.find(when); place != std::string_view::npos) {
      std::string with_time_first(text);
      with_time_first.erase(place, when.size());
      with_time_first = std::string(when) + " " + std::string(polite) + with_time_first;
      patterns.push_back(detail::compile_pattern(with_time_last));
      patterns.push_back(detail::compile_pattern(with_time_first));
    } else {
      patterns.push_back(detail::compile_pattern(with_time_last));
    }
  }
  return patterns;
}

const std::vector<std::vector<QuestionPattern>>& compiled_forms() {
  static const std::vector<std::vector<QuestionPattern>> patterns = [] {
    std::vector<std::vector<QuestionPattern>> all;
    for (const auto& form : detail::forms_of_question()) all.push_back(compiled(form));
    return all;
  }();
  return patterns;
}

/// Words that ask or deny. Where one would have to be part of a name or a date, the question is of another
/// form: the name or the date is not to blame. In capitals it is an acronym (WHO).
bool is_function_word(const Word& word) {
  static constexpr std::array function_words = {"who",   "whom", "what", "which",  "when",    "where",
                                                "why",   "how",  "not",  "never",  "neither", "nor",
                                                "whose", "no",   "did",  "nobody", "none"};
  const bool is_acronym = word.raw.size() > 1 && std::none_of(word.raw.begin(), word.raw.end(),
                                                              [](char c) { return c >= 'a' && c <= 'z'; });
  return !is_acronym &&
         std::find(function_words.begin(), function_words.end(), word.word) != function_words.end();
}

Error not_understood(const std::vector<Word>& words) {
  static constexpr std::array denials = {"not", "never", "nobody", "none", "neither", "nor"};
  const bool denies = std::any_of(words.begin(), words.end(), [](const Word& word) {
    return std::find(denials.begin(), denials.end(), word.word) != denials.end();
  });
  return detail::invalid_question(denies ? "the question denies something, which is understood only of two "
                                           "(was A not in X) and after \"why\""
                                         : "the question is of no form that is understood");
}

/// Finds the form and the reading of its slots that fit a question best.
class Asker {
 public:
  Asker(const Store& store, const AskOptions& options, std::vector<Word> words)
      : store_(store), options_(options), words_(std::move(words)) {}

  Understanding understand() {
    if (auto found = find_faultless()) return *std::move(found);
    return blame();
  }

 private:
  static bool is_date(char slot) { return slot == 'd' || slot == 'e'; }

  /// All names are known and all dates read.
  std::optional<Understanding> find_faultless() {
    std::optional<Understanding> understanding;
    std::size_t budget = steps_per_search;
    const auto& forms = detail::forms_of_question();
    for (std::size_t i = 0; i < forms.size() && !understanding; ++i) {
      const auto take = [&](const PatternMatch& match) {
        understanding = read(forms[i], match);
        return true;
      };
      for (const QuestionPattern& pattern : compiled_forms()[i]) {
        if (detail::match_pattern(
                pattern, words_, [this](char slot, const Span& span) { return fits(slot, span); }, take,
                budget)) {
          break;
        }
      }
    }
    return understanding;
  }

  /// Of the forms that fit but for a name or a date, the one with the fewest and shortest of these, so that
  /// the error is about them. Throws, one way or another.
  Understanding blame() {
    struct Blamed {
      std::size_t faults, words, form;
      PatternMatch match;
    };
    std::optional<Blamed> best;
    std::size_t budget = steps_per_search;
    const auto& forms = detail::forms_of_question();
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const auto weigh = [&](const PatternMatch& match) {
        Blamed blamed{0, 0, i, match};
        for (const auto& [slot, span] : match.slots) {
          if (fits(slot, span)) continue;
          if (std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(span.begin),
                          words_.begin() + static_cast<std::ptrdiff_t>(span.end), is_function_word)) {
            return false;
          }
          ++blamed.faults;
          blamed.words += span.end - span.begin;
        }
        if (!best || std::pair(blamed.faults, blamed.words) < std::pair(best->faults, best->words))
          best = blamed;
        return false;
      };
      for (const QuestionPattern& pattern : compiled_forms()[i]) {
        detail::match_pattern(
            pattern, words_, [](char, const Span&) { return true; }, weigh, budget);
      }
    }
    if (!best) throw not_understood(words_);
    return read(forms[best->form], best->match);
  }

  Understanding read(const detail::FormOfQuestion& form, const PatternMatch& match) const {
    detail::QuestionReading reading(store_, options_, words_, match, form.now);
    return form.read(reading);
  }

  bool fits(char slot, const Span& span) {
    auto& known = is_date(slot) ? dates_ : names_;
    const auto [place, is_new] = known.try_emplace(span, false);
    if (is_new) {
      const std::string text = detail::text_of(words_, span);
      place->second = is_date(slot) ? reads_as_date(text) : is_name(text);
    }
    return place->second;
  }
  bool reads_as_date(const std::string& text) const {
    return options_.read_date ? options_.read_date(text).has_value() : try_parse_edtf(text).has_value();
  }
  bool is_name(const std::string& text) const {
    return !fold_name(text).empty() && !store_.find_name(text).empty();
  }

  const Store& store_;
  const AskOptions& options_;
  const std::vector<Word> words_;
  std::map<Span, bool> names_, dates_;
};

}  // namespace

const char* name_of(Focus focus) noexcept { return focus_names[static_cast<std::size_t>(focus)]; }

Understanding understand(const Store& store, std::string_view text, const AskOptions& options) {
  std::vector<Word> words = detail::words_of(text);
  if (words.empty()) throw detail::invalid_question("there is no question");
  if (words.size() > longest_question)
    throw detail::invalid_question(fmt::format("the question has more than {} words", longest_question));
  return Asker(store, options, std::move(words)).understand();
}

Asked ask(const Store& store, std::string_view text, const AskOptions& options) {
  Understanding understanding = understand(store, text, options);
  Answer found = answer(store, understanding.question, understanding.focus);
  const detail::FocusedAnswer focused = detail::answer_focus(store, understanding, found);
  return Asked{std::move(understanding), std::move(found), focused.text, focused.found};
}

Answer answer(const Store& store, const Question& question, Focus focus) {
  struct Answerer {
    const Store& store;
    Focus focus;
    Answer operator()(const MembersQuestion& q) const { return members(store, q); }
    Answer operator()(const MembershipsQuestion& q) const { return memberships(store, q); }
    Answer operator()(const WasQuestion& q) const { return was(store, q); }
    Answer operator()(const TimelineQuestion& q) const { return timeline(store, q); }
    Answer operator()(const ChangesQuestion& q) const { return changes(store, q); }
    Answer operator()(const OverlapQuestion& q) const { return overlap(store, q); }
    Answer operator()(const PathQuestion& q) const { return paths(store, q); }
    Answer operator()(const ConflictsQuestion& q) const { return conflicts(store, q); }
    Answer operator()(const WhyQuestion& q) const {
      if (focus == Focus::WhyNot) return why_not(store, q);
      return why(store, q);
    }
  };
  return std::visit(Answerer{store, focus}, question);
}

std::span<const QuestionForm> question_forms() noexcept {
  static const std::vector<QuestionForm> shown = [] {
    std::vector<QuestionForm> all;
    for (const auto& form : detail::forms_of_question()) all.push_back(form.shown);
    return all;
  }();
  return shown;
}

}  // namespace entente
