#include "loaders/wikidata_claims.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "loaders/utf8.hpp"
#include "loaders/wikidata_time.hpp"

namespace entente::detail {

namespace {

using Sort = WikidataSnak::Sort;
using Type = WikidataSnak::Type;
using Means = WikidataProperty::Means;

std::span<const WikidataSnak> slice(const std::vector<WikidataSnak>& snaks, const SnakRange& range) {
  return std::span(snaks).subspan(range.begin, range.end - range.begin);
}

bool is_item(std::string_view id) {
  return id.size() > 1 && id.front() == 'Q' &&
         std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A text that may become a name: RapidJSON lets half of a surrogate pair through when it is escaped.
bool is_good_name(std::string_view text) {
  return !first_invalid_utf8(text) && text.find('\0') == std::string_view::npos && !is_nameless(text);
}

}  // namespace

/// What the qualifiers say, and what else the statement does not say itself.
struct WikidataClaims::Said {
  std::vector<Date> starts, ends, ats;
  bool start_unknown = false;
  bool end_unknown = false;  ///< it ended, nobody says when
  bool end_never = false;    ///< it has not ended
  std::optional<Date> start_not_before, start_not_after, end_not_before, end_not_after;
  char mark = '\0';
  std::optional<Relation> relation;  ///< of a role
  std::string detail;

  void note(std::string_view what, std::string_view value) {
    if (!detail.empty()) detail += "; ";
    detail += what;
    detail += ' ';
    detail += value;
  }

  [[nodiscard]] bool bounds_start() const { return start_not_before || start_not_after; }
  [[nodiscard]] bool bounds_end() const { return end_not_before || end_not_after; }
};

/// A statement from which nothing can be made.
struct WikidataClaims::Unusable {
  ErrorCode code;
  std::string reason;  ///< as counted
  std::string message;
};

namespace {

/// The date within its bounds, or the bounds alone where both are given. Bounds that the date contradicts are
/// left.
std::optional<Date> within(std::optional<Date> date, const std::optional<Date>& not_before,
                           const std::optional<Date>& not_after) {
  if (!not_before && !not_after) return date;
  if (!date && !(not_before && not_after)) return std::nullopt;
  Day first = date ? date->earliest() : not_before->earliest();
  Day last = date ? date->latest() : not_after->latest();
  if (not_before) first = std::max(first, not_before->earliest());
  if (not_after) last = std::min(last, not_after->latest());
  if (last < first) return date;
  if (date && date->period() == Period{first, last}) return date;
  try {
    return Date::of_period({first, last});
  } catch (const Error&) {  // beyond the years whose days EDTF can write
    return date;
  }
}

std::string value_text(const WikidataSnak& snak, const WikidataTable& table) {
  const WikidataQualifier* known = table.qualifier(snak.property);
  if (known == nullptr || known->label.empty()) return fmt::format("{} {}", snak.property, snak.to_string());
  return fmt::format("{} ({}) {}", known->label, snak.property, snak.to_string());
}

}  // namespace

std::string text_of(const WikidataEntity& entity, const WikidataStatement& statement,
                    const WikidataTable& table) {
  std::string text = fmt::format("{} ({}) {}", statement.property->label, statement.main.property,
                                 statement.main.to_string());
  for (const WikidataSnak& qualifier : slice(entity.qualifiers, statement.qualifiers)) {
    text += "; " + value_text(qualifier, table);
  }
  if (!statement.rank.empty() && statement.rank != "normal") text += fmt::format("; rank {}", statement.rank);
  constexpr std::size_t shown = 12;
  const auto references = slice(entity.references, statement.references);
  for (std::size_t i = 0; i < std::min(shown, references.size()); ++i) {
    text += (i == 0 ? " | " : "; ") + value_text(references[i], table);
  }
  if (references.size() > shown) text += fmt::format("; {} more", references.size() - shown);
  if (!statement.id.empty()) text += fmt::format(" | {}", statement.id);
  // It is to be stored as text, whatever an escape smuggled in.
  return first_invalid_utf8(text) || text.find('\0') != std::string::npos
             ? fmt::format("{}", statement.main.property)
             : text;
}

WikidataClaims::WikidataClaims(const WikidataTable& table, const std::string& file, const SourceId& source,
                               const LoadOptions& options, ClaimSink& sink, LoadReport& report)
    : table_(table), file_(file), options_(options), sink_(sink), report_(report) {
  claim_.evidence.source = source;
}

Diagnostic WikidataClaims::problem(ErrorCode code, std::string message, std::string_view excerpt) const {
  return {code, file_, line_, 0, std::move(message), excerpt_of(excerpt)};
}

WikidataClaims::Outcome WikidataClaims::pass_over(std::string_view reason) {
  pass_over_row(reason, report_);
  return Outcome::PassedOver;
}

void WikidataClaims::warn(std::string_view reason, const std::string& message, std::string_view excerpt) {
  warn_of_row(problem(ErrorCode::InvalidRow, message, excerpt), reason, sink_, report_);
}

void WikidataClaims::emit(Event event, std::optional<Edtf> when) {
  claim_.event = event;
  claim_.when = std::move(when);
  sink_.claim(claim_);
  ++report_.claims;
}

void WikidataClaims::take(const WikidataEntity& entity, std::uint64_t line) {
  line_ = line;
  const std::uint64_t statements = entity.statements.size() + entity.others;
  report_.read += 1 + statements;
  if (!entity.broken.empty() || entity.id.empty()) {
    const std::string why = entity.broken.empty() ? "an entity without an id" : entity.broken;
    pass_over_row("a statement of a broken entity", report_, statements);
    skip_row(problem(ErrorCode::InvalidRow, why, entity.id), options_, sink_, report_, "a broken entity");
    return;
  }
  if (entity.missing) {
    pass_over_row("an entity that Wikidata does not have", report_, 1 + statements);
    return;
  }
  if (!is_item(entity.id)) {
    pass_over_row("an entity that is no item", report_);
    pass_over_row("a statement of what is no item", report_, statements);
    return;
  }
  const std::string_view modified = entity.modified.substr(0, 10);
  if (modified > last_modified_ && Day::parse(modified)) last_modified_ = modified;
  claim_.evidence.row = line;
  take_names(entity);
  pass_over_row("a statement of a property outside the table", report_, entity.others);
  for (const WikidataStatement& statement : entity.statements) take_statement(entity, statement);
}

void WikidataClaims::take_names(const WikidataEntity& entity) {
  const WikidataName* best = nullptr;
  std::size_t best_rank = 0;
  for (const WikidataName& name : entity.names) {
    if (!name.label || !is_good_name(name.text)) continue;
    const std::size_t rank = table_.language(name.language).value_or(~std::size_t{0});
    if (best != nullptr && (rank > best_rank || (rank == best_rank && name.language >= best->language)))
      continue;
    best = &name;
    best_rank = rank;
  }
  about_.id = "wikidata:";
  about_.id += entity.id;
  about_.name = best != nullptr ? best->text : entity.id;

  claim_.subject = {"", about_.id};
  claim_.object.id.clear();
  claim_.relation.label = relation::member_of;
  claim_.certainty = Certainty::Stated;
  claim_.evidence.text.clear();
  bool any = false;
  Naming naming;
  for (const WikidataName& name : entity.names) {
    if (!is_good_name(name.text)) {
      warn("a name without a letter or digit", "a name without a letter or digit is left out", name.text);
      continue;
    }
    claim_.evidence.rule = name.label ? "wikidata:label" : "wikidata:alias";
    claim_.object.name = name.text;
    naming.language = name.language;
    naming.preferred = &name == best;
    claim_.detail = to_string(naming);
    emit(Event::Named, std::nullopt);
    any = true;
  }
  if (is_item(entity.redirect_from) && entity.redirect_from != entity.id) {
    claim_.evidence.rule = "wikidata:redirect";
    claim_.object.name = "wikidata:";
    claim_.object.name += entity.redirect_from;
    claim_.detail.clear();
    emit(Event::Identified, std::nullopt);
    any = true;
  }
  if (any) {
    ++report_.used;
  } else {
    pass_over("an item without names");
  }
}

void WikidataClaims::take_statement(const WikidataEntity& entity, const WikidataStatement& statement) {
  const std::string_view shown = statement.id.empty() ? entity.id : statement.id;
  try {
    if (use(entity, statement) == Outcome::Used) ++report_.used;
  } catch (const Unusable& bad) {
    skip_row(problem(bad.code, bad.message, shown), options_, sink_, report_, bad.reason);
  }
}

Date WikidataClaims::date_of(const WikidataSnak& snak, char mark) {
  if (snak.type != Type::Time) {
    throw Unusable{ErrorCode::InvalidDate, "a date that is none",
                   fmt::format("{} is no time", snak.property)};
  }
  try {
    const WikidataDate read = read_wikidata_time({snak.text, snak.precision, snak.calendar}, mark);
    if (read.coarser) {
      warn("a date less precise than it says", "a date is less precise than it says", snak.text);
    }
    return read.date;
  } catch (const BadTime& bad) {
    throw Unusable{ErrorCode::InvalidDate, "a date that is none",
                   fmt::format("{}: {}", snak.property, bad.message)};
  }
}

WikidataClaims::Said WikidataClaims::read_qualifiers(const WikidataEntity& entity,
                                                     const WikidataStatement& statement) {
  using Q = QualifierMeans;
  Said said;
  const auto qualifiers = slice(entity.qualifiers, statement.qualifiers);
  const auto meaning = [this](const WikidataSnak& snak) {
    const WikidataQualifier* known = table_.qualifier(snak.property);
    return known == nullptr ? Q::Nothing : known->means;
  };
  for (const WikidataSnak& qualifier : qualifiers) {  // they qualify the dates, wherever they stand
    if (meaning(qualifier) != Q::Circumstances) continue;
    if (const char mark = table_.circumstance(qualifier.item())) {
      said.mark = said.mark == '\0' || said.mark == mark ? mark : '%';
    } else {
      said.note("circumstances:", qualifier.to_string());
    }
  }
  for (const WikidataSnak& qualifier : qualifiers) {
    const bool known = qualifier.sort == Sort::Value;
    switch (meaning(qualifier)) {
      case Q::Start:
        if (known) said.starts.push_back(date_of(qualifier, said.mark));
        if (qualifier.sort == Sort::SomeValue) said.start_unknown = true;
        break;
      case Q::End:
        if (known) said.ends.push_back(date_of(qualifier, said.mark));
        if (qualifier.sort == Sort::SomeValue) said.end_unknown = true;
        if (qualifier.sort == Sort::NoValue) said.end_never = true;
        break;
      case Q::At:
        if (known) said.ats.push_back(date_of(qualifier, said.mark));
        break;
      case Q::StartNotBefore:
        if (known) said.start_not_before = date_of(qualifier, '\0');
        break;
      case Q::StartNotAfter:
        if (known) said.start_not_after = date_of(qualifier, '\0');
        break;
      case Q::EndNotBefore:
        if (known) said.end_not_before = date_of(qualifier, '\0');
        break;
      case Q::EndNotAfter:
        if (known) said.end_not_after = date_of(qualifier, '\0');
        break;
      case Q::Role:
        said.note("role:", qualifier.to_string());
        if (!said.relation) said.relation = table_.role(qualifier.item());
        break;
      case Q::EndCause:
        said.note("end cause:", qualifier.to_string());
        break;
      case Q::Deprecation:
        said.note("deprecated:", qualifier.to_string());
        break;
      case Q::Circumstances:
      case Q::Nothing:
        break;
    }
  }
  if (first_invalid_utf8(said.detail) || said.detail.find('\0') != std::string::npos) said.detail.clear();
  return said;
}

void WikidataClaims::set_ends(const WikidataEntity& entity, const WikidataStatement& statement,
                              Mention value) {
  claim_.subject = about_;
  claim_.object = std::move(value);
  if (statement.property->inverse) std::swap(claim_.subject, claim_.object);
  claim_.relation = statement.property->relation;
  claim_.certainty = statement.rank == "deprecated" ? Certainty::Negated : Certainty::Stated;
  claim_.evidence.text = text_of(entity, statement, table_);
  claim_.evidence.rule = fmt::format("wikidata:{}", statement.main.property);
}

WikidataClaims::Outcome WikidataClaims::use(const WikidataEntity& entity,
                                            const WikidataStatement& statement) {
  const WikidataProperty& property = *statement.property;
  const bool ends = property.means == Means::Event && property.event == Event::Dissolved;
  if (statement.main.sort == Sort::NoValue) return pass_over("a statement that there is no value");
  if (statement.main.sort == Sort::SomeValue && !ends) return pass_over("a statement of an unknown value");
  const Said said = read_qualifiers(entity, statement);
  claim_.detail = said.detail;
  switch (property.means) {
    case Means::Tie:
      return tie(entity, statement, said);
    case Means::Event:
      return event(entity, statement, said);
    default:
      return description(entity, statement, said);
  }
}

namespace {

std::string item_of(const WikidataSnak& snak) {
  std::string item = snak.item();
  return is_item(item) ? item : std::string();
}

}  // namespace

WikidataClaims::Outcome WikidataClaims::tie(const WikidataEntity& entity, const WikidataStatement& statement,
                                            const Said& said) {
  const std::string item = item_of(statement.main);
  if (item.empty()) {
    throw Unusable{ErrorCode::InvalidRow, "a value of another kind",
                   fmt::format("the value of {} is no item", statement.main.property)};
  }
  set_ends(entity, statement, {item, "wikidata:" + item});
  if (said.relation) claim_.relation = *said.relation;

  if (said.starts.size() > 1 || said.ends.size() > 1) {
    // Nothing says which end belongs to which start; as events they fall into the order of time.
    warn("a statement with several starts or ends", "several starts or ends in one statement", statement.id);
    for (const Date& start : said.starts) emit(Event::Joined, start);
    for (const Date& end : said.ends) emit(Event::Left, end);
    return Outcome::Used;
  }
  std::optional<Date> start, end;
  if (!said.starts.empty()) start = said.starts.front();
  if (!said.ends.empty()) end = said.ends.front();
  const bool only_bounds = !start && !end && said.ats.empty() && !said.start_unknown && !said.end_unknown &&
                           !said.start_not_after && !said.end_not_before;
  if (only_bounds && said.start_not_before && said.end_not_after && !said.end_never) {
    const auto seen = within(std::nullopt, said.start_not_before, said.end_not_after);
    emit(Event::Held, seen ? std::optional<Edtf>(*seen) : std::nullopt);
    return Outcome::Used;
  }
  start = within(start, said.start_not_before, said.start_not_after);
  auto end_not_before = said.end_not_before;
  if (!end_not_before && !end && said.end_not_after && start)
    end_not_before = start;  // it ended after it began
  end = within(end, end_not_before, said.end_not_after);
  if (start && end && certainly_before(*end, *start)) {
    throw Unusable{ErrorCode::InvertedInterval, "an end before its start",
                   fmt::format("it ends ({}) before it starts ({})", end->text(), start->text())};
  }

  const bool dated = start || end || said.start_unknown || said.end_unknown || said.end_never;
  for (const Date& at : said.ats) {
    const auto seen = within(at, said.start_not_before, said.end_not_after);
    emit(Event::Held, *seen);
  }
  if (!dated) {
    if (said.ats.empty()) emit(Event::Held, std::nullopt);
    return Outcome::Used;
  }
  DateInterval::End first = Unknown{}, last = Unknown{};
  if (start) first = *start;
  if (end) last = *end;
  if (!end && said.end_never) last = Open{};
  if (end || said.end_never || (said.end_unknown && start)) {
    emit(Event::Held, DateInterval{first, last});
  } else if (said.end_unknown) {
    emit(Event::Left, std::nullopt);
  } else {
    emit(Event::Joined, start ? std::optional<Edtf>(*start) : std::nullopt);
  }
  return Outcome::Used;
}

WikidataClaims::Outcome WikidataClaims::event(const WikidataEntity& entity,
                                              const WikidataStatement& statement, const Said& said) {
  const WikidataProperty& property = *statement.property;
  if (property.event == Event::Founded || property.event == Event::Dissolved) {
    std::optional<Date> date;
    if (statement.main.sort == Sort::Value) date = date_of(statement.main, said.mark);
    date = within(date, said.start_not_before, said.end_not_after);
    set_ends(entity, statement, {});
    if (property.inverse) std::swap(claim_.subject, claim_.object);
    emit(property.event, date ? std::optional<Edtf>(*date) : std::nullopt);
    return Outcome::Used;
  }
  const std::string item = item_of(statement.main);
  if (item.empty()) {
    throw Unusable{ErrorCode::InvalidRow, "a value of another kind",
                   fmt::format("the value of {} is no item", statement.main.property)};
  }
  set_ends(entity, statement, {item, "wikidata:" + item});
  std::optional<Edtf> when;
  if (!said.starts.empty()) when = said.starts.front();
  if (!said.ats.empty()) when = said.ats.front();
  emit(property.event, std::move(when));
  return Outcome::Used;
}

WikidataClaims::Outcome WikidataClaims::description(const WikidataEntity& entity,
                                                    const WikidataStatement& statement, const Said& said) {
  const WikidataProperty& property = *statement.property;
  set_ends(entity, statement, {});
  claim_.subject = {"", about_.id};
  claim_.object = {};
  if (property.means == Means::Kind) {
    const auto kind = property.kinds.find(statement.main.item());
    if (kind == property.kinds.end()) return pass_over("a kind outside the table");
    claim_.object.name = name_of(kind->second);
    claim_.detail.clear();
    emit(Event::Classified, std::nullopt);
    return Outcome::Used;
  }
  const std::string_view text = statement.main.text;
  if (statement.main.type != Type::Text || !is_good_name(text)) {
    throw Unusable{ErrorCode::InvalidRow, "a value of another kind",
                   fmt::format("the value of {} is no text with a letter or digit", statement.main.property)};
  }
  std::optional<Edtf> when;
  if (!said.starts.empty() || !said.ends.empty()) {
    DateInterval used{Unknown{}, Open{}};
    if (!said.starts.empty()) used.start = said.starts.front();
    if (!said.ends.empty()) used.end = said.ends.front();
    if (!said.starts.empty() && !said.ends.empty() &&
        certainly_before(said.ends.front(), said.starts.front())) {
      throw Unusable{ErrorCode::InvertedInterval, "an end before its start", "it ends before it starts"};
    }
    when = used;
  }
  if (property.means == Means::Code) {
    claim_.object.name = fmt::format("{}:{}", property.scheme, text);
    emit(Event::Identified, std::move(when));
  } else {
    Naming naming;
    naming.language = statement.main.language;
    claim_.object.name = text;
    claim_.detail = to_string(naming);
    emit(Event::Named, std::move(when));
  }
  return Outcome::Used;
}

}  // namespace entente::detail
