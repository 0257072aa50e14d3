#pragma once
// The command line as values. CLI11 stays in arguments.cpp; the commands know nothing of it.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "graph/date.hpp"

namespace entente::cli {

enum class Format { Table, Json, Csv, Ndjson };

/// Whom to believe: names of sources as the user writes them.
struct Believed {
  std::vector<std::string> only;    ///< empty: all
  std::vector<std::string> before;  ///< win every conflict, the first of them before the next
  std::optional<Date> known_by;
  [[nodiscard]] bool everything() const noexcept { return only.empty() && before.empty() && !known_by; }
};

/// What every command understands.
struct Common {
  std::string db = "entente.db";
  Format format = Format::Table;
  bool format_chosen = false;
  std::size_t width = 0;  ///< columns of the terminal; 0: not a terminal
  bool color = false;
  bool ascii = false;     ///< the locale is not UTF-8
  bool progress = false;  ///< standard error is a terminal
  Believed believed = {};
};

/// When, and how a question is narrowed.
struct When {
  std::optional<Edtf> asked;
  std::vector<std::string> relations;  ///< empty: the question's own default; `any`: every relation
  bool certain = false;                ///< only what is certain
  bool successors = false;             ///< follow predecessors and successors
};

struct ImportCommand {
  std::vector<std::string> inputs;
  bool bundled = false;
  bool registry = true;
  std::string as;
  std::string map;
  std::string properties;  ///< a file
  std::string mapping;     ///< a bundled name or a file
  bool dry_run = false;
  std::string title, url, source;
  std::optional<Date> published;
  int priority = 0;
  bool strict = false;
};
struct ExtractCommand {
  std::vector<std::string> inputs;
  std::string as;
  std::string title, url, source;
  std::optional<Date> published;
  bool all = false;  ///< also what is hypothetical or negated
  bool strict = false;
  std::optional<std::size_t> jobs = {};  ///< absent: one a core
};
struct ExplainCommand {
  std::string input;
  std::string as;
  std::string title, url, source;
  std::optional<Date> published;
  bool html = false;
};
struct MembersCommand {
  std::string body;
  When when;
};
struct MembershipsCommand {
  std::string entity;
  When when;
};
struct WasCommand {
  std::string subject, body;
  When when;
};
struct TimelineCommand {
  std::string entity;
  When when;
};
struct ChangesCommand {
  std::string body;     ///< empty or `all`: everything
  std::string subject;  ///< empty: of whomever
  When when;
  std::vector<std::string> kinds;
};
struct OverlapCommand {
  std::string a, b, body;
  When when;
};
struct PathCommand {
  std::string from, to;
  When when;
  bool simultaneous = false;
  bool all = false;
  std::optional<std::size_t> best = {};  ///< absent: the shortest
  std::vector<std::string> avoid, avoid_relations;
  std::size_t max_steps = 8;
};
struct WhyCommand {
  std::string subject, body;
  When when;
  bool negated = false;  ///< why not
};
struct ConflictsCommand {
  std::string entity;
  std::string body;
  When when;
};
struct AskCommand {
  std::string question;
};
struct ExportCommand {
  std::string format;  ///< dot, svg, png, pdf, json, claims, csv; empty: by the name of the output
  std::string output;  ///< empty or `-`: standard output
  std::vector<std::string> around;
  std::size_t radius = 1;
  When when;
  std::string title;
  bool compat = false;
};
struct DrawCommand {
  std::string kind;                ///< timeline, network, change, multiples, matrix
  std::vector<std::string> names;  ///< bodies, members, or both
  std::string format;              ///< svg, png, pdf; empty: by the name of the output, else svg
  std::string output;              ///< empty or `-`: standard output
  When when;
  std::vector<std::string> dates;  ///< of change and multiples
  std::string group_by;            ///< body, member; empty: as the names suggest
  std::string sort_by = "entry";
  std::string style = "light";
  std::string title, subtitle;
};
struct CompareCommand {
  std::vector<std::string> sources;  ///< empty: all
  std::string entity, body;
  When when;
  std::vector<std::string> only;  ///< kinds of agreement; empty: all
  std::int64_t least_days = 0;
  bool all_bodies = false;
};
struct DyadsCommand {
  std::vector<std::string> among;
  std::optional<Edtf> during;
  std::vector<std::string> relations;
  std::string least = "part";
  std::string codes;  ///< the scheme of the ids that are written; empty: our own ids
  bool zeros = false;
};
struct EntitiesCommand {
  std::string text;
  std::string kind;
  bool unmatched = false;
};
/// What sources there are and, first, which priority this database gives them.
struct SourcesCommand {
  std::vector<std::string> priorities;  ///< `SOURCE=3`; `SOURCE=` for what its files say
};
struct MergeCommand {
  std::vector<std::string> others;
};
struct InfoCommand {};
struct DateCommand {
  std::string phrase;
  std::optional<Date> reference;
};
/// Text that was asked for of the program itself: help, version, completions, the manual page.
struct PrintCommand {
  std::string text;
};

using Command =
    std::variant<PrintCommand, ImportCommand, ExtractCommand, ExplainCommand, MembersCommand,
                 MembershipsCommand, WasCommand, TimelineCommand, ChangesCommand, OverlapCommand, PathCommand,
                 WhyCommand, ConflictsCommand, AskCommand, ExportCommand, DrawCommand, CompareCommand,
                 DyadsCommand, EntitiesCommand, SourcesCommand, MergeCommand, InfoCommand, DateCommand>;

struct Arguments {
  Common common;
  Command command;
};

/// A command line that cannot be understood. `message` ends with what to do next.
struct UsageError {
  std::string message;
};

[[nodiscard]] std::variant<Arguments, UsageError> read_arguments(int count, const char* const* values);

}  // namespace entente::cli
