// Which runs of tokens are names: those of the registry, runs of capitals with the small words inside them,
// acronyms in brackets.

#include <algorithm>
#include <array>

#include "loaders/article/acronym.hpp"
#include "loaders/article/name_mention.hpp"

namespace entente::detail {
namespace {

class Finder {
 public:
  Finder(const std::vector<Token>& tokens, const Gazetteer& gazetteer, Referents& referents,
         std::vector<NameMention>& out)
      : t_(tokens), gazetteer_(gazetteer), referents_(referents), out_(out) {}

  void run() {
    out_.clear();
    find_spelt_names(t_, spelt_);
    std::size_t words = 0, capitals = 0;
    for (const Token& t : t_) {
      if (t.kind != TokenKind::Word || t.text.size() < 4) continue;
      ++words;
      if (t.capital) ++capitals;
    }
    headline_ = words >= 4 && capitals == words && t_.back().kind != TokenKind::Stop;
    for (std::size_t i = 0; i < t_.size();) {
      const Token& t = t_[i];
      // "the 1994 Group"
      if (t.kind == TokenKind::Number && t.lower.size() == 4 && i > 0 && is(i - 1, "the") && capital(i + 1) &&
          t_[i + 1].is(WordClass::BodyNoun) && !t_[i + 1].is(WordClass::TreatyNoun) && !in_run(i + 2)) {
        i = add(i, i + 2, referents_.of_name(text_of(i, i + 2), Sort::Body), AliasSort::Name);
        continue;
      }
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
  std::vector<SpeltName> spelt_;
  bool headline_ = false;  ///< all longer words have capitals, which then say nothing

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
           t.is("secretary-general") || t.is("mps") || t.is("meps");
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
    if (!capital(i) || t_[i].is(WordClass::Month) || t_[i].is(WordClass::Weekday) || era(i)) return false;
    return !headline_ || t_[i].word == nullptr || t_[i].is(WordClass::BodyNoun) || is(i, "nations") ||
           is(i, "states") ||
           !(t_[i].word->is_verb() || t_[i].is(WordClass::Preposition) || t_[i].is(WordClass::Common));
  }

  bool has_class(std::size_t first, std::size_t last, WordClass c) const {
    for (std::size_t i = first; i < last; ++i)
      if (t_[i].is(c)) return true;
    return false;
  }

  /// "Jon Lord", "Ella King": a title behind an unknown name, with no name behind it.
  bool surname(std::size_t first, std::size_t at) const {
    const bool leader = t_[at].is(WordClass::LeaderNoun) && !t_[at].is("king") && !t_[at].is("prince");
    return at == first + 1 && !leader && !in_run(at + 1) && !is(at + 1, "of") && t_[first].word == nullptr &&
           gaz_alone(first) == 0;
  }

  /// End of the capitalised run from `first`, with the small words that names have inside.
  std::size_t run_end(std::size_t first) const {
    std::size_t end = first + 1;
    bool body = t_[first].is(WordClass::BodyNoun);
    bool linked = false;  // a "for" or "on" was passed: "and" and "in" may follow
    while (end < t_.size()) {
      if (in_run(end) && t_[end].text.data() == t_[end - 1].text.data() + t_[end - 1].text.size() + 1 &&
          *(t_[end].text.data() - 1) != '\t') {
        // "Tressund MP Ida Blum"
        if (t_[end].all_caps && t_[end].is(WordClass::PersonNoun)) break;
        if (titles(t_[end]) && !surname(first, end) &&
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
      // "AC/DC"
      if (t_[end].kind == TokenKind::Slash && in_run(end + 1) && t_[end - 1].all_caps &&
          t_[end + 1].all_caps && t_[end].span.begin == t_[end - 1].span.end &&
          t_[end + 1].span.begin == t_[end].span.end) {
        end += 2;
        continue;
      }
      // Colin "Bo" Hartley
      if (t_[end].kind == TokenKind::Quote && in_run(end + 1) && end + 3 < t_.size() &&
          t_[end + 2].kind == TokenKind::Quote && in_run(end + 3) && end == first + 1 && !body &&
          t_[end + 3].span.begin == t_[end + 2].span.end + 1 && t_[first].word == nullptr) {
        end += 4;
        continue;
      }
      // "Songs Against the Tide": a name that capitalises its small words
      if (is(end, "the") && t_[end - 1].is(WordClass::Preposition) && in_run(end + 1)) {
        end += 2;
        continue;
      }
      // "the Change to Win coalition", "the Doctors without Maps group"
      if (t_[end].is(WordClass::Preposition) && end == first + 1 && first > 0 && is(first - 1, "the") &&
          in_run(end + 1) && end + 2 < t_.size() && t_[end + 2].is(WordClass::BodyNoun) &&
          !t_[end + 2].capital && gaz_alone(end + 1) == 0 && gaz_alone(first) == 0) {
        end += 2;
        continue;
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
                 (body || (end == first + 1 && first > 0 && is(first - 1, "the") &&
                           t_[first].lower.ends_with("s") && t_[first].word == nullptr))) {
        linked = true;
        end = after + 1;
      } else if ((is(end, "on") || is(end, "against") || is(end, "to")) &&
                 has_class(first, end, WordClass::TreatyNoun) && !state_after) {
        linked = true;
        end = after + 1;
      } else if (is(end, "&") && first > 1 && t_[first - 1].kind == TokenKind::Comma && capital(first - 2)) {
        break;  // "A, B & C": the mark closes a list
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
    // "Academy of Sciences and Arts", "Chamber of Commerce and Industry"
    if (t_[at - 1].capital && is(at - 2, "of") && abstract(at - 1) && capital(at + 1) && abstract(at + 1) &&
        !capital(at + 2))
      return true;
    std::size_t end = at + 1;
    while (end < t_.size() && in_run(end)) ++end;
    return end > at + 2 && (t_[end - 1].is(WordClass::StateNoun) || t_[end - 1].is("states") ||
                            t_[end - 1].is("countries") || t_[end - 1].is("nations"));
  }

  /// A word for a trade, an art or a field, which nobody is called by: "Commerce", "Letters", "Zoology".
  bool abstract(std::size_t i) const {
    static constexpr std::string_view ends[] = {"ences", "ience", "merce", "ers",   "ors",  "ties", "tion",
                                                "tions", "ment",  "ments", "ics",   "ists", "logy", "ture",
                                                "ing",   "ies",   "stry",  "ality", "ance", "aries"};
    static constexpr std::string_view words[] = {"arts",  "letters", "trades", "trade",   "crafts", "art",
                                                 "music", "design",  "fine",   "labour",  "labor",  "sport",
                                                 "law",   "health",  "energy", "defence", "war",    "peace"};
    if (gaz_alone(i) > 0) return false;
    const std::string_view w = t_[i].lower;
    return std::find(std::begin(words), std::end(words), w) != std::end(words) ||
           std::any_of(std::begin(ends), std::end(ends),
                       [&](std::string_view e) { return w.size() > e.size() + 1 && w.ends_with(e); });
  }

  std::size_t gaz_alone(std::size_t i) const {
    const Gazetteer::Entry* entry = nullptr;
    return gazetteer_.match(t_, i, entry);
  }

  std::size_t add(std::size_t first, std::size_t last, std::size_t referent, AliasSort alias) {
    out_.push_back({first, last, referent, alias});
    return last;
  }

  /// A run in capitals with small words among them, as headings have: "THE CLUB IN ONE PAGE".
  bool heading(std::size_t first, std::size_t last) const {
    bool small = false;
    for (std::size_t i = first; i < last; ++i) {
      if (!t_[i].all_caps && t_[i].text.size() > 1) return false;
      small = small || (i > first && (t_[i].is(WordClass::Be) || t_[i].is(WordClass::NumberWord) ||
                                      t_[i].is("in") || t_[i].is("with") || t_[i].is("to")));
    }
    return small;
  }

  /// "OMAHA, May 8 –": capitals at the head of a sentence, and a dash behind the date or the agency.
  bool dateline(std::size_t first, std::size_t last) const {
    if (first != 0 || !t_[first].all_caps || last >= t_.size()) return false;
    if (t_[last].kind != TokenKind::Comma && t_[last].kind != TokenKind::Open &&
        t_[last].kind != TokenKind::Dash)
      return false;
    for (std::size_t i = last; i < t_.size() && i < last + 10; ++i) {
      if (t_[i].kind == TokenKind::Dash) return i > last || t_[last].kind == TokenKind::Dash;
      if (t_[i].kind == TokenKind::Word && !t_[i].capital && !t_[i].is(WordClass::Month)) return false;
    }
    return false;
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
    if (dateline(first, last)) return Sort::Place;
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

  /// "Founding Members", "Member States", "State Party": what somebody is in a body, with capitals. The token
  /// behind it; `i` where there is none.
  std::size_t role_end(std::size_t i) const {
    const Token& t = t_[i];
    static constexpr std::string_view heads[] = {"states",  "state",  "countries", "country",
                                                 "nations", "nation", "fathers",   "parties",
                                                 "party",   "fellow", "fellows"};
    const auto somebody = [&](std::size_t k) {
      return capital(k) && (t_[k].is(WordClass::MemberNoun) ||
                            std::find(std::begin(heads), std::end(heads), t_[k].lower) != std::end(heads));
    };
    const bool leads = t.is(WordClass::FoundingWord) || t.is(WordClass::StatusWord) ||
                       t.is(WordClass::PartnerWord) || t.is(WordClass::ObserverWord) ||
                       (t.is(WordClass::MemberNoun) && !t.is("party") && !t.is("parties")) ||
                       t.is("contracting") || t.is("participating") || t.is("dialogue");
    if (leads && somebody(i + 1)) return i + 2;
    if (t.is(WordClass::MemberNoun) && !t.is("party") && !t.is("parties")) return i + 1;
    if ((t.is("states") || t.is("state")) && (is(i + 1, "parties") || is(i + 1, "party"))) return i + 2;
    return i;
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
    if (known == 0 && starts_sentence && common) {
      // "Three Days Late met again": known by this name from the title or the text before
      const std::size_t end = capital(i + 1) ? run_end(i) : i;
      const std::size_t before = end > i + 1 ? referents_.find(text_of(i, end)) : referents_.size();
      return before < referents_.size() ? add(i, end, before, AliasSort::Name) : i;
    }
    // "Singer Dee Marlowe", "Drummer Walt Pickering": what somebody is, not what he is called.
    if (known == 0 && starts_sentence && capital(i + 1) && !t.all_caps &&
        (t.is(WordClass::PersonNoun) || t.is(WordClass::TitleNoun)) && !t_[i + 1].is(WordClass::BodyNoun))
      return i;
    // "FOUNDATION: …", "WHY?": a label.
    if (t.all_caps && i == 0 && t.word != nullptr && t_.size() == 2 && t_[1].is("?")) return i;
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
    if (known == 0 && headline_ && !in_run(i)) return i;
    if (known == 0 && role_end(i) > i) return role_end(i);
    std::size_t run = run_end(i);
    if (known == 0 && heading(i, run)) return i;
    if (known > 0 && heading(i, run)) run = i + known;
    for (const SpeltName& name : spelt_)
      if (name.first == i && name.last > run) run = name.last;
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
    const bool slashed = known > 0 && i + known < run && t_[i + known].kind == TokenKind::Slash;
    if (known > 0 && !of_name && !slashed) {
      const std::size_t rest = i + known;
      const Gazetteer::Entry* next = nullptr;
      const bool next_known = capital(rest) && gazetteer_.match(t_, rest, next) > 0;
      // "Soviet Union Soviet Union": a picture's caption and its name
      const bool twice = next_known && next == entry;
      static constexpr std::array<std::string_view, 7> houses = {"church",  "university", "library", "museum",
                                                                 "airways", "theatre",    "mission"};
      const bool house = entry->alias == AliasSort::Adjective && run > rest &&
                         std::find(houses.begin(), houses.end(), t_[run - 1].lower) != houses.end();
      const bool body_follows = !twice && (house || has_class(rest, run, WordClass::BodyNoun));
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
    // "Post-war Austria", "Oil-rich Brunei"
    const auto hyphen = t.text.rfind('-');
    const bool epithet = hyphen != std::string_view::npos && t.text[hyphen + 1] >= 'a' &&
                         t.text[hyphen + 1] <= 'z' && known == 0;
    for (const auto age : ages)
      if ((t.lower == age || epithet) && run > i + 1 && gazetteer_.match(t_, i + 1, state) > 0 &&
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
      // "defected from Labour": a verb and nothing else has a capital inside a sentence only as a name
      const bool named = t.word != nullptr && t.word->classes == 0 && i > 0 && !starts_sentence &&
                         t_[i - 1].kind == TokenKind::Word && !t_[i - 1].capital;
      if (t.word != nullptr && !t.all_caps && !named) return i;
      if (t.text.size() == 1) return i;
      // "Donnelly resigned": a part of a name that stood before is no adverb.
      const bool surname =
          referents_.find(t.text) < referents_.size() || referents_.part(t.text) < referents_.size();
      if (starts_sentence && !surname &&
          (t.lower.ends_with("ly") || t.lower.ends_with("ing") ||
           (t.lower.ends_with("ed") && t.lower.size() > 4)))
        return i;
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
      if (a.referent == b.referent && b.first == a.last + 1 && t_[a.last].kind == TokenKind::Open) {
        Referent& r = referents_.at(a.referent);
        r.defined = true;
        if (r.sort == Sort::Unknown && t_[b.first].all_caps && b.last == b.first + 1) r.sort = Sort::Body;
      }
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
