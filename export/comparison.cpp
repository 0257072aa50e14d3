#include "export/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "export/tie_json.hpp"

namespace entente {

namespace {

using namespace detail;
using Fit = Column::Fit;

std::string spells_text(const Account& account) {
  std::string text;
  for (const AccountSpell& spell : account.spells) text += (text.empty() ? "" : ", ") + spell.text;
  return text.empty() ? "–" : text;
}

std::string days_text(const char* end, std::int64_t days) {
  if (days == 0) return {};
  return fmt::format("{} {} day{} {}", end, std::abs(days), std::abs(days) == 1 ? "" : "s",
                     days > 0 ? "later" : "earlier");
}

/// How an account differs from the first of its membership.
std::string difference_text(const Comparison& comparison, std::size_t account) {
  for (const PairAgreement& pair : comparison.pairs) {
    if (pair.first != 0 || pair.second != account) continue;
    const std::string start = days_text("starts", pair.start_days), end = days_text("ends", pair.end_days);
    if (!start.empty() || !end.empty()) return start + (start.empty() || end.empty() ? "" : ", ") + end;
    return pair.agreement == Agreement::Spells    ? "another number of spells"
           : pair.agreement == Agreement::OnlyOne ? "only one knows of it"
                                                  : name_of(pair.agreement);
  }
  return {};
}

const std::string& name_of_source(const Source& source) { return source.id.value; }

std::vector<Agreement> all_agreements() {
  return {Agreement::Agree, Agreement::Compatible, Agreement::Start,
          Agreement::End,   Agreement::Spells,     Agreement::OnlyOne};
}

std::size_t count_of(const SourcePairTotals& totals, Agreement agreement) {
  const auto found = totals.memberships.find(agreement);
  return found == totals.memberships.end() ? 0 : found->second;
}

Table totals_table(const Comparisons& answer) {
  Table table{"Memberships by how every two sources stand to one another", {{"source"}, {"and"}}, {}, {}};
  for (const Agreement agreement : all_agreements()) {
    table.columns.push_back({name_of(agreement), Fit::Keep, Column::Align::Right});
  }
  for (const SourcePairTotals& totals : answer.totals) {
    if (totals.memberships.empty()) continue;
    auto& row = table.rows.emplace_back();
    row = {name_of_source(answer.sources[totals.first]), name_of_source(answer.sources[totals.second])};
    for (const Agreement agreement : all_agreements()) {
      row.push_back(std::to_string(count_of(totals, agreement)));
    }
  }
  return table;
}

void write_spells(PrettyJson& json, const Account& account) {
  json.Key("spells");
  json.StartArray();
  for (const AccountSpell& spell : account.spells) {
    json.StartObject();
    const auto slash = spell.text.find('/');
    write(json, "start", std::string_view(spell.text).substr(0, slash));
    write(json, "end", std::string_view(spell.text).substr(slash + 1));
    json.Key("claims");
    json.StartArray();
    for (const ClaimId& claim : spell.claims) write(json, claim.to_string());
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
}

/// Whether spells stand against spells: those without a counterpart are no days apart, and not zero days
/// either.
bool has_distance(const PairAgreement& pair) {
  return pair.agreement != Agreement::OnlyOne && pair.agreement != Agreement::Spells;
}

void write_distance(PrettyJson& json, const char* name, const PairAgreement& pair, std::int64_t days) {
  json.Key(name);
  if (has_distance(pair)) {
    json.Int64(days);
  } else {
    json.Null();
  }
}

void write_comparison(PrettyJson& json, const Comparisons& answer, const Comparison& comparison) {
  const auto source_of = [&](std::size_t account) {
    return std::string_view(name_of_source(answer.sources[comparison.accounts[account].source]));
  };
  json.StartObject();
  write(json, "entity", comparison.entity);
  write(json, "body", comparison.body);
  write(json, "agreement", name_of(comparison.agreement));
  json.Key("accounts");
  json.StartArray();
  for (std::size_t i = 0; i < comparison.accounts.size(); ++i) {
    json.StartObject();
    write(json, "source", source_of(i));
    write_spells(json, comparison.accounts[i]);
    json.EndObject();
  }
  json.EndArray();
  json.Key("pairs");
  json.StartArray();
  for (const PairAgreement& pair : comparison.pairs) {
    json.StartObject();
    write(json, "source", source_of(pair.first));
    write(json, "other", source_of(pair.second));
    write(json, "agreement", name_of(pair.agreement));
    write_distance(json, "start_days", pair, pair.start_days);
    write_distance(json, "end_days", pair, pair.end_days);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void write_query(PrettyJson& json, const CompareQuestion& question) {
  json.Key("query");
  json.StartObject();
  write(json, "command", "compare");
  json.Key("sources");
  json.StartArray();
  for (const SourceId& source : question.sources) write(json, source.value);
  json.EndArray();
  write(json, "entity", question.entity ? question.entity->value : std::string());
  write(json, "body", question.body ? question.body->value : std::string());
  write(json, "when", question.when ? period_text(*question.when) : std::string());
  write_relations(json, question.relations);
  write(json, "follow_successors", question.follow_successors);
  write(json, "all_bodies", question.all_bodies);
  json.Key("least_days");
  json.Int64(question.least_days);
  json.EndObject();
}

void write_totals(PrettyJson& json, const Comparisons& answer) {
  json.Key("totals");
  json.StartArray();
  for (const SourcePairTotals& totals : answer.totals) {
    if (totals.memberships.empty()) continue;
    json.StartObject();
    write(json, "source", name_of_source(answer.sources[totals.first]));
    write(json, "other", name_of_source(answer.sources[totals.second]));
    for (const Agreement agreement : all_agreements()) {
      write(json, name_of(agreement), std::uint64_t{count_of(totals, agreement)});
    }
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::vector<Table> text_tables(const Comparisons& answer) {
  Table table;
  const auto shown = answer.comparisons.size();
  table.title = fmt::format("{} membership{} compared", shown == 0 ? "No" : std::to_string(shown),
                            shown == 1 ? "" : "s");
  table.columns = {{"who", Fit::Wrap}, {"of", Fit::Wrap},     {"sources"},
                   {"according to"},   {"spells", Fit::Wrap}, {"against the first", Fit::Wrap}};
  for (const Comparison& comparison : answer.comparisons) {
    for (std::size_t i = 0; i < comparison.accounts.size(); ++i) {
      const Account& account = comparison.accounts[i];
      table.rows.push_back({i == 0 ? comparison.entity.name : "", i == 0 ? comparison.body.name : "",
                            i == 0 ? name_of(comparison.agreement) : "",
                            name_of_source(answer.sources[account.source]), spells_text(account),
                            difference_text(comparison, i)});
    }
  }
  table.notes.push_back(
      fmt::format("{} bodies of which two sources or more speak; {} of which only one does{}", answer.bodies,
                  answer.other_bodies, answer.other_bodies == 0 ? "" : " (--all-bodies)"));
  std::vector<Table> tables = {std::move(table)};
  if (Table totals = totals_table(answer); !totals.rows.empty()) tables.push_back(std::move(totals));
  return tables;
}

Table csv_table(const Comparisons& answer) {
  Table table{.columns = {{"entity_id"},
                          {"entity"},
                          {"body_id"},
                          {"body"},
                          {"source"},
                          {"other"},
                          {"agreement"},
                          {"start_days"},
                          {"end_days"},
                          {"source_spells"},
                          {"other_spells"}}};
  for (const Comparison& comparison : answer.comparisons) {
    const auto spells = [&](std::size_t i) {
      return comparison.accounts[i].spells.empty() ? std::string() : spells_text(comparison.accounts[i]);
    };
    const auto source = [&](std::size_t i) {
      return name_of_source(answer.sources[comparison.accounts[i].source]);
    };
    const std::vector<std::string> who = {comparison.entity.id.value, comparison.entity.name,
                                          comparison.body.id.value, comparison.body.name};
    const auto add = [&](std::vector<std::string> cells) {
      std::vector<std::string> row = who;
      row.insert(row.end(), cells.begin(), cells.end());
      table.rows.push_back(std::move(row));
    };
    if (comparison.accounts.size() == 1) {
      add({source(0), "", name_of(comparison.agreement), "", "", spells(0), ""});
    }
    for (const PairAgreement& pair : comparison.pairs) {
      const auto days = [&](std::int64_t apart) {
        return has_distance(pair) ? std::to_string(apart) : std::string();
      };
      add({source(pair.first), source(pair.second), name_of(pair.agreement), days(pair.start_days),
           days(pair.end_days), spells(pair.first), spells(pair.second)});
    }
  }
  return table;
}

std::string to_json(const CompareQuestion& question, const Comparisons& answer) {
  return document([&](PrettyJson& json) {
    write_query(json, question);
    json.Key("answers");
    json.StartArray();
    for (const Comparison& comparison : answer.comparisons) write_comparison(json, answer, comparison);
    json.EndArray();
    write_totals(json, answer);
    write(json, "bodies", std::uint64_t{answer.bodies});
    write(json, "other_bodies", std::uint64_t{answer.other_bodies});
  });
}

}  // namespace entente
