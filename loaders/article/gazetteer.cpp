// The names of the registry, arranged for reading text.

#include <algorithm>

#include "loaders/article/name_mention.hpp"

namespace entente::detail {
namespace {

bool ascii(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A token as fold_name folds it, without calling it for plain ASCII.
std::string folded(const Token& t) {
  if (!ascii(t.text)) return fold_name(t.text);
  std::string out;
  const bool dotted = t.text.size() > 2 && t.text[1] == '.';  // "U.S." is "US"
  for (const char c : t.lower) {
    if (c == '.' && dotted) continue;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Sort sort_of(Kind kind) {
  switch (kind) {
    case Kind::State:
      return Sort::State;
    case Kind::Organisation:
    case Kind::Group:
      return Sort::Body;
    case Kind::Treaty:
      return Sort::Treaty;
    case Kind::Person:
      return Sort::Person;
    case Kind::Place:
      return Sort::Place;
    case Kind::Unknown:
      break;
  }
  return Sort::Unknown;
}

bool has_lower(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string> words_of(std::string_view folded_name) {
  std::vector<std::string> words;
  while (!folded_name.empty()) {
    const auto end = std::min(folded_name.find(' '), folded_name.size());
    if (end > 0) words.emplace_back(folded_name.substr(0, end));
    folded_name.remove_prefix(std::min(end + 1, folded_name.size()));
  }
  return words;
}

}  // namespace

Gazetteer::Gazetteer(const NameIndex& names) {
  for (const Entity& e : names.entities()) {
    const auto add = [&](std::string_view text, AliasSort sort) {
      std::string folded_text = fold_name(text);
      if (text.size() > 2 && text[1] == '.')
        folded_text.erase(std::remove(folded_text.begin(), folded_text.end(), ' '), folded_text.end());
      if (folded_text.empty()) return;
      // Capitals alone are a name of their own: "GUAM" is not "Guam".
      const std::string key = has_lower(text) ? folded_text : "^" + folded_text;
      Entry made{e.id.value, e.name.empty() ? std::string(text) : e.name, sort_of(e.kind), sort};
      Entry* const known = entries_.find(key);
      if (known == nullptr) {
        auto& [kept, entry] = named_.emplace_back(key, made);
        entries_.add(kept, &entry);
      } else if (known->id != e.id.value) {
        // A proper name outranks an adjective or a capital; two proper names of two entities are ambiguous.
        const auto rank = [](AliasSort s) { return s == AliasSort::Name || s == AliasSort::Acronym ? 0 : 1; };
        if (rank(sort) < rank(known->alias)) {
          *known = made;
        } else if (rank(sort) == rank(known->alias)) {
          known->id.clear();
          if (rank(sort) == 0) known->name = std::string(text);
        }
      }
      const auto words = words_of(folded_text);
      std::size_t* longest = longest_.find(words.front());
      if (longest == nullptr) {
        auto& [kept, length] = firsts_.emplace_back(words.front(), 0);
        longest_.add(kept, longest = &length);
      }
      *longest = std::max(*longest, words.size());
    };
    add(e.name, AliasSort::Name);
    for (const Alias& a : e.aliases) add(a.text, a.sort);
  }
}

std::size_t Gazetteer::match(const std::vector<Token>& tokens, std::size_t first, const Entry*& entry) const {
  if (first >= tokens.size()) return 0;
  // Most words begin no name, and most are folded as they stand.
  const bool plain = std::all_of(tokens[first].lower.begin(), tokens[first].lower.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
  if (plain && longest_.find(tokens[first].lower) == nullptr) return 0;
  std::string key = folded(tokens[first]);
  if (key.empty()) return 0;
  const std::size_t* const longest = longest_.find(std::string_view(key).substr(0, key.find(' ')));
  if (longest == nullptr) return 0;
  std::size_t best = 0;
  std::size_t words = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
  for (std::size_t last = first + 1;; ++last) {
    const bool capitals =
        !has_lower(tokens[first].text) && last == first + 1 && tokens[first].text.size() > 1;
    const Entry* found = capitals ? entries_.find("^" + key) : entries_.find(key);
    // A heading in capitals may still spell a long name; a short one is an acronym that nobody knows.
    if (found == nullptr && capitals && tokens[first].text.size() > 3) found = entries_.find(key);
    if (found == nullptr && last > first + 1) found = entries_.find("^" + key);
    // "Opec", "Asean": an acronym that is read as a word
    if (found == nullptr && last == first + 1 && tokens[first].capital && tokens[first].text.size() >= 4 &&
        tokens[first].word == nullptr)
      found = entries_.find("^" + key);
    if (found != nullptr) {
      best = last - first;
      entry = found;
    }
    if (last >= tokens.size() || words >= *longest) break;
    const Token& t = tokens[last];
    if (t.kind == TokenKind::Possessive && last + 1 < tokens.size()) {
      key += " s";
      ++words;
      continue;
    }
    if (t.kind != TokenKind::Word && t.kind != TokenKind::Number) break;
    const std::string next = folded(t);
    key += " " + next;
    words += static_cast<std::size_t>(std::count(next.begin(), next.end(), ' ')) + 1;
  }
  return best;
}

}  // namespace entente::detail
