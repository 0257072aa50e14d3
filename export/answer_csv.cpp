#include "export/answer_table.hpp"
#include "export/cell_text.hpp"
#include "export/date_label.hpp"
#include "queries/scope.hpp"

namespace entente {

namespace {

using namespace detail;

constexpr const char* sources_separator = ";";

/// A day of a period that is asked about: none where it reaches to the beginning or the end of time.
std::string bound_text(Day day) {
  return day == beginning_of_time || day == end_of_time ? std::string() : day.to_string();
}

const std::vector<Column> tie_columns = {
    {"subject_id"}, {"subject"}, {"relation"},       {"object_id"},    {"object"},       {"status"},
    {"start"},      {"end"},     {"earliest_start"}, {"latest_start"}, {"earliest_end"}, {"latest_end"},
    {"disputed"},   {"edge"},    {"sources"},        {"text"}};

std::vector<std::string> tie_row(const Tie& tie) {
  const Readings& readings = tie.interval.readings();
  return {tie.subject.id.value,
          tie.subject.name,
          tie.relation.label,
          tie.object.id.value,
          tie.object.name,
          name_of(tie.status),
          first_text(tie.interval),
          last_text(tie.interval),
          day_text(readings.first_earliest),
          day_text(readings.first_latest),
          day_text(readings.last_earliest),
          day_text(readings.last_latest),
          tie.disputes.empty() ? "false" : "true",
          tie.edge.to_string(),
          sources_text(tie.proofs, sources_separator),
          first_sentence(tie.proofs)};
}

Table ties_table(const std::vector<Tie>& ties) {
  Table table;
  table.columns = tie_columns;
  for (const Tie& tie : ties) table.rows.push_back(tie_row(tie));
  return table;
}

/// The tie's columns behind one that says to which part of the answer a row belongs.
class Parts {
 public:
  Parts() {
    table_.columns = {{"part"}};
    table_.columns.insert(table_.columns.end(), tie_columns.begin(), tie_columns.end());
  }
  void add(const std::string& part, const std::vector<Tie>& ties) {
    for (const Tie& tie : ties) {
      std::vector<std::string> row = tie_row(tie);
      row.insert(row.begin(), part);
      table_.rows.push_back(std::move(row));
    }
  }
  [[nodiscard]] Table table() && { return std::move(table_); }

 private:
  Table table_;
};

Table table_of(const Members& answer) { return ties_table(answer.ties); }
Table table_of(const Memberships& answer) { return ties_table(answer.ties); }
Table table_of(const Timeline& answer) { return ties_table(answer.ties); }

Table table_of(const Was& answer) {
  Parts parts;
  parts.add("asked", answer.ties);
  parts.add("other", answer.other);
  return std::move(parts).table();
}

Table table_of(const Changes& answer) {
  Table table;
  table.columns = {{"date"},    {"earliest"},  {"latest"},  {"change"},   {"subject_id"},
                   {"subject"}, {"object_id"}, {"object"},  {"relation"}, {"status"},
                   {"text"},    {"edge"},      {"sources"}, {"evidence"}};
  for (const Change& c : answer.changes) {
    table.rows.push_back({c.when, bound_text(c.window.first), bound_text(c.window.last), name_of(c.kind),
                          c.subject.id.value, c.subject.name, c.object ? c.object->id.value : "",
                          c.object ? c.object->name : "", c.tie ? c.tie->relation.label : "",
                          c.certain ? "certain" : "possible", c.text, c.tie ? c.tie->edge.to_string() : "",
                          sources_text(c.proofs, sources_separator), first_sentence(c.proofs)});
  }
  return table;
}

Table table_of(const Overlap& answer) {
  Table table;
  table.columns = {{"body_id"}, {"body"},    {"status"},   {"a_start"},  {"a_end"},  {"b_start"},
                   {"b_end"},   {"certain"}, {"presumed"}, {"possible"}, {"a_edge"}, {"b_edge"}};
  for (const SharedSpell& s : answer.shared) {
    table.rows.push_back({s.body.id.value, s.body.name, name_of(s.moments.status), first_text(s.a.interval),
                          last_text(s.a.interval), first_text(s.b.interval), last_text(s.b.interval),
                          periods_text(s.moments.certain), periods_text(s.moments.presumed),
                          periods_text(s.moments.possible), s.a.edge.to_string(), s.b.edge.to_string()});
  }
  return table;
}

Table table_of(const Paths& answer) {
  Table table;
  table.columns = {{"path"}, {"step"}};
  table.columns.insert(table.columns.end(), tie_columns.begin(), tie_columns.end());
  for (std::size_t p = 0; p < answer.paths.size(); ++p) {
    for (std::size_t s = 0; s < answer.paths[p].steps.size(); ++s) {
      for (const Tie& tie : answer.paths[p].steps[s].ties) {
        std::vector<std::string> row = tie_row(tie);
        row.insert(row.begin(), {std::to_string(p + 1), std::to_string(s + 1)});
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

/// A row for each claim.
Table table_of(const Why& answer) {
  Table table;
  table.columns = {{"part"}, {"edge"},      {"subject"}, {"event"}, {"object"},
                   {"date"}, {"certainty"}, {"source"},  {"title"}, {"begin"},
                   {"end"},  {"row"},       {"text"},    {"rule"},  {"claim"}};
  const auto add = [&](const std::string& part, const std::string& edge, const std::vector<Proof>& proofs) {
    for (const Proof& proof : proofs) {
      const Claim& claim = proof.claim;
      table.rows.push_back({part, edge, claim.subject.name, event_name(claim.event, claim.relation),
                            claim.object.name, claim.when ? to_string(*claim.when) : "",
                            name_of(claim.certainty), proof.source.id.value, proof.source.title,
                            std::to_string(claim.evidence.begin), std::to_string(claim.evidence.end),
                            std::to_string(claim.evidence.row), claim.evidence.text, claim.evidence.rule,
                            proof.id.to_string()});
    }
  };
  for (const Tie& tie : answer.ties) add("supports", tie.edge.to_string(), tie.proofs);
  add("dissents", "", answer.dissenting);
  add("denies", "", answer.denying);
  add("hypothetical", "", answer.hypothetical);
  add("unused", "", answer.unused);
  return table;
}

Table table_of(const WhyNot& answer) {
  Table table;
  table.columns = {{"reason"}, {"text"}, {"sources"}};
  for (const Reason& reason : answer.reasons) {
    std::vector<Proof> proofs = reason.proofs;
    for (const Tie& tie : reason.ties) proofs.insert(proofs.end(), tie.proofs.begin(), tie.proofs.end());
    table.rows.push_back({name_of(reason.kind), reason.text, sources_text(proofs, sources_separator)});
  }
  return table;
}

Table table_of(const std::vector<Conflict>& answer) {
  Table table;
  table.columns = {{"subject_id"}, {"subject"}, {"relation"}, {"object_id"}, {"object"}, {"conflict"},
                   {"date"},       {"kept"},    {"edge"},     {"sources"},   {"text"}};
  for (const Conflict& conflict : answer) {
    for (const ConflictAlternative& alternative : conflict.alternatives) {
      const Tie& tie = conflict.tie;
      table.rows.push_back({tie.subject.id.value, tie.subject.name, tie.relation.label, tie.object.id.value,
                            tie.object.name, conflict.end == Dispute::End::First ? "start" : "end",
                            alternative.date.text(), alternative.kept ? "true" : "false",
                            tie.edge.to_string(), sources_text(alternative.proofs, sources_separator),
                            first_sentence(alternative.proofs)});
    }
  }
  return table;
}

}  // namespace

Table csv_table(const Answer& answer) {
  return std::visit([](const auto& a) { return table_of(a); }, answer);
}

Table csv_table(const Neighbours& answer) { return ties_table(answer.ties); }
Table csv_table(const Snapshot& answer) { return ties_table(answer.ties); }

Table csv_table(const Diff& answer) {
  Table table;
  table.columns = {{"part"},      {"subject_id"}, {"subject"}, {"relation"},
                   {"object_id"}, {"object"},     {"before"},  {"after"}};
  for (const auto& [part, differences] :
       {std::pair{"gained", &answer.gained}, std::pair{"lost", &answer.lost},
        std::pair{"altered", &answer.altered}}) {
    for (const Difference& d : *differences) {
      table.rows.push_back({part, d.subject.id.value, d.subject.name, d.relation.label, d.object.id.value,
                            d.object.name, name_of(d.before), name_of(d.after)});
    }
  }
  return table;
}

}  // namespace entente
