#include "loaders/table/mapping_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

#include "graph/error.hpp"

namespace entente::detail {

namespace {

constexpr std::pair<std::string_view, DateFormat> formats[] = {
    {"edtf", DateFormat::Edtf},
    {"year-month-day", DateFormat::YearMonthDay},
    {"day-month-year", DateFormat::DayMonthYear},
    {"month-day-year", DateFormat::MonthDayYear},
    {"yyyymmdd", DateFormat::Compact},
    {"english", DateFormat::English},
    {"messydates", DateFormat::Messy},
};

/// The short names of schemes, as people say them.
std::string with_whole_scheme(const std::string& id) {
  for (const auto& [brief, whole] :
       {std::pair<std::string_view, std::string_view>{"iso2:", "iso3166-1-alpha-2:"},
        {"iso3:", "iso3166-1-alpha-3:"}}) {
    if (id.rfind(brief, 0) == 0) return std::string(whole) + id.substr(brief.size());
  }
  return id;
}

bool is_word(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == text.npos;
}

}  // namespace

void MappingReader::fail(const JsonValue& at, const std::string& message) const {
  Diagnostic problem{ErrorCode::InvalidArgument, file_, at.place.line, at.place.column, message, ""};
  throw Error(problem.code, problem.to_string());
}

void MappingReader::expect_members(const JsonValue& object,
                                   std::initializer_list<std::string_view> allowed) const {
  if (object.kind != JsonValue::Kind::Object) fail(object, "an object is expected here");
  for (const auto& [key, value] : object.members) {
    if (key == "note" || std::find(allowed.begin(), allowed.end(), key) != allowed.end()) continue;
    fail(value, fmt::format("there is no \"{}\" here; there are {}", escaped_controls(key),
                            fmt::join(allowed, ", ")));
  }
}

const std::string& MappingReader::text(const JsonValue& value) const {
  if (value.kind != JsonValue::Kind::Text && value.kind != JsonValue::Kind::Number) {
    fail(value, "a text is expected here");
  }
  return value.text;
}

bool MappingReader::truth(const JsonValue& value) const {
  if (value.kind != JsonValue::Kind::Boolean) fail(value, "true or false is expected here");
  return value.text == "true";
}

std::vector<std::string> MappingReader::texts(const JsonValue& value) const {
  if (value.kind != JsonValue::Kind::Array) return {text(value)};
  std::vector<std::string> list;
  for (const JsonValue& item : value.items) list.push_back(text(item));
  return list;
}

Template MappingReader::as_template(const JsonValue& value) {
  try {
    return Template::parse(with_whole_scheme(text(value)), mapping_.columns, mapping_.lookup_names);
  } catch (const std::invalid_argument& why) {
    fail(value, why.what());
  }
}

std::vector<Template> MappingReader::templates(const JsonValue& value) {
  if (value.kind != JsonValue::Kind::Array) return {as_template(value)};
  std::vector<Template> list;
  for (const JsonValue& item : value.items) list.push_back(as_template(item));
  return list;
}

void MappingReader::add_conditions(const JsonValue& object, bool wanted, Conditions& conditions) {
  if (object.kind != JsonValue::Kind::Object)
    fail(object, "an object of columns and values is expected here");
  for (const auto& [key, value] : object.members) {
    std::string_view name = key;
    const bool optional = name.size() > 1 && name.back() == '?';
    if (optional) name.remove_suffix(1);
    conditions.all.push_back({mapping_.columns.position_of(name, optional), texts(value), wanted});
  }
}

TableMeaning MappingReader::meaning(const JsonValue& value) const {
  TableMeaning meaning;
  const bool object = value.kind == JsonValue::Kind::Object;
  if (object) expect_members(value, {"says", "relation", "detail", "certainty"});
  const JsonValue* const says = object ? value.find("says") : &value;
  const std::string word = says == nullptr ? "member" : text(*says);
  if (word == "nothing" || word == "unknown") {
    meaning.what = word == "nothing" ? TableMeaning::What::Nothing : TableMeaning::What::Unknown;
  } else if (const auto known = event_from(word)) {
    meaning.event = known->event;
    meaning.relation = known->relation;
  } else if (is_word(word)) {
    meaning.relation.label = word;
  } else {
    fail(*says, fmt::format("\"{}\" is no word for an event, a state or a relation (lower case, _)", word));
  }
  if (!object) return meaning;
  if (const JsonValue* relation = value.find("relation")) {
    if (!is_word(text(*relation))) fail(*relation, "a relation is a word in lower case, such as member_of");
    meaning.relation.label = relation->text;
  }
  if (const JsonValue* detail = value.find("detail")) meaning.detail = text(*detail);
  if (const JsonValue* certainty = value.find("certainty")) {
    const auto known = certainty_from(text(*certainty));
    if (!known) fail(*certainty, "a certainty is stated, inferred, hypothetical or negated");
    meaning.certainty = *known;
  }
  return meaning;
}

void MappingReader::read_date_defaults(const JsonValue& object, DateRule& rule) {
  if (const JsonValue* value = object.find("formats")) {
    rule.formats.clear();
    const std::vector<std::string> names = texts(*value);
    for (const std::string& name : names) {
      const auto* const known = std::find_if(std::begin(formats), std::end(formats),
                                             [&](const auto& it) { return it.first == name; });
      if (known == std::end(formats)) {
        std::vector<std::string_view> all;
        for (const auto& it : formats) all.push_back(it.first);
        fail(*value, fmt::format("there is no date format \"{}\"; there are {}", name, fmt::join(all, ", ")));
      }
      rule.formats.push_back(known->second);
    }
  }
  if (const JsonValue* value = object.find("missing")) rule.missing = texts(*value);
  if (const JsonValue* value = object.find("ongoing")) rule.ongoing = texts(*value);
  if (const JsonValue* value = object.find("unknown")) rule.unknown = texts(*value);
  if (const JsonValue* value = object.find("plausible")) {
    const auto edtf = try_parse_edtf(text(*value));
    const auto first = edtf ? earliest(*edtf) : std::nullopt, last = edtf ? latest(*edtf) : std::nullopt;
    if (!first || !last) fail(*value, "plausible dates are a period, such as 1800/2100");
    rule.plausible = Period{*first, *last};
  }
  if (const JsonValue* value = object.find("implausible")) {
    if (text(*value) != "unknown" && value->text != "skip") fail(*value, "implausible is unknown or skip");
    rule.implausible_is_unknown = value->text == "unknown";
  }
}

DateRule MappingReader::date_rule(const JsonValue& value, const DateRule& defaults) {
  DateRule rule = defaults;
  if (value.kind != JsonValue::Kind::Object) {
    rule.texts = templates(value);
    return rule;
  }
  expect_members(value, {"date", "year", "month", "day", "formats", "missing", "ongoing", "unknown",
                         "plausible", "implausible", "when_missing", "ongoing_when", "unknown_when",
                         "approximate_when", "bound_when"});
  read_date_defaults(value, rule);
  if (const JsonValue* date = value.find("date")) rule.texts = templates(*date);
  for (const auto& [name, part] :
       {std::pair{"year", &rule.year}, {"month", &rule.month}, {"day", &rule.day}}) {
    if (const JsonValue* column = value.find(name)) *part = as_template(*column);
  }
  if ((rule.month || rule.day) && !rule.year) fail(value, "a month or a day needs a year");
  if (rule.year && !rule.texts.empty()) fail(value, "a date is either a date or a year, month and day");
  if (const JsonValue* missing = value.find("when_missing")) {
    const std::string& word = text(*missing);
    using When = DateRule::WhenMissing;
    if (word != "unknown" && word != "ongoing" && word != "skip") {
      fail(*missing, "when_missing is unknown, ongoing or skip");
    }
    rule.when_missing = word == "unknown" ? When::Unknown : word == "ongoing" ? When::Ongoing : When::Skip;
  }
  for (const auto& [name, conditions] : {std::pair{"ongoing_when", &rule.ongoing_when},
                                         {"unknown_when", &rule.unknown_when},
                                         {"approximate_when", &rule.approximate_when},
                                         {"bound_when", &rule.bound_when}}) {
    if (const JsonValue* object = value.find(name)) add_conditions(*object, true, conditions->emplace());
  }
  return rule;
}

MentionRule::Naming MappingReader::naming(const JsonValue& value, const DateRule& defaults) {
  if (value.kind != JsonValue::Kind::Object) return {as_template(value), "name", {}, {}};
  expect_members(value, {"name", "sort", "lang", "preferred", "start", "end"});
  const JsonValue* const name = value.find("name");
  if (name == nullptr) fail(value, "a name is missing here");
  MentionRule::Naming naming{as_template(*name), {}, {}, {}};
  Naming detail;
  if (const JsonValue* sort = value.find("sort")) {
    const auto known = alias_sort_from(text(*sort));
    if (!known) fail(*sort, "a sort is name, acronym, demonym, adjective or capital");
    detail.sort = *known;
  }
  if (const JsonValue* lang = value.find("lang")) detail.language = text(*lang);
  if (const JsonValue* preferred = value.find("preferred")) detail.preferred = truth(*preferred);
  naming.detail = to_string(detail);
  if (const JsonValue* start = value.find("start")) naming.start = date_rule(*start, defaults);
  if (const JsonValue* end = value.find("end")) naming.end = date_rule(*end, defaults);
  return naming;
}

MentionRule MappingReader::mention(const JsonValue& value, const DateRule& defaults) {
  MentionRule mention;
  if (value.kind != JsonValue::Kind::Object) {
    mention.names = templates(value);
    return mention;
  }
  expect_members(value, {"id", "name", "kind", "names", "ids", "founded", "dissolved"});
  if (const JsonValue* id = value.find("id")) mention.ids = templates(*id);
  if (const JsonValue* name = value.find("name")) mention.names = templates(*name);
  if (mention.ids.empty() && mention.names.empty()) fail(value, "an id or a name is needed here");
  if (const JsonValue* kind = value.find("kind")) {
    mention.kind = kind_from(text(*kind));
    if (!mention.kind) fail(*kind, "a kind is state, organisation, treaty, person, group or place");
  }
  const auto list = [](const JsonValue& it) {
    return it.kind == JsonValue::Kind::Array ? it.items : std::vector<JsonValue>{it};
  };
  if (const JsonValue* names = value.find("names")) {
    for (const JsonValue& name : list(*names)) mention.namings.push_back(naming(name, defaults));
  }
  if (const JsonValue* ids = value.find("ids")) {
    for (const JsonValue& id : list(*ids)) {
      if (id.kind != JsonValue::Kind::Object) {
        mention.codes.push_back({as_template(id), {}, {}});
        continue;
      }
      expect_members(id, {"id", "start", "end"});
      const JsonValue* const code = id.find("id");
      if (code == nullptr) fail(id, "an id is missing here");
      mention.codes.push_back({as_template(*code), {}, {}});
      if (const JsonValue* start = id.find("start")) mention.codes.back().start = date_rule(*start, defaults);
      if (const JsonValue* end = id.find("end")) mention.codes.back().end = date_rule(*end, defaults);
    }
  }
  if (const JsonValue* date = value.find("founded")) mention.founded = date_rule(*date, defaults);
  if (const JsonValue* date = value.find("dissolved")) mention.dissolved = date_rule(*date, defaults);
  return mention;
}

Each MappingReader::each(const JsonValue& value) {
  expect_members(value, {"columns", "from", "to", "except", "list", "separators"});
  Each each;
  if (const JsonValue* list = value.find("list")) each.list = as_template(*list);
  if (const JsonValue* separators = value.find("separators")) each.separators = text(*separators);
  if (const JsonValue* from = value.find("from")) each.from = text(*from);
  if (const JsonValue* to = value.find("to")) each.to = text(*to);
  if (const JsonValue* columns = value.find("columns")) each.columns = texts(*columns);
  if (const JsonValue* except = value.find("except")) each.columns = texts(*except);
  if (each.from.has_value() != each.to.has_value()) fail(value, "from and to belong together");
  const int ways = (each.list ? 1 : 0) + (each.from ? 1 : 0) + (value.find("columns") != nullptr ? 1 : 0);
  if (ways != 1) fail(value, "each speaks of a list, of columns, or of the columns from … to …");
  if (value.find("except") != nullptr && !each.from) fail(value, "except belongs to from and to");
  return each;
}

void MappingReader::check(const ClaimRule& rule, const JsonValue& at) const {
  if (rule.year && (rule.start || rule.end || rule.date || rule.join)) {
    fail(at, "a rule of years (year) has no start, end, date or join");
  }
  if (rule.date && (rule.start || rule.end)) fail(at, "a rule has a date, or a start and an end");
  if (rule.join && !(rule.start && rule.end)) fail(at, "join needs a start and an end");
  std::vector<const TableMeaning*> meanings{&rule.says};
  for (const auto& it : rule.values) meanings.push_back(&it.second);
  if (rule.other) meanings.push_back(&*rule.other);
  for (const TableMeaning* meaning : meanings) {
    if (meaning->what != TableMeaning::What::Says) continue;
    const bool held = meaning->event == Event::Held;
    if (!held && (rule.year || rule.join)) fail(at, "years and spells are folded for states, not for events");
    if (!held && (rule.start || rule.end)) fail(at, "an event has a date, not a start and an end");
    const bool alone = meaning->event == Event::Founded || meaning->event == Event::Dissolved ||
                       meaning->event == Event::EnteredIntoForce;
    if (!rule.has_object && !alone) fail(at, "an object is missing");
  }
}

ClaimRule MappingReader::claim(const JsonValue& value, const DateRule& defaults) {
  expect_members(
      value,
      {"when",         "unless",  "each",   "value",     "values", "other",     "says", "relation",
       "certainty",    "subject", "object", "start",     "end",    "date",      "year", "approximate_when",
       "before_first", "join",    "once",   "both_ways", "detail", "qualifiers"});
  ClaimRule rule;
  if (const JsonValue* when = value.find("when")) add_conditions(*when, true, rule.when);
  if (const JsonValue* unless = value.find("unless")) add_conditions(*unless, false, rule.when);
  if (const JsonValue* it = value.find("each")) rule.each = each(*it);
  if (const JsonValue* it = value.find("value")) rule.value = as_template(*it);
  JsonValue says;
  says.kind = JsonValue::Kind::Object;
  says.place = value.place;
  for (const auto& [key, member] : value.members) {
    if (key == "says" || key == "relation" || key == "certainty") says.members.push_back({key, member});
  }
  rule.says = meaning(says);
  if (const JsonValue* values = value.find("values")) {
    if (values->kind != JsonValue::Kind::Object)
      fail(*values, "an object of values and meanings is expected");
    for (const auto& [key, said] : values->members) rule.values.emplace_back(key, meaning(said));
    if (!rule.value && !rule.each)
      fail(*values, "values need a value or an each that they are looked up for");
  }
  if (const JsonValue* other = value.find("other")) rule.other = meaning(*other);
  const JsonValue* const own_subject = value.find("subject");
  const JsonValue* const subject = own_subject == nullptr ? subject_ : own_subject;
  if (subject == nullptr) fail(value, "a subject is missing");
  rule.subject = mention(*subject, defaults);
  const JsonValue* const own_object = value.find("object");
  const JsonValue* const object = own_object == nullptr ? object_ : own_object;
  if (object != nullptr && object->kind != JsonValue::Kind::Null) {
    rule.object = mention(*object, defaults);
    rule.has_object = true;
  }
  if (const JsonValue* it = value.find("start")) rule.start = date_rule(*it, defaults);
  if (const JsonValue* it = value.find("end")) rule.end = date_rule(*it, defaults);
  if (const JsonValue* it = value.find("date")) rule.date = date_rule(*it, defaults);
  if (const JsonValue* it = value.find("year")) rule.year = as_template(*it);
  if (const JsonValue* it = value.find("approximate_when")) {
    if (!rule.year) fail(*it, "approximate_when of a claim belongs to a year; a start or an end has its own");
    add_conditions(*it, true, rule.approximate_when.emplace());
  }
  if (const JsonValue* it = value.find("before_first")) {
    if (text(*it) != "unknown" && it->text != "nothing") fail(*it, "before_first is unknown or nothing");
    rule.unknown_before_first = it->text == "unknown";
  }
  if (const JsonValue* it = value.find("join")) {
    if (text(*it) != "same day" && it->text != "next day") fail(*it, "join is \"same day\" or \"next day\"");
    rule.join = it->text == "next day" ? 1 : 0;
  }
  if (const JsonValue* it = value.find("once")) rule.once = truth(*it);
  if (const JsonValue* it = value.find("both_ways")) rule.both_ways = truth(*it);
  if (const JsonValue* it = value.find("detail")) rule.detail = as_template(*it);
  if (const JsonValue* qualifiers = value.find("qualifiers")) {
    if (qualifiers->kind != JsonValue::Kind::Object) fail(*qualifiers, "an object of words is expected");
    for (const auto& [word, when] : qualifiers->members) {
      add_conditions(when, true, rule.qualifiers.emplace_back(word, Conditions{}).second);
    }
  }
  check(rule, value);
  return rule;
}

}  // namespace entente::detail
