#include "loaders/article/name_mention.hpp"

#include <algorithm>
#include <array>

namespace entente::detail {
namespace {

bool has_lower(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Under which a name is kept: capitals alone are a name of their own ("GUAM" is not "Guam").
std::string name_key(std::string_view name) {
  return has_lower(name) ? fold_name(name) : "^" + fold_name(name);
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

/// How many words_of() a folded name has, and the last of them, without taking it apart.
std::size_t count_of_words(std::string_view folded_name) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < folded_name.size(); ++i)
    if (folded_name[i] != ' ' && (i == 0 || folded_name[i - 1] == ' ')) ++words;
  return words;
}
std::string_view last_word(std::string_view folded_name) {
  while (!folded_name.empty() && folded_name.back() == ' ') folded_name.remove_suffix(1);
  return folded_name.substr(folded_name.rfind(' ') + 1);
}

/// What the capitals of a name spell: those that begin its words, and all of them. "World Trade
/// Organization": WTO.
std::array<std::string, 2> spelling(std::string_view name) {
  std::array<std::string, 2> out;
  bool start = true;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (start && upper) out[0] += c;
    if (upper) out[1] += c;
    start = c == ' ' || c == '-';
  }
  return out;
}

std::string letters_of(std::string_view acronym) {
  std::string letters;
  for (const char c : acronym)
    if (c != '.') letters += c;
  return letters;
}

bool spells(std::string_view name, std::string_view acronym) {
  const std::string letters = letters_of(acronym);
  const auto own = spelling(name);
  return letters.size() > 1 && (own[0] == letters || own[1] == letters);
}

/// Keeps at most eight forms: a text that calls one thing by more names is no text.
void add_form(Referent& r, std::string_view name, std::size_t sentence) {
  if (!has_lower(name)) return;
  if (r.forms.size() >= 8) r.forms.erase(r.forms.begin());
  r.forms.erase(std::remove(r.forms.begin(), r.forms.end(), name), r.forms.end());
  // Of two forms in one sentence the first is the one that the text goes on with.
  if (r.form_sentence == sentence && !r.forms.empty())
    r.forms.emplace(std::prev(r.forms.end()), name);
  else
    r.forms.emplace_back(name);
  r.form_sentence = sentence;
}

void add_words(Referent& r, std::string_view name) {
  for (auto& w : words_of(fold_name(name)))
    if (std::find(r.words.begin(), r.words.end(), w) == r.words.end()) r.words.push_back(std::move(w));
}

}  // namespace

std::size_t Referents::find(std::string_view name) const {
  const auto found = by_name_.find(name_key(name));
  return found == by_name_.end() ? list_.size() : found->second;
}

std::size_t Referents::part(std::string_view name) const {
  const auto found = by_part_.find(name_key(name));
  return found == by_part_.end() ? list_.size() : found->second;
}

std::string Referents::name_in_text(std::size_t referent, std::string_view as_written) const {
  const Referent& r = list_[referent];
  if (has_lower(as_written)) {
    // "Marlowe" is Dee Marlowe, "the Grid" the Northern Grid.
    const bool end = r.name.size() > as_written.size() + 1 && r.name.ends_with(as_written) &&
                     r.name[r.name.size() - as_written.size() - 1] == ' ';
    const bool begin = r.name.size() > as_written.size() + 1 && r.name.starts_with(as_written) &&
                       r.name[as_written.size()] == ' ';
    return r.id.empty() && (end || begin) ? r.name : std::string(as_written);
  }
  for (auto form = r.forms.rbegin(); form != r.forms.rend(); ++form)
    if (as_written.empty() || spells(*form, as_written)) return *form;
  if (as_written.empty()) return r.name;
  return r.forms.empty() || r.defined ? r.name : std::string(as_written);
}

void Referents::form(std::size_t referent, std::string_view name) {
  add_form(list_[referent], name, sentence_);
  if (!has_lower(name)) return;
  for (auto& letters : spelling(name))
    if (letters.size() > 1) by_spelling_[std::move(letters)] = referent;
}

std::size_t Referents::spelt_by(std::string_view acronym) const {
  const auto found = by_spelling_.find(letters_of(acronym));
  return found == by_spelling_.end() ? list_.size() : found->second;
}

namespace {
bool is_body_sort(Sort sort) { return sort == Sort::Body || sort == Sort::Treaty; }
}  // namespace

std::size_t Referents::announced(std::string_view word) {
  const std::string key = fold_name(word);
  if (const auto known = announced_.find(key); known != announced_.end()) return known->second;
  Referent r;
  r.name = std::string(word);
  r.sort = Sort::Body;
  r.announced = true;
  r.words.push_back(key);
  list_.push_back(std::move(r));
  announced_[key] = list_.size() - 1;
  return list_.size() - 1;
}

std::size_t Referents::bind(std::string_view name, Sort sort) {
  if (announced_.empty() || !is_body_sort(sort) || !has_lower(name)) return list_.size();
  for (const auto& word : words_of(fold_name(name)))
    if (const auto known = announced_.find(word); known != announced_.end()) {
      Referent& r = list_[known->second];
      if (!r.announced) continue;
      r.announced = false;
      r.name = std::string(name);
      r.from_name = true;
      add_words(r, name);
      return known->second;
    }
  return list_.size();
}

std::size_t Referents::of_entry(const Gazetteer::Entry& entry, std::string_view as_written) {
  if (entry.alias == AliasSort::Capital) {
    // A capital is a place first; as a member it stands for its state.
    const std::size_t place = of_name(as_written, Sort::Place);
    if (!list_[place].state && !entry.id.empty()) {
      Gazetteer::Entry state = entry;
      state.alias = AliasSort::Adjective;
      const std::size_t of = of_entry(state, entry.name);
      list_[place].state = of;
    }
    return place;
  }
  const bool proper = entry.alias == AliasSort::Name || entry.alias == AliasSort::Acronym;
  if (const auto known = by_name_.find(name_key(as_written)); known != by_name_.end() && proper) {
    form(known->second, as_written);
    return known->second;
  }
  const std::string key = entry.id.empty() ? "" : "#" + entry.id;
  if (!key.empty()) {
    if (const auto known = by_name_.find(key); known != by_name_.end()) {
      Referent& r = list_[known->second];
      // A full name of the text replaces the registry's, or an acronym; a byname ("the Outer Seven") does
      // not.
      const auto own = words_of(fold_name(as_written));
      const bool byname =
          r.from_name && is_body_sort(r.sort) &&
          std::none_of(own.begin(), own.end(), [&](const std::string& w) {
            const Word* word = bundled_lexicon().find(w);
            return (word != nullptr && (word->is(WordClass::BodyNoun) || word->is(WordClass::TreatyNoun))) ||
                   std::find(r.words.begin(), r.words.end(), w) != r.words.end();
          });
      if (byname) {
        by_name_.try_emplace(name_key(as_written), known->second);
        return known->second;
      }
      if (proper && (!r.from_name || (has_lower(as_written) && !has_lower(r.name)))) {
        r.name = std::string(as_written);
        r.from_name = true;
      }
      add_words(r, as_written);
      if (proper) {
        form(known->second, as_written);
        by_name_.try_emplace(name_key(as_written), known->second);
      }
      return known->second;
    }
  }
  if (proper)
    if (const std::size_t same = bind(as_written, entry.sort); same < list_.size()) {
      Referent& known = list_[same];
      known.id = entry.id;
      known.sort = entry.sort;
      add_words(known, entry.name);
      form(same, as_written);
      if (!key.empty()) by_name_[key] = same;
      by_name_.try_emplace(name_key(as_written), same);
      return same;
    }
  Referent r;
  r.name = proper ? std::string(as_written) : entry.name;
  r.from_name = proper;
  r.id = entry.id;
  r.sort = entry.sort;
  add_words(r, entry.name);
  add_words(r, as_written);
  list_.push_back(std::move(r));
  const std::size_t made = list_.size() - 1;
  if (proper) form(made, as_written);
  if (!key.empty()) by_name_[key] = made;
  if (proper) by_name_.try_emplace(name_key(as_written), made);
  return made;
}

namespace {

bool body_word(std::string_view lower) {
  const Word* w = bundled_lexicon().find(lower);
  return w != nullptr && w->is(WordClass::BodyNoun);
}

}  // namespace

void Referents::index_parts(const std::string& key, std::size_t referent) {
  const std::size_t words = count_of_words(key);
  if (words < 2 || words > 6) return;
  for (std::size_t at = key.find(' '); at != std::string::npos; at = key.find(' ', at + 1)) {
    by_part_[key.substr(0, at)] = referent;
    by_part_[key.substr(at + 1)] = referent;
  }
}

std::size_t Referents::linked(const std::string& key) const {
  const std::size_t words = count_of_words(key);
  if (words == 0) return list_.size();
  // A part of a name that stands in full before: "Marlowe", "Hallmark". A lone common word says too little.
  const Word* lone = words == 1 ? bundled_lexicon().find(key) : nullptr;
  const bool plain = lone != nullptr && (lone->is(WordClass::BodyNoun) || lone->is(WordClass::NotAName));
  if (!plain && key.size() > 2)
    if (const auto found = by_part_.find(key); found != by_part_.end()) return found->second;
  // The whole of which a part stood before: "Open Latch" and then "Open Latch Consortium", "Kovel" and "Anna
  // Kovel".
  if (words < 2 || words > 6) return list_.size();
  const bool body = body_word(last_word(key));
  const auto known = [&](const std::string& part) {
    const auto found = by_name_.find(part);
    return found != by_name_.end() && list_[found->second].id.empty() &&
                   list_[found->second].sort != Sort::Place && list_[found->second].sort != Sort::State
               ? found->second
               : list_.size();
  };
  if (body)
    if (const auto r = known(key.substr(0, key.rfind(' '))); r < list_.size()) return r;
  if (words == 2 && body) return list_.size();
  return known(key.substr(key.find(' ') + 1));
}

std::size_t Referents::of_name(std::string_view name, Sort sort) {
  const std::string key = name_key(name);
  if (const auto known = by_name_.find(key); known != by_name_.end()) {
    Referent& r = list_[known->second];
    if (r.sort == Sort::Unknown) r.sort = sort;
    form(known->second, name);
    return known->second;
  }
  if (const std::size_t same = linked(key); same < list_.size()) {
    Referent& r = list_[same];
    by_name_[key] = same;
    if (r.sort == Sort::Unknown) r.sort = sort;
    if (has_lower(name) && (name.size() > r.name.size() || !has_lower(r.name))) {
      r.name = std::string(name);
      form(same, name);
      index_parts(key, same);
    }
    add_words(r, name);
    return same;
  }
  if (const std::size_t same = bind(name, sort); same < list_.size()) {
    by_name_[key] = same;
    form(same, name);
    index_parts(key, same);
    return same;
  }
  Referent r;
  r.name = std::string(name);
  r.sort = sort;
  r.from_name = true;
  add_words(r, name);
  list_.push_back(std::move(r));
  by_name_[key] = list_.size() - 1;
  form(list_.size() - 1, name);
  if (sort != Sort::Place) index_parts(key, list_.size() - 1);
  return list_.size() - 1;
}

void Referents::also(std::size_t referent, std::string_view name) {
  Referent& r = list_[referent];
  r.defined = true;
  by_name_[name_key(name)] = referent;
  if (!has_lower(r.name) && has_lower(name)) r.name = std::string(name);
  add_words(r, name);
}

}  // namespace entente::detail
