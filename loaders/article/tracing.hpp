#pragma once
// Fills an ArticleTrace while a document is read.

#include <unordered_map>
#include <vector>

#include "loaders/article/boilerplate.hpp"
#include "loaders/article/event_phrase.hpp"
#include "loaders/article_trace.hpp"

namespace entente::detail {

class Tracing {
 public:
  Tracing(ArticleTrace& trace, const Document& document, const std::vector<Block>& blocks);

  /// A sentence that has been read, with what its events were rejected or doubted for.
  void sentence(const Sentence& s, const Span& span, const Referents& referents,
                const std::vector<Doubt>& doubts);
  /// That fact `number` of the document was read from the sentence.
  void fact(std::size_t number, const Sentence& s, const Fact& fact, const std::vector<Doubt>& doubts);
  /// That all sentences have been read.
  void finish();
  /// What became of fact `number`. REQUIRES: called once for each fact, in order, after finish().
  void claim(std::size_t number, const Claim& claim, const Span& sentence);

 private:
  struct Trigger {
    ArticleTrace::Range range;
    std::string why;
  };
  ArticleTrace& trace_;
  std::unordered_map<std::size_t, Trigger> triggers_;
};

}  // namespace entente::detail
