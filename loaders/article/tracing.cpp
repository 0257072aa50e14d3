#include "loaders/article/tracing.hpp"

#include <algorithm>

namespace entente::detail {
namespace {

using Range = ArticleTrace::Range;

Range range_of(const Span& span) { return {span.begin, span.end}; }

/// The bytes of the tokens [first, last).
Range range_of(const Sentence& s, std::size_t first, std::size_t last) {
  return {s.token(first).span.begin, s.token(last - 1).span.end};
}

/// The verb group that the token belongs to, else the token alone.
Range trigger_of(const Sentence& s, std::size_t token) {
  for (const VerbGroup& g : s.verbs)
    if (g.first <= token && token < g.last) return range_of(s, g.first, g.last);
  return range_of(s, token, token + 1);
}

const char* name_of(Sort sort) {
  switch (sort) {
    case Sort::State:
      return "state";
    case Sort::Body:
      return "body";
    case Sort::Treaty:
      return "treaty";
    case Sort::Person:
      return "person";
    case Sort::Place:
      return "place";
    case Sort::Unknown:
      break;
  }
  return "";
}

ArticleTrace::PassageKind kind_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::Prose:
      return ArticleTrace::PassageKind::Prose;
    case BlockKind::Heading:
      return ArticleTrace::PassageKind::Heading;
    case BlockKind::ListItem:
      return ArticleTrace::PassageKind::ListItem;
    case BlockKind::Furniture:
      break;
  }
  return ArticleTrace::PassageKind::PassedOver;
}

/// In order, and nothing over what stands there already: an item of a list is read with the sentence before
/// it and may be read alone as well.
template <typename Mark>
void arrange(std::vector<Mark>& marks) {
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return a.range.begin < b.range.begin; });
  std::size_t end = 0;
  marks.erase(std::remove_if(marks.begin(), marks.end(),
                             [&end](const Mark& m) {
                               if (m.range.begin < end || m.range.begin >= m.range.end) return true;
                               end = m.range.end;
                               return false;
                             }),
              marks.end());
}

}  // namespace

Tracing::Tracing(ArticleTrace& trace, const Document& document, const std::vector<Block>& blocks)
    : trace_(trace) {
  trace_ = {};
  trace_.text = document.text();
  trace_.title = document.title;
  trace_.published = document.published;
  for (const Block& b : blocks) trace_.passages.push_back({range_of(b.span), kind_of(b.kind)});
}

void Tracing::sentence(const Sentence& s, const Span& span, const Referents& referents,
                       const std::vector<Doubt>& doubts) {
  for (const DateMention& d : s.dates)
    trace_.dates.push_back({range_of(s, d.core, d.last), d.edtf(), d.relative});
  for (const NameMention& m : s.names) {
    const Referent& r = referents[m.referent];
    trace_.names.push_back({range_of(s, m.first, m.last), r.name, r.id, name_of(r.sort)});
  }
  for (const Doubt& doubt : doubts)
    if (!doubt.of_fact)
      trace_.rejections.push_back({range_of(span), trigger_of(s, doubt.token), doubt.reason});
}

void Tracing::fact(std::size_t number, const Sentence& s, const Fact& fact,
                   const std::vector<Doubt>& doubts) {
  if (fact.order >= s.tokens.list.size()) return;
  Trigger trigger{trigger_of(s, fact.order), ""};
  if (fact.certainty == Certainty::Hypothetical || fact.certainty == Certainty::Negated) {
    trigger.why = "not asserted";
    for (const Doubt& doubt : doubts)
      if (doubt.of_fact && doubt.token == fact.order) trigger.why = doubt.reason;
  }
  triggers_[number] = std::move(trigger);
}

void Tracing::finish() {
  arrange(trace_.dates);
  arrange(trace_.names);
}

void Tracing::claim(std::size_t number, const Claim& claim, const Span& sentence) {
  ArticleTrace::Fact fact{claim, range_of(sentence), range_of(sentence), ""};
  if (const auto found = triggers_.find(number); found != triggers_.end()) {
    fact.trigger = found->second.range;
    fact.why = found->second.why;
  }
  trace_.facts.push_back(std::move(fact));
}

}  // namespace entente::detail
