// Lists of members whose items are not all bare names, so that the stage of coordination left them apart.

#include "loaders/article/reading.hpp"

namespace entente::detail {
namespace {

using Kind = ElementKind;

/// The names of an item of a list: its own, or those that a description hangs on ("the firm of A"). `end` is
/// the element behind it.
std::vector<Member> item_names(const Reading& r, std::size_t e, std::size_t& end) {
  const NounPhrase* n = r.s.noun(e);
  end = e + 1;
  if (n == nullptr) return {};
  if (!n->names.empty()) return n->names;
  if (const auto of = r.arguments.of(e); of && !r.s.noun(*of)->names.empty()) {
    end = *of + 1;
    return r.s.noun(*of)->names;
  }
  return {};
}

}  // namespace

/// Further items of a list whose items are not all bare names: "A, a former minister, and the economist B";
/// "the choirs of A, B and C". Nothing is taken before an "and" has shown that it is a list.
void extend_list(const Reading& r, std::size_t e, std::vector<Member>& members) {
  std::size_t k = 0;
  if (item_names(r, e, k).empty()) return;
  std::vector<Member> pending;
  for (int step = 0; step < 16; ++step) {
    // "A, a former minister, and B"
    if (const NounPhrase* remark = r.s.noun(k + 1);
        r.s.is(k, Kind::Comma) && remark != nullptr && remark->names.empty() && !remark->plural &&
        (remark->determiner == Determiner::A || remark->determiner == Determiner::The)) {
      std::size_t after = k + 2;
      while (r.s.is(after, Kind::Preposition) && r.s.noun(after + 1) != nullptr) after += 2;
      if (!r.s.is(after, Kind::Comma)) return;
      k = after;
      continue;
    }
    std::size_t at = k;
    if (r.s.is(at, Kind::Comma)) ++at;
    const bool last = r.s.is(at, Kind::Conjunction) && !r.s.word_is(at, "but") && !r.s.word_is(at, "nor");
    if (last) ++at;
    if (at == k) return;
    std::size_t end = 0;
    const auto names = item_names(r, at, end);
    if (names.empty() || (r.s.noun(at)->owner && r.s.noun(at)->names.empty())) return;
    std::size_t behind = end;
    while (r.s.is(behind, Kind::Date)) ++behind;
    if (const VerbGroup* g = r.s.verb(behind); g != nullptr && g->finite) return;  // a new clause
    pending.insert(pending.end(), names.begin(), names.end());
    if (last) {
      members.insert(members.end(), pending.begin(), pending.end());
      pending.clear();
    }
    k = end;
  }
}

/// The same to the left, for a subject: "A & Sons, B and the firm of C set up".
void extend_subject(const Reading& r, std::size_t v, std::size_t e, std::vector<Member>& members) {
  for (const std::size_t companion : r.arguments.companions(v)) {
    const auto& names = r.s.noun(companion)->names;
    members.insert(members.end(), names.begin(), names.end());
  }
  std::vector<Member> before;
  bool listed = false;
  std::size_t k = e;
  for (int step = 0; step < 16 && k > 1; ++step) {
    std::size_t at = k;
    if (r.s.is(at - 1, Kind::Conjunction) && !r.s.word_is(at - 1, "but")) {
      listed = true;
      --at;
    }
    if (at > 0 && r.s.is(at - 1, Kind::Comma)) --at;
    if (at == k || at == 0) break;
    const NounPhrase* n = r.s.noun(at - 1);
    if (n == nullptr || n->names.empty() || n->owner) break;
    if (at > 1 && (r.s.is(at - 2, Kind::Preposition) || r.s.is(at - 2, Kind::Verb))) break;
    before.insert(before.begin(), n->names.begin(), n->names.end());
    k = at - 1;
  }
  if (listed && !before.empty() && (k == 0 || !r.s.is(k - 1, Kind::Preposition)))
    members.insert(members.begin(), before.begin(), before.end());
}

}  // namespace entente::detail
