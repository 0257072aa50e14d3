#include "loaders/interval_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "loaders/file_source.hpp"
#include "loaders/lines.hpp"
#include "loaders/utf8.hpp"
#include "loaders/wikidata_table.hpp"

namespace entente {

namespace {

/// Relations of such graphs that Wikidata's table of memberships does not have, and words of other graphs for
/// some that it has.
constexpr std::pair<std::string_view, std::string_view> relation_words[] = {
    {"P17", "located_in_country"},
    {"P26", "spouse_of"},
    {"P27", "citizen_of"},
    {"P31", "instance_of"},
    {"P69", "educated_at"},
    {"P131", "located_in"},
    {"P166", "awarded"},
    {"P190", "twinned_with"},
    {"P512", "holds_degree"},
    {"P551", "resident_of"},
    {"P579", "has_ima_status"},
    {"P793", "had_event"},
    {"P1346", "won_by"},
    {"P1376", "capital_of"},
    {"P1411", "nominated_for"},
    {"P1435", "has_heritage_status"},
    {"P2962", "holds_chess_title"},
    {"playsFor", "member_of"},
    {"isAffiliatedTo", "affiliated_with"},
    {"worksAt", "employed_by"},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// `Q42`, `P463`.
bool is_wikidata_id(std::string_view text, char kind) {
  return text.size() > 1 && text.front() == kind && is_number(text.substr(1));
}

/// `<Lionel_Messi>` → `Lionel Messi`.
std::string plain_name(std::string_view name) {
  if (name.size() > 2 && name.front() == '<' && name.back() == '>') name = name.substr(1, name.size() - 2);
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

/// `isAffiliatedTo`, `Make statement` → `is_affiliated_to`, `make_statement`.
std::string snake_case(std::string_view name) {
  std::string word;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c >= 'A' && c <= 'Z') {
      if (!word.empty() && word.back() != '_') word += '_';
      word += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || is_digit(c) || byte >= 0x80) {
      word += c;
    } else if (!word.empty() && word.back() != '_') {
      word += '_';
    }
  }
  while (!word.empty() && word.back() == '_') word.pop_back();
  return word;
}

/// A line taken apart; more than the fields are not kept.
struct Fields {
  std::array<std::string_view, 6> field;
  std::size_t count = 0;
};

Fields fields_of(std::string_view line) {
  Fields fields;
  for (;;) {
    const std::size_t tab = line.find('\t');
    if (fields.count < fields.field.size()) fields.field[fields.count] = line.substr(0, tab);
    ++fields.count;
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

/// A date with masks, or why it is none.
struct MaskedDate {
  std::optional<Date> date;  ///< nothing where every digit is masked
  bool good = true;
};

/// `1949-##-##`, `19##-##-##`, `360-##-##`, `-430-##-##`, `2014-03-06`.
MaskedDate masked_date(std::string_view text) {
  const MaskedDate bad{std::nullopt, false};
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() < 7 || text[text.size() - 3] != '-' || text[text.size() - 6] != '-') return bad;
  std::string year(text.substr(0, text.size() - 6));
  const std::string_view month = text.substr(text.size() - 5, 2), day = text.substr(text.size() - 2);
  const auto is_masked_number = [](std::string_view part) {
    return std::all_of(part.begin(), part.end(), [](char c) { return is_digit(c) || c == '#'; });
  };
  if (year.size() > 4 || !is_masked_number(year) || !is_masked_number(month) || !is_masked_number(day))
    return bad;
  if (year.find_first_not_of('#') == std::string::npos) return {};
  const bool masked = year.find('#') != std::string::npos;
  std::replace(year.begin(), year.end(), '#', 'X');
  std::string edtf = (negative ? "-" : "") + std::string(4 - year.size(), '0') + year;
  if (!masked && is_number(month)) {
    edtf += fmt::format("-{}", month);
    if (is_number(day)) edtf += fmt::format("-{}", day);
  }
  auto date = Date::try_parse(edtf);
  return date ? MaskedDate{std::move(date), true} : bad;
}

bool is_masked_date(std::string_view text) { return masked_date(text).good; }

bool is_dictionary_line(const Fields& fields) {
  const bool described = fields.count == 4 && !is_number(fields.field[0]);  // with two dates of the entity
  return (fields.count == 2 || described) && is_number(fields.field[1]);
}

/// What a relation's name makes of its facts.
struct Meaning {
  Event event = Event::Held;
  Relation relation;
  bool inverse = false;
};

class Loader {
 public:
  Loader(Input& input, const IntervalGraphNames& names, const LoadOptions& options, ClaimSink& sink)
      : input_(input), names_(names), options_(options), sink_(sink) {
    source_ = detail::file_source(detail::without_endings(input.name()), options,
                                  [&] { return input.content_hash(); });
    claim_.evidence.source = source_.id;
  }

  LoadReport load() {
    input_.on_progress(options_.progress);
    Lines lines(input_, options_.limits.entry);
    while (lines.next()) {
      const std::string_view text = lines.text();
      if (text.empty()) continue;
      ++report_.read;
      line_ = lines.number();
      if (lines.too_long()) {
        skip(ErrorCode::InvalidText, "a line too long",
             fmt::format("a line of more than {} bytes", options_.limits.entry), text);
      } else if (auto problem = utf8_problem(text, input_.name(), line_, lines.offset())) {
        skip_row(*problem, options_, sink_, report_, "not UTF-8");
      } else if (text.find('\0') != std::string_view::npos) {
        skip(ErrorCode::InvalidText, "a NUL", "a NUL, which belongs to no text", text);
      } else {
        take(text);
      }
    }
    if (report_.claims != 0) sink_.source(source_);
    return report_;
  }

 private:
  void skip(ErrorCode code, std::string_view reason, std::string message, std::string_view text) {
    skip_row({code, input_.name(), line_, 0, std::move(message), excerpt_of(text)}, options_, sink_, report_,
             reason);
  }

  void take(std::string_view text) {
    const Fields fields = fields_of(text);
    if (is_dictionary_line(fields)) {
      pass_over_row("an entry of a dictionary, which is read with its graph", report_);
      return;
    }
    if (fields.count != 4 && fields.count != 5) {
      return skip(ErrorCode::InvalidRow, "a line of other fields",
                  fmt::format("a fact has 4 or 5 fields between tabs, not {}", fields.count), text);
    }
    const auto subject = resolve(names_.entities, fields.field[0], "entity2id.txt");
    const auto relation = resolve(names_.relations, fields.field[1], "relation2id.txt");
    const auto object = resolve(names_.entities, fields.field[2], "entity2id.txt");
    if (!subject || !relation || !object) {
      return skip(ErrorCode::InvalidRow, "a number without a name", "a number is in no dictionary", text);
    }
    const MaskedDate start = masked_date(fields.field[3]);
    const MaskedDate end = fields.count == 5 ? masked_date(fields.field[4]) : MaskedDate{};
    if (!start.good || !end.good) {
      return skip(ErrorCode::InvalidDate, "a date that is none",
                  fmt::format("\"{}\" is no date", excerpt_of(fields.field[start.good ? 4 : 3])), text);
    }
    if (start.date && end.date && certainly_before(*end.date, *start.date)) {
      return skip(ErrorCode::InvertedInterval, "an end before its start",
                  fmt::format("it ends ({}) before it starts ({})", end.date->text(), start.date->text()),
                  text);
    }
    const Meaning meaning = meaning_of(*relation);
    claim_.subject = mention(*subject);
    claim_.object = mention(*object);
    if (claim_.subject.empty() || claim_.object.empty() || meaning.relation.label.empty()) {
      return skip(ErrorCode::InvalidRow, "a name that is none", "a name has no letter or digit", text);
    }
    if (meaning.inverse) std::swap(claim_.subject, claim_.object);
    claim_.relation = meaning.relation;
    claim_.evidence.row = line_;
    claim_.evidence.text = text;
    claim_.evidence.rule = fmt::format("interval-graph:{}", *relation);
    tell(meaning, start.date, end.date, fields.count == 5);
    sink_.claim(claim_);
    ++report_.claims;
    ++report_.used;
  }

  void tell(const Meaning& meaning, const std::optional<Date>& start, const std::optional<Date>& end,
            bool span) {
    claim_.event = meaning.event;
    claim_.when.reset();
    if (meaning.event != Event::Held || !span) {
      if (start) claim_.when = *start;
    } else if (end) {
      DateInterval::End first = Unknown{};
      if (start) first = *start;
      claim_.when = DateInterval{first, *end};
    } else if (start) {
      claim_.event = Event::Joined;
      claim_.when = *start;
    }
  }

  /// The name behind a number; what is no number names itself.
  std::optional<std::string_view> resolve(const std::unordered_map<std::string, std::string>& names,
                                          std::string_view field, std::string_view dictionary) const {
    if (!is_number(field)) return field;
    if (names.empty()) {
      throw Error(ErrorCode::Unreadable,
                  fmt::format("{} has numbers for names, and there is no {} beside it that says which",
                              input_.name(), dictionary));
    }
    const auto known = names.find(std::string(field));
    return known == names.end() ? std::nullopt : std::optional<std::string_view>(known->second);
  }

  static Mention mention(std::string_view name) {
    if (is_wikidata_id(name, 'Q')) return {std::string(name), fmt::format("wikidata:{}", name)};
    std::string plain = plain_name(name);
    if (is_nameless(plain)) plain.clear();
    return {std::move(plain), ""};
  }

  static Meaning meaning_of(std::string_view name) {
    if (name.size() > 2 && name.front() == '<' && name.back() == '>') name = name.substr(1, name.size() - 2);
    using Means = detail::WikidataProperty::Means;
    const detail::WikidataProperty* property = detail::WikidataTable::bundled().property(name);
    if (property != nullptr && (property->means == Means::Tie || property->means == Means::Event)) {
      return {property->event, property->relation, property->inverse};
    }
    for (const auto& [said, meant] : relation_words) {
      if (said == name) return {Event::Held, {std::string(meant)}};
    }
    return {Event::Held, {snake_case(name)}};
  }

  Input& input_;
  const IntervalGraphNames& names_;
  const LoadOptions& options_;
  ClaimSink& sink_;
  Source source_;
  LoadReport report_;
  Claim claim_;
  std::size_t line_ = 0;
};

void read_dictionary(const std::filesystem::path& path, std::unordered_map<std::string, std::string>& names) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed)) return;
  Input input = Input::open(path.string());
  Lines lines(input, LoadLimits{}.entry);
  while (lines.next()) {
    const Fields fields = fields_of(lines.text());
    if (!is_dictionary_line(fields) || first_invalid_utf8(fields.field[0])) continue;
    names.emplace(fields.field[1], fields.field[0]);
  }
}

}  // namespace

IntervalGraphNames read_interval_graph_names(const std::string& folder) {
  IntervalGraphNames names;
  const std::filesystem::path beside(folder);
  for (const char* ending : {"", ".gz", ".bz2", ".zst"}) {
    if (names.entities.empty())
      read_dictionary(beside / fmt::format("entity2id.txt{}", ending), names.entities);
    if (names.relations.empty())
      read_dictionary(beside / fmt::format("relation2id.txt{}", ending), names.relations);
  }
  return names;
}

LoadReport load_interval_graph(Input& input, const IntervalGraphNames& names, const LoadOptions& options,
                               ClaimSink& sink) {
  return Loader(input, names, options, sink).load();
}

bool is_interval_graph(std::string_view beginning, std::string_view name) {
  const std::string_view text = without_bom(beginning);
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  const Fields fields = fields_of(line);
  if (fields.count == 5) return is_masked_date(fields.field[3]) && is_masked_date(fields.field[4]);
  if (is_dictionary_line(fields) && name.ends_with("2id.txt")) return true;
  return fields.count == 4 && is_masked_date(fields.field[3]);
}

}  // namespace entente
