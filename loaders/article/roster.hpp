#pragma once
// Rosters: runs of short lines that give members and years ("Gedsand 1958 (1974)", "Runa Sato – drums
// (1996–present)", "Tressund, joined 1961"), under headings that say what the years are.

#include <string_view>
#include <vector>

#include "loaders/article/event_phrase.hpp"

namespace entente::detail {

/// What the headings over a roster say of its rows.
enum class RosterKind {
  None,       ///< nothing: the rows are not about members
  Members,    ///< "Members", "Year of entry", "Since"
  Former,     ///< "Former members", "Departures": a lone year is the last
  Observer,   ///< "Observers"
  Partner,    ///< "Associate members"
  Suspended,  ///< "Suspension began, suspension ended"
};

/// Reads the lines of one document one after the other. REQUIRES: the document outlives this.
class Roster {
 public:
  Roster(const Gazetteer& gazetteer, Referents& referents, Discourse& discourse)
      : gazetteer_(gazetteer), referents_(referents), discourse_(discourse) {}

  /// Whether the line is a row; a row is kept until the run ends. O(length).
  bool line(std::string_view text, Span span, const std::optional<CalendarValue>& document);
  /// A heading: what the rows below it are. A line that says nothing of members ends that of the one above.
  void heading(std::string_view text);
  /// A sentence of prose: ends the run, and may announce the next ("The table gives the years of entry").
  void prose(std::string_view text);

  /// Whether a line above rows would say what they are.
  [[nodiscard]] static bool speaks_of_members(std::string_view text);

  struct Row {
    std::vector<Fact> facts;
    Span span;
  };
  /// The rows of the run so far, if they make a roster of a body: at least two, with a heading that fits.
  /// Empties it.
  [[nodiscard]] std::vector<Row> take();

 private:
  struct Entry {
    std::vector<Member> members;
    std::vector<DateMention> dates;
    std::vector<bool> open;  ///< of each date: it has lasted "to the present"
    Span span;
    bool bare = false;  ///< a name and nothing else
  };

  /// A line with nothing but the name of a member, under a heading of members.
  bool bare_line(std::string_view text, Span span);
  /// "(withdrew in 1968)": of the member in the line above.
  bool remark(std::string_view text, const std::optional<CalendarValue>& document);
  /// "Founded 14 May 1955", "Dissolved 1 July 1991": of the body that the title names.
  void box(std::string_view text, Span span, const std::optional<CalendarValue>& document);

  [[nodiscard]] RosterKind kind() const;

  const Gazetteer& gazetteer_;
  Referents& referents_;
  Discourse& discourse_;
  std::string_view above_;  ///< the line or the end of the prose above the run; looked at when there is a run
  bool prose_ = false;
  std::vector<Entry> run_;
  std::vector<Row> boxes_;
};

}  // namespace entente::detail
