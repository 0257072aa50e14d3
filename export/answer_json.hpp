#pragma once
// Answers as JSON that other programs rely on. docs/formats/answers.md lists every member.
//
//   to_json(MembersQuestion{.body = {"csto"}}, answer)
//   {"query": {"command": "members", …}, "answers": [{"id": "armenia", "name": "Armenia", "status":
//   "certain", …}]}

#include <span>
#include <string>

#include "queries/ask.hpp"
#include "queries/view.hpp"

namespace entente {

/// A question and its answer. Two-space indents, UTF-8 as it is (what is not UTF-8 as U+FFFD), members always
/// in the same order, a line feed at the end. REQUIRES: the answer is one to that question.
[[nodiscard]] std::string to_json(const Question& question, const Answer& answer);
/// The same with `understood`, `command`, `focus`, `answer` (the sentence, where there is one) and `notes` in
/// front.
[[nodiscard]] std::string to_json(const Asked& asked);

[[nodiscard]] std::string to_json(const NeighboursQuestion& question, const Neighbours& answer);
[[nodiscard]] std::string to_json(const SnapshotQuestion& question, const Snapshot& answer);
[[nodiscard]] std::string to_json(const DiffQuestion& question, const Diff& answer);
/// What a database holds: the totals and each source. `command`: the one that asks.
[[nodiscard]] std::string to_json(const char* command, const Totals& totals, std::span<const Source> sources);

}  // namespace entente
