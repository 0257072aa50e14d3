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
      // A full name of the text replaces the registry's, or an acronym.
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
  const auto words = words_of(key);
  if (words.size() < 2 || words.size() > 6) return;
  for (std::size_t at = key.find(' '); at != std::string::npos; at = key.find(' ', at + 1)) {
    by_part_[key.substr(0, at)] = referent;
    by_part_[key.substr(at + 1)] = referent;
  }
}

std::size_t Referents::linked(const std::string& key) const {
  const auto words = words_of(key);
  if (words.empty()) return list_.size();
  // A part of a name that stands in full before: "Marlowe", "Hallmark". A lone common word says too little.
  const Word* lone = words.size() == 1 ? bundled_lexicon().find(key) : nullptr;
  const bool plain = lone != nullptr && (lone->is(WordClass::BodyNoun) || lone->is(WordClass::NotAName));
  if (!plain && key.size() > 2)
    if (const auto found = by_part_.find(key); found != by_part_.end()) return found->second;
  // The whole of which a part stood before: "Open Latch" and then "Open Latch Consortium", "Kovel" and "Anna
  // Kovel".
  if (words.size() < 2 || words.size() > 6) return list_.size();
  const bool body = body_word(words.back());
  const auto known = [&](const std::string& part) {
    const auto found = by_name_.find(part);
    return found != by_name_.end() && list_[found->second].id.empty() &&
                   list_[found->second].sort != Sort::Place && list_[found->second].sort != Sort::State
               ? found->second
               : list_.size();
  };
  if (body)
    if (const auto r = known(key.substr(0, key.rfind(' '))); r < list_.size()) return r;
  if (words.size() == 2 && body) return list_.size();
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

namespace {

class Finder {
 public:
  Finder(const std::vector<Token>& tokens, const Gazetteer& gazetteer, Referents& referents,
         std::vector<NameMention>& out)
      : t_(tokens), gazetteer_(gazetteer), referents_(referents), out_(out) {}

  void run() {
    out_.clear();
    for (std::size_t i = 0; i < t_.size();) {
      const Token& t = t_[i];
      const bool may =
          (t.kind == TokenKind::Word && t.capital) ||
          (t.kind == TokenKind::Number && i + 1 < t_.size() && t_[i + 1].capital && !first_word(i));
      if (!may || t.kind == TokenKind::Number) {
        i = lower_name(i);
        continue;
      }
      const std::size_t end = name_at(i);
      i = end > i ? end : i + 1;
    }
    brackets();
  }

 private:
  const std::vector<Token>& t_;
  const Gazetteer& gazetteer_;
  Referents& referents_;
  std::vector<NameMention>& out_;

  bool is(std::size_t i, std::string_view w) const { return i < t_.size() && t_[i].lower == w; }
  bool capital(std::size_t i) const {
    return i < t_.size() && t_[i].kind == TokenKind::Word && t_[i].capital;
  }
  bool first_word(std::size_t i) const {
    return i == 0 || (i == 1 && t_[0].kind != TokenKind::Word) || t_[i - 1].kind == TokenKind::Colon ||
           t_[i - 1].kind == TokenKind::Quote;
  }
  static bool titles(const Token& t) {
    return t.is(WordClass::TitleNoun) || t.is(WordClass::LeaderNoun) || t.is("deputy") ||
           t.is("secretary-general");
  }

  std::string text_of(std::size_t first, std::size_t last) const {
    std::string name;
    for (std::size_t i = first; i < last; ++i) {
      if (i > first && t_[i].span.begin > t_[i - 1].span.end) name += ' ';
      // The stop of an abbreviation stands between its token and the next.
      if (i > first && t_[i].span.begin > t_[i - 1].span.end + 1 && t_[i - 1].is(WordClass::Abbreviation) &&
          t_[i - 1].text.data() + t_[i - 1].text.size() < t_[i].text.data() &&
          *(t_[i - 1].text.data() + t_[i - 1].text.size()) == '.')
        name.insert(name.size() - 1, ".");
      name += t_[i].text;
    }
    return name;
  }

  bool era(std::size_t i) const { return is(i, "bc") || is(i, "bce") || is(i, "ad") || is(i, "ce"); }

  bool in_run(std::size_t i) const {
    return capital(i) && !t_[i].is(WordClass::Month) && !t_[i].is(WordClass::Weekday) && !era(i);
  }

  bool has_class(std::size_t first, std::size_t last, WordClass c) const {
    for (std::size_t i = first; i < last; ++i) {
      if (t_[i].is(c)) return true;
      if (!t_[i].capital || t_[i].word != nullptr) continue;
    }
    return false;
  }

  /// End of the capitalised run from `first`, with the small words that names have inside.
  std::size_t run_end(std::size_t first) const {
    std::size_t end = first + 1;
    bool body = t_[first].is(WordClass::BodyNoun);
    bool linked = false;  // a "for" or "on" was passed: "and" and "in" may follow
    while (end < t_.size()) {
      if (in_run(end) && t_[end].text.data() == t_[end - 1].text.data() + t_[end - 1].text.size() + 1) {
        if (titles(t_[end]) &&
            !(end + 1 < t_.size() && t_[end + 1].is(WordClass::BodyNoun) && capital(end + 1)))
          break;
        body = body || t_[end].is(WordClass::BodyNoun);
        ++end;
        continue;
      }
      if (t_[end].kind == TokenKind::Number && t_[end].lower.size() <= 2 && end + 1 <= t_.size() &&
          body == false && t_[end - 1].kind == TokenKind::Word &&
          t_[end].span.begin == t_[end - 1].span.end + 1 && !(t_[end - 1].is(WordClass::Month))) {
        // "Group of 7", "Boko 3": a small number may end a name; only after an unknown word.
        if (t_[end - 1].word == nullptr && !t_[end - 1].lower.ends_with("ed") &&
            !(end + 1 < t_.size() && t_[end + 1].is(WordClass::Month)) &&
            !(end + 1 < t_.size() && t_[end + 1].kind == TokenKind::Word && !t_[end + 1].capital &&
              t_[end + 1].word == nullptr)) {
          ++end;
          continue;
        }
        break;
      }
      if (t_[end].kind == TokenKind::Possessive && body == false && in_run(end + 1) && end + 1 < t_.size()) {
        // "Convention People's Party": the possessive is inside when a body noun follows in the run.
        std::size_t look = end + 1;
        while (look < t_.size() && in_run(look) && !t_[look].is(WordClass::BodyNoun)) ++look;
        const bool plural = t_[end - 1].lower == "people" || t_[end - 1].lower.ends_with("s") ||
                            t_[end - 1].is("women") || t_[end - 1].is("workers") || t_[end - 1].is("peoples");
        if (look < t_.size() && in_run(look) && plural && gaz_alone(end - 1) == 0) {
          end = look + 1;
          body = true;
          continue;
        }
        break;
      }
      const std::size_t after = is(end + 1, "the") ? end + 2 : end + 1;
      if (!in_run(after) || after >= t_.size()) break;
      const Gazetteer::Entry* entry = nullptr;
      const bool state_after = gazetteer_.match(t_, after, entry) > 0 && entry->sort == Sort::State;
      if (is(end, "of")) {
        if (titles(t_[end - 1]) || t_[end - 1].is(WordClass::MemberNoun)) break;
        // "Ann Bell of York": somebody from somewhere; "Bank of England": a name
        if (end == first + 2 && !body && t_[first].word == nullptr && t_[first + 1].word == nullptr &&
            !in_run(after + 1) && after == end + 1)
          break;
        end = after + 1;
      } else if (is(end, "for") && !state_after &&
                 (body || t_[end - 1].all_caps ||
                  (end == first + 1 && first > 0 && is(first - 1, "the") && t_[first].lower.ends_with("s") &&
                   t_[first].word == nullptr))) {
        linked = true;
        end = after + 1;
      } else if ((is(end, "on") || is(end, "against") || is(end, "to")) &&
                 has_class(first, end, WordClass::TreatyNoun) && !state_after) {
        linked = true;
        end = after + 1;
      } else if ((is(end, "and") || is(end, "&")) && (linked || is(end, "&")) && !state_after &&
                 !t_[after].all_caps) {
        end = after + 1;
      } else if ((is(end, "in") && linked) || is(end, "de") || is(end, "la") || is(end, "del") ||
                 is(end, "van") || is(end, "von") || is(end, "der") || is(end, "den") || is(end, "du") ||
                 is(end, "da") || is(end, "di") || is(end, "des")) {
        end = after + 1;
      } else if ((is(end, "and") || is(end, "the")) && has_class(first, end, WordClass::BodyNoun) &&
                 inner_and(first, end)) {
        end = after + 1;
      } else {
        break;
      }
      body = body || t_[end - 1].is(WordClass::BodyNoun);
    }
    return end;
  }

  /// "Association of X and Y States": an "and" after "of" belongs to the name when a plural or body noun
  /// closes it.
  bool inner_and(std::size_t first, std::size_t at) const {
    if (!is(at, "and")) return false;
    bool of = false;
    for (std::size_t i = first; i < at; ++i) of = of || is(i, "of") || is(i, "for");
    if (!of) return false;
    const Gazetteer::Entry* entry = nullptr;
    if (has_class(first, at, WordClass::TreatyNoun) && capital(at + 1) && !capital(at + 2) &&
        gazetteer_.match(t_, at + 1, entry) == 0 && !t_[at + 1].all_caps &&
        t_[first].is(WordClass::TreatyNoun))
      return true;
    std::size_t end = at + 1;
    while (end < t_.size() && in_run(end)) ++end;
    return end > at + 2 && (t_[end - 1].is(WordClass::StateNoun) || t_[end - 1].is("states") ||
                            t_[end - 1].is("countries") || t_[end - 1].is("nations"));
  }

  std::size_t gaz_alone(std::size_t i) const {
    const Gazetteer::Entry* entry = nullptr;
    return gazetteer_.match(t_, i, entry);
  }

  std::size_t add(std::size_t first, std::size_t last, std::size_t referent, AliasSort alias) {
    out_.push_back({first, last, referent, alias});
    return last;
  }

  Sort guess(std::size_t first, std::size_t last) const {
    const bool person_title =
        first > 0 && t_[first - 1].kind == TokenKind::Word && t_[first - 1].is(WordClass::TitleNoun);
    std::size_t head = last - 1;
    for (std::size_t i = first + 1; i < last; ++i)
      if (is(i, "of") || is(i, "for") || is(i, "on") || is(i, "against")) {
        head = i - 1;
        break;
      }
    static constexpr std::string_view pacts[] = {"treaty",      "pact",     "convention", "agreement",
                                                 "protocol",    "accord",   "accords",    "charter",
                                                 "declaration", "covenant", "statute",    "compact"};
    for (const auto p : pacts)
      if (t_[head].lower == p) return Sort::Treaty;
    if (t_[head].is(WordClass::BodyNoun) || has_class(first, last, WordClass::BodyNoun)) return Sort::Body;
    if (t_[head].lower == "united" || t_[head].lower == "fc" || t_[head].lower == "airlines" ||
        t_[head].lower == "nations" || t_[head].lower == "states" || t_[head].lower == "democrats" ||
        t_[head].lower == "communities" || t_[head].lower == "chambers")
      return Sort::Body;
    if (last == first + 1 && t_[first].all_caps && t_[first].text.size() >= 3 && t_[first].text[1] != '.')
      return Sort::Body;
    if (t_[last - 1].is(WordClass::ThingNoun) || t_[head].is(WordClass::ThingNoun)) return Sort::Place;
    if (person_title) return Sort::Person;
    return Sort::Unknown;
  }

  /// "the euro area": a name of the registry that is written small.
  std::size_t lower_name(std::size_t i) {
    if (!t_[i].is(WordClass::BodyNoun) || t_[i].capital) return i + 1;
    const Gazetteer::Entry* entry = nullptr;
    const std::size_t known = gazetteer_.match(t_, i, entry);
    if (known == 0 || entry->sort != Sort::Body || (known == 1 && !t_[i].is("eurozone"))) return i + 1;
    return add(i, i + known, referents_.of_entry(*entry, text_of(i, i + known)), entry->alias);
  }

  std::size_t name_at(std::size_t i) {
    const Token& t = t_[i];
    const bool first_name =
        t.is("jan") && i + 1 < t_.size() && t_[i + 1].kind == TokenKind::Word;  // Jan de Wit
    if (!first_name && (t.is(WordClass::Month) || t.is(WordClass::Weekday) || era(i))) return i;
    const Gazetteer::Entry* entry = nullptr;
    const std::size_t known = gazetteer_.match(t_, i, entry);
    const bool starts_sentence = first_word(i);
    const bool common = t.is(WordClass::Common) || t.is(WordClass::Determiner) ||
                        t.is(WordClass::Preposition) || t.is(WordClass::Subordinator) ||
                        t.is(WordClass::Pronoun) || t.is(WordClass::Adverb);
    if (known == 0 && starts_sentence && common) return i;
    // "Singer Dee Marlowe", "Drummer Walt Pickering": what somebody is, not what he is called.
    if (known == 0 && starts_sentence && capital(i + 1) && !t.all_caps &&
        (t.is(WordClass::PersonNoun) || t.is(WordClass::TitleNoun)) && !t_[i + 1].is(WordClass::BodyNoun))
      return i;
    // "FOUNDATION: …", "WHY?": a label.
    if (known == 0 && t.all_caps && starts_sentence && i + 1 < t_.size() &&
        (t_[i + 1].kind == TokenKind::Colon || (t_[i + 1].kind == TokenKind::Stop && i + 2 >= t_.size())))
      return i;
    if (known == 0 && t.all_caps && t.word != nullptr && t.text.size() > 3 && !capital(i + 1)) return i;
    if (t.lower == "i'm" || t.lower == "i've" || t.lower == "i'd" || t.lower == "i'll") return i;
    if (known == 0 && titles(t) && !(capital(i + 1) && t_[i + 1].is(WordClass::BodyNoun))) return i;
    if (known == 0 && (t.is(WordClass::Determiner) || t.is("i"))) return i;
    // "the Union", "the League": a description, whatever else may have that name.
    if (known == 1 && t.is(WordClass::BodyNoun) && i > 0 && is(i - 1, "the") && !in_run(i + 1) &&
        !is(i + 1, "of")) {
      static constexpr std::string_view plain[] = {
          "union",  "league", "alliance", "community", "organization", "organisation",
          "group",  "pact",   "court",    "council",   "association",  "federation",
          "treaty", "party",  "assembly", "commission"};
      if (entry->id.empty() || std::find(std::begin(plain), std::end(plain), t.lower) != std::end(plain))
        return i;
    }
    const std::size_t run = run_end(i);
    // An acronym that the registry lacks or doubts, but that a name of the document spells.
    if (t.all_caps && run == i + 1 && (known == 0 || (known == 1 && entry->id.empty()))) {
      const std::size_t spelt = referents_.spelt_by(t.text);
      if (spelt < referents_.size()) return add(i, i + 1, spelt, AliasSort::Acronym);
    }
    if (known > 0 && i + known >= run) {
      // "Athens" of the registry and a possessive: "Georgia's"; fine. A longer name of the registry wins over
      // a run.
      return add(i, i + known, referents_.of_entry(*entry, text_of(i, i + known)), entry->alias);
    }
    const bool of_name = known == 1 && t.is(WordClass::BodyNoun) && is(i + 1, "of") && run > i + 2;
    if (known > 0 && !of_name) {
      const std::size_t rest = i + known;
      const Gazetteer::Entry* next = nullptr;
      const bool next_known = capital(rest) && gazetteer_.match(t_, rest, next) > 0;
      const bool body_follows = has_class(rest, run, WordClass::BodyNoun);
      if (next_known && !body_follows)
        return add(i, rest, referents_.of_entry(*entry, text_of(i, rest)), entry->alias);
      if (!body_follows && !capital(rest))
        return add(i, rest, referents_.of_entry(*entry, text_of(i, rest)), entry->alias);
    }
    // An adjective of an age before a state: "Nazi Germany", "Imperial Japan".
    static constexpr std::string_view ages[] = {"nazi",        "fascist",  "imperial",
                                                "communist",   "tsarist",  "soviet-occupied",
                                                "ottoman-era", "royalist", "republican"};
    const Gazetteer::Entry* state = nullptr;
    for (const auto age : ages)
      if (t.lower == age && run > i + 1 && gazetteer_.match(t_, i + 1, state) > 0 &&
          state->sort == Sort::State)
        return i;
    std::size_t last = run;
    // Nothing that only a heading would capitalise: a lone common word.
    if (last == i + 1) {
      // A word in capitals is a heading or emphasis, not an acronym.
      if (t.all_caps && (t.word != nullptr || t.text.size() >= 7) &&
          t.text.find('-') == std::string_view::npos)
        return i;
      if (t.is(WordClass::NotAName) ||
          (t.word != nullptr && !t.all_caps && (starts_sentence || t.word->is_verb()))) {
        // "the Union", "the Alliance": a body noun with a capital is a description.
        return i;
      }
      if (t.word != nullptr && !t.all_caps) return i;
      if (t.text.size() == 1) return i;
      if (starts_sentence && (t.lower.ends_with("ly") || t.lower.ends_with("ing") ||
                              (t.lower.ends_with("ed") && t.lower.size() > 4)))
        return i;
      if (t.lower.ends_with("days") && t.lower.size() > 7 && t_[i].capital) return i;
    }
    // A sentence that begins with a verb or adverb before a name: "Founded …", "Former Yugoslavia".
    if (starts_sentence && common && known == 0) return i;
    return add(i, last, referents_.of_name(text_of(i, last), guess(i, last)), AliasSort::Name);
  }

  /// NAME (ACRONYM), ACRONYM (NAME), NAME, or ACRONYM.
  void brackets() {
    for (std::size_t n = 0; n + 1 < out_.size(); ++n) {
      const NameMention& a = out_[n];
      const NameMention& b = out_[n + 1];
      if (a.referent == b.referent && b.first == a.last + 1 && t_[a.last].kind == TokenKind::Open)
        referents_.at(a.referent).defined = true;
      if (a.referent == b.referent || b.first != a.last + 1 || t_[a.last].kind != TokenKind::Open) continue;
      if (b.last >= t_.size() ||
          !(t_[b.last].kind == TokenKind::Close || t_[b.last].kind == TokenKind::Comma ||
            t_[b.last].kind == TokenKind::Semicolon || is(b.last, "or")))
        continue;
      const bool acronym_b = b.last == b.first + 1 && t_[b.first].all_caps;
      const bool acronym_a = a.last == a.first + 1 && t_[a.first].all_caps;
      if (acronym_b == acronym_a) continue;
      const std::size_t kept = acronym_b ? a.referent : b.referent;
      const NameMention& short_form = acronym_b ? b : a;
      // An acronym of the registry keeps its entity only when the full name has none.
      if (referents_[kept].id.empty() && !referents_[short_form.referent].id.empty())
        referents_.at(kept).id = referents_[short_form.referent].id;
      if (referents_[kept].sort == Sort::Unknown) referents_.at(kept).sort = Sort::Body;
      referents_.also(kept, t_[short_form.first].text);
      out_[n].referent = out_[n + 1].referent = kept;
    }
  }
};

}  // namespace

void find_names(const std::vector<Token>& tokens, const Gazetteer& gazetteer, Referents& referents,
                std::vector<NameMention>& out) {
  referents.next_sentence();
  Finder(tokens, gazetteer, referents, out).run();
}

}  // namespace entente::detail
