#pragma once
// Lists and tables outside prose: bullets, rows, rosters and fact boxes, under captions that say what their
// entries are. The pass hands every line over in order; facts come out when a list ends.
// REQUIRES: the document outlives the roster.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/article/chronicle.hpp"
#include "loaders/article/event_phrase.hpp"
#include "loaders/article/row.hpp"

namespace entente::detail {

/// What is known of the lines to come.
struct Caption {
  Listed listed = Listed::Nothing;
  bool strong = false;  ///< a line of its own, or ends in a colon; else prose that speaks of members
  bool colon = false;
  bool several = false;  ///< more than one word: "Founding members"
  bool states = false;   ///< of states: "Member countries"
  std::string date;      ///< "From 1973:"
  std::optional<std::size_t> body;
};

/// What a line outside prose turned out to be.
enum class LineKind {
  Row,      ///< kept until its list ends
  Caption,  ///< says what the next lines are
  Dated,    ///< a date and then a sentence: `Roster::clause`
  Other,
};

class Roster {
 public:
  Roster(const Gazetteer& gazetteer, Referents& referents, Discourse& discourse)
      : gazetteer_(gazetteer), referents_(referents), discourse_(discourse) {}

  /// What the document's title names; the last resort for lists that name no body.
  void title(std::string_view text);
  /// A block of prose: ends the list, and may announce the next ("The table gives the years of entry").
  void prose(std::string_view text);
  /// A line outside prose. A line that ends a list leaves it to `take`. O(length).
  [[nodiscard]] LineKind line(std::string_view text, Span span, bool bulleted,
                              const std::optional<CalendarValue>& document);

  /// Of the last Dated line: its date, and the sentence behind it.
  [[nodiscard]] const DatedClause& clause() const noexcept { return clause_; }

  /// A line "From 1973 (first enlargement):" within a list: the date of the rows below. Changes nothing when
  /// the line is another.
  [[nodiscard]] bool dates_rows(std::string_view text);

  struct Entry {
    std::vector<Fact> facts;  ///< none: the line was no entry of a list
    Span span;
  };
  /// The entries of the lists that have ended, in order; with `end`, of the last one too.
  [[nodiscard]] std::vector<Entry> take(bool end);

 private:
  const Gazetteer& gazetteer_;
  Referents& referents_;
  Discourse& discourse_;
  Caption caption_;
  std::string_view announcement_;  ///< the prose above, as long as nothing stands below it
  std::optional<std::size_t> title_;
  std::optional<std::size_t> topic_;  ///< what a heading that is only a name has named
  std::size_t since_topic_ = 0;       ///< blocks of prose
  std::vector<Field> columns_;
  bool date_leads_ = false;  ///< the first column is a date, which holds for the rows below it, too
  std::optional<Stamp> leading_;
  bool column_lines_ = false;  ///< the heads of the columns came one a line
  bool header_open_ = false;   ///< they may go on
  std::vector<ListRow> run_;
  std::vector<Entry> ended_;
  DatedClause clause_;
  std::optional<CalendarValue> document_;

  /// Makes a caption of the prose above, now that there are lines below it.
  void read_announcement();
  [[nodiscard]] bool header(const std::vector<Token>& tokens, bool dated);
  [[nodiscard]] bool sheet(const std::vector<Token>& tokens, const std::vector<LineDate>& dates, Span span);
  [[nodiscard]] bool inline_members(const std::vector<Token>& tokens, Span span);
  [[nodiscard]] Caption caption_of(std::string_view text, const std::vector<Token>& tokens);
  [[nodiscard]] std::optional<std::size_t> body();
  void end_run(bool before_text);
  void rows_of(std::vector<ListRow> run);
  void facts_of(const ListRow& row, std::size_t body, std::vector<Fact>& out) const;
};

}  // namespace entente::detail
