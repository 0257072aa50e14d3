// A body comes into being: "A and B founded X", "X was set up in 1960 by A", "the band formed with A and B".

#include <algorithm>

#include "loaders/article/frame_places.hpp"

namespace entente::detail {

using Kind = ElementKind;

namespace {

void emit_founding(Reading& r, std::size_t v, const std::vector<Member>& founders, const FilledBody& body,
                   const std::string& date, Certainty certainty, const std::string& rule) {
  const std::size_t order = r.s.verb(v)->main;
  for (const auto& b : body.bodies) {
    const Referent& ref = r.discourse.referents()[b.referent];
    if (ref.sort == Sort::Treaty && rule != "conclude") continue;
    r.emit_body(b.referent, Event::Founded, b.date ? r.date_text(*b.date, Event::Founded) : date, certainty,
                rule, order);
  }
  std::vector<Member> kept;
  for (const Member& m : founders)
    if (r.discourse.referents()[m.referent].sort != Sort::Treaty) kept.push_back(m);
  r.emit(kept, Event::Founded, std::string(relation::member_of), body.bodies, date, certainty, rule + "-by",
         order);
}

}  // namespace

bool read_founding(Reading& r, FilledFrame& filled) {
  const std::size_t v = filled.verb;
  const VerbGroup& g = *r.s.verb(v);
  const Frame& f = *filled.frame;
  const bool passive = filled.passive;
  const auto& object = filled.object;
  auto& members = filled.members;
  // "the treaty establishing X": what is dated is the treaty.
  if (g.ing && v > 0)
    if (const NounPhrase* before = r.s.noun(v - 1); before != nullptr && before->names.empty() &&
                                                    before->head != nullptr &&
                                                    before->head->is(WordClass::TreatyNoun))
      return false;
  // "A founded it with B and C"; "together with B and C, A founded it"
  if (!passive && !members.empty()) {
    if (const auto with = r.arguments.after(v, "with")) {
      auto others = r.discourse.members(r.s, *with);
      if (!others.empty()) extend_list(r, *with, others);
      members.insert(members.end(), others.begin(), others.end());
    }
    // "A met with B to form it", "A merged with B to form it"
    for (std::size_t k = v; g.infinitive && k-- > 0;) {
      if (r.s.verb(k) == nullptr) continue;
      auto with = r.arguments.after(k, "with");
      // "A joined B and C to found it"
      if (!with && r.s.verb(k)->lemma != nullptr && r.s.verb(k)->lemma->text == "join" &&
          !r.s.verb(k)->passive)
        with = r.arguments.object(k);
      if (with) {
        auto others = r.discourse.members(r.s, *with);
        if (!others.empty()) extend_list(r, *with, others);
        members.insert(members.end(), others.begin(), others.end());
      }
      break;
    }
    if ((r.s.is(0, Kind::Conjunction) || r.s.word_is(0, "with")) && r.s.noun(1) != nullptr && v > 2 &&
        r.s.is(2, Kind::Comma))
      members.insert(members.end(), r.s.noun(1)->names.begin(), r.s.noun(1)->names.end());
  }
  // "The band formed in 1981 with singer A and bassist B"
  if (members.empty() && !object && !g.passive && one_of(f.name, {"form", "start", "begin", "come-together"}))
    if (const auto with = r.arguments.after(v, "with"); with && !r.s.noun(*with)->names.empty()) {
      members = r.discourse.members(r.s, *with);
      extend_list(r, *with, members);
    }
  FilledBody founded = filled.body;
  // "formed an alliance", "launched an attack": something with a name must come out of it.
  founded.bodies.erase(
      std::remove_if(founded.bodies.begin(), founded.bodies.end(),
                     [&](const ResolvedBody& b) {
                       const Sort sort = r.discourse.referents()[b.referent].sort;
                       const bool loose = f.name == "found" || f.name == "co-found" ||
                                          (f.name == "form" && !g.present) ||
                                          ((f.name == "establish" || f.name == "set-up") && passive);
                       const bool strict = !loose;
                       return sort == Sort::Unknown && strict && b.named && members.size() < 2;
                     }),
      founded.bodies.end());
  if (founded.bodies.empty()) return r.reject("nothing with a name came into being");
  // "defected to form the group", where two groups are named
  if (object && !passive && founded.bodies.size() == 1 && !founded.bodies[0].named &&
      r.s.noun(*object)->has_head && r.discourse.shared_word(r.s.token(r.s.noun(*object)->head_token).lower))
    return r.reject("one of several bodies came into being");
  emit_founding(r, v, members, founded, filled.date, filled.certainty, f.name);
  return true;
}

}  // namespace entente::detail
