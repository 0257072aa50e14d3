#pragma once
// The row that is being read: its cells, its evidence, and what becomes of it. Internal to the table loader.
//
//   row.begin(rows);
//   if (auto date = row.date(rule.start)) …   // what is odd is noted
//   row.claims_something();
//   row.settle(options, sink, report);        // used, passed over or skipped; oddities are warnings

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/loader.hpp"
#include "loaders/table/cell_list.hpp"
#include "loaders/table/mapping.hpp"
#include "loaders/table/row_date.hpp"
#include "loaders/table/rows.hpp"

namespace entente::detail {

class CurrentRow {
 public:
  /// `where` as in TableColumns. REQUIRES: mapping and `where` outlive it.
  CurrentRow(const Mapping& mapping, const std::vector<std::size_t>& where, std::string file,
             std::string stem);
  CurrentRow(const CurrentRow&) = delete;
  CurrentRow& operator=(const CurrentRow&) = delete;

  /// REQUIRES: nothing of the row is asked for once `rows` goes on.
  void begin(const TableRows& rows);
  [[nodiscard]] bool empty() const;

  /// As templates see it.
  [[nodiscard]] const TableRow& cells() const noexcept { return row_; }
  [[nodiscard]] std::size_t line() const noexcept { return row_.line; }
  /// What `@column` and `@cell` are from now on.
  void enter_cell(std::string_view column, std::string_view cell);
  /// What `@cell`, `@item` and `@note` are from now on. REQUIRES: `item` stays until leave_cell().
  void enter_item(const ListItem& item);
  void leave_cell();

  /// Whom a rule means here; empty where nobody.
  [[nodiscard]] Mention mention(const MentionRule& rule);
  /// What a rule says of a date; nothing where nothing may be claimed.
  [[nodiscard]] std::optional<RowDate> date(const std::optional<DateRule>& rule);

  /// The evidence: the row as it stood, or the columns that the mapping wants quoted.
  [[nodiscard]] const std::string& quote();
  /// The same with the cell that was entered.
  [[nodiscard]] std::string quote_of_cell();

  /// Something about the row is odd. The same of one row is one.
  void odd(std::string_view reason, std::string message);
  [[nodiscard]] std::size_t oddities() const noexcept { return oddities_.size(); }
  void claims_something() noexcept { gives_claims_ = true; }
  [[nodiscard]] bool gives_claims() const noexcept { return gives_claims_; }
  /// Used, with a warning for each oddity; or else skipped for the first; passed over where there is none.
  void settle(const LoadOptions& options, ClaimSink& sink, LoadReport& report);

 private:
  struct Oddity {
    std::string reason;
    std::string message;
  };
  [[nodiscard]] Diagnostic diagnostic(const Oddity& oddity);

  const Mapping& mapping_;
  std::string file_, stem_;
  TableRow row_;
  std::vector<Oddity> oddities_;
  bool gives_claims_ = false;
  std::optional<std::string> quote_;  ///< once it was asked for
};

}  // namespace entente::detail
