#include "loaders/article/coordination.hpp"

#include <algorithm>

#include "loaders/article/bracket.hpp"

namespace entente::detail {
namespace {

using Kind = ElementKind;

/// A noun phrase that is nothing but names (an article before them does not count).
bool only_names(const Sentence& s, std::size_t e) {
  const NounPhrase* n = s.noun(e);
  return n != nullptr && !n->names.empty();
}

class Lists {
 public:
  explicit Lists(Sentence& s) : s_(s), all_(s.elements) {}

  void run() {
    std::vector<Element> kept;
    kept.reserve(all_.size());
    bool finite_before = false;  // a finite verb since the last clause boundary
    for (std::size_t i = 0; i < all_.size();) {
      const Kind kind = all_[i].kind;
      if (kind == Kind::Semicolon || kind == Kind::Colon || kind == Kind::Subordinator ||
          kind == Kind::Relative)
        finite_before = false;
      // ", and A, B and C left": a clause with a list of its own begins.
      if (kind == Kind::Conjunction && i > 0 && all_[i - 1].kind == Kind::Comma) finite_before = false;
      if (kind == Kind::Verb && s_.verbs[all_[i].index].finite) finite_before = true;
      if (!only_names(s_, i) || s_.nouns[all_[i].index].owner) {
        kept.push_back(all_[i]);
        ++i;
        continue;
      }
      i = list(i, finite_before, kept);
    }
    all_ = std::move(kept);
  }

 private:
  Sentence& s_;
  std::vector<Element>& all_;

  bool conjunction(std::size_t e) const {
    if (!s_.is(e, Kind::Conjunction)) return false;
    return !s_.word_is(e, "but") && !s_.word_is(e, "nor");
  }
  bool finite_verb(std::size_t e) const {
    const VerbGroup* v = s_.verb(e);
    return v != nullptr && v->finite;
  }
  /// Name element at `e`, perhaps with a date after it; sets the position after both.
  bool item(std::size_t e, std::size_t& end, std::optional<std::size_t>& date) const {
    if (!only_names(s_, e)) return false;
    end = e + 1;
    date.reset();
    if (s_.is(end, Kind::Date)) {
      date = all_[end].index;
      ++end;
    }
    return true;
  }
  /// The same where the date may stand between commas: "A, in 2020, and B, in 2017, had joined".
  bool item_with_remark(std::size_t e, std::size_t& end, std::optional<std::size_t>& date) const {
    if (!item(e, end, date)) return false;
    // "Ruritania under Rudolf in 1894"
    if (!date && s_.word_is(end, "under") && s_.noun(end + 1) != nullptr && s_.is(end + 2, Kind::Date)) {
      date = all_[end + 2].index;
      end += 3;
    }
    if (!date && s_.is(end, Kind::Comma) && s_.is(end + 1, Kind::Date) &&
        (s_.is(end + 2, Kind::Comma) || s_.is(end + 2, Kind::Conjunction) ||
         s_.is(end + 2, Kind::Semicolon) || end + 2 == all_.size())) {
      date = all_[end + 1].index;
      end += 2;
    }
    return true;
  }

  std::size_t list(std::size_t i, bool finite_before, std::vector<Element>& kept) {
    struct Item {
      std::size_t element, end;
      std::optional<std::size_t> date;
    };
    // "two members of Red Mill, A and B": the body is no item of the list.
    if (i >= 2 && s_.word_is(i - 1, "of") && s_.is(i + 1, Kind::Comma)) {
      const NounPhrase* who = s_.noun(i - 2);
      if (who != nullptr && who->names.empty() && who->plural && who->head != nullptr &&
          (who->head->is(WordClass::MemberNoun) || who->head->is(WordClass::PersonNoun))) {
        kept.push_back(all_[i]);
        return i + 1;
      }
    }
    if (const auto stop = dated_list(i, kept)) return *stop;
    std::vector<Item> items;
    std::size_t end = 0;
    std::optional<std::size_t> date;
    item(i, end, date);
    items.push_back({i, end, date});
    bool joined = false;  // an "and" was seen: the list is complete
    std::size_t commas = 0;
    while (!joined) {
      std::size_t at = items.back().end;
      const bool dated = items.back().date.has_value();
      std::size_t next_end = 0;
      std::optional<std::size_t> next_date;
      bool by_and = false;
      // A date after an item belongs to it only in a list of dated items.
      if (dated && !continues_dated(at)) at = items.back().element + 1;
      std::size_t next = at;
      if (s_.is(next, Kind::Comma) || (s_.is(next, Kind::Semicolon) && (dated || s_.verbs.empty()))) ++next;
      if (conjunction(next)) {
        by_and = true;
        ++next;
      }
      // "Malawi, Mauritius, Mozambique Namibia, Zambia": a comma was forgotten
      const bool forgotten = next == at && commas >= 3 && only_names(s_, at) && s_.is(at + 1, Kind::Comma) &&
                             only_names(s_, at + 2);
      if (next == at && !forgotten) break;
      // "left the bloc along with B": said of the subject
      if (by_and && finite_before && (s_.word_is(next - 1, "along") || s_.word_is(next - 1, "together")))
        break;
      if (s_.word_is(next, "then") || s_.word_is(next, "later")) break;
      if (!item(next, next_end, next_date)) break;
      if (s_.nouns[all_[next].index].owner) break;
      // "… joined NATO and Hungary left": a new clause begins.
      const std::size_t after = next_date && dated ? next_end : next + 1;
      if (finite_before && items.size() < 2 && clause_follows(next + 1) &&
          (by_and || !s_.is(next + 1, Kind::Comma))) {
        if (!longer_list(next)) break;
      }
      if (dated && at == items.back().end && !next_date) break;
      (void)after;
      if (!by_and) ++commas;
      joined = by_and && !more_conjunction(next_end);
      items.push_back({next, next_end, next_date});
    }
    // Two names with only a comma between them are a name and what explains it.
    if (items.size() == 1 || (!joined && commas > 0 && items.size() < 3)) {
      kept.push_back(all_[i]);
      return i + 1;
    }
    // "in Lima, Peru, Chile and Bolivia signed"; "According to Tass, Peru and Chile left": no item
    const bool place = i > 0 && s_.is(i - 1, Kind::Preposition) &&
                       (s_.word_is(i - 1, "in") || s_.word_is(i - 1, "at") || s_.word_is(i - 1, "near"));
    const bool opening = i > 0 && i <= 2 && s_.is(i - 1, Kind::Preposition) && s_.elements[0].first == 0 &&
                         (i == 1 || s_.word_is(0, "according"));
    if (items.size() > 2 && (place || opening) && s_.is(i + 1, Kind::Comma) &&
        (finite_verb(items.back().element + 1) || finite_verb(items.back().end))) {
      kept.push_back(all_[i]);
      return i + 1;
    }
    const bool all_dated =
        std::all_of(items.begin(), items.end(), [](const Item& x) { return x.date.has_value(); });
    NounPhrase merged = s_.nouns[all_[items[0].element].index];
    for (std::size_t k = 0; k < items.size(); ++k) {
      const NounPhrase& n = s_.nouns[all_[items[k].element].index];
      if (k > 0) {
        merged.names.insert(merged.names.end(), n.names.begin(), n.names.end());
        merged.last = n.last;
      }
      if (all_dated) merged.names.back().date = items[k].date;
    }
    merged.plural = true;
    std::size_t stop = all_dated ? items.back().end : items.back().element + 1;
    Element made = all_[i];
    made.last = all_[items.back().element].last;
    s_.nouns.push_back(std::move(merged));
    made.index = s_.nouns.size() - 1;
    kept.push_back(made);
    return stop;
  }

  /// "Brunei in 1984, Laos and Myanmar in 1997 and Cambodia in 1999": several dates in one list. A name
  /// without a date has that of the next. Nothing when the list has fewer than two dates.
  std::optional<std::size_t> dated_list(std::size_t i, std::vector<Element>& kept) {
    struct Item {
      std::size_t element, end;
      std::optional<std::size_t> date;
    };
    std::vector<Item> items;
    std::size_t at = i;
    std::size_t dated = 0, last_dated = 0;
    for (;;) {
      std::size_t end = 0;
      std::optional<std::size_t> date;
      if (!item_with_remark(at, end, date) || s_.nouns[all_[at].index].owner) break;
      if (!date && s_.nouns[all_[at].index].names.back().date)
        date = s_.nouns[all_[at].index].names.back().date;
      if (finite_verb(end)) break;  // the next clause has begun
      items.push_back({at, end, date});
      if (date) {
        ++dated;
        last_dated = items.size();
      }
      at = end;
      if (s_.is(at, Kind::Comma) || s_.is(at, Kind::Semicolon)) ++at;
      if (conjunction(at)) ++at;
      if (at == end) break;
    }
    if (dated < 2) return std::nullopt;
    items.resize(last_dated);
    NounPhrase merged = s_.nouns[all_[i].index];
    merged.names.clear();
    std::optional<std::size_t> date;
    std::vector<Member> reversed;
    for (std::size_t k = items.size(); k-- > 0;) {
      if (items[k].date) date = items[k].date;
      const auto& names = s_.nouns[all_[items[k].element].index].names;
      for (std::size_t m = names.size(); m-- > 0;) {
        reversed.push_back(names[m]);
        reversed.back().date = date;
      }
    }
    merged.names.assign(reversed.rbegin(), reversed.rend());
    merged.last = s_.nouns[all_[items.back().element].index].last;
    merged.plural = true;
    Element made = all_[i];
    made.last = all_[items.back().element].last;
    s_.nouns.push_back(std::move(merged));
    made.index = s_.nouns.size() - 1;
    kept.push_back(made);
    const std::size_t stop = items.back().end;
    const bool remark = stop > items.back().element + 2;
    return remark && s_.is(stop, Kind::Comma) && finite_verb(stop + 1) ? stop + 1 : stop;
  }

  bool clause_follows(std::size_t e) const {
    for (std::size_t k = e; k < all_.size() && k < e + 3; ++k) {
      if (s_.is(k, Kind::Date)) continue;
      return finite_verb(k);
    }
    return false;
  }
  bool continues_dated(std::size_t e) const {
    std::size_t at = e;
    if (s_.is(at, Kind::Comma) || s_.is(at, Kind::Semicolon)) ++at;
    if (conjunction(at)) ++at;
    return at > e && only_names(s_, at) && s_.is(at + 1, Kind::Date) && !finite_verb(at + 2);
  }
  bool more_conjunction(std::size_t e) const {
    return conjunction(e) && only_names(s_, e + 1) && !clause_follows(e + 2);
  }
  /// After a name in object position a comma and more names follow: still the same list.
  bool longer_list(std::size_t e) const { return s_.is(e + 1, Kind::Comma) && only_names(s_, e + 2); }
};

/// A list beside the plural description that it spells out.
void take_appositions(Sentence& s) {
  auto& all = s.elements;
  std::vector<Element> kept;
  kept.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    kept.push_back(all[i]);
    NounPhrase* n = all[i].kind == Kind::Noun ? &s.nouns[all[i].index] : nullptr;
    if (n == nullptr || !n->names.empty() || !n->has_head || !(n->plural || n->count > 1)) continue;
    // over "of the nine members"
    std::size_t at = i + 1;
    if (s.word_is(at, "of") && s.noun(at + 1) != nullptr && s.noun(at + 1)->names.size() <= 1) at += 2;
    const std::size_t chain_end = at;
    const bool dash = s.is(at, Kind::Dash);
    const bool comma = s.is(at, Kind::Comma);
    const bool colon = s.is(at, Kind::Colon);
    if (dash || comma || colon) ++at;
    bool introduced = false;
    // "five presidents – those of A and B –"
    if ((dash || comma) && s.word_is(at, "those") && s.word_is(at + 1, "of") && s.noun(at + 2) != nullptr &&
        s.noun(at + 2)->names.size() > 1)
      at += 2;
    if (s.word_is(at, "including") || s.word_is(at, "namely") || s.word_is(at, "like")) {
      introduced = true;
      ++at;
    } else if (s.word_is(at, "such") && s.word_is(at + 1, "as")) {
      introduced = true;
      at += 2;
    } else if (s.word_is(at, "among") && s.noun(at + 1) != nullptr && s.noun(at + 1)->pronoun) {
      introduced = true;
      at += 2;
    }
    const NounPhrase* list = s.noun(at);
    if (list == nullptr || list->names.empty() || (!dash && !colon && !introduced && list->names.size() < 2))
      continue;
    if (!(dash || comma || colon || introduced || list->first == n->last)) continue;
    const std::size_t after = at + 1;
    const bool closed = after >= all.size() || s.is(after, Kind::Dash) || s.is(after, Kind::Comma) ||
                        (dash && s.verb(after) != nullptr) || colon ||
                        (introduced && s.verb(after) != nullptr) ||
                        (!dash && !comma && s.verb(after) != nullptr);
    if (!closed) continue;
    n->names = list->names;
    n->plural = true;
    // What stood between stays ("of the nine members"); list and marks go.
    for (std::size_t k = i + 1; k < chain_end; ++k) kept.push_back(all[k]);
    i = at;
    if (s.is(after, Kind::Dash) || (s.is(after, Kind::Comma) && comma)) ++i;
  }
  s.elements = std::move(kept);
}

}  // namespace

void coordinate(Sentence& sentence) {
  take_brackets(sentence);
  Lists(sentence).run();
  take_appositions(sentence);
  sentence.subjects.clear();
}

}  // namespace entente::detail
