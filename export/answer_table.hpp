#pragma once
// Answers as tables: for people in a terminal, and for programs as CSV.
//
//   for (const Table& table : text_tables(answer)) out << to_text(table, {.width = 100});
//   out << to_csv(csv_table(answer));

#include <span>
#include <string>
#include <vector>

#include "export/table.hpp"
#include "queries/ask.hpp"
#include "queries/view.hpp"

namespace entente {

struct AnswerTableOptions {
  bool evidence = true;  ///< a column with the sentence or row behind each line; one line each, shortened
};

/// One table, or several where the answer has parts (`why`: the ties, what dissents, what denies …). The
/// first has a title that says the answer in a sentence, and notes with the numbers of certain, presumed and
/// possible lines. A part without rows is left out, except that the first is always there.
[[nodiscard]] std::vector<Table> text_tables(const Answer& answer, const AnswerTableOptions& options = {});
[[nodiscard]] std::vector<Table> text_tables(const Neighbours& answer,
                                             const AnswerTableOptions& options = {});
[[nodiscard]] std::vector<Table> text_tables(const Snapshot& answer, const AnswerTableOptions& options = {});
[[nodiscard]] std::vector<Table> text_tables(const Diff& answer, const AnswerTableOptions& options = {});

/// One table with a row for each line of the answer; its columns are listed in docs/formats/answers.md.
[[nodiscard]] Table csv_table(const Answer& answer);
[[nodiscard]] Table csv_table(const Neighbours& answer);
[[nodiscard]] Table csv_table(const Snapshot& answer);
[[nodiscard]] Table csv_table(const Diff& answer);

/// On which days an answer flips, as a sentence has it: `no to 1993-12-31, possible to 1994-12-31, then
/// certain`.
[[nodiscard]] std::string changes_text(std::span<const StatusChange> changes);

}  // namespace entente
