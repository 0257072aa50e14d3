#include "loaders/popolo.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <unordered_map>
#include <vector>

#include "graph/entity.hpp"
#include "graph/names.hpp"
#include "loaders/utf8.hpp"

namespace entente {

namespace {

using Value = rapidjson::Value;

/// An entry that cannot be read.
struct BadEntry {
  ErrorCode code;
  std::string reason;  ///< as counted
  std::string message;
};

/// A start or an end as the file has it.
struct Ends {
  std::optional<Date> start, end;
  [[nodiscard]] bool inverted() const { return start && end && certainly_before(*end, *start); }
};

struct Term {
  std::string_view name;
  Ends ends;
};

bool is_uuid(std::string_view id) {
  if (id.size() != 36) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const char c = id[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (dash ? c != '-' : !hex) return false;
  }
  return true;
}

bool is_wikidata_id(std::string_view id) {
  return id.size() > 1 && id.front() == 'Q' &&
         std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What stands in the place of a party where there is none.
bool is_no_party(std::string_view name) {
  const std::string folded = fold_name(name);
  for (const std::string_view none : {"", "unknown", "unkown", "none", "n a", "na", "not available",
                                      "independent", "independents", "non partisan", "no party"}) {
    if (folded == none) return true;
  }
  return false;
}

/// Empty where there is none, or no text.
std::string_view text_in(const Value& entry, const char* key) {
  const auto member = entry.FindMember(key);
  if (member == entry.MemberEnd() || !member->value.IsString()) return {};
  return {member->value.GetString(), member->value.GetStringLength()};
}

const Value* object_in(const Value& entry, const char* key) {
  const auto member = entry.FindMember(key);
  return member == entry.MemberEnd() || !member->value.IsObject() ? nullptr : &member->value;
}

const Value* list_in(const Value& entry, const char* key) {
  const auto member = entry.FindMember(key);
  return member == entry.MemberEnd() || !member->value.IsArray() ? nullptr : &member->value;
}

/// The id that `organization_id`, or `organization` as an object or a text, gives.
std::string_view id_in(const Value& entry, const char* id_key, const char* key) {
  if (const std::string_view id = text_in(entry, id_key); !id.empty()) return id;
  if (const Value* object = object_in(entry, key)) return text_in(*object, "id");
  return text_in(entry, key);
}

std::optional<Date> date_in(const Value& entry, const char* key) {
  std::string_view text = text_in(entry, key);
  if (text.empty()) return std::nullopt;
  if (auto date = Date::try_parse(text)) return date;
  throw BadEntry{ErrorCode::InvalidDate, "a date that is none",
                 fmt::format("the {} \"{}\" is no date", key, excerpt_of(text))};
}

Ends ends_in(const Value& entry, const char* start, const char* end) {
  Ends ends{date_in(entry, start), date_in(entry, end)};
  if (ends.inverted()) {
    throw BadEntry{ErrorCode::InvertedInterval, "an end before its start",
                   fmt::format("it ends ({}) before it starts ({})", ends.end->text(), ends.start->text())};
  }
  return ends;
}

/// The entry's own texts, in the order of the file: its evidence.
std::string quote(const Value& entry) {
  constexpr std::size_t longest = 1000;
  std::string text;
  for (const auto& member : entry.GetObject()) {
    if (!member.value.IsString() || text.size() > longest) continue;
    if (!text.empty()) text += "; ";
    text.append(member.name.GetString(), member.name.GetStringLength());
    text += ": ";
    text.append(member.value.GetString(), member.value.GetStringLength());
  }
  return text;
}

void note(std::string& detail, std::string_view what, std::string_view value) {
  if (!detail.empty()) detail += "; ";
  detail += what;
  detail += value;
}

/// Builds the document as RapidJSON does, and stops where it nests too deep: its parser is recursive.
class LimitedBuilder {
 public:
  using Ch = char;
  LimitedBuilder(rapidjson::Document& document, std::size_t limit) : document_(document), limit_(limit) {}
  bool Null() { return document_.Null(); }
  bool Bool(bool value) { return document_.Bool(value); }
  bool Int(int value) { return document_.Int(value); }
  bool Uint(unsigned value) { return document_.Uint(value); }
  bool Int64(std::int64_t value) { return document_.Int64(value); }
  bool Uint64(std::uint64_t value) { return document_.Uint64(value); }
  bool Double(double value) { return document_.Double(value); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool copy) {
    return document_.RawNumber(text, size, copy);
  }
  bool String(const char* text, rapidjson::SizeType size, bool copy) {
    return document_.String(text, size, copy);
  }
  bool Key(const char* text, rapidjson::SizeType size, bool copy) { return document_.Key(text, size, copy); }
  bool StartObject() { return ++depth_ <= limit_ && document_.StartObject(); }
  bool EndObject(rapidjson::SizeType members) {
    --depth_;
    return document_.EndObject(members);
  }
  bool StartArray() { return ++depth_ <= limit_ && document_.StartArray(); }
  bool EndArray(rapidjson::SizeType items) {
    --depth_;
    return document_.EndArray(items);
  }

 private:
  rapidjson::Document& document_;
  std::size_t limit_;
  std::size_t depth_ = 0;
};

class Loader {
 public:
  Loader(Input& input, const LoadOptions& options, ClaimSink& sink) : options_(options), sink_(sink) {
    input.on_progress(options.progress);
    file_ = input.name();
    text_ = input.rest(options.limits.document);
    if (const auto problem = utf8_problem(text_, file_)) throw Error(problem->code, problem->to_string());
    const std::size_t dot = file_.find_last_of('.');
    source_.title = !options.title.empty()                 ? options.title
                    : dot == std::string::npos || dot == 0 ? file_
                                                           : file_.substr(0, dot);
    source_.id.value = options.source_id;
    if (options.source_id.empty()) {
      source_.id.value =
          fmt::format("{}-{:08x}", source_.title, XXH3_64bits(text_.data(), text_.size()) >> 32);
    }
    source_.url = options.url;
    source_.published = options.published;
    source_.priority = options.priority;
    find_lines();
    for (const std::string_view escape : {"\\ud", "\\uD", "\\u0000"}) {
      odd_escapes_ = odd_escapes_ || text_.find(escape) != std::string::npos;
    }
  }

  LoadReport load() {
    parse();
    sink_.source(source_);
    claim_.evidence.source = source_.id;
    const Value& root = document_;
    if (root.IsArray()) {
      load_list(root);
    } else if (root.IsObject() && is_known(root)) {
      gather(root);
      load_sections(root);
    } else {
      throw Error(ErrorCode::UnknownFormat,
                  file_ + " is no Popolo: it has neither persons nor organizations nor memberships");
    }
    return report_;
  }

 private:
  enum class Section { Persons, Organizations };

  // ── the file

  void find_lines() {
    const char* const end = text_.data() + text_.size();
    for (const char* at = text_.data(); at != end; ++at) {
      at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
      if (at == nullptr) break;
      line_ends_.push_back(static_cast<std::size_t>(at - text_.data()));
    }
  }

  [[nodiscard]] std::size_t line_at(std::size_t offset) const {
    return static_cast<std::size_t>(std::lower_bound(line_ends_.begin(), line_ends_.end(), offset) -
                                    line_ends_.begin()) +
           1;
  }

  /// The line on which the entry's first member stands: the text was decoded in place, so names point into
  /// it.
  [[nodiscard]] std::size_t line_of(const Value& entry) const {
    if (!entry.IsObject() || entry.MemberCount() == 0) return 0;
    return line_at(static_cast<std::size_t>(entry.MemberBegin()->name.GetString() - text_.data()));
  }

  void parse() {
    rapidjson::ParseResult result;
    auto build = [&](rapidjson::Document& document) {
      rapidjson::InsituStringStream stream(text_.data());
      LimitedBuilder builder(document, options_.limits.nesting);
      rapidjson::Reader reader;
      result = reader.Parse<rapidjson::kParseInsituFlag>(stream, builder);
      return !result.IsError();
    };
    document_.Populate(build);
    if (!result.IsError()) return;
    const std::size_t offset = result.Offset();
    const std::size_t line = line_at(offset);
    const std::size_t line_begin = line > 1 ? line_ends_[line - 2] + 1 : 0;
    Diagnostic problem{ErrorCode::InvalidJson,
                       file_,
                       line,
                       offset - line_begin + 1,
                       fmt::format("not JSON: {}", rapidjson::GetParseError_En(result.Code())),
                       ""};
    if (result.Code() == rapidjson::kParseErrorTermination) {
      problem.message = fmt::format("nesting deeper than {}", options_.limits.nesting);
    }
    if (offset >= text_.size()) problem.message = "the file ends in the middle of a value";
    throw Error(problem.code, problem.to_string());
  }

  static bool is_known(const Value& root) {
    for (const char* key : {"persons", "people", "organizations", "memberships"}) {
      if (list_in(root, key) != nullptr) return true;
    }
    return !id_in(root, "person_id", "person").empty() &&
           !id_in(root, "organization_id", "organization").empty();
  }

  void load_list(const Value& list) {
    // Persons may bring their memberships along; anything else in a bare list is a membership.
    for (const Value& entry : list.GetArray()) {
      const bool is_person = entry.IsObject() && entry.HasMember("name") && !entry.HasMember("person_id");
      if (is_person) remember_name(Section::Persons, entry);
    }
    for (const Value& entry : list.GetArray()) {
      const bool is_person = entry.IsObject() && entry.HasMember("name") && !entry.HasMember("person_id");
      if (is_person) {
        describe(Section::Persons, entry);
        nested(entry, "person_id");
      } else {
        membership(entry, nullptr, {});
      }
    }
  }

  /// Whatever memberships may name, before the first of them is read.
  void gather(const Value& root) {
    for (const char* key : {"persons", "people"}) {
      if (const Value* list = list_in(root, key)) remember_names(Section::Persons, *list);
    }
    if (const Value* list = list_in(root, "organizations")) remember_names(Section::Organizations, *list);
    for (const auto& [key, names] : {std::pair{"areas", &areas_}, std::pair{"posts", &posts_}}) {
      const Value* list = list_in(root, key);
      if (list == nullptr) continue;
      for (const Value& entry : list->GetArray()) {
        if (!entry.IsObject()) continue;
        std::string_view name = text_in(entry, "name");
        if (name.empty()) name = text_in(entry, "label");
        if (name.empty()) name = text_in(entry, "role");
        names->emplace(text_in(entry, "id"), name);
        if (names == &posts_)
          post_organizations_.emplace(text_in(entry, "id"), id_in(entry, "organization_id", "organization"));
      }
    }
    if (const Value* list = list_in(root, "events")) {
      for (const Value& entry : list->GetArray()) event(entry);
    }
  }

  void load_sections(const Value& root) {
    for (const char* key : {"persons", "people"}) {
      if (const Value* list = list_in(root, key)) {
        for (const Value& entry : list->GetArray()) {
          describe(Section::Persons, entry);
          nested(entry, "person_id");
        }
      }
    }
    if (const Value* list = list_in(root, "organizations")) {
      for (const Value& entry : list->GetArray()) {
        describe(Section::Organizations, entry);
        nested(entry, "organization_id");
      }
    }
    for (const auto& [key, reason] : {std::pair{"areas", "an area, which its memberships name"},
                                      std::pair{"posts", "a post, which its memberships name"}}) {
      if (const Value* list = list_in(root, key)) {
        report_.read += list->Size();
        pass_over_row(reason, report_, list->Size());
      }
    }
    if (const Value* list = list_in(root, "memberships")) {
      for (const Value& entry : list->GetArray()) membership(entry, nullptr, {});
    } else if (root.HasMember("person_id") || root.HasMember("person")) {
      membership(root, nullptr, {});
    }
  }

  // ── persons and organizations

  void remember_names(Section section, const Value& list) {
    for (const Value& entry : list.GetArray()) {
      if (entry.IsObject()) remember_name(section, entry);
    }
  }

  void remember_name(Section section, const Value& entry) {
    auto& names = section == Section::Persons ? persons_ : organizations_;
    names.emplace(text_in(entry, "id"), text_in(entry, "name"));
  }

  /// An id that is unique beyond the file: UUIDs are already, others by the source's id before them.
  [[nodiscard]] std::string unique(std::string_view id) const {
    return is_uuid(id) ? fmt::format("popolo:{}", id) : fmt::format("{}/{}", source_.id.value, id);
  }

  [[nodiscard]] Mention mention(Section section, std::string_view id) const {
    const auto& names = section == Section::Persons ? persons_ : organizations_;
    const auto known = names.find(id);
    std::string_view name = known == names.end() || is_nameless(known->second) ? id : known->second;
    return {std::string(name), unique(id)};
  }

  template <typename Read>
  void row(const Value& entry, Read read) {
    ++report_.read;
    const std::size_t line = line_of(entry);
    try {
      if (!entry.IsObject())
        throw BadEntry{ErrorCode::InvalidRow, "an entry that is no object", "an entry is no object"};
      require_text(entry);
      claim_.evidence.row = line;
      read();
    } catch (const BadEntry& bad) {
      const std::string shown = entry.IsObject() ? std::string(text_in(entry, "id")) : std::string();
      skip_row({bad.code, file_, line, 0, bad.message, excerpt_of(shown)}, options_, sink_, report_,
               bad.reason);
    }
  }

  /// RapidJSON lets half of a surrogate pair through when it is escaped, and a NUL; such an entry is no good
  /// as a whole. Looked at only in files that have such escapes.
  void require_text(const Value& value, std::size_t depth = 0) const {
    if (!odd_escapes_) return;
    if (depth > options_.limits.nesting)
      throw BadEntry{ErrorCode::InvalidJson, "an entry too deep", "nesting too deep"};
    if (value.IsString()) {
      const std::string_view text(value.GetString(), value.GetStringLength());
      if (!first_invalid_utf8(text) && text.find('\0') == std::string_view::npos) return;
      throw BadEntry{ErrorCode::InvalidText, "a text that is none",
                     "a text with half a surrogate pair or a NUL"};
    }
    if (value.IsObject()) {
      for (const auto& member : value.GetObject()) require_text(member.value, depth + 1);
    } else if (value.IsArray()) {
      for (const Value& item : value.GetArray()) require_text(item, depth + 1);
    }
  }

  void emit(Event event, std::optional<Edtf> when, std::string_view rule) {
    claim_.event = event;
    claim_.when = std::move(when);
    claim_.evidence.rule = rule;
    sink_.claim(claim_);
    ++report_.claims;
  }

  void describe(Section section, const Value& entry) {
    row(entry, [&] {
      const std::string_view id = text_in(entry, "id");
      if (id.empty())
        throw BadEntry{ErrorCode::InvalidRow, "an entry without an id", "an entry without an id"};
      const Ends life = life_of(section, entry);
      claim_.subject = {"", unique(id)};
      claim_.relation.label = relation::member_of;
      claim_.certainty = Certainty::Stated;
      claim_.detail.clear();
      claim_.evidence.text.clear();
      claim_.object = {section == Section::Persons ? "person" : "organisation", ""};
      emit(Event::Classified, std::nullopt, "popolo:kind");
      names_of(entry);
      identifiers_of(entry);
      claim_.object = {};
      claim_.detail.clear();
      if (life.start)
        emit(Event::Founded, *life.start,
             section == Section::Persons ? "popolo:birth_date" : "popolo:founding_date");
      if (life.end)
        emit(Event::Dissolved, *life.end,
             section == Section::Persons ? "popolo:death_date" : "popolo:dissolution_date");
      if (section == Section::Organizations) {
        if (const std::string_view parent = id_in(entry, "parent_id", "parent"); !parent.empty()) {
          claim_.subject = mention(section, id);
          claim_.object = mention(section, parent);
          claim_.relation.label = relation::part_of;
          claim_.evidence.text = quote(entry);
          emit(Event::Held, std::nullopt, "popolo:parent_id");
        }
      }
      ++report_.used;
    });
  }

  /// An impossible life is reported and left, for the names and memberships are good all the same.
  Ends life_of(Section section, const Value& entry) {
    try {
      return section == Section::Persons ? ends_in(entry, "birth_date", "death_date")
                                         : ends_in(entry, "founding_date", "dissolution_date");
    } catch (const BadEntry& bad) {
      warn_of_row({bad.code, file_, line_of(entry), 0, bad.message, excerpt_of(text_in(entry, "id"))},
                  "a life with impossible dates", sink_, report_);
      return {};
    }
  }

  void names_of(const Value& entry) {
    std::vector<std::string_view> seen;
    const auto add = [&](std::string_view name, std::string_view language, bool preferred) {
      if (is_nameless(name) || std::find(seen.begin(), seen.end(), name) != seen.end()) return;
      seen.push_back(name);
      Naming naming;
      naming.language = language;
      naming.preferred = preferred;
      claim_.object.name = name;
      claim_.detail = to_string(naming);
      emit(Event::Named, std::nullopt, "popolo:name");
    };
    add(text_in(entry, "name"), "", true);
    const Value* others = list_in(entry, "other_names");
    if (others == nullptr) return;
    for (const Value& other : others->GetArray()) {
      if (other.IsObject()) add(text_in(other, "name"), text_in(other, "lang"), false);
    }
  }

  /// Of the many schemes only Wikidata's is known to be the same everywhere.
  void identifiers_of(const Value& entry) {
    const auto add = [&](std::string_view id) {
      if (!is_wikidata_id(id)) return;
      claim_.object.name = fmt::format("wikidata:{}", id);
      claim_.detail.clear();
      emit(Event::Identified, std::nullopt, "popolo:identifier");
    };
    add(text_in(entry, "wikidata"));
    const Value* list = list_in(entry, "identifiers");
    if (list == nullptr) return;
    for (const Value& identifier : list->GetArray()) {
      if (identifier.IsObject() && text_in(identifier, "scheme") == "wikidata")
        add(text_in(identifier, "identifier"));
    }
  }

  // ── legislative periods

  void event(const Value& entry) {
    row(entry, [&] {
      Term term{text_in(entry, "name"), ends_in(entry, "start_date", "end_date")};
      terms_.emplace(text_in(entry, "id"), term);
      pass_over_row("an event, whose dates its memberships have", report_);
    });
  }

  // ── memberships

  void nested(const Value& holder, const char* key) {
    if (!holder.IsObject()) return;
    if (const Value* list = list_in(holder, "memberships")) {
      for (const Value& entry : list->GetArray()) membership(entry, key, text_in(holder, "id"));
    }
  }

  /// The members that an entry names; `person_id` may be a list of them.
  std::vector<Mention> members_of(const Value& entry, const char* holder_key, std::string_view holder) const {
    std::vector<Mention> members;
    const auto add = [&](Section section, std::string_view id) {
      if (!id.empty()) members.push_back(mention(section, id));
    };
    if (const Value* list = list_in(entry, "person_id")) {
      for (const Value& id : list->GetArray()) {
        if (id.IsString()) add(Section::Persons, {id.GetString(), id.GetStringLength()});
      }
    } else if (holder_key != nullptr && std::string_view(holder_key) == "person_id") {
      add(Section::Persons, holder);
    } else {
      std::string_view id = id_in(entry, "person_id", "person");
      const Value* person = object_in(entry, "person");
      if (id.empty()) {
        id = id_in(entry, "member_id", "member");
        person = object_in(entry, "member");
        add(organizations_.count(id) != 0 ? Section::Organizations : Section::Persons, id);
      } else {
        add(Section::Persons, id);
      }
      if (person != nullptr && !members.empty() && !is_nameless(text_in(*person, "name"))) {
        members.front().name = text_in(*person, "name");
      }
    }
    return members;
  }

  Mention organization_of(const Value& entry, const char* holder_key, std::string_view holder) const {
    std::string_view id = id_in(entry, "organization_id", "organization");
    if (id.empty() && holder_key != nullptr && std::string_view(holder_key) == "organization_id") id = holder;
    if (id.empty()) {
      const auto post = post_organizations_.find(id_in(entry, "post_id", "post"));
      if (post != post_organizations_.end()) id = post->second;
    }
    if (id.empty())
      throw BadEntry{ErrorCode::InvalidRow, "a membership of nothing", "a membership names no organization"};
    Mention body = mention(Section::Organizations, id);
    const Value* object = object_in(entry, "organization");
    if (object != nullptr && !is_nameless(text_in(*object, "name"))) body.name = text_in(*object, "name");
    return body;
  }

  /// The entry's own dates and, where they are missing, those of its legislative period. Sets the claim's
  /// certainty and adds to its detail where dates are inherited.
  Ends dates_of(const Value& entry) {
    Ends ends = ends_in(entry, "start_date", "end_date");
    claim_.certainty = Certainty::Stated;
    if (ends.start && ends.end) return ends;
    const auto term = terms_.find(id_in(entry, "legislative_period_id", "legislative_period"));
    if (term == terms_.end()) return ends;
    Ends both = ends;
    if (!both.start) both.start = term->second.ends.start;
    if (!both.end) both.end = term->second.ends.end;
    if (both.inverted()) {
      warn_of_row({ErrorCode::InvertedInterval, file_, line_of(entry), 0,
                   "its own date lies outside its legislative period, whose other date is left",
                   excerpt_of(text_in(entry, "person_id"))},
                  "a date outside its legislative period", sink_, report_);
      return ends;
    }
    if (both.start == ends.start && both.end == ends.end) return ends;
    claim_.certainty = Certainty::Inferred;
    const std::string_view which = ends.start ? "end of " : ends.end ? "start of " : "dates of ";
    note(claim_.detail, which, term->second.name.empty() ? term->first : term->second.name);
    return both;
  }

  void membership(const Value& entry, const char* holder_key, std::string_view holder) {
    row(entry, [&] {
      claim_.detail.clear();
      claim_.relation.label = relation::member_of;
      std::string_view role = text_in(entry, "role");
      if (role.empty()) role = text_in(entry, "label");
      if (const auto known = event_from(role); known && known->event == Event::Held) {
        claim_.relation = known->relation;
      } else if (!role.empty()) {
        note(claim_.detail, "role: ", role);
      }
      const auto name_in = [](const auto& names, std::string_view id) {
        const auto known = names.find(id);
        return known == names.end() ? std::string_view() : known->second;
      };
      if (const auto post = name_in(posts_, id_in(entry, "post_id", "post")); !post.empty() && post != role) {
        note(claim_.detail, "post: ", post);
      }
      const std::vector<Mention> members = members_of(entry, holder_key, holder);
      if (members.empty())
        throw BadEntry{ErrorCode::InvalidRow, "a membership of nobody", "a membership names no member"};
      const Mention body = organization_of(entry, holder_key, holder);
      const Ends ends = dates_of(entry);
      if (const auto area = name_in(areas_, id_in(entry, "area_id", "area")); !area.empty()) {
        note(claim_.detail, "area: ", area);
      }
      claim_.evidence.text = quote(entry);
      for (const Mention& member : members) {
        claim_.subject = member;
        claim_.object = body;
        tie(ends, "popolo:membership");
      }
      party(entry, members, ends);
      ++report_.used;
    });
  }

  /// That a member acts for a party says that they belong to it, without saying so.
  void party(const Value& entry, const std::vector<Mention>& members, const Ends& ends) {
    const std::string_view id = id_in(entry, "on_behalf_of_id", "on_behalf_of");
    if (id.empty()) return;
    const Mention party = mention(Section::Organizations, id);
    const auto known = organizations_.find(id);
    if (known != organizations_.end() && is_no_party(known->second)) return;
    claim_.relation.label = relation::member_of;
    claim_.certainty = Certainty::Inferred;
    note(claim_.detail, "on behalf of it in ", claim_.object.name);
    for (const Mention& member : members) {
      claim_.subject = member;
      claim_.object = party;
      tie(ends, "popolo:on_behalf_of");
    }
  }

  void tie(const Ends& ends, std::string_view rule) {
    if (ends.end) {
      DateInterval::End start = Unknown{};
      if (ends.start) start = *ends.start;
      emit(Event::Held, DateInterval{start, *ends.end}, rule);
    } else if (ends.start) {
      emit(Event::Joined, *ends.start, rule);
    } else {
      emit(Event::Held, std::nullopt, rule);
    }
  }

  const LoadOptions& options_;
  ClaimSink& sink_;
  std::string file_;
  std::string text_;  ///< decoded in place; all views point into it
  std::vector<std::size_t> line_ends_;
  bool odd_escapes_ = false;
  rapidjson::Document document_;
  Source source_;
  LoadReport report_;
  Claim claim_;

  using Names = std::unordered_map<std::string_view, std::string_view>;
  Names persons_, organizations_, areas_, posts_, post_organizations_;
  std::unordered_map<std::string_view, Term> terms_;
};

}  // namespace

LoadReport load_popolo(Input& input, const LoadOptions& options, ClaimSink& sink) {
  return Loader(input, options, sink).load();
}

bool is_popolo(std::string_view beginning) {
  std::string_view text = without_bom(beginning);
  const auto skip = [&text](std::string_view what) {
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(what)));
  };
  skip(" \t\r\n");
  const auto has = [&](std::string_view key) { return text.find(key) != std::string_view::npos; };
  if (text.starts_with('[')) {
    return has("\"person_id\"") &&
           (has("\"organization_id\"") || has("\"organization\"") || has("\"on_behalf_of_id\""));
  }
  if (!text.starts_with('{')) return false;
  text.remove_prefix(1);
  skip(" \t\r\n");
  for (const std::string_view key :
       {"\"persons\"", "\"people\"", "\"organizations\"", "\"memberships\"", "\"posts\""}) {
    if (text.starts_with(key)) return has("\"id\"") || has("\"person_id\"");
  }
  for (const std::string_view key : {"\"meta\"", "\"events\"", "\"areas\"", "\"@context\""}) {
    if (text.starts_with(key))
      return has("\"persons\"") || has("\"memberships\"") || has("\"organizations\"");
  }
  return has("\"person_id\"") && has("\"organization_id\"");
}

}  // namespace entente
