#pragma once
// What the article reader saw on its way to the claims: for showing a text with its facts marked, and for
// finding out why something was not read.
//
//   ArticleTrace trace;
//   reader.load(text, options, sink, &trace);
//
// A value that is filled while a document is read. Without one nothing is noted, and nothing is done for it
// beyond a test of a pointer for each sentence. The claims are the same either way.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/claim.hpp"

namespace entente {

struct ArticleTrace {
  /// Bytes [begin, end) of `text`.
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Range&, const Range&) = default;
  };

  enum class PassageKind {
    Prose,
    Heading,
    ListItem,
    PassedOver,  ///< menus, archives, related links: no claim is read from it
  };
  struct Passage {
    Range range;
    PassageKind kind = PassageKind::Prose;
  };

  /// A date as it was understood.
  struct DateMark {
    Range range;
    std::string edtf;
    bool relative = false;  ///< counted from another date, or from the day of publication
  };

  /// A name, or a word that stands for one.
  struct NameMark {
    Range range;
    std::string name;  ///< of what it stands for, in full
    std::string id;    ///< of the registry; empty when it does not know it
    std::string kind;  ///< state, body, treaty, person, place; empty when nobody can tell
  };

  /// A fact that became a claim.
  struct Fact {
    Claim claim;
    Range sentence;
    Range trigger;    ///< the word that says so; the whole sentence for a row of a list
    std::string why;  ///< where the claim asserts nothing: what speaks against it
  };

  /// What looked like an event and gave no fact.
  struct Rejection {
    Range sentence;
    Range trigger;
    std::string reason;
  };

  std::string text;  ///< the document as the reader saw it: UTF-8, straight quotes, no tags
  std::string title;
  std::optional<Date> published;
  std::vector<Passage> passages;  ///< in the order of the text, not overlapping
  std::vector<DateMark> dates;    ///< likewise
  std::vector<NameMark> names;    ///< likewise
  std::vector<Fact> facts;        ///< in the order of the claims
  std::vector<Rejection> rejections;
};

}  // namespace entente
