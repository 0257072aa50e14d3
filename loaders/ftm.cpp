#include "loaders/ftm.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "graph/entity.hpp"
#include "loaders/file_source.hpp"
#include "loaders/json_documents.hpp"
#include "loaders/lines.hpp"
#include "loaders/utf8.hpp"

namespace entente {

namespace {

using Value = rapidjson::Value;
using Allocator = rapidjson::MemoryPoolAllocator<>;
using Document = rapidjson::GenericDocument<rapidjson::UTF8<>, Allocator>;

/// A schema that ties one entity to another: the properties that name them, and the relation.
struct Tie {
  std::string_view schema, subject, object, relation;
};
constexpr Tie ties[] = {
    {"Membership", "member", "organization", "member_of"},
    {"Directorship", "director", "organization", "director_of"},
    {"Employment", "employee", "employer", "employed_by"},
    {"Occupancy", "holder", "post", "holds_position"},
    {"Ownership", "owner", "asset", "owner_of"},
    {"Representation", "agent", "client", "represents"},
    {"ProjectParticipant", "participant", "project", "participant_in"},
    {"Associate", "person", "associate", "associate_of"},
    {"Family", "person", "relative", "relative_of"},
    {"UnknownLink", "subject", "object", "linked_to"},
    {"Succession", "successor", "predecessor", "successor_of"},
};

/// A schema of what can be tied.
struct Node {
  std::string_view schema;
  Kind kind;
};
constexpr Node nodes[] = {
    {"Person", Kind::Person},        {"Organization", Kind::Organisation},
    {"Company", Kind::Organisation}, {"PublicBody", Kind::Organisation},
    {"LegalEntity", Kind::Unknown},  {"Position", Kind::Unknown},
    {"Project", Kind::Unknown},      {"Asset", Kind::Unknown},
    {"Vessel", Kind::Unknown},       {"Airplane", Kind::Unknown},
    {"Vehicle", Kind::Unknown},      {"RealEstate", Kind::Unknown},
    {"Security", Kind::Unknown},
};

/// What the data model writes for "some time in the past".
constexpr std::string_view historic = "1001-01-01";

/// An entity that cannot be read.
struct BadEntity {
  ErrorCode code;
  std::string reason;  ///< as counted
  std::string message;
};

std::string_view text_of(const Value& value) {
  return value.IsString() ? std::string_view(value.GetString(), value.GetStringLength()) : std::string_view();
}

std::string_view text_in(const Value& entity, const char* key) {
  const auto member = entity.FindMember(key);
  return member == entity.MemberEnd() ? std::string_view() : text_of(member->value);
}

/// The values of a property; one that stands alone counts as a list of one.
std::vector<std::string_view> values(const Value& properties, std::string_view name) {
  std::vector<std::string_view> found;
  const auto member = properties.FindMember(
      Value(rapidjson::StringRef(name.data(), static_cast<rapidjson::SizeType>(name.size()))));
  if (member == properties.MemberEnd()) return found;
  const auto add = [&](const Value& value) {
    std::string_view text = text_of(value);
    if (value.IsObject()) text = text_in(value, "id");  // an entity nested where its id would stand
    if (!text.empty() && std::find(found.begin(), found.end(), text) == found.end()) found.push_back(text);
  };
  if (member->value.IsArray()) {
    for (const Value& value : member->value.GetArray()) add(value);
  } else {
    add(member->value);
  }
  return found;
}

std::string_view first(const std::vector<std::string_view>& all) {
  return all.empty() ? std::string_view() : all.front();
}

bool is_wikidata_id(std::string_view id) {
  return id.size() > 1 && id.front() == 'Q' &&
         std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string entity_id(std::string_view id) {
  return fmt::format("{}:{}", is_wikidata_id(id) ? "wikidata" : "ftm", id);
}

/// The dates of a property. Of two that allow a common day the narrower stands; others are two statements.
struct Dates {
  std::vector<Date> known;
  bool historic = false;
};

Dates dates(const Value& properties, std::string_view name) {
  Dates dates;
  for (const std::string_view text : values(properties, name)) {
    if (text == historic) {
      dates.historic = true;
      continue;
    }
    const std::string_view day = text.substr(0, text.find_first_of("T "));
    const auto date = Date::try_parse(day);
    if (!date) {
      throw BadEntity{ErrorCode::InvalidDate, "a date that is none",
                      fmt::format("the {} \"{}\" is no date", name, excerpt_of(text))};
    }
    const auto same = std::find_if(dates.known.begin(), dates.known.end(),
                                   [&](const Date& known) { return compatible(known, *date); });
    const auto width = [](const Date& d) { return d.latest().number() - d.earliest().number(); };
    if (same == dates.known.end()) {
      dates.known.push_back(*date);
    } else if (width(*date) < width(*same)) {
      *same = *date;
    }
  }
  return dates;
}

void note(std::string& detail, std::string_view what, std::string_view value) {
  if (value.empty()) return;
  if (!detail.empty()) detail += "; ";
  detail += what;
  detail += value;
}

class Loader {
 public:
  Loader(Input& input, const LoadOptions& options, ClaimSink& sink)
      : input_(input), options_(options), sink_(sink) {
    has_lines_ = has_lines(input.beginning());
    source_ = detail::file_source(detail::without_endings(input.name()), options,
                                  [&] { return input.content_hash(); });
    claim_.evidence.source = source_.id;
  }

  LoadReport load() {
    input_.on_progress(options_.progress);
    sink_.source(source_);
    if (has_lines_) {
      Lines lines(input_, options_.limits.entry);
      std::string buffer;
      while (lines.next()) {
        if (lines.text().find_first_not_of(" \t") == std::string_view::npos) continue;
        buffer = lines.text();
        if (lines.too_long()) {
          bad({ErrorCode::InvalidText, input_.name(), lines.number(), 0,
               fmt::format("a line of more than {} bytes", options_.limits.entry), excerpt_of(buffer)},
              "no JSON");
        } else if (const auto problem = parse(buffer, lines.number())) {
          bad(*problem, "no JSON");
        }
      }
    } else {
      detail::JsonDocuments documents(input_, options_.limits, "results");
      while (std::string* text = documents.next()) {
        if (const auto problem = parse(*text, documents.line()))
          throw Error(problem->code, problem->to_string());
      }
    }
    return report_;
  }

 private:
  static bool has_lines(std::string_view beginning) {
    const std::string_view text = without_bom(beginning);
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || text[begin] != '{') return false;
    const std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) return true;
    const std::size_t last = text.find_last_not_of(" \t\r", end - 1);
    return text[last] == '}';
  }

  void bad(const Diagnostic& problem, std::string_view reason) {
    ++report_.read;
    skip_row(problem, options_, sink_, report_, reason);
  }

  /// What is wrong with the text as JSON. The text is decoded in place.
  std::optional<Diagnostic> parse(std::string& text, std::size_t line) {
    if (auto problem = utf8_problem(text, input_.name(), line)) return problem;
    quote_ = text.substr(0, text.size() <= longest_quote ? text.size() : std::size_t{0});
    allocator_.Clear();
    Document document(&allocator_);
    constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag;
    document.ParseInsitu<flags>(text.data());
    if (document.HasParseError()) {
      const std::size_t offset = document.GetErrorOffset();
      const bool cut = offset >= text.size();
      return Diagnostic{
          ErrorCode::InvalidJson,
          input_.name(),
          line,
          offset + 1,
          cut ? std::string("it ends in the middle of a value")
              : fmt::format("not JSON: {}", rapidjson::GetParseError_En(document.GetParseError())),
          excerpt_of(quote_)};
    }
    ++report_.read;
    try {
      take(document, line);
    } catch (const BadEntity& wrong) {
      skip_row({wrong.code, input_.name(), line, 0, wrong.message, excerpt_of(quote_)}, options_, sink_,
               report_, wrong.reason);
    }
    return std::nullopt;
  }

  void take(const Value& entity, std::size_t line) {
    if (!entity.IsObject()) throw BadEntity{ErrorCode::InvalidRow, "no entity", "this is no entity"};
    const std::string_view id = text_in(entity, "id"), schema = text_in(entity, "schema");
    const auto properties = entity.FindMember("properties");
    if (id.empty() || schema.empty() || properties == entity.MemberEnd() || !properties->value.IsObject()) {
      throw BadEntity{ErrorCode::InvalidRow, "no entity", "an entity needs an id, a schema and properties"};
    }
    claim_.evidence.row = line;
    pending_.clear();
    const auto tie =
        std::find_if(std::begin(ties), std::end(ties), [&](const Tie& t) { return t.schema == schema; });
    const auto node =
        std::find_if(std::begin(nodes), std::end(nodes), [&](const Node& n) { return n.schema == schema; });
    if (tie != std::end(ties)) {
      link(*tie, properties->value);
    } else if (node != std::end(nodes)) {
      describe(*node, entity, id, properties->value);
    } else {
      pass_over_row("an entity of another schema", report_);
      return;
    }
    for (const Claim& claim : pending_) require_text(claim);
    for (const Claim& claim : pending_) sink_.claim(claim);
    report_.claims += pending_.size();
    ++report_.used;
  }

  /// RapidJSON lets half of a surrogate pair through when it is escaped, and a NUL.
  static void require_text(const Claim& claim) {
    for (const std::string* text :
         {&claim.subject.name, &claim.subject.id, &claim.object.name, &claim.object.id, &claim.detail}) {
      if (!first_invalid_utf8(*text) && text->find('\0') == std::string::npos) continue;
      throw BadEntity{ErrorCode::InvalidText, "a text that is none",
                      "a text with half a surrogate pair or a NUL"};
    }
  }

  /// An entity's claims are handed on together, once all of it is known to be good.
  void emit(Event event, std::optional<Edtf> when) {
    claim_.event = event;
    claim_.when = std::move(when);
    pending_.push_back(claim_);
  }

  void describe(const Node& node, const Value& entity, std::string_view id, const Value& properties) {
    claim_.subject = {"", entity_id(id)};
    claim_.object = {};
    claim_.relation.label = relation::member_of;
    claim_.detail.clear();
    claim_.evidence.text.clear();
    claim_.evidence.rule = "ftm:" + std::string(node.schema);
    if (node.kind != Kind::Unknown) {
      claim_.object.name = name_of(node.kind);
      emit(Event::Classified, std::nullopt);
    }
    const std::vector<std::string_view> names = values(properties, "name");
    std::string_view preferred = text_in(entity, "caption");
    if (std::find(names.begin(), names.end(), preferred) == names.end()) preferred = first(names);
    std::vector<std::string_view> seen;
    for (const char* property : {"name", "alias", "weakAlias", "previousName"}) {
      for (const std::string_view name : values(properties, property)) {
        if (is_nameless(name) || std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
        seen.push_back(name);
        Naming naming;
        naming.preferred = name == preferred;
        claim_.object.name = name;
        claim_.detail = to_string(naming);
        emit(Event::Named, std::nullopt);
      }
    }
    claim_.detail.clear();
    for (const std::string_view item : values(properties, "wikidataId")) {
      if (!is_wikidata_id(item) || item == id) continue;
      claim_.object.name = entity_id(item);
      emit(Event::Identified, std::nullopt);
    }
    claim_.object = {};
    for (const char* property : {"birthDate", "incorporationDate"}) {
      for (const Date& date : dates(properties, property).known) emit(Event::Founded, date);
    }
    for (const char* property : {"deathDate", "dissolutionDate"}) {
      for (const Date& date : dates(properties, property).known) emit(Event::Dissolved, date);
    }
    for (const std::string_view parent : values(properties, "parent")) {
      claim_.object = {std::string(parent), entity_id(parent)};
      claim_.relation.label = relation::part_of;
      emit(Event::Held, std::nullopt);
    }
    if (pending_.empty())
      throw BadEntity{ErrorCode::InvalidRow, "an entity without a name",
                      "nothing is said of it, not even a name"};
  }

  void link(const Tie& tie, const Value& properties) {
    const auto subjects = values(properties, tie.subject), objects = values(properties, tie.object);
    if (subjects.empty() || objects.empty()) {
      throw BadEntity{ErrorCode::InvalidRow, "a tie with one end",
                      fmt::format("a {} needs its {} and its {}", tie.schema, tie.subject, tie.object)};
    }
    const Dates starts = dates(properties, "startDate"), ends = dates(properties, "endDate");
    const Dates seen = dates(properties, "date");
    claim_.detail.clear();
    for (const char* property : {"role", "relationship", "percentage", "status"}) {
      for (const std::string_view value : values(properties, property))
        note(claim_.detail, fmt::format("{}: ", property), value);
    }
    claim_.relation.label = tie.relation;
    claim_.evidence.text = quote_;
    claim_.evidence.rule = "ftm:" + std::string(tie.schema);
    const bool several = starts.known.size() > 1 || ends.known.size() > 1;
    if (!several && !starts.known.empty() && !ends.known.empty() &&
        certainly_before(ends.known[0], starts.known[0])) {
      throw BadEntity{
          ErrorCode::InvertedInterval, "an end before its start",
          fmt::format("it ends ({}) before it starts ({})", ends.known[0].text(), starts.known[0].text())};
    }
    if (several) {
      warn_of_row({ErrorCode::InvalidRow, input_.name(), claim_.evidence.row, 0,
                   "several starts or ends, which are told one by one", excerpt_of(quote_)},
                  "a tie with several starts or ends", sink_, report_);
    }
    const std::string_view status = first(values(properties, "status"));
    for (const std::string_view subject : subjects) {
      for (const std::string_view object : objects) {
        claim_.subject = {std::string(subject), entity_id(subject)};
        claim_.object = {std::string(object), entity_id(object)};
        if (tie.schema == "Succession") {
          const Dates& when = starts.known.empty() ? seen : starts;
          emit(Event::Succeeded, when.known.empty() ? std::nullopt : std::optional<Edtf>(when.known[0]));
        } else {
          tell(starts, ends, seen, status, several);
        }
      }
    }
  }

  void tell(const Dates& starts, const Dates& ends, const Dates& seen, std::string_view status,
            bool several) {
    if (several) {
      // Values that contradict one another are kept; as events they fall into the order of time.
      for (const Date& start : starts.known) emit(Event::Joined, start);
      for (const Date& end : ends.known) emit(Event::Left, end);
      return;
    }
    const bool ended =
        ends.historic || status == "ended" || status == "former" || status == "past" || status == "historic";
    const bool goes_on = !ended && (status == "current" || status == "active");
    DateInterval span{Unknown{}, Unknown{}};
    if (!starts.known.empty()) span.start = starts.known[0];
    if (!ends.known.empty()) span.end = ends.known[0];
    if (!ends.known.empty()) {
      emit(Event::Held, span);
    } else if (goes_on) {
      span.end = Open{};
      emit(Event::Held, span);
    } else if (!starts.known.empty()) {
      if (ended) {
        emit(Event::Held, span);
      } else {
        emit(Event::Joined, starts.known[0]);
      }
    } else if (ended) {
      emit(Event::Left, std::nullopt);
    } else if (seen.known.empty()) {
      emit(Event::Held, std::nullopt);
    }
    for (const Date& date : seen.known) emit(Event::Held, date);
  }

  static constexpr std::size_t longest_quote = 4096;

  Input& input_;
  const LoadOptions& options_;
  ClaimSink& sink_;
  bool has_lines_ = false;
  Source source_;
  LoadReport report_;
  Claim claim_;
  std::vector<Claim> pending_;
  std::string quote_;  ///< the entity as it stands; empty when it is long
  Allocator allocator_;
};

}  // namespace

LoadReport load_ftm(Input& input, const LoadOptions& options, ClaimSink& sink) {
  return Loader(input, options, sink).load();
}

bool is_ftm(std::string_view beginning) {
  std::string_view text = without_bom(beginning);
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t\r\n[")));
  if (!text.starts_with('{')) return false;
  const std::size_t schema = text.find("\"schema\"");
  if (schema == std::string_view::npos || text.find("\"properties\"") == std::string_view::npos) return false;
  // The schema's name is a text that begins with a capital.
  const std::size_t value = text.find_first_not_of(" \t\r\n:", schema + 8);
  return value != std::string_view::npos && value + 1 < text.size() && text[value] == '"' &&
         text[value + 1] >= 'A' && text[value + 1] <= 'Z';
}

}  // namespace entente
