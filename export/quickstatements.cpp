#include "export/quickstatements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace entente {

namespace {

constexpr std::pair<std::string_view, std::string_view> properties[] = {
    {relation::member_of, "P463"},     {relation::part_of, "P361"},  {"holds_position", "P39"},
    {"employed_by", "P108"},           {"affiliated_with", "P1416"}, {"participant_in", "P1344"},
    {relation::successor_of, "P1365"},
};

constexpr std::string_view circa = "Q5727902", presumably = "Q18122778";
constexpr std::string_view wikidata_rule = "wikidata:P";

/// Year and precision; before Christ there is no year 0 in Wikidata.
std::string quick_year(std::int64_t year) {
  return year > 0 ? fmt::format("+{:04}", year) : fmt::format("-{:04}", 1 - year);
}

void add_date(std::string& line, const Date& date, std::string_view property, std::string_view not_before,
              std::string_view not_after) {
  if (const auto time = quick_time(date)) {
    line += fmt::format("\t{}\t{}", property, *time);
    return;
  }
  const auto first = quick_time(Date::of_day(date.earliest())),
             last = quick_time(Date::of_day(date.latest()));
  if (first && last) line += fmt::format("\t{}\t{}\t{}\t{}", not_before, *first, not_after, *last);
}

const Date* date_in(const Interval::First& end) { return std::get_if<Date>(&end); }
const Date* date_in(const Interval::Last& end) { return std::get_if<Date>(&end); }

/// What Wikidata itself says of a tie.
struct Said {
  std::string property;
  std::vector<Date> starts, ends;
  bool ended = false;
};

void take(Said& said, const Claim& claim) {
  said.property = claim.evidence.rule.substr(std::string_view("wikidata:").size());
  if (claim.event == Event::Left) said.ended = true;
  if (!claim.when) return;
  if (const Date* date = std::get_if<Date>(&*claim.when)) {
    if (claim.event == Event::Joined || claim.event == Event::Succeeded) said.starts.push_back(*date);
    if (claim.event == Event::Left) said.ends.push_back(*date);
    return;
  }
  const auto& span = std::get<DateInterval>(*claim.when);
  if (const Date* start = std::get_if<Date>(&span.start)) said.starts.push_back(*start);
  if (const Date* end = std::get_if<Date>(&span.end)) said.ends.push_back(*end);
  said.ended = said.ended || !std::holds_alternative<Open>(span.end);
}

bool is_wikidata(const Proof& proof) {
  return std::string_view(proof.claim.evidence.rule).starts_with(wikidata_rule);
}

/// Whether it speaks of the tie, and not of the life of one of its ends.
bool is_of_tie(const Proof& proof) {
  const Event event = proof.claim.event;
  const bool of_life =
      event == Event::Founded || event == Event::Dissolved || event == Event::EnteredIntoForce;
  return !of_life || !proof.claim.object.empty();
}

/// A source that an editor can look up.
bool is_citable(const Source& source) {
  return source.url.starts_with("http://") || source.url.starts_with("https://") ||
         source.id.value.starts_with("wikidata:Q");
}

void cite(QuickStatement& statement, const Tie& tie) {
  const Proof* best = nullptr;
  for (const Proof& proof : tie.proofs) {
    const bool dated = proof.claim.when.has_value();
    if (is_wikidata(proof) || !is_of_tie(proof) || !is_citable(proof.source)) continue;
    const auto key = [](const Proof& p) {
      return std::make_tuple(p.claim.when.has_value(), p.source.priority);
    };
    if (best == nullptr || std::make_tuple(dated, proof.source.priority) > key(*best)) best = &proof;
  }
  if (best == nullptr) return;
  if (best->source.id.value.starts_with("wikidata:")) {
    statement.stated_in = best->source.id.value.substr(9);
  } else {
    statement.reference_url = best->source.url;
  }
  statement.retrieved = best->source.retrieved;
}

}  // namespace

std::optional<std::string> quick_time(const Date& date) {
  std::string_view text = date.text();
  const auto time = [&](std::int64_t year, unsigned month, unsigned day, int precision) {
    return fmt::format("{}-{:02}-{:02}T00:00:00Z/{}", quick_year(year), month, day, precision);
  };
  const CivilDay first = date.earliest().civil(), last = date.latest().civil();
  if (date.is_day()) return time(first.year, first.month, first.day, 11);
  const bool whole_months = first.day == 1 && last.day == days_in_month(last.year, last.month);
  if (!whole_months || text.find('{') != std::string_view::npos) return std::nullopt;
  if (first.year == last.year && first.month == last.month) return time(first.year, first.month, 0, 10);
  if (first.month != 1 || last.month != 12) return std::nullopt;
  if (first.year == last.year) return time(first.year, 0, 0, 9);
  const std::int64_t years = last.year - first.year + 1;
  if (years == 10 && first.year > 0 && first.year % 10 == 0) return time(first.year, 0, 0, 8);
  if (years == 100 && first.year > 0 && first.year % 100 == 1) return time(last.year, 0, 0, 7);
  return std::nullopt;
}

std::string to_line(const QuickStatement& statement) {
  std::string line = fmt::format("{}\t{}\t{}", statement.item, statement.property, statement.value);
  bool approximate = false, uncertain = false;
  for (const auto* date : {&statement.start, &statement.end}) {
    if (!*date) continue;
    approximate = approximate || (*date)->approximate();
    uncertain = uncertain || (*date)->uncertain();
  }
  if (statement.start) add_date(line, *statement.start, "P580", "P1319", "P8555");
  if (statement.end) {
    add_date(line, *statement.end, "P582", "P8554", "P1326");
  } else if (statement.end_unknown) {
    line += "\tP582\tsomevalue";
  }
  if (approximate) line += fmt::format("\tP1480\t{}", circa);
  if (uncertain) line += fmt::format("\tP1480\t{}", presumably);
  bool cited = true;
  if (!statement.stated_in.empty()) {
    line += fmt::format("\tS248\t{}", statement.stated_in);
  } else if (!statement.reference_url.empty()) {
    std::string url;  // what would end the field or the line early is no part of an address
    for (const char c : statement.reference_url) {
      if (c == '"') {
        url += "%22";
      } else if (static_cast<unsigned char>(c) > 0x20) {
        url += c;
      }
    }
    line += fmt::format("\tS854\t\"{}\"", url);
  } else {
    cited = false;
  }
  const auto retrieved = statement.retrieved ? quick_time(*statement.retrieved) : std::nullopt;
  if (cited && retrieved) line += fmt::format("\tS813\t{}", *retrieved);
  return line;
}

QuickStatements to_quickstatements(std::span<const Tie> ties, std::span<const Entity> entities) {
  std::map<EntityId, std::string> items;
  for (const Entity& entity : entities) {
    for (const OutsideId& id : entity.outside_ids) {
      if (id.scheme == "wikidata") items.emplace(entity.id, id.value);
    }
  }
  const auto item_of = [&](const EntityRef& entity) {
    if (entity.id.value.starts_with("wikidata:Q")) return entity.id.value.substr(9);
    const auto known = items.find(entity.id);
    return known == items.end() ? std::string() : known->second;
  };
  std::map<std::tuple<EntityId, std::string, EntityId>, std::size_t> spells;
  for (const Tie& tie : ties) ++spells[{tie.subject.id, tie.relation.label, tie.object.id}];

  QuickStatements result;
  std::set<std::string> lines;
  for (const Tie& tie : ties) {
    Said said;
    bool others = false;
    for (const Proof& proof : tie.proofs) {
      const bool asserted =
          proof.claim.certainty == Certainty::Stated || proof.claim.certainty == Certainty::Inferred;
      if (!asserted) continue;
      if (is_wikidata(proof)) {
        take(said, proof.claim);
      } else if (is_of_tie(proof)) {
        others = true;
      }
    }
    QuickStatement statement{
        .item = item_of(tie.subject), .property = said.property, .value = item_of(tie.object)};
    const auto property = std::find_if(std::begin(properties), std::end(properties),
                                       [&](const auto& known) { return known.first == tie.relation.label; });
    const bool is_person = tie.subject.kind == Kind::Person && tie.relation.label == relation::member_of;
    if (property == std::end(properties) || (said.property.empty() && is_person)) {
      ++result.other;  // a person's party, club and academy have a property each
      continue;
    }
    if (statement.item.empty() || statement.value.empty()) {
      ++result.unidentified;
      continue;
    }
    if (!others) {
      ++result.known;
      continue;
    }
    if (spells[{tie.subject.id, tie.relation.label, tie.object.id}] > 1) {
      ++result.several;
      continue;
    }
    const Date* const start = date_in(tie.interval.first());
    const Date* const end = date_in(tie.interval.last());
    const auto agrees = [](const std::vector<Date>& known, const Date* date) {
      return date == nullptr || known.empty() || std::any_of(known.begin(), known.end(), [&](const Date& k) {
               return k.period() == date->period();
             });
    };
    if (!agrees(said.starts, start) || !agrees(said.ends, end)) {
      ++result.different;
      continue;
    }
    const bool is_new = said.property.empty();
    if (is_new) statement.property = property->second;
    if (start != nullptr && said.starts.empty()) statement.start = *start;
    if (end != nullptr && said.ends.empty()) statement.end = *end;
    statement.end_unknown = is_new && std::holds_alternative<Unknown>(tie.interval.last());
    if (!is_new && !statement.start && !statement.end) {
      ++result.known;
      continue;
    }
    ++(is_new ? result.statements : result.qualifiers);
    cite(statement, tie);
    lines.insert(to_line(statement) + '\n');
  }
  for (const std::string& line : lines) result.text += line;
  return result;
}

}  // namespace entente
