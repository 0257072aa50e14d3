#pragma once
// A trace of the article reader, arranged for showing: the text in pieces, each piece followed by what was
// read in it. explained_text.cpp and explained_page.cpp render it.

#include <string>
#include <string_view>
#include <vector>

#include "loaders/article_trace.hpp"

namespace entente::cli {

enum class Mark { None, Date, State, Body, OtherName, Fact, Unasserted, Rejected };

/// Both ends included.
struct NumberRange {
  std::size_t first, last;
};

struct Segment {
  std::string_view text;
  Mark mark = Mark::None;
  std::string gloss;                 ///< of a date or name: what it was understood as
  std::vector<std::size_t> remarks;  ///< numbers of the remarks on it, from 1

  /// Runs of those numbers: 2, 3, 4 and 9 are 2–4 and 9.
  [[nodiscard]] std::vector<NumberRange> ranges() const;
};

/// What is said below a piece of text.
struct Remark {
  std::size_t number = 0;
  Mark mark = Mark::Fact;  ///< Fact, Unasserted or Rejected
  std::string trigger;     ///< the words that it is about
  std::string what;        ///< of a fact: `Uzbekistan joined CSTO, 2006`; else why there is none
  std::string rule;        ///< `join 0.87`, with the confidence; empty for a rejection
  std::string why;         ///< of what is not asserted: `hypothetical: not yet so, under "plan"`
};

/// A passage of the text, or as much of it as ends with a sentence that has remarks.
struct Piece {
  ArticleTrace::PassageKind kind = ArticleTrace::PassageKind::Prose;
  bool goes_on = false;  ///< the piece before it is of the same passage
  std::vector<Segment> segments;
  std::vector<Remark> remarks;
};

struct Explained {
  std::string title, published;
  std::vector<Piece> pieces;
  std::size_t facts = 0, unasserted = 0, rejected = 0, names = 0, dates = 0;

  /// `3 facts, and 1 that is not asserted; 2 events rejected; 5 names; 4 dates`
  [[nodiscard]] std::string summary() const;
};

/// Views point into the trace. O(length + marks · log marks).
[[nodiscard]] Explained explained(const ArticleTrace& trace);

struct TextStyle {
  std::size_t width = 0;  ///< columns; 0: 100
  bool color = false;     ///< else names stand in [], dates in {}, and words that tell of an event in <>
  bool ascii = false;
};
[[nodiscard]] std::string to_text(const Explained& explained, const TextStyle& style);

/// One page of HTML by itself: no script, nothing loaded, everything from the text escaped.
[[nodiscard]] std::string to_page(const Explained& explained);

}  // namespace entente::cli
