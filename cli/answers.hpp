#pragma once
// Answers on their way out: as tables, JSON or CSV, and as an exit status.

#include "cli/arguments.hpp"
#include "cli/exit_status.hpp"
#include "graph/store.hpp"
#include "queries/ask.hpp"

namespace entente::cli {

/// Answers a question and prints the answer. Found: the answer is not empty, or it is yes, or possibly so.
[[nodiscard]] ExitStatus respond(const Common& common, const Store& store, const Question& question,
                                 Focus focus = Focus::Whole);

/// Prints what was asked in English: how it was understood, then the answer.
[[nodiscard]] ExitStatus respond(const Common& common, const Asked& asked);

/// JSON as it is, or with --format ndjson one answer a line.
void print_json(const Common& common, const std::string& json);

}  // namespace entente::cli
