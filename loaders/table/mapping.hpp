#pragma once
// A mapping, read and checked: the structs behind docs/formats/mapping.md, in its order. Internal to the
// table loader.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/claim.hpp"
#include "graph/entity.hpp"
#include "loaders/table/template.hpp"

namespace entente::detail {

/// The cell of a column is one of these (or, when not `wanted`, none of these).
struct Condition {
  std::size_t column = 0;
  std::vector<std::string> values;
  bool wanted = true;
};

/// All of them hold. Empty: always.
struct Conditions {
  std::vector<Condition> all;
  [[nodiscard]] bool hold(const TableRow& row) const;
};

enum class DateFormat { Edtf, YearMonthDay, DayMonthYear, MonthDayYear, Compact, English, Messy };

/// What a column, or columns of year, month and day, say of one end.
struct DateRule {
  enum class WhenMissing { Default, Unknown, Ongoing, Skip };
  std::vector<Template> texts;  ///< the first that is there
  std::optional<Template> year, month, day;
  std::vector<DateFormat> formats;
  std::vector<std::string> missing, ongoing, unknown;  ///< texts (of `year`: years) that mean this
  std::optional<Period> plausible;
  bool implausible_is_unknown = true;  ///< else nothing is claimed
  WhenMissing when_missing = WhenMissing::Default;
  std::optional<Conditions> ongoing_when, unknown_when, approximate_when, bound_when;
};

/// Whom a row means, and what it says of them beside.
struct MentionRule {
  struct Naming {
    Template text;
    std::string detail;  ///< as in Event::Named
    std::optional<DateRule> start, end;
  };
  struct Code {
    Template text;
    std::optional<DateRule> start, end;
  };
  std::vector<Template> ids, names;  ///< the first that is there
  std::optional<Kind> kind;
  std::vector<Naming> namings;
  std::vector<Code> codes;
  std::optional<DateRule> founded, dissolved;
  [[nodiscard]] bool describes() const {
    return kind || !namings.empty() || !codes.empty() || founded || dissolved;
  }
};

/// What a row, a cell or the note of a list's item says.
struct TableMeaning {
  enum class What { Says, Nothing, Unknown };
  What what = What::Says;
  Event event = Event::Held;
  Relation relation{std::string(relation::member_of)};
  std::string detail;
  Certainty certainty = Certainty::Stated;
};

/// A rule that is applied to many cells of a row, or to the items of a list.
struct Each {
  std::optional<std::string> from, to;  ///< headers, both included
  std::vector<std::string> columns;     ///< headers; with `from` those left out
  std::optional<Template> list;
  std::string separators = ",";
};

struct ClaimRule {
  Conditions when;
  std::optional<Each> each;
  std::optional<Template> value;  ///< what is looked up in `values`
  std::vector<std::pair<std::string, TableMeaning>> values;
  std::optional<TableMeaning> other;  ///< of a value that is not in `values`
  TableMeaning says;
  MentionRule subject, object;
  bool has_object = false;
  std::optional<DateRule> start, end, date;
  std::optional<Template> year;                ///< one row a year: years are folded
  std::optional<Conditions> approximate_when;  ///< of a rule of years: the year is no more than about right
  bool unknown_before_first = false;
  std::optional<int> join;  ///< spells are one where the next begins at most so many days after the last ends
  bool once = false;
  bool both_ways = false;
  std::optional<Template> detail;
  std::vector<std::pair<std::string, Conditions>> qualifiers;  ///< words of the detail

  /// The detail of a claim: the meaning's, that of `detail`, and the qualifiers that hold.
  [[nodiscard]] std::string detail_of(const TableMeaning& meaning, const TableRow& row) const;
};

struct SourceRule {
  std::vector<Template> id, title, url;
  std::string publisher, citation;
  std::optional<Date> horizon;
  int priority = 0;
};

struct Mapping {
  std::string name, title;
  SourceRule source;
  std::vector<std::string> known_by, not_with;  ///< headers
  bool json = false;
  std::vector<std::string> json_rows;                                          ///< path to the rows
  std::vector<std::pair<std::string, std::vector<std::string>>> json_columns;  ///< paths within a row
  std::optional<char> separator;
  std::vector<std::string> missing;
  std::vector<std::string> lookup_names;
  std::vector<Lookup> lookups;
  std::vector<std::size_t> quote;  ///< columns; empty: the row as it stood
  Conditions where;
  std::vector<MentionRule> entities;
  std::vector<ClaimRule> claims;
  ColumnNames columns;
};

/// Throws as TableMapping::parse.
[[nodiscard]] Mapping read_mapping(std::string_view json, const std::string& file);

}  // namespace entente::detail
