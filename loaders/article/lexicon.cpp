#include "loaders/article/lexicon.hpp"

#include <array>
#include <deque>
#include <functional>

#include "data/bundled.hpp"
#include "graph/error.hpp"
#include "loaders/article/word_table.hpp"

namespace entente::detail {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordClass::Count)> class_names = {
    "determiner",
    "possessive",
    "pronoun",
    "relative",
    "preposition",
    "conjunction",
    "subordinator",
    "be",
    "have",
    "do",
    "modal",
    "modal_unreal",
    "modal_future",
    "negation",
    "adverb",
    "number_word",
    "ordinal",
    "month",
    "weekday",
    "season",
    "time_noun",
    "body_noun",
    "treaty_noun",
    "part_noun",
    "state_noun",
    "member_noun",
    "person_noun",
    "leader_noun",
    "membership_noun",
    "accession_noun",
    "exit_noun",
    "expulsion_noun",
    "suspension_noun",
    "founding_noun",
    "end_noun",
    "observer_word",
    "partner_word",
    "candidate_word",
    "former_word",
    "current_word",
    "founding_word",
    "status_word",
    "article_words",
    "title_noun",
    "abbreviation",
    "furniture_heading",
    "common",
    "not_a_name",
    "thing_noun",
    "unreal_noun",
    "hedge_word"};

bool vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

std::vector<std::string_view> split(std::string_view line, std::string_view separators) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  while ((begin = line.find_first_not_of(separators, begin)) != std::string_view::npos) {
    const std::size_t end = std::min(line.find_first_of(separators, begin), line.size());
    parts.push_back(line.substr(begin, end - begin));
    begin = end;
  }
  return parts;
}

std::string_view trimmed(std::string_view s) {
  const auto first = s.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(" \t\r") - first + 1);
}

void each_line(std::string_view text, const std::function<void(std::string_view)>& use) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = trimmed(text.substr(0, end));
    if (!line.empty() && line.front() != '#') use(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

[[noreturn]] void malformed(std::string_view line) {
  throw Error(ErrorCode::InvalidArgument, "a line of the lexicon cannot be read: " + std::string(line));
}

/// The regular forms of a verb: third person, past (and participle), -ing. A final consonant after a single
/// vowel is given doubled as well: which of the two English has depends on stress.
struct Regular {
  std::string third;
  std::vector<std::string> past, ing;
};
Regular regular(const std::string& verb) {
  Regular r;
  const char last = verb.back();
  const char before = verb.size() > 1 ? verb[verb.size() - 2] : 'x';
  const bool sibilant = last == 's' || last == 'x' || last == 'z' || last == 'o' ||
                        (last == 'h' && (before == 'c' || before == 's'));
  const bool consonant_y = last == 'y' && !vowel(before);
  const std::string stem = verb.substr(0, verb.size() - 1);
  r.third = consonant_y ? stem + "ies" : verb + (sibilant ? "es" : "s");
  if (last == 'e') {
    r.past = {verb + "d"};
    r.ing = {stem + "ing", verb + "ing"};
  } else if (consonant_y) {
    r.past = {stem + "ied"};
    r.ing = {verb + "ing"};
  } else {
    r.past = {verb + "ed"};
    r.ing = {verb + "ing"};
    if (!vowel(last) && last != 'w' && last != 'x' && last != 'y' && vowel(before)) {
      r.past.push_back(verb + last + "ed");
      r.ing.push_back(verb + last + "ing");
    }
  }
  return r;
}

Slots parse_slots(std::string_view text) {
  Slots slots;
  if (!text.empty() && text.back() == '?') {
    slots.optional = true;
    text.remove_suffix(1);
  }
  for (const auto place : split(text, ",")) slots.places.emplace_back(place);
  return slots;
}

void parse_roles(std::string_view text, Slots& member, Slots& body) {
  for (const auto role : split(text, " ")) {
    if (role.size() < 3 || role[1] != '=') malformed(text);
    (role[0] == 'M' ? member : body) = parse_slots(role.substr(2));
  }
}

}  // namespace

struct Lexicon::Tables {
  std::deque<Word> words;
  WordTable<Word> by_text;
  std::deque<std::vector<Frame>> frames;

  Word& word(std::string_view text) {
    if (Word* const found = by_text.find(text)) return *found;
    Word& made = words.emplace_back();
    made.text = text;
    made.lemma = &made;
    by_text.add(made.text, &made);
    return made;
  }
  void add_form(std::string_view text, Word& lemma, VerbForm form) {
    Word& w = word(text);
    // "found" is the past of "find" and a verb of its own; the lemma with frames of its own wins.
    if (form == VerbForm::Base && w.forms != 0 && w.lemma != &lemma) w.past_lemma = w.lemma;
    if (form == VerbForm::Past && w.forms != 0 && w.lemma != &lemma) w.past_lemma = &lemma;
    if (w.forms == 0 || form == VerbForm::Base) w.lemma = &lemma;
    w.forms |= 1U << static_cast<unsigned>(form);
  }
};

Lexicon::Lexicon(std::string_view words, std::string_view verbs, std::string_view event_verbs)
    : tables_(std::make_unique<Tables>()) {
  if (words.empty() || verbs.empty() || event_verbs.empty())
    throw Error(ErrorCode::InvalidArgument, "a file of the lexicon is missing");
  Tables& t = *tables_;
  each_line(words, [&](std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) malformed(line);
    const auto name = trimmed(line.substr(0, colon));
    std::uint64_t bit = 0;
    for (std::size_t i = 0; i < class_names.size(); ++i)
      if (class_names[i] == name) bit = std::uint64_t{1} << i;
    if (bit == 0) malformed(line);
    for (const auto w : split(line.substr(colon + 1), " ")) t.word(w).classes |= bit;
  });
  each_line(verbs, [&](std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) malformed(line);
    const auto kind = trimmed(line.substr(0, colon));
    const unsigned government = kind == "fact"       ? 1U << static_cast<unsigned>(Government::Fact)
                                : kind == "unreal"   ? 1U << static_cast<unsigned>(Government::Unreal)
                                : kind == "negative" ? 1U << static_cast<unsigned>(Government::Negative)
                                : kind == "report"   ? 1U << static_cast<unsigned>(Government::Report)
                                : kind == "doubt"    ? 1U << static_cast<unsigned>(Government::Doubt)
                                                     : 0U;
    const auto parts = split(line.substr(colon + 1), " ");
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::string lemma_text(parts[i]);
      Word& lemma = t.word(lemma_text);
      lemma.government |= government;
      t.add_form(lemma_text, lemma, VerbForm::Base);
      // The forms of an irregular verb follow it, separated by commas.
      if (i + 1 < parts.size() && parts[i + 1].find(',') != std::string_view::npos) {
        const auto forms = split(parts[++i], ",");
        if (forms.size() < 4) malformed(line);
        t.add_form(forms[0], lemma, VerbForm::Third);
        t.add_form(forms[1], lemma, VerbForm::Past);
        t.add_form(forms.size() > 4 ? forms[3] : forms[2], lemma, VerbForm::Participle);
        t.add_form(forms.back(), lemma, VerbForm::Ing);
        if (forms.size() > 4) t.add_form(forms[2], lemma, VerbForm::Past);
        continue;
      }
      const Regular r = regular(lemma_text);
      t.add_form(r.third, lemma, VerbForm::Third);
      for (const auto& form : r.past) {
        t.add_form(form, lemma, VerbForm::Past);
        t.add_form(form, lemma, VerbForm::Participle);
      }
      for (const auto& form : r.ing) t.add_form(form, lemma, VerbForm::Ing);
    }
  });
  for (const auto& [text, form] :
       {std::pair{"are", VerbForm::Third}, {"were", VerbForm::Past}, {"am", VerbForm::Third}})
    t.add_form(text, t.word("be"), form);
  each_line(event_verbs, [&](std::string_view line) {
    std::vector<std::string_view> fields;
    for (std::string_view rest = line;;) {
      const auto bar = rest.find('|');
      fields.push_back(trimmed(rest.substr(0, bar)));
      if (bar == std::string_view::npos) break;
      rest.remove_prefix(bar + 1);
    }
    if (fields.size() != 5) malformed(line);
    Frame f;
    const auto verb = split(fields[0], " ");
    f.verb = t.word(verb[0]).lemma;
    f.name = std::string(verb[0]);
    for (std::size_t i = 1; i < verb.size(); ++i) {
      f.particle += (i > 1 ? " " : "") + std::string(verb[i]);
      f.name += "-" + std::string(verb[i]);
    }
    const auto event = event_from(fields[1]);
    if (!event || f.verb->forms == 0) malformed(line);
    f.event = event->event;
    f.relation = event->relation.label;
    f.known = fields[2] == "known";
    f.bare = fields[2] == "bare";
    if (!f.known && !f.bare && fields[2] != "-") malformed(line);
    parse_roles(fields[3], f.active_member, f.active_body);
    parse_roles(fields[4], f.passive_member, f.passive_body);
    Word& verb_word = t.word(f.verb->text);
    if (verb_word.frames == nullptr) verb_word.frames = &t.frames.emplace_back();
    auto& list = *verb_word.frames;
    list.insert(f.particle.empty() ? list.end() : list.begin(), std::move(f));
  });
}

Lexicon::~Lexicon() = default;

const Word* Lexicon::find(std::string_view lower) const noexcept { return tables_->by_text.find(lower); }

const std::vector<Frame>& Lexicon::frames(const Word* lemma) const noexcept {
  static const std::vector<Frame> none;
  return lemma == nullptr || lemma->frames == nullptr ? none : *lemma->frames;
}

const Lexicon& bundled_lexicon() {
  static const Lexicon lexicon(bundled_file("lexicon/words.txt"), bundled_file("lexicon/verbs.txt"),
                               bundled_file("lexicon/event_verbs.txt"));
  return lexicon;
}

}  // namespace entente::detail
