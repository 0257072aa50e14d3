#include "cli/answers.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <variant>

#include "cli/console.hpp"
#include "export/answer_json.hpp"
#include "export/answer_table.hpp"
#include "export/timeline_chart.hpp"

namespace entente::cli {

namespace {

/// Wide enough for a page, where the output is no terminal: lines are for reading there, too.
constexpr std::size_t page_width = 110;

struct IsFound {
  bool operator()(const Members& answer) const { return !answer.ties.empty(); }
  bool operator()(const Memberships& answer) const { return !answer.ties.empty(); }
  bool operator()(const Was& answer) const { return answer.status != Status::No; }
  bool operator()(const Timeline& answer) const { return !answer.ties.empty() || !answer.existence.empty(); }
  bool operator()(const Changes& answer) const { return !answer.changes.empty(); }
  bool operator()(const Overlap& answer) const { return !answer.shared.empty() || !answer.direct.empty(); }
  bool operator()(const Paths& answer) const { return !answer.paths.empty(); }
  bool operator()(const Why& answer) const {
    return !answer.ties.empty() || !answer.denying.empty() || !answer.hypothetical.empty() ||
           !answer.unused.empty();
  }
  bool operator()(const WhyNot& answer) const { return !answer.reasons.empty(); }
  bool operator()(const std::vector<Conflict>& answer) const { return !answer.empty(); }
};

ExitStatus status_of(const Answer& answer) {
  return std::visit(IsFound{}, answer) ? ExitStatus::Found : ExitStatus::Nothing;
}
/// A sentence of its own is found or not as it says, whatever the tables show.
ExitStatus status_of(const Asked& asked) {
  if (asked.answer_text.empty()) return status_of(asked.answer);
  return asked.answered ? ExitStatus::Found : ExitStatus::Nothing;
}

void print_tables(const Common& common, const Answer& answer, bool evidence) {
  const TextOptions options{
      .width = common.width == 0 ? page_width : common.width, .color = common.color, .ascii = common.ascii};
  std::string text;
  for (const Table& table : text_tables(answer, {.evidence = evidence}))
    text += (text.empty() ? "" : "\n") + to_text(table, options);
  print(text);
}

/// A timeline is a picture before it is a table.
void print_chart(const Common& common, const Timeline& timeline) {
  std::vector<Tie> outgoing;
  for (const Tie& tie : timeline.ties) {
    if (tie.subject.id == timeline.entity.id) outgoing.push_back(tie);
  }
  ChartOptions options{
      .width = common.width == 0 ? page_width : common.width, .color = common.color, .ascii = common.ascii};
  options.label = outgoing.empty() ? ChartOptions::Label::Subject : ChartOptions::Label::Object;
  const std::string chart = timeline_chart(outgoing.empty() ? timeline.ties : outgoing, options);
  if (!chart.empty()) print(chart + '\n');
}

void print_answer(const Common& common, const Answer& answer) {
  if (common.format == Format::Csv) {
    print(to_csv(csv_table(answer)));
    return;
  }
  const auto* timeline = std::get_if<Timeline>(&answer);
  if (timeline != nullptr) print_chart(common, *timeline);
  print_tables(common, answer, timeline == nullptr);  // a timeline is for the overview; `why` has the proofs
}

bool wants_json(const Common& common) {
  return common.format == Format::Json || common.format == Format::Ndjson;
}

/// One answer a line, without the question; an answer without a list is a line of its own.
std::string answer_lines(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  rapidjson::StringBuffer buffer;
  const auto line = [&](const rapidjson::Value& value) {
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value.Accept(writer);
    buffer.Put('\n');
  };
  const auto answers = document.IsObject() ? document.FindMember("answers") : document.MemberEnd();
  if (!document.IsObject() || answers == document.MemberEnd() || !answers->value.IsArray()) {
    line(document);
  } else {
    for (const rapidjson::Value& answer : answers->value.GetArray()) line(answer);
  }
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

void print_json(const Common& common, const std::string& json) {
  print(common.format == Format::Ndjson ? answer_lines(json) : json);
}

ExitStatus respond(const Common& common, const Store& store, const Question& question, Focus focus) {
  const Answer answered = answer(store, question, focus);
  if (wants_json(common)) {
    print_json(common, to_json(question, answered));
  } else {
    print_answer(common, answered);
  }
  return status_of(answered);
}

ExitStatus respond(const Common& common, const Asked& asked) {
  if (wants_json(common)) {
    print_json(common, to_json(asked));
    return status_of(asked);
  }
  if (common.format == Format::Table) {
    std::string heading = fmt::format("Understood: {}\nAs a command: {}\n", asked.understood, asked.command);
    for (const std::string& note : asked.notes) heading += note + '\n';
    if (!asked.answer_text.empty()) heading += '\n' + asked.answer_text + '\n';
    print(heading + '\n');
    if (!asked.answer_text.empty()) {
      // The sentence is the overview; what it stands on is below.
      if (std::visit(IsFound{}, asked.answer)) print_tables(common, asked.answer, true);
      return status_of(asked);
    }
  }
  print_answer(common, asked.answer);
  return status_of(asked);
}

}  // namespace entente::cli
