#include "loaders/article/bracket.hpp"

#include <algorithm>

namespace entente::detail {
namespace {

using Kind = ElementKind;

class Brackets {
 public:
  explicit Brackets(Sentence& s) : s_(s), all_(s.elements) {}

  void run() {
    kept_.reserve(all_.size());
    std::size_t begin = 0;
    // "(Spain joined in 1986.)": the sentence itself
    if (!all_.empty() && all_[0].kind == Kind::Open) {
      const std::size_t close = close_of(0);
      if (close + 1 >= all_.size() && has_verb(0, close)) begin = 1;
    }
    for (std::size_t i = begin; i < all_.size(); ++i) {
      if (all_[i].kind != Kind::Open) {
        if (all_[i].kind != Kind::Close) kept_.push_back(all_[i]);
        continue;
      }
      const std::size_t close = close_of(i);
      // A bracket that is never closed is a stray mark; what follows stays.
      if (close >= all_.size() || all_[close].kind != Kind::Close) continue;
      take(i, close);
      i = close;
    }
    kept_.insert(kept_.end(), behind_.begin(), behind_.end());
    all_ = std::move(kept_);
  }

 private:
  Sentence& s_;
  std::vector<Element>& all_;
  std::vector<Element> kept_;
  std::vector<Element> behind_;  // clauses that move behind the sentence

  std::size_t close_of(std::size_t open) const {
    std::size_t close = open + 1;
    while (close < all_.size() && all_[close].kind != Kind::Close && all_[close].kind != Kind::Open) ++close;
    return close;
  }
  bool has_verb(std::size_t begin, std::size_t end) const {
    return std::any_of(all_.begin() + static_cast<std::ptrdiff_t>(begin),
                       all_.begin() + static_cast<std::ptrdiff_t>(std::min(end, all_.size())),
                       [](const Element& e) { return e.kind == Kind::Verb; });
  }
  bool named(std::size_t e) const { return s_.noun(e) != nullptr && !s_.noun(e)->names.empty(); }

  void take(std::size_t open, std::size_t close) {
    std::size_t names = 0, verbs = 0, dates = 0, others = 0, date = open;
    std::size_t colon = open;
    for (std::size_t k = open + 1; k < close; ++k) {
      const Kind kind = all_[k].kind;
      if (named(k)) ++names;
      if (kind == Kind::Verb) ++verbs;
      if (kind == Kind::Colon) colon = k;
      if (kind == Kind::Date) {
        if (dates++ == 0) date = k;
      } else if (kind != Kind::Comma) {
        ++others;
      }
    }
    NounPhrase* before =
        !kept_.empty() && kept_.back().kind == Kind::Noun ? &s_.nouns[kept_.back().index] : nullptr;
    if (dates == 1 && others == 0) return take_date(date, close, before);
    if (before != nullptr && before->names.empty() && before->plural && names >= 1 &&
        (verbs == 0 || colon > open)) {
      for (std::size_t k = colon + 1; k < close; ++k)
        if (named(k))
          for (const Member& m : s_.nouns[all_[k].index].names) before->names.push_back(m);
      return;
    }
    // "joined in 1973 (together with Ireland)"
    if (verbs == 0 && names == 1 && others == 2 && all_[open + 1].kind == Kind::Conjunction &&
        named(open + 2)) {
      kept_.push_back(mark(Kind::Comma, open));
      for (std::size_t k = open + 1; k < close; ++k) kept_.push_back(all_[k]);
      return;
    }
    if (verbs > 0) take_clause(open, close);
  }

  void take_date(std::size_t date, std::size_t close, NounPhrase* before) {
    const DateMention& d = s_.dates[all_[date].index];
    // A span in brackets before a verb is a life, not a membership.
    const bool life = d.until.has_value() && s_.verb(close + 1) != nullptr;
    if (before != nullptr && !before->names.empty()) {
      if (!life) before->names.back().date = all_[date].index;
      return;
    }
    if (kept_.empty()) return;
    // "the first to leave (14 June 1926), and B the last (April 1942)"
    if (kept_.back().kind == Kind::Verb || (before != nullptr && before->first_one)) {
      kept_.push_back(all_[date]);
    } else if (kept_.back().kind == Kind::Date && s_.dates[kept_.back().index].relative && !d.relative) {
      // "two years later (in May 1989)": the second says it more exactly.
      kept_.push_back(mark(Kind::Comma, date));
      kept_.push_back(all_[date]);
    }
  }

  /// Moves the clause behind the sentence, with the noun or the day that it is said of.
  void take_clause(std::size_t open, std::size_t close) {
    if (kept_.empty()) return;
    std::size_t at = open + 1;
    const bool relative = all_[at].kind == Kind::Relative;
    const bool when = all_[at].kind == Kind::Subordinator && s_.token(all_[at].first).is("when");
    const VerbGroup* verb = s_.verb(at);
    std::vector<Element> clause{mark(Kind::Semicolon, open)};
    if (when) {
      if (kept_.back().kind != Kind::Date) return;
      clause.push_back(kept_.back());
      ++at;
    } else if (relative || verb != nullptr) {
      if (verb != nullptr && (verb->infinitive || verb->lemma == nullptr)) return;
      const auto head = head_of(verb != nullptr && verb->ing);
      if (!head) return;
      clause.push_back(*head);
      if (relative) ++at;
      if (s_.verb(at) == nullptr) return;  // "which it left": the noun is no subject
    } else if (s_.noun(at) == nullptr || s_.verb(at + 1) == nullptr) {
      return;
    }
    clause.insert(clause.end(), all_.begin() + static_cast<std::ptrdiff_t>(at),
                  all_.begin() + static_cast<std::ptrdiff_t>(close));
    behind_.insert(behind_.end(), clause.begin(), clause.end());
  }

  /// The noun that a clause in brackets hangs on: the one before it, of a list the last name; for a
  /// participle in "-ing" the subject of the clause.
  std::optional<Element> head_of(bool ing) {
    std::size_t k = kept_.size();
    if (ing || kept_.back().kind != Kind::Noun) {
      while (k > 0 && !(kept_[k - 1].kind == Kind::Verb && s_.verbs[kept_[k - 1].index].finite)) {
        if (kept_[k - 1].kind == Kind::Semicolon) return std::nullopt;
        --k;
      }
      if (k > 0) --k;
    }
    if (k == 0 || kept_[k - 1].kind != Kind::Noun) return std::nullopt;
    Element head = kept_[k - 1];
    const NounPhrase& n = s_.nouns[head.index];
    if (!ing && n.names.size() > 1) {
      NounPhrase last = n;
      last.names = {n.names.back()};
      last.names[0].date.reset();
      last.plural = false;
      s_.nouns.push_back(std::move(last));
      head.index = s_.nouns.size() - 1;
    }
    return head;
  }

  Element mark(Kind kind, std::size_t at) const { return {kind, all_[at].first, all_[at].first + 1, 0}; }
};

}  // namespace

void take_brackets(Sentence& sentence) {
  const bool any = std::any_of(sentence.elements.begin(), sentence.elements.end(), [](const Element& e) {
    return e.kind == Kind::Open || e.kind == Kind::Close;
  });
  if (any) Brackets(sentence).run();
}

}  // namespace entente::detail
