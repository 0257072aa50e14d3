#include "export/answer_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "export/date_label.hpp"
#include "export/display_text.hpp"
#include "queries/scope.hpp"

namespace entente {

namespace {

using Fit = Column::Fit;

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// `in 2008`, `on 2008-05-17`, nothing for all time.
std::string when_text(const std::optional<Period>& when) {
  if (!when || *when == all_time) return {};
  return (when->first == when->last ? " on " : " in ") + period_text(*when);
}

/// `3 certain, 1 possible`, in the order of strength; nothing for no ties.
std::string counts_text(const std::vector<Tie>& ties) {
  std::map<Status, std::size_t> counts;
  for (const Tie& tie : ties) ++counts[tie.status];
  std::string text;
  for (const auto& [status, count] : counts) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, name_of(status));
  }
  return text;
}

std::string end_text(const Interval& interval) {
  if (std::holds_alternative<Unknown>(interval.last())) return "?";
  if (std::holds_alternative<Ongoing>(interval.last())) return "ongoing";
  const std::string last = last_text(interval);
  return last == ".." ? "not stated" : last;
}

std::string start_text(const Interval& interval) {
  const std::string first = first_text(interval);
  return first.empty() ? "?" : first;
}

std::string source_name(const Source& source) {
  return source.title.empty() ? source.id.value : source.title;
}

constexpr std::size_t quote_width = 110;  // columns of a quotation that stands beside an answer

/// The beginning of a text, broken at a blank.
std::string beginning(const std::string& text) {
  const std::vector<std::string> lines = wrapped(printable(text), quote_width);
  return lines.size() == 1 ? lines.front() : lines.front() + " …";
}

std::string proof_text(const Proof& proof, bool whole) {
  const Evidence& evidence = proof.claim.evidence;
  std::string text =
      evidence.text.empty() ? std::string() : "“" + (whole ? evidence.text : beginning(evidence.text)) + "” ";
  text += '(' + source_name(proof.source);
  if (proof.source.published) text += ", " + proof.source.published->text();
  if (evidence.row != 0) text += fmt::format(", line {}", evidence.row);
  return text + ')';
}

/// One proof, and how many more there are. What happened says more than what was the case.
std::string proofs_text(const std::vector<Proof>& proofs) {
  if (proofs.empty()) return {};
  const auto event = std::find_if(proofs.begin(), proofs.end(),
                                  [](const Proof& proof) { return proof.claim.event != Event::Held; });
  std::string text = proof_text(event != proofs.end() ? *event : proofs.front(), false);
  if (proofs.size() > 1) text += fmt::format(" and {} more", proofs.size() - 1);
  return text;
}

std::string notes_text(const Tie& tie) {
  std::string text;
  for (const Note& note : tie.notes) text += (text.empty() ? "" : " ") + note.text;
  return text;
}

std::string relation_text(const Relation& relation) { return event_name(Event::Held, relation); }

enum class Names { Subject, Object, Both };
enum class Statuses { Shown, Hidden };  ///< over all time every status is that of "at some time"

/// The ties as rows. A column that would say the same in every row, or nothing in any, is left out.
Table tie_table(std::string title, const std::vector<Tie>& ties, Names names,
                const AnswerTableOptions& options, Statuses statuses = Statuses::Shown) {
  const auto any = [&](auto predicate) { return std::any_of(ties.begin(), ties.end(), predicate); };
  const bool relations = any([](const Tie& tie) { return tie.relation.label != relation::member_of; });
  const bool disputed = any([](const Tie& tie) { return !tie.disputes.empty(); });
  const bool notes = any([](const Tie& tie) { return !tie.notes.empty(); });
  const bool evidence = options.evidence && any([](const Tie& tie) { return !tie.proofs.empty(); });

  Table table;
  table.title = std::move(title);
  if (names != Names::Object) table.columns.push_back({"who", Fit::Wrap});
  if (relations) table.columns.push_back({"as"});
  if (names != Names::Subject) table.columns.push_back({names == Names::Both ? "of" : "body", Fit::Wrap});
  if (statuses == Statuses::Shown) table.columns.push_back({"status"});
  table.columns.push_back({"from"});
  table.columns.push_back({"to"});
  if (disputed) table.columns.push_back({"disputed"});
  if (notes) table.columns.push_back({"note", Fit::Wrap});
  if (evidence) table.columns.push_back({"evidence", Fit::Wrap});
  for (const Tie& tie : ties) {
    auto& row = table.rows.emplace_back();
    if (names != Names::Object) row.push_back(tie.subject.name);
    if (relations) row.push_back(relation_text(tie.relation));
    if (names != Names::Subject) row.push_back(tie.object.name);
    if (statuses == Statuses::Shown) row.emplace_back(name_of(tie.status));
    row.push_back(start_text(tie.interval));
    row.push_back(end_text(tie.interval));
    if (disputed) row.emplace_back(tie.disputes.empty() ? "" : "disputed");
    if (notes) row.push_back(notes_text(tie));
    if (evidence) row.push_back(proofs_text(tie.proofs));
  }
  const std::string counts = counts_text(ties);
  if (!counts.empty()) table.notes.push_back(counts);
  return table;
}

Table proof_table(std::string title, const std::vector<Proof>& proofs) {
  Table table{std::move(title), {{"says"}, {"date"}, {"how"}, {"evidence", Fit::Wrap}}, {}, {}};
  for (const Proof& proof : proofs) {
    const Claim& claim = proof.claim;
    table.rows.push_back({event_name(claim.event, claim.relation), claim.when ? to_string(*claim.when) : "",
                          name_of(claim.certainty), proof_text(proof, true)});
  }
  return table;
}

void add_part(std::vector<Table>& tables, Table table) {
  if (!table.rows.empty()) tables.push_back(std::move(table));
}

std::vector<Table> tables_of(const Members& answer, const AnswerTableOptions& options) {
  std::string title = answer.ties.empty() ? "No member of " : "Members of ";
  title += answer.body.name + when_text(answer.when);
  return {tie_table(title, answer.ties, answer.bodies.size() > 1 ? Names::Both : Names::Subject, options)};
}

std::vector<Table> tables_of(const Memberships& answer, const AnswerTableOptions& options) {
  std::string title = answer.ties.empty() ? "No memberships of " : "Memberships of ";
  return {
      tie_table(title + answer.entity.name + when_text(answer.when), answer.ties, Names::Object, options)};
}

std::string status_sentence(const Was& answer) {
  const std::string what =
      fmt::format("{} in {}{}", answer.subject.name, answer.body.name, when_text(answer.when));
  switch (answer.status) {
    case Status::Certain:
      return what + ": certain";
    case Status::Presumed:
      return what + ": presumed (no source says that it ended)";
    case Status::Part:
      return what + ": for part of the time";
    case Status::Possible:
      return what + ": possible (the dates are too coarse to tell)";
    case Status::No:
      return what + ": no";
  }
  return what;
}

std::vector<Table> tables_of(const Was& answer, const AnswerTableOptions& options) {
  std::vector<Table> tables = {tie_table(status_sentence(answer), answer.ties, Names::Object, options)};
  tables.front().notes.clear();
  if (!answer.changes.empty()) tables.front().notes.push_back("Day by day: " + changes_text(answer.changes));
  add_part(tables, tie_table("Also", answer.other, Names::Object, options));
  return tables;
}

std::vector<Table> tables_of(const Timeline& answer, const AnswerTableOptions& options) {
  std::string title = "Timeline of " + answer.entity.name;
  std::string existence;
  if (answer.entity.founded) existence = "founded " + answer.entity.founded->text();
  if (answer.entity.dissolved) {
    existence +=
        (existence.empty() ? "" : ", ") + std::string("dissolved ") + answer.entity.dissolved->text();
  }
  if (!existence.empty()) title += " (" + existence + ')';
  std::vector<Table> tables = {tie_table(title, answer.ties, Names::Both, options, Statuses::Hidden)};
  tables.front().notes.clear();
  if (options.evidence) add_part(tables, proof_table("Existence", answer.existence));
  // Nothing but the existence was asked for.
  if (tables.size() > 1 && answer.ties.empty()) tables.erase(tables.begin());
  return tables;
}

std::vector<Table> tables_of(const Changes& answer, const AnswerTableOptions& options) {
  Table table;
  const std::string about = answer.body ? " of " + answer.body->name : std::string();
  table.title = (answer.changes.empty() ? "No changes" : "Changes") + about + when_text(answer.during);
  table.columns = {{"date"}, {"who", Fit::Wrap}, {"change"}, {"body", Fit::Wrap}, {"certain"}};
  if (options.evidence) table.columns.push_back({"evidence", Fit::Wrap});
  for (const Change& change : answer.changes) {
    auto& row = table.rows.emplace_back();
    row = {change.when.empty() ? "?" : change.when, change.subject.name, name_of(change.kind),
           change.object ? change.object->name : change.text, change.certain ? "certain" : "possible"};
    if (options.evidence) row.push_back(proofs_text(change.proofs));
  }
  const auto certain = static_cast<std::size_t>(
      std::count_if(answer.changes.begin(), answer.changes.end(), [](const Change& c) { return c.certain; }));
  if (!answer.changes.empty()) {
    table.notes.push_back(fmt::format("{} certain, {} possible", certain, answer.changes.size() - certain));
  }
  return {table};
}

std::vector<Table> tables_of(const Overlap& answer, const AnswerTableOptions& options) {
  Table table;
  table.title =
      fmt::format("{} and {} {}{}", answer.a.name, answer.b.name,
                  answer.shared.empty() ? "were never together" : "together", when_text(answer.when));
  table.columns = {{"body", Fit::Wrap},
                   {"status"},
                   {answer.a.name},
                   {answer.b.name},
                   {"certainly together", Fit::Wrap},
                   {"possibly together", Fit::Wrap}};
  for (const SharedSpell& spell : answer.shared) {
    table.rows.push_back({spell.body.name, name_of(spell.moments.status), spell.a.interval.to_string(),
                          spell.b.interval.to_string(), periods_text(spell.moments.certain),
                          periods_text(spell.moments.possible)});
  }
  std::vector<Table> tables = {table};
  add_part(tables, tie_table("Between the two themselves", answer.direct, Names::Both, options));
  return tables;
}

std::vector<Table> tables_of(const Paths& answer, const AnswerTableOptions& options) {
  std::vector<Table> tables;
  for (std::size_t i = 0; i < answer.paths.size(); ++i) {
    const Path& path = answer.paths[i];
    std::vector<Tie> ties;
    for (const PathStep& step : path.steps) ties.insert(ties.end(), step.ties.begin(), step.ties.end());
    std::string title = answer.from.name;
    for (const PathStep& step : path.steps) title += " – " + step.to.name;
    Table table = tie_table(title + when_text(answer.when), ties, Names::Both, options);
    table.notes = {fmt::format("{}, all at once: {} (certain: {})", counted(path.steps.size(), "step"),
                               periods_text(path.moments.possible), periods_text(path.moments.certain))};
    tables.push_back(std::move(table));
  }
  if (tables.empty()) {
    tables.push_back(
        {fmt::format("No path from {} to {}{}", answer.from.name, answer.to.name, when_text(answer.when)),
         {{"who"}, {"as"}, {"of"}, {"status"}, {"from"}, {"to"}},
         {},
         {}});
  }
  if (answer.truncated) tables.back().notes.emplace_back("There are more paths than are listed.");
  return tables;
}

std::vector<Table> tables_of(const Why& answer, const AnswerTableOptions& options) {
  std::vector<Table> tables;
  for (const Tie& tie : answer.ties) {
    Table table =
        proof_table(fmt::format("{} – {} – {}: {}, {}", tie.subject.name, relation_text(tie.relation),
                                tie.object.name, tie.interval.to_string(), name_of(tie.status)),
                    tie.proofs);
    for (const Note& note : tie.notes) table.notes.push_back(note.text);
    table.notes.push_back("Day by day: " + changes_text(tie.changes));
    tables.push_back(std::move(table));
  }
  if (tables.empty()) {
    tables.push_back(proof_table(
        fmt::format("Nothing ties {} to {}{}", answer.subject.name, answer.body.name, when_text(answer.when)),
        {}));
  }
  (void)options;  // evidence is the answer itself
  add_part(tables, proof_table("Claims with other dates", answer.dissenting));
  add_part(tables, proof_table("Claims that deny it", answer.denying));
  add_part(tables, proof_table("Only planned, expected or reported", answer.hypothetical));
  add_part(tables, proof_table("Other claims about the two", answer.unused));
  return tables;
}

std::vector<Table> tables_of(const WhyNot& answer, const AnswerTableOptions& options) {
  Table table;
  table.title =
      fmt::format("Why {} was not in {}{}", answer.subject.name, answer.body.name, when_text(answer.when));
  table.columns = {{"reason"}, {"that is", Fit::Wrap}};
  if (options.evidence) table.columns.push_back({"evidence", Fit::Wrap});
  for (const Reason& reason : answer.reasons) {
    auto& row = table.rows.emplace_back();
    row = {name_of(reason.kind), reason.text};
    if (!options.evidence) continue;
    std::vector<Proof> proofs = reason.proofs;
    for (const Tie& tie : reason.ties) proofs.insert(proofs.end(), tie.proofs.begin(), tie.proofs.end());
    row.push_back(proofs_text(proofs));
  }
  table.notes.push_back(fmt::format("Was it? {}", name_of(answer.status)));
  return {table};
}

/// One end of one tie, with every claim for each of the dates that it may have.
Table case_table(const Conflict& conflict) {
  Table table;
  table.title =
      fmt::format("{} – {} – {}: the {} day", conflict.tie.subject.name, relation_text(conflict.tie.relation),
                  conflict.tie.object.name, conflict.end == Dispute::End::First ? "first" : "last");
  table.columns = {
      {"date"}, {"kept"}, {"priority", Fit::Keep, Column::Align::Right}, {"says"}, {"evidence", Fit::Wrap}};
  for (const ConflictAlternative& alternative : conflict.alternatives) {
    bool first = true;
    for (const Proof& proof : alternative.proofs) {
      table.rows.push_back({first ? alternative.date.text() : "", first && alternative.kept ? "kept" : "",
                            std::to_string(proof.source.priority),
                            fmt::format("{} {}", event_name(proof.claim.event, proof.claim.relation),
                                        proof.claim.when ? to_string(*proof.claim.when) : "undated"),
                            proof_text(proof, true)});
      first = false;
    }
  }
  table.notes.emplace_back(
      "Kept is the date of the highest priority, then of the most sources, then the most precise.");
  return table;
}

bool is_one_case(const std::vector<Conflict>& answer) {
  return !answer.empty() && std::all_of(answer.begin(), answer.end(), [&](const Conflict& conflict) {
    return conflict.tie.subject == answer.front().tie.subject &&
           conflict.tie.object == answer.front().tie.object;
  });
}

std::vector<Table> tables_of(const std::vector<Conflict>& answer, const AnswerTableOptions& options) {
  if (is_one_case(answer)) {
    std::vector<Table> cases;
    for (const Conflict& conflict : answer) cases.push_back(case_table(conflict));
    return cases;
  }
  Table table;
  table.title = answer.empty() ? "No conflicts" : counted(answer.size(), "conflict");
  table.columns = {{"who", Fit::Wrap}, {"as"}, {"of", Fit::Wrap}, {"end"}, {"date"}, {"kept"}};
  if (options.evidence) table.columns.push_back({"evidence", Fit::Wrap});
  for (const Conflict& conflict : answer) {
    for (const ConflictAlternative& alternative : conflict.alternatives) {
      auto& row = table.rows.emplace_back();
      row = {conflict.tie.subject.name, relation_text(conflict.tie.relation),
             conflict.tie.object.name,  conflict.end == Dispute::End::First ? "first day" : "last day",
             alternative.date.text(),   alternative.kept ? "kept" : ""};
      if (options.evidence) row.push_back(proofs_text(alternative.proofs));
    }
  }
  return {table};
}

}  // namespace

std::vector<Table> text_tables(const Answer& answer, const AnswerTableOptions& options) {
  return std::visit([&](const auto& a) { return tables_of(a, options); }, answer);
}

std::vector<Table> text_tables(const Neighbours& answer, const AnswerTableOptions& options) {
  return {
      tie_table("Around " + answer.entity.name + when_text(answer.when), answer.ties, Names::Both, options)};
}

std::vector<Table> text_tables(const Snapshot& answer, const AnswerTableOptions& options) {
  return {tie_table("All ties" + when_text(answer.when), answer.ties, Names::Both, options)};
}

std::vector<Table> text_tables(const Diff& answer, const AnswerTableOptions& /*options*/) {
  const auto part = [](std::string title, const std::vector<Difference>& differences) {
    Table table{
        std::move(title), {{"who", Fit::Wrap}, {"as"}, {"of", Fit::Wrap}, {"before"}, {"after"}}, {}, {}};
    for (const Difference& d : differences) {
      table.rows.push_back(
          {d.subject.name, relation_text(d.relation), d.object.name, name_of(d.before), name_of(d.after)});
    }
    return table;
  };
  const std::string between =
      fmt::format(" between {} and {}", period_text(answer.before), period_text(answer.after));
  std::vector<Table> tables = {part("Gained" + between, answer.gained)};
  add_part(tables, part("Lost" + between, answer.lost));
  add_part(tables, part("Altered" + between, answer.altered));
  return tables;
}

std::string changes_text(std::span<const StatusChange> changes) {
  if (changes.empty()) return "no";
  if (changes.size() == 1) return std::string("always ") + name_of(changes.front().status);
  std::string text;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const char* status = name_of(changes[i].status);
    if (i + 1 < changes.size()) {
      text += fmt::format("{} to {}, ", status, changes[i + 1].from->previous().to_string());
    } else {
      text += std::string("then ") + status;
    }
  }
  return text;
}

}  // namespace entente
