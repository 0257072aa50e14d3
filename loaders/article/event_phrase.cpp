#include "loaders/article/event_phrase.hpp"

#include <algorithm>

#include "loaders/article/reading.hpp"

namespace entente::detail {

using Kind = ElementKind;

namespace {

/// What the verb at `v` was rejected for, or why the facts from `before` on that it gave are not asserted.
void note_doubts(const Reading& r, std::size_t v, std::size_t before, bool read, std::vector<Doubt>& doubts) {
  const VerbGroup& g = *r.s.verb(v);
  if (r.out.size() == before) {
    const char* reason = r.reason;
    if (reason == nullptr && read) reason = "no member or no body found";
    if (reason != nullptr) doubts.push_back({g.main, reason});
    return;
  }
  if (r.out.back().certainty != Certainty::Hypothetical && r.out.back().certainty != Certainty::Negated)
    return;
  std::string why;
  static_cast<void>(certainty_of(r.s, v, r.arguments.date(v).has_value(), &why));
  doubts.push_back({r.out.back().order, why.empty() ? "not asserted" : why, true});
}

}  // namespace

void read_events(const Sentence& sentence, const Setting& setting, Discourse& discourse,
                 std::vector<Fact>& out, std::vector<Doubt>* doubts) {
  Reading r(sentence, setting, discourse, out);
  r.doubts = doubts;
  const std::size_t before = out.size();
  for (std::size_t v = 0; v < sentence.elements.size(); ++v) {
    if (!sentence.is(v, Kind::Verb)) continue;
    const std::size_t facts = out.size();
    r.reason = nullptr;
    r.verb = v;
    const bool read = read_state(r, v) || read_frame(r, v);
    if (doubts != nullptr) note_doubts(r, v, facts, read, *doubts);
  }
  r.verb.reset();
  read_listings(r);
  read_appositions(r);
  read_pacts(r);
  read_companions(r);
  read_successors(r);
  read_event_nouns(r);
  std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                   [](const Fact& a, const Fact& b) { return a.order < b.order; });
}

}  // namespace entente::detail
