#include "loaders/claims_entry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "graph/entity.hpp"
#include "loaders/loader.hpp"

namespace entente::detail {

namespace {

using Kind = JsonValue::Kind;

[[noreturn]] void refuse(const JsonValue& value, std::string message,
                         ErrorCode code = ErrorCode::InvalidRow) {
  throw BadEntry{code, value.place, std::move(message), excerpt_of(value.text)};
}

void require_object(const JsonValue& entry, std::string_view what) {
  if (entry.kind != Kind::Object) refuse(entry, fmt::format("{} must be an object {{…}}", what));
}

/// A misspelt member would be a fact lost in silence. `note` is for the people who read the file.
void require_known(const JsonValue& entry, std::initializer_list<std::string_view> known) {
  for (const auto& [key, value] : entry.members) {
    if (key == "note" || std::find(known.begin(), known.end(), key) != known.end()) continue;
    throw BadEntry{ErrorCode::InvalidRow, value.place,
                   fmt::format("there is no member \"{}\" here; known are {} and note", excerpt_of(key),
                               fmt::join(known, ", ")),
                   ""};
  }
}

/// Empty when absent or null.
std::string text_in(const JsonValue& entry, std::string_view name) {
  const JsonValue* value = entry.find(name);
  if (value == nullptr || value->kind == Kind::Null) return {};
  if (value->kind != Kind::Text)
    refuse(*value, fmt::format("\"{}\" must be a text in quotation marks", name));
  return value->text;
}

std::string required_text(const JsonValue& entry, std::string_view name) {
  std::string text = text_in(entry, name);
  if (text.empty()) refuse(entry, fmt::format("\"{}\" is missing", name));
  return text;
}

template <typename Integer>
Integer integer_in(const JsonValue& entry, std::string_view name) {
  Integer number = 0;
  const JsonValue* value = entry.find(name);
  if (value == nullptr || value->kind == Kind::Null) return number;
  const char* end = value->text.data() + value->text.size();
  const auto [stop, error] = std::from_chars(value->text.data(), end, number);
  if (value->kind != Kind::Number || error != std::errc() || stop != end) {
    refuse(*value, fmt::format("\"{}\" must be a whole number{}", name,
                               std::is_unsigned_v<Integer> ? " from 0 on" : ""));
  }
  return number;
}

template <typename Parse>
auto date_with(const JsonValue& entry, std::string_view name, Parse parse)
    -> std::optional<decltype(parse(std::string_view()))> {
  const std::string text = text_in(entry, name);
  if (text.empty()) return std::nullopt;
  try {
    return parse(text);
  } catch (const Error& error) {
    refuse(*entry.find(name), fmt::format("\"{}\": {}", name, error.what()), error.code());
  }
}

std::optional<Edtf> edtf_in(const JsonValue& entry, std::string_view name) {
  return date_with(entry, name, parse_edtf);
}
std::optional<Date> date_in(const JsonValue& entry, std::string_view name) {
  return date_with(entry, name, Date::parse);
}

/// `"Uzbekistan"`, `{"name": …, "id": …}`, or beside either of them a member `subject_id`. A name without a
/// letter or digit, which nobody could look up, is refused.
Mention mention_in(const JsonValue& entry, std::string_view name, std::string_view id_name) {
  Mention mention;
  if (const JsonValue* value = entry.find(name); value != nullptr && value->kind == Kind::Object) {
    require_known(*value, {"name", "id"});
    mention = {text_in(*value, "name"), text_in(*value, "id")};
  } else {
    mention.name = text_in(entry, name);
  }
  if (mention.id.empty()) mention.id = text_in(entry, id_name);
  if (!mention.name.empty() && is_nameless(mention.name)) {
    const JsonValue* value = entry.find(name);
    if (value->kind == Kind::Object) value = value->find("name");
    refuse(*value, fmt::format("the name of the {} has no letter or digit", name));
  }
  return mention;
}

bool needs_object(Event event) {
  return event != Event::EnteredIntoForce && event != Event::Dissolved && event != Event::Founded;
}

EventAndRelation event_in(const JsonValue& entry, bool free) {
  const std::string word = required_text(entry, "event");
  const JsonValue* relation = entry.find("relation");
  const bool has_relation = relation != nullptr && relation->kind != Kind::Null;
  std::optional<EventAndRelation> known = event_from(word);
  if (!known && word == "held" && has_relation) known = EventAndRelation{Event::Held, {}};
  if (!known && free) known = EventAndRelation{Event::Held, {word}};
  if (!known) {
    refuse(*entry.find("event"),
           word == "held"
               ? "\"held\" needs a \"relation\" that says which state"
               : "there is no such event or state in docs/vocabulary.md; for a state of another kind write "
                 "\"event\": \"held\" with a \"relation\" of your own");
  }
  if (has_relation) known->relation.label = text_in(entry, "relation");
  return *known;
}

Source source_of(const JsonValue& entry, std::string id) {
  Source source;
  source.id.value = std::move(id);
  source.title = text_in(entry, "title");
  source.publisher = text_in(entry, "publisher");
  source.url = text_in(entry, "url");
  source.published = date_in(entry, "published");
  source.retrieved = date_in(entry, "retrieved");
  source.priority = integer_in<int>(entry, "priority");
  return source;
}

/// Evidence as JSON has it, and the source when it is described there: `"source": {"id": …, "title": …}`, or
/// `"source": "id"` with the title and the rest beside it.
void read_evidence(const JsonValue& value, bool free, ClaimEntry& read) {
  require_object(value, "\"evidence\"");
  if (!free) {
    require_known(value, {"source", "begin", "end", "row", "text", "rule", "title", "publisher", "url",
                          "published", "retrieved", "priority"});
  }
  Evidence& evidence = read.claim.evidence;
  evidence.begin = integer_in<std::uint64_t>(value, "begin");
  evidence.end = integer_in<std::uint64_t>(value, "end");
  evidence.row = integer_in<std::uint64_t>(value, "row");
  evidence.text = text_in(value, "text");
  evidence.rule = text_in(value, "rule");
  if (evidence.end < evidence.begin) refuse(*value.find("begin"), "\"begin\" lies after \"end\"");
  if (const JsonValue* source = value.find("source"); source != nullptr && source->kind == Kind::Object) {
    read.source = read_source(*source);
    evidence.source = read.source->id;
    return;
  }
  evidence.source.value = text_in(value, "source");
  for (const std::string_view described :
       {"title", "publisher", "url", "published", "retrieved", "priority"}) {
    if (value.find(described) == nullptr || evidence.source.value.empty()) continue;
    read.source = source_of(value, evidence.source.value);
    return;
  }
}

Naming naming_in(const JsonValue& name) {
  Naming naming;
  naming.language = text_in(name, "lang");
  const std::string sort = text_in(name, "sort");
  if (sort.empty()) return naming;
  const auto known = alias_sort_from(sort);
  if (!known) {
    refuse(*name.find("sort"),
           "there is no such sort of name; known are name, acronym, demonym, adjective, capital");
  }
  naming.sort = *known;
  return naming;
}

}  // namespace

Source read_source(const JsonValue& entry) {
  require_object(entry, "a source");
  require_known(entry, {"id", "title", "publisher", "url", "published", "retrieved", "priority"});
  return source_of(entry, required_text(entry, "id"));
}

ClaimEntry read_claim(const JsonValue& entry, bool free, const std::string& default_source) {
  require_object(entry, "a claim");
  if (!free) {
    require_known(entry, {"subject", "subject_id", "event", "relation", "object", "object_id", "date",
                          "certainty", "detail", "evidence"});
  }
  ClaimEntry read;
  Claim& claim = read.claim;
  claim.subject = mention_in(entry, "subject", "subject_id");
  if (claim.subject.empty()) refuse(entry, "\"subject\" is missing");
  EventAndRelation event = event_in(entry, free);
  claim.event = event.event;
  claim.relation = std::move(event.relation);
  claim.object = mention_in(entry, "object", "object_id");
  if (claim.object.empty() && needs_object(claim.event)) {
    refuse(entry,
           fmt::format("\"object\" is missing, which \"{}\" needs", event_name(claim.event, claim.relation)));
  }
  claim.when = edtf_in(entry, "date");
  claim.detail = text_in(entry, "detail");
  if (claim.event == Event::Named && !naming_from(claim.detail)) {
    refuse(*entry.find("detail"),
           "the detail of a name must be sort or sort:language, with or without preferred: "
           "in front");
  }
  if (claim.event == Event::Classified && !kind_from(claim.object.name)) {
    refuse(*entry.find("object"),
           "there is no such kind; known are state, organisation, treaty, person, group, "
           "place, unknown");
  }
  const std::string certainty = text_in(entry, "certainty");
  if (!certainty.empty()) {
    const auto known = certainty_from(certainty);
    if (!known) {
      refuse(*entry.find("certainty"), "\"certainty\" must be stated, inferred, hypothetical or negated");
    }
    claim.certainty = *known;
  }
  if (const JsonValue* evidence = entry.find("evidence"); evidence != nullptr)
    read_evidence(*evidence, free, read);
  if (claim.evidence.source.value.empty()) claim.evidence.source.value = default_source;
  if (claim.evidence.source.value.empty()) {
    refuse(entry, "nothing says where this comes from: give \"evidence\" a \"source\"");
  }
  return read;
}

std::vector<Claim> read_entity(const JsonValue& entry, const std::string& default_source) {
  require_object(entry, "an entity");
  require_known(entry, {"id", "kind", "source", "row", "text", "names", "ids", "founded", "dissolved"});
  Claim about;
  about.subject.id = required_text(entry, "id");
  about.evidence.source.value = text_in(entry, "source");
  if (about.evidence.source.value.empty()) about.evidence.source.value = default_source;
  if (about.evidence.source.value.empty()) {
    refuse(entry, "nothing says where this comes from: give the entity a \"source\"");
  }
  about.evidence.row = integer_in<std::uint64_t>(entry, "row");
  about.evidence.text = text_in(entry, "text");
  about.evidence.rule = "entity";

  std::vector<Claim> claims;
  const auto add = [&claims, &about](Event event, std::string object, std::optional<Edtf> when = {},
                                     std::string detail = {}) {
    Claim& claim = claims.emplace_back(about);
    claim.event = event;
    claim.object.name = std::move(object);
    claim.when = std::move(when);
    claim.detail = std::move(detail);
  };

  if (const std::string kind = text_in(entry, "kind"); !kind.empty()) {
    if (!kind_from(kind)) {
      refuse(*entry.find("kind"),
             "there is no such kind; known are state, organisation, treaty, person, group, place, "
             "unknown");
    }
    add(Event::Classified, kind);
  }

  if (const JsonValue* names = entry.find("names"); names != nullptr) {
    if (names->kind != Kind::Array) refuse(*names, "\"names\" must be a list [ … ]");
    for (const JsonValue& name : names->items) {
      Naming naming;
      std::string text = name.text;
      std::optional<Edtf> when;
      if (name.kind != Kind::Text) {
        require_object(name, "a name that is not just a text");
        require_known(name, {"name", "sort", "lang", "when"});
        naming = naming_in(name);
        text = required_text(name, "name");
        when = edtf_in(name, "when");
      }
      if (text.empty()) refuse(name, "a name is empty");
      if (is_nameless(text)) refuse(name, "a name has no letter or digit");
      naming.preferred = &name == names->items.data();
      add(Event::Named, std::move(text), std::move(when), to_string(naming));
    }
  }

  if (const JsonValue* ids = entry.find("ids"); ids != nullptr) {
    require_object(*ids, "\"ids\"");
    const auto identify = [&add](const std::string& scheme, const JsonValue& value) {
      if (value.kind != Kind::Text || value.text.empty() || scheme.empty()) {
        refuse(value, fmt::format("the id \"{}\" must be a text in quotation marks, or a list of them",
                                  excerpt_of(scheme)));
      }
      add(Event::Identified, scheme + ':' + value.text);
    };
    for (const auto& [scheme, value] : ids->members) {
      if (value.kind != Kind::Array) {
        identify(scheme, value);
        continue;
      }
      for (const JsonValue& item : value.items) identify(scheme, item);
    }
  }

  if (auto founded = edtf_in(entry, "founded")) add(Event::Founded, "", std::move(founded));
  if (auto dissolved = edtf_in(entry, "dissolved")) add(Event::Dissolved, "", std::move(dissolved));
  return claims;
}

}  // namespace entente::detail
