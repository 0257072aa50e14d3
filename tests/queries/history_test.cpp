// Runs the histories in histories/*.test: lines of a history, then questions and the answers to them.
//
//   ? members csto on 2008
//   certain Armenia member_of 1994-04-20/..
//
// The lines under a question, up to an empty line, are its answer; the forms of questions are in `answer_to`.
// A red test prints both; where the new answer is the right one, it is copied into the file by hand.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "graph/error.hpp"
#include "queries/ask.hpp"
#include "queries/resolve_name.hpp"
#include "tests/queries/history.hpp"

namespace entente {
namespace {

using Lines = std::vector<std::string>;

std::string span(const Tie& tie) {
  return fmt::format("{} {} {} {}", tie.subject.name, tie.relation.label, tie.object.name,
                     tie.interval.to_string());
}
std::string with_status(const Tie& tie) { return fmt::format("{} {}", name_of(tie.status), span(tie)); }
Lines lines_of(const std::vector<Tie>& ties) {
  Lines lines;
  for (const Tie& tie : ties) lines.push_back(with_status(tie));
  return lines;
}
void add(Lines& lines, const std::string& heading, const std::vector<Proof>& proofs) {
  for (const Proof& proof : proofs) lines.push_back(heading + ": " + proof.claim.evidence.text);
}

Lines render(const Members& answer) { return lines_of(answer.ties); }
Lines render(const Memberships& answer) { return lines_of(answer.ties); }
Lines render(const Neighbours& answer) { return lines_of(answer.ties); }
Lines render(const Was& answer) {
  Lines lines = {name_of(answer.status)};
  std::string flips = "flips:";
  for (const StatusChange& change : answer.changes) {
    if (change.from) flips += fmt::format(" {} {}", change.from->to_string(), name_of(change.status));
  }
  if (!answer.changes.empty()) lines.push_back(flips);
  for (const Tie& tie : answer.ties) lines.push_back(with_status(tie));
  for (const Tie& tie : answer.other) lines.push_back("other: " + with_status(tie));
  return lines;
}
Lines render(const Timeline& answer) {
  Lines lines;
  if (answer.entity.founded) lines.push_back("founded " + answer.entity.founded->text());
  for (const Tie& tie : answer.ties) lines.push_back(span(tie));
  if (answer.entity.dissolved) lines.push_back("dissolved " + answer.entity.dissolved->text());
  for (const Tie& tie : answer.founders) lines.push_back("founder: " + tie.subject.name);
  return lines;
}
Lines render(const Changes& answer) {
  Lines lines;
  for (const Change& change : answer.changes) {
    lines.push_back(
        fmt::format("{} {} {}{}{}{}", change.when.empty() ? "undated" : change.when, change.subject.name,
                    name_of(change.kind), change.object ? " " + change.object->name : "",
                    change.text.empty() ? "" : " " + change.text, change.certain ? "" : " (possibly)"));
  }
  return lines;
}
Lines render(const Overlap& answer) {
  Lines lines;
  for (const SharedSpell& spell : answer.shared) {
    lines.push_back(fmt::format("{} {}: certainly {}; presumably {}; possibly {}",
                                name_of(spell.moments.status), spell.body.name,
                                periods_text(spell.moments.certain), periods_text(spell.moments.presumed),
                                periods_text(spell.moments.possible)));
  }
  for (const Tie& tie : answer.direct) lines.push_back("direct: " + with_status(tie));
  return lines;
}
Lines render(const Paths& answer) {
  Lines lines;
  for (const Path& path : answer.paths) {
    std::string text = path.steps.front().from.name;
    for (const PathStep& step : path.steps) text += " - " + step.to.name;
    lines.push_back(
        fmt::format("{} [{}; {}]", text, name_of(path.moments.status), periods_text(path.moments.possible)));
  }
  return lines;
}
Lines render(const Why& answer) {
  Lines lines;
  for (const Tie& tie : answer.ties) {
    lines.push_back(with_status(tie));
    add(lines, "for", tie.proofs);
    for (const Note& note : tie.notes) lines.push_back("note: " + note.rule);
  }
  add(lines, "dissenting", answer.dissenting);
  add(lines, "denying", answer.denying);
  add(lines, "hypothetical", answer.hypothetical);
  add(lines, "unused", answer.unused);
  return lines;
}
Lines render(const WhyNot& answer) {
  Lines lines = {name_of(answer.status)};
  for (const Reason& reason : answer.reasons) {
    lines.push_back(fmt::format("{}: {}", name_of(reason.kind), reason.text));
    for (const EntityRef& near : reason.near) lines.push_back("near: " + near.name);
  }
  return lines;
}
Lines render(const std::vector<Conflict>& answer) {
  Lines lines;
  for (const Conflict& conflict : answer) {
    std::string text =
        span(conflict.tie) + (conflict.end == Dispute::End::First ? ", first day:" : ", last day:");
    for (const ConflictAlternative& alternative : conflict.alternatives) {
      text += fmt::format(" {}{} ({} claims)", alternative.date.text(), alternative.kept ? " kept" : "",
                          alternative.proofs.size());
    }
    lines.push_back(text);
  }
  return lines;
}
Lines render(const Diff& answer) {
  Lines lines;
  const auto add_all = [&](const char* heading, const std::vector<Difference>& differences) {
    for (const Difference& d : differences) {
      lines.push_back(fmt::format("{} {} {} {}: {} {}", heading, d.subject.name, d.relation.label,
                                  d.object.name, name_of(d.before), name_of(d.after)));
    }
  };
  add_all("gained", answer.gained);
  add_all("lost", answer.lost);
  add_all("altered", answer.altered);
  return lines;
}
Lines render(const Snapshot& answer) {
  Lines lines;
  for (const Entity& entity : answer.entities) lines.push_back("entity " + entity.name);
  for (const Tie& tie : answer.ties) lines.push_back(with_status(tie));
  return lines;
}

/// The words of a question: `verb name name on EDTF key value …`.
struct Words {
  std::string verb;
  std::vector<std::string> names;
  std::optional<Period> when;
  std::map<std::string, std::string> options;

  explicit Words(const std::string& line) {
    std::istringstream in(line);
    in >> verb;
    static const std::vector<std::string> keys = {"on",    "relation", "least", "time",
                                                  "count", "avoid",    "and",   "successors"};
    for (std::string word; in >> word;) {
      if (std::find(keys.begin(), keys.end(), word) == keys.end()) {
        names.push_back(word);
      } else {
        in >> options[word];
      }
    }
    if (has("on")) when = period(options["on"]);
  }
  [[nodiscard]] bool has(const std::string& key) const { return options.count(key) != 0; }
  [[nodiscard]] EntityId id(std::size_t i) const { return EntityId{names.at(i)}; }
};

Lines answer_to(const Store& store, const std::string& line) {
  Words q(line);
  Scope scope{.when = q.when};
  if (q.has("relation")) {
    scope.relations.clear();
    if (q.options["relation"] != "any") scope.relations.push_back(Relation{q.options["relation"]});
  }
  if (q.options["least"] == "certain") scope.least = Status::Certain;
  const bool successors = q.options["successors"] == "yes";
  if (q.verb == "members") return render(members(store, {q.id(0), scope, successors}));
  if (q.verb == "memberships") return render(memberships(store, {q.id(0), scope}));
  if (q.verb == "was") {
    return render(
        was(store, {.subject = q.id(0), .body = q.id(1), .when = q.when, .follow_successors = successors}));
  }
  if (q.verb == "timeline") {
    return render(timeline(store, {.entity = q.id(0), .when = q.when, .follow_successors = successors}));
  }
  if (q.verb == "changes") {
    ChangesQuestion changes_question{.during = q.when.value_or(all_time), .undated = q.has("undated")};
    if (!q.names.empty()) changes_question.body = q.id(0);
    return render(changes(store, changes_question));
  }
  if (q.verb == "overlap") {
    OverlapQuestion question{.a = q.id(0), .b = q.id(1)};
    question.scope.when = q.when;
    return render(overlap(store, question));
  }
  if (q.verb == "path") {
    PathQuestion question{
        .from = q.id(0), .to = q.id(1), .when = q.when, .relations = {}, .least = scope.least};
    if (q.has("relation")) question.relations = scope.relations;
    if (q.options["time"] == "simultaneous") question.time = PathTime::Simultaneous;
    if (q.options["count"] == "all") question.count = PathCount::AllShortest;
    if (q.options["count"] == "best") question.count = PathCount::Best;
    if (q.has("avoid")) question.avoid = {EntityId{q.options["avoid"]}};
    return render(paths(store, question));
  }
  if (q.verb == "why") return render(why(store, {q.id(0), q.id(1), q.when}));
  if (q.verb == "why-not") return render(why_not(store, {q.id(0), q.id(1), q.when}));
  if (q.verb == "conflicts") return render(conflicts(store));
  if (q.verb == "neighbours") {
    scope.relations.clear();
    return render(neighbours(store, {q.id(0), scope}));
  }
  if (q.verb == "snapshot") {
    SnapshotQuestion question;
    question.scope.when = q.when;
    for (const std::string& name : q.names) question.around.push_back(EntityId{name});
    return render(snapshot(store, question));
  }
  if (q.verb == "diff") return render(diff(store, {period(q.options["on"]), period(q.options["and"])}));
  if (q.verb == "ask") {
    try {
      const Asked asked = ask(store, line.substr(4), {});
      Lines lines = {asked.understood};
      std::visit(
          [&](const auto& answer) {
            for (std::string& text : render(answer)) lines.push_back(std::move(text));
          },
          asked.answer);
      for (const std::string& note : asked.notes) lines.push_back("note: " + note);
      return lines;
    } catch (const Error& error) {
      return {name_of(error.code())};
    }
  }
  return {"no such question: " + q.verb};
}

class Histories : public testing::TestWithParam<const char*> {};

TEST_P(Histories, AreAnsweredAsTheFileSays) {
  const std::string path = std::string(ENTENTE_SOURCE_DIR "/tests/queries/histories/") + GetParam() + ".test";
  std::ifstream file(path);
  ASSERT_TRUE(file) << path;
  TemporaryStore store;
  HistoryReader reader(*store);
  bool telling = true;
  std::size_t questions = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("? ", 0) != 0) {
      if (telling) reader.read(line);
      continue;
    }
    if (telling) reader.commit();
    telling = false;
    Lines expected;
    const std::string question = line.substr(2);
    while (std::getline(file, line) && !line.empty()) expected.push_back(line);
    EXPECT_EQ(fmt::format("{}", fmt::join(answer_to(*store, question), "\n")),
              fmt::format("{}", fmt::join(expected, "\n")))
        << "? " << question;
    ++questions;
  }
  EXPECT_GT(questions, 0U);
}

INSTANTIATE_TEST_SUITE_P(Files, Histories,
                         testing::Values("csto", "disputed", "nato", "suspended", "uncertain", "names",
                                         "paths", "successors"),
                         [](const auto& file) { return std::string(file.param); });

}  // namespace
}  // namespace entente
