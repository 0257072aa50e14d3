#include "queries/question_pattern.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace entente::detail {

namespace {

constexpr std::size_t longest_slot = 14;

/// The ways to say when. Marks: b between, s since, a after, p before, u until, n now, v ever.
constexpr std::string_view when_pattern =
    "[(in|on|at|during|as of|of|for|around|throughout) {d}|in between {d} and {e} @b|between {d} and {e} @b"
    "|from {d} (to|until|till|through) {e} @b|(since|from) {d} [on|onwards|onward] @s|after {d} @a|before "
    "{d} @p"
    "|(until|till|up to|by) {d} @u|{d}|(now|today|currently|at present|at the moment|right now|nowadays) @n"
    "|(ever|at any time|in history) @v]";

struct Contraction {
  std::string_view ending;
  std::string_view word;
};
constexpr std::array contractions = {Contraction{"n't", "not"}, Contraction{"'re", "are"},
                                     Contraction{"'ve", "have"}, Contraction{"'d", "did"}};
constexpr std::array askers = {"who", "what", "when", "where", "how", "which", "that"};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_around(char c) { return std::string_view("?!.,;:\"()[]{}<>").find(c) != std::string_view::npos; }
bool is_article(const std::string& word) { return word == "the" || word == "a" || word == "an"; }
bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() > ending.size() && text.substr(text.size() - ending.size()) == ending;
}

std::string lower(std::string_view text) {
  std::string low(text);
  for (char& c : low) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return low;
}

/// Typographic apostrophes and quotation marks as those of ASCII.
std::string plain(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 4> marks = {
      {{"\xE2\x80\x98", '\''}, {"\xE2\x80\x99", '\''}, {"\xE2\x80\x9C", '"'}, {"\xE2\x80\x9D", '"'}}};
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto mark =
        std::find_if(marks.begin(), marks.end(), [&](const auto& m) { return text.substr(i, 3) == m.first; });
    if (mark == marks.end()) {
      out += text[i];
    } else {
      out += mark->second;
      i += 2;
    }
  }
  return out;
}

void add_word(std::vector<Word>& words, std::string_view raw) {
  const std::string low = lower(raw);
  for (const Contraction& contraction : contractions) {
    if (!ends_with(low, contraction.ending)) continue;
    const std::string_view stem = raw.substr(0, raw.size() - contraction.ending.size());
    words.push_back({std::string(stem), lower(stem)});
    words.push_back({std::string(contraction.word), std::string(contraction.word)});
    return;
  }
  if (ends_with(low, "'s")) {
    const std::string stem = low.substr(0, low.size() - 2);
    if (std::find(askers.begin(), askers.end(), stem) != askers.end()) {
      words.push_back({stem, stem});
      words.push_back({"is", "is"});
      return;
    }
  }
  words.push_back({std::string(raw), low});
}

/// Reads the notation of patterns.
class Compiler {
 public:
  explicit Compiler(std::string_view text) : text_(text) {}

  QuestionPattern sequence() {
    QuestionPattern parts;
    for (skip(); at_ < text_.size() && !is_any_of(text_[at_], "|)]"); skip()) {
      switch (text_[at_]) {
        case '(':
          parts.push_back(choice(')'));
          break;
        case '[':
          parts.push_back(choice(']'));
          break;
        case '{':
          parts.push_back(slot());
          break;
        case '@':
          parts.push_back({PatternPart::Sort::Mark, {}, text_[at_ + 1]});
          at_ += 2;
          break;
        default:
          parts.push_back({PatternPart::Sort::Word, word()});
      }
    }
    return parts;
  }

 private:
  static bool is_any_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
  void skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  std::string word() {
    const std::size_t end = std::min(text_.find_first_of(" |()[]{}", at_), text_.size());
    std::string found(text_.substr(at_, end - at_));
    at_ = end;
    return found;
  }
  PatternPart choice(char closing) {
    PatternPart part{PatternPart::Sort::Choice};
    do {
      ++at_;
      part.alternatives.push_back(sequence());
      assert(at_ < text_.size());
    } while (text_[at_] == '|');
    assert(text_[at_] == closing);
    ++at_;
    if (closing == ']') part.alternatives.emplace_back();
    return part;
  }
  PatternPart slot() {
    const std::size_t end = text_.find('}', at_);
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (name == "when") return compile_pattern(when_pattern).front();
    return {PatternPart::Sort::Slot, {}, name.front()};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Backtracking, with the rest of the pattern as a continuation.
class Matcher {
 public:
  using Rest = std::function<bool(std::size_t)>;

  Matcher(const std::vector<Word>& words, const std::function<bool(char, const Span&)>& accept,
          std::size_t& budget)
      : words_(words), accept_(accept), budget_(budget) {}

  bool run(const QuestionPattern& pattern, std::size_t part, std::size_t at, const Rest& rest) {
    if (budget_ == 0) return false;
    --budget_;
    if (part == pattern.size()) return rest(at);
    const PatternPart& now = pattern[part];
    const Rest next = [&, part](std::size_t from) { return run(pattern, part + 1, from, rest); };
    switch (now.sort) {
      case PatternPart::Sort::Word:
        return word(now, at, next);
      case PatternPart::Sort::Slot:
        return slot(now, at, next);
      case PatternPart::Sort::Mark: {
        match_.marks.push_back(now.name);
        if (next(at)) return true;
        match_.marks.pop_back();
        return false;
      }
      case PatternPart::Sort::Choice:
        for (const auto& alternative : now.alternatives) {
          if (run(alternative, 0, at, next)) return true;
        }
        return false;
    }
    return false;
  }

  [[nodiscard]] const PatternMatch& match() const noexcept { return match_; }

 private:
  bool word(const PatternPart& part, std::size_t at, const Rest& next) {
    while (at < words_.size() && words_[at].word != part.word && is_article(words_[at].word)) ++at;
    if (at == words_.size() || words_[at].word != part.word) return false;
    match_.said.push_back(part.word);
    if (next(at + 1)) return true;
    match_.said.pop_back();
    return false;
  }

  bool slot(const PatternPart& part, std::size_t at, const Rest& next) {
    const std::size_t longest = std::min(words_.size(), at + longest_slot);
    for (std::size_t end = longest; end > at; --end) {
      const Span span{at, end};
      if (!accept_(part.name, span)) continue;
      match_.slots[part.name] = span;
      if (next(end)) return true;
      match_.slots.erase(part.name);
    }
    return false;
  }

  const std::vector<Word>& words_;
  const std::function<bool(char, const Span&)>& accept_;
  std::size_t& budget_;
  PatternMatch match_;
};

}  // namespace

std::vector<Word> words_of(std::string_view question) {
  const std::string text = plain(question);
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    std::string_view raw = std::string_view(text).substr(at, end - at);
    while (!raw.empty() && is_around(raw.front())) raw.remove_prefix(1);
    while (!raw.empty() && is_around(raw.back())) raw.remove_suffix(1);
    if (!raw.empty()) add_word(words, raw);
    at = end + 1;
  }
  return words;
}

std::string text_of(const std::vector<Word>& words, const Span& span) {
  std::string text;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    if (!text.empty()) text += ' ';
    text += words[i].raw;
  }
  if (ends_with(text, "'s")) {
    text.resize(text.size() - 2);
  } else if (ends_with(text, "s'")) {
    text.pop_back();
  }
  return text;
}

QuestionPattern compile_pattern(std::string_view text) { return Compiler(text).sequence(); }

bool match_pattern(const QuestionPattern& pattern, const std::vector<Word>& words,
                   const std::function<bool(char, const Span&)>& accept,
                   const std::function<bool(const PatternMatch&)>& found, std::size_t& budget) {
  Matcher matcher(words, accept, budget);
  return matcher.run(pattern, 0, 0,
                     [&](std::size_t at) { return at == words.size() && found(matcher.match()); });
}

}  // namespace entente::detail
