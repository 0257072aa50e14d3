#include "loaders/article/reference.hpp"

#include <algorithm>

namespace entente::detail {
namespace {

using Kind = ElementKind;

/// What is left of a mention after so many sentences.
double fading(std::size_t sentences) {
  double left = 1;
  for (std::size_t i = 0; i < sentences && left > 0.01; ++i) left *= 0.7;
  return left;
}

}  // namespace

void Discourse::begin_document() {
  bodies_.clear();
  titles_.clear();
  members_.clear();
  lists_.clear();
  state_.reset();
  person_.reset();
  hero_.reset();
  subject_.reset();
  candidate_.reset();
  acting_.reset();
  left_.clear();
  in_.clear();
  standing_.clear();
  sentence_ = 0;
  founded_.clear();
  happening_.reset();
  event_bodies_.clear();
  event_members_.clear();
  members_ever_.clear();
  wholes_ever_.clear();
  listing_ = strangers_ = false;
}

std::optional<std::size_t> Discourse::left_by(std::size_t member) const {
  const auto found = left_.find(member);
  return found == left_.end() ? std::nullopt : std::optional(found->second);
}

void Discourse::mention_leaving(std::size_t member, std::size_t body) {
  left_[member] = body;
  if (const auto in = in_.find(member); in != in_.end())
    in->second.erase(std::remove(in->second.begin(), in->second.end(), body), in->second.end());
}

void Discourse::mention_joining(std::size_t member, std::size_t body) {
  auto& in = in_[member];
  in.erase(std::remove(in.begin(), in.end(), body), in.end());
  in.push_back(body);
  if (in.size() > 8) in.erase(in.begin());
}

const std::vector<std::size_t>& Discourse::bodies_of(std::size_t member) const {
  static const std::vector<std::size_t> none;
  const auto found = in_.find(member);
  return found == in_.end() ? none : found->second;
}

bool Discourse::is_body(std::size_t referent) const {
  const Sort sort = referents_[referent].sort;
  return sort == Sort::Body || sort == Sort::Treaty;
}

void Discourse::title(const std::vector<NameMention>& names) {
  for (const auto& n : names)
    // An unknown name may turn out to be a body.
    if (is_body(n.referent) || referents_[n.referent].sort == Sort::Unknown) titles_.push_back(n.referent);
}

void Discourse::mention_members(const std::vector<Member>& members) {
  if (members.empty()) return;
  for (const Member& m : members) {
    event_members_.push_back(m.referent);
    members_ever_.insert(m.referent);
  }
  members_ = members;
  if (members.size() == 1) {
    acting_ = members.front().referent;
    acting_sentence_ = sentence_;
  }
  if (members.size() > 1)
    lists_ = members;
  else
    state_ = members.front().referent;
}

void Discourse::mention_body(std::size_t referent, double weight) {
  // Of a part, the whole is what the text goes on to speak of.
  if (referents_[referent].whole) referent = *referents_[referent].whole;
  event_bodies_.push_back(referent);
  Standing& standing = standing_[referent];
  standing.weight = standing.weight * fading(sentence_ - standing.sentence) + weight;
  standing.sentence = sentence_;
  ++standing.mentions;
  bodies_.erase(std::remove(bodies_.begin(), bodies_.end(), referent), bodies_.end());
  bodies_.push_back(referent);
  if (bodies_.size() > 64) bodies_.erase(bodies_.begin());
}

std::optional<std::size_t> Discourse::person_spoken_of() const {
  const auto personal = [&](const std::optional<std::size_t>& r) {
    return r && (referents_[*r].sort == Sort::Person || referents_[*r].sort == Sort::Unknown);
  };
  // "… before Blackmore left. He was replaced": whoever acted in the sentence before, in whatever clause
  if (personal(acting_) && acting_sentence_ + 1 >= sentence_ &&
      (!personal(person_) || person_sentence_ <= acting_sentence_))
    return acting_;
  // In the life of somebody, a name that may be anything is "he" only in the next sentence.
  if (personal(person_) && hero_ && referents_[*person_].sort == Sort::Unknown &&
      sentence_ > person_sentence_)
    return hero_;
  return personal(person_) ? person_ : hero_;
}

double Discourse::weight(std::size_t body) const {
  double w = 0;
  if (const auto found = standing_.find(body); found != standing_.end())
    w = found->second.weight * fading(sentence_ - found->second.sentence) +
        0.25 * std::min(found->second.mentions, 4);
  if (std::find(titles_.begin(), titles_.end(), body) != titles_.end()) w += 1.5;
  return w;
}

void Discourse::end_sentence(const Sentence& s) {
  ++sentence_;
  // Rows leave the announcement of their list standing.
  const bool has_verb = std::any_of(s.elements.begin(), s.elements.end(),
                                    [](const Element& e) { return e.kind == Kind::Verb; });
  if (has_verb)
    listing_ = std::any_of(s.tokens.list.begin(), s.tokens.list.end(), [](const Token& t) {
      return t.is("accession") || t.is("joined") || t.is("entered") || t.is("acceded") || t.is("admitted") ||
             t.is("admission") || t.is("members");
    });
  const auto events = std::move(event_bodies_);
  // Every name counts; the subject of the sentence counts most, and comes last.
  std::optional<std::size_t> subject_body, subject;
  const auto state_before = state_;
  bool first_noun = true;
  bool before_verb =
      true;  // whoever "he" is stands before the first verb, or the sentence goes on about another
  for (std::size_t k = 0; k < s.elements.size(); ++k) {
    const Element& e = s.elements[k];
    before_verb = before_verb && !(e.kind == Kind::Verb && s.verbs[e.index].finite);
    if (e.kind != Kind::Noun) continue;
    const NounPhrase& n = s.nouns[e.index];
    const bool hanging = k > 0 && s.is(k - 1, Kind::Preposition);
    if (n.names.size() > 1) lists_ = n.names;
    for (const Member& m : n.names) {
      if (is_body(m.referent)) {
        mention_body(m.referent, hanging ? 0.6 : 1);
        const bool joins =
            std::find(event_members_.begin(), event_members_.end(), m.referent) != event_members_.end();
        if (first_noun && !n.owner && n.names.size() == 1 && !joins) subject_body = m.referent;
      } else if (n.names.size() == 1) {
        state_ = m.referent;
      }
    }
    if (n.names.size() == 1 && n.determiner == Determiner::The &&
        referents_[n.names[0].referent].sort == Sort::Unknown)
      candidate_ = n.names[0].referent;
    for (const Member& m : n.adjectives)
      if (is_body(m.referent)) mention_body(m.referent);
    if (first_noun && before_verb && !hanging && n.names.size() == 1 && !n.owner &&
        (referents_[n.names[0].referent].sort == Sort::Person ||
         referents_[n.names[0].referent].sort == Sort::Unknown)) {
      person_ = n.names[0].referent;
      if (!hero_ && referents_[*person_].sort == Sort::Person) hero_ = person_;
      person_sentence_ = sentence_;
    }
    const bool treaty = n.names.size() == 1 && referents_[n.names[0].referent].sort == Sort::Treaty;
    if (first_noun && !hanging && n.names.size() == 1 && !n.owner && !treaty &&
        referents_[n.names[0].referent].sort != Sort::Person)
      subject = n.names[0].referent;
    if (!n.names.empty() && !hanging && !treaty) first_noun = false;
  }
  for (const auto b : events) mention_body(b);
  // "The Swabian League.": a new subject, and all before it is past.
  if (!has_verb && subject_body && s.elements.size() <= 2) {
    sentence_ += 6;
    mention_body(*subject_body);
  }
  // A sentence about "it" or "the city" goes on about what the one before was about.
  const Arguments arguments(s);
  for (std::size_t v = 0; v < s.elements.size(); ++v) {
    if (s.verb(v) == nullptr || !s.verb(v)->finite) continue;
    const auto e = arguments.subject(v);
    if (!e) break;
    const NounPhrase& n = *s.noun(*e);
    if (!n.pronoun)
      strangers_ = event_members_.empty() && unnamed_group(s, *e) && group(s, n, *e).empty();
    const bool goes_on = n.names.empty() && (n.pronoun || n.determiner == Determiner::The ||
                                             n.determiner == Determiner::This || n.possessive);
    if (goes_on && (n.pronoun || (n.head != nullptr && n.head->is(WordClass::StateNoun)))) {
      subject.reset();
      if (state_before) state_ = state_before;
    }
    break;
  }
  if (subject) subject_ = subject;
  if (subject_body) mention_body(*subject_body);
  event_bodies_.clear();
  event_members_.clear();
  // Dates are told by their place in this sentence, which ends here.
  for (Member& m : members_) m.date.reset();
  for (Member& m : lists_) m.date.reset();
  if (happening_)
    for (ResolvedBody& b : happening_->bodies) b.date.reset();
}

std::vector<Member> Discourse::governments(std::vector<Member> members) const {
  // Among towns and firms a capital is a town.
  const bool towns = members.size() > 1 && std::any_of(members.begin(), members.end(), [&](const Member& m) {
                       const Referent& r = referents_[m.referent];
                       return r.sort == Sort::Unknown || (r.sort == Sort::Place && !r.state);
                     });
  if (!ancient_ && !towns)
    for (Member& m : members)
      if (const auto state = referents_[m.referent].state) m.referent = *state;
  return members;
}

}  // namespace entente::detail
