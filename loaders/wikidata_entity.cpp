#include "loaders/wikidata_entity.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>

#include "loaders/wikidata_time.hpp"

namespace entente::detail {

std::string WikidataSnak::item() const {
  if (sort != Sort::Value || type != Type::Item) return {};
  if (!text.empty()) return std::string(text);
  return number == 0 ? std::string() : fmt::format("{}{}", is_property ? 'P' : 'Q', number);
}

std::string WikidataSnak::to_string() const {
  if (sort == Sort::SomeValue) return "unknown value";
  if (sort == Sort::NoValue) return "no value";
  if (type == Type::Item) return item();
  if (type == Type::Time) {
    try {
      return read_wikidata_time({text, precision, calendar}).date.text();
    } catch (const BadTime&) {
      return std::string(text);
    }
  }
  return std::string(text);
}

namespace {

/// Where in an entity the parser is: the container whose members or items come next.
enum class At : std::uint8_t {
  Root,
  EntityMap,
  EntityList,
  Entity,
  Labels,
  Label,
  Aliases,
  AliasList,
  Alias,
  Redirects,
  Claims,
  Statements,
  OtherStatements,
  Statement,
  MainSnak,
  Qualifiers,
  QualifierList,
  Qualifier,
  References,
  Reference,
  ReferenceSnaks,
  ReferenceList,
  ReferenceSnak,
  DataValue,
  Value,
};

/// The members that are looked at.
enum class Key : std::uint8_t {
  Other,
  Id,
  Type,
  Labels,
  Aliases,
  Claims,
  Modified,
  Missing,
  Redirects,
  From,
  Entities,
  Language,
  Value,
  MainSnak,
  Rank,
  Qualifiers,
  References,
  Snaks,
  SnakType,
  Property,
  DataValue,
  Time,
  Precision,
  Calendar,
  NumericId,
  EntityType,
  Text,
  Amount,
};

struct KeyWord {
  std::string_view word;
  Key key;
};
constexpr KeyWord entity_keys[] = {
    {"id", Key::Id},           {"type", Key::Type},           {"labels", Key::Labels},
    {"aliases", Key::Aliases}, {"claims", Key::Claims},       {"modified", Key::Modified},
    {"missing", Key::Missing}, {"redirects", Key::Redirects}, {"entities", Key::Entities}};
constexpr KeyWord name_keys[] = {{"language", Key::Language}, {"value", Key::Value}};
constexpr KeyWord redirect_keys[] = {{"from", Key::From}};
constexpr KeyWord statement_keys[] = {{"mainsnak", Key::MainSnak},
                                      {"id", Key::Id},
                                      {"rank", Key::Rank},
                                      {"qualifiers", Key::Qualifiers},
                                      {"references", Key::References}};
constexpr KeyWord snak_keys[] = {
    {"snaktype", Key::SnakType}, {"property", Key::Property}, {"datavalue", Key::DataValue}};
constexpr KeyWord reference_keys[] = {{"snaks", Key::Snaks}};
constexpr KeyWord datavalue_keys[] = {{"value", Key::Value}, {"type", Key::Type}};
constexpr KeyWord value_keys[] = {
    {"time", Key::Time}, {"precision", Key::Precision},  {"calendarmodel", Key::Calendar},
    {"id", Key::Id},     {"numeric-id", Key::NumericId}, {"entity-type", Key::EntityType},
    {"text", Key::Text}, {"language", Key::Language},    {"amount", Key::Amount}};

template <std::size_t N>
Key key_among(const KeyWord (&words)[N], std::string_view key) {
  for (const KeyWord& known : words) {
    if (known.word == key) return known.key;
  }
  return Key::Other;
}

constexpr std::size_t most_nesting = 64;

class Handler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Handler> {
 public:
  Handler(const WikidataTable& table, const LoadLimits& limits, const WikidataParser::Visitor& visit,
          WikidataEntity& entity)
      : table_(table), limits_(limits), visit_(visit), entity_(entity) {}

  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (skipping_ != 0) return true;
    key_text_ = {text, size};
    switch (at()) {
      case At::Entity:
        key_ = key_among(entity_keys, key_text_);
        break;
      case At::Label:
      case At::Alias:
        key_ = key_among(name_keys, key_text_);
        break;
      case At::Redirects:
        key_ = key_among(redirect_keys, key_text_);
        break;
      case At::Statement:
        key_ = key_among(statement_keys, key_text_);
        break;
      case At::MainSnak:
      case At::Qualifier:
      case At::ReferenceSnak:
        key_ = key_among(snak_keys, key_text_);
        break;
      case At::Reference:
        key_ = key_among(reference_keys, key_text_);
        break;
      case At::DataValue:
        key_ = key_among(datavalue_keys, key_text_);
        break;
      case At::Value:
        key_ = key_among(value_keys, key_text_);
        break;
      default:
        key_ = entente::detail::Key::Other;
        break;
    }
    return true;
  }

  bool StartObject() {
    if (skipping_ != 0) return skip();
    using K = entente::detail::Key;
    switch (at()) {
      case At::Root:
      case At::EntityMap:
      case At::EntityList:
        start_entity();
        return open(At::Entity);
      case At::Entity:
        if (key_ == K::Labels) return open(At::Labels);
        if (key_ == K::Aliases) return open(At::Aliases);
        if (key_ == K::Claims) return open(At::Claims);
        if (key_ == K::Redirects) return open(At::Redirects);
        if (key_ == K::Entities && depth_ == 2) {
          wrapped_ = true;
          return open(At::EntityMap);
        }
        return skip();
      case At::Labels:
        start_name(true);
        return open(At::Label);
      case At::AliasList:
        start_name(false);
        return open(At::Alias);
      case At::Statements:
        start_statement();
        return open(At::Statement);
      case At::OtherStatements:
        ++entity_.others;
        return skip();
      case At::Statement:
        if (key_ == K::MainSnak) return start_snak(At::MainSnak);
        if (key_ == K::Qualifiers) return open(At::Qualifiers);
        return skip();
      case At::QualifierList:
        return start_snak(At::Qualifier);
      case At::References:
        return open(At::Reference);
      case At::Reference:
        return key_ == K::Snaks ? open(At::ReferenceSnaks) : skip();
      case At::ReferenceList:
        return start_snak(At::ReferenceSnak);
      case At::MainSnak:
      case At::Qualifier:
      case At::ReferenceSnak:
        return key_ == K::DataValue ? open(At::DataValue) : skip();
      case At::DataValue:
        return key_ == K::Value ? open(At::Value) : skip();
      default:
        return skip();
    }
  }

  bool EndObject(rapidjson::SizeType) {
    if (skipping_ != 0) return unskip();
    switch (stack_[--depth_]) {
      case At::Entity:
        finish_entity();
        break;
      case At::Label:
      case At::Alias:
        finish_name();
        break;
      case At::Statement:
        finish_statement();
        break;
      case At::MainSnak:
        statement_.main = snak_;
        break;
      case At::Qualifier:
        entity_.qualifiers.push_back(snak_);
        break;
      case At::ReferenceSnak:
        entity_.references.push_back(snak_);
        break;
      default:
        break;
    }
    return true;
  }

  bool StartArray() {
    if (skipping_ != 0) return skip();
    using K = entente::detail::Key;
    switch (at()) {
      case At::Root:
        return open(At::EntityList);
      case At::Entity:
        // Old dumps write an empty map as a list; one with something in it is none of ours.
        if (key_ == K::Claims || key_ == K::Labels || key_ == K::Aliases) empty_list_ = depth_;
        return skip();
      case At::Aliases:
        return open(At::AliasList);
      case At::Claims:
        property_ = table_.property(key_text_);
        return open(property_ == nullptr ? At::OtherStatements : At::Statements);
      case At::Qualifiers:
        return open(At::QualifierList);
      case At::Statement:
        return key_ == K::References ? open(At::References) : skip();
      case At::ReferenceSnaks:
        return open(At::ReferenceList);
      default:
        return skip();
    }
  }

  bool EndArray(rapidjson::SizeType items) {
    if (skipping_ != 0) {
      if (skipping_ == 1 && empty_list_ != 0) {
        if (items != 0) entity_.broken = "a list stands where a map of names or statements should";
        empty_list_ = 0;
      }
      return unskip();
    }
    --depth_;
    return true;
  }

  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (skipping_ != 0) return true;
    const std::string_view value(text, size);
    if (size > limits_.text) return refuse(fmt::format("a text of more than {} bytes", limits_.text));
    using K = entente::detail::Key;
    switch (at()) {
      case At::Root:
        return refuse("this is no entity");
      case At::Entity:
        if (key_ == K::Id) entity_.id = value;
        if (key_ == K::Type) entity_.type = value;
        if (key_ == K::Modified) entity_.modified = value;
        if (key_ == K::Missing) entity_.missing = true;
        if (key_ == K::Claims || key_ == K::Labels || key_ == K::Aliases) misplaced();
        break;
      case At::Label:
      case At::Alias:
        if (key_ == K::Language) name_.language = value;
        if (key_ == K::Value) name_.text = value;
        break;
      case At::Redirects:
        if (key_ == K::From) entity_.redirect_from = value;
        break;
      case At::Statement:
        if (key_ == K::Id) statement_.id = value;
        if (key_ == K::Rank) statement_.rank = value;
        break;
      case At::MainSnak:
      case At::Qualifier:
      case At::ReferenceSnak:
        if (key_ == K::Property) snak_.property = value;
        if (key_ == K::SnakType) {
          snak_.sort = value == "somevalue" ? WikidataSnak::Sort::SomeValue
                       : value == "novalue" ? WikidataSnak::Sort::NoValue
                                            : WikidataSnak::Sort::Value;
        }
        break;
      case At::DataValue:
        if (key_ == K::Value) {
          snak_.text = value;
          snak_.type = WikidataSnak::Type::Text;
        }
        break;
      case At::Value:
        value_text(value);
        break;
      case At::Claims:
      case At::Statements:
        misplaced();
        break;
      default:
        break;
    }
    return true;
  }

  bool Uint(unsigned value) { return number(value); }
  bool Uint64(std::uint64_t value) { return number(value); }
  bool Int(int) { return true; }
  bool Int64(std::int64_t) { return true; }
  bool Double(double) { return true; }
  bool Bool(bool) { return true; }
  bool Null() { return true; }

  [[nodiscard]] const std::string& refusal() const { return refusal_; }

 private:
  using Sort = WikidataSnak::Sort;

  [[nodiscard]] At at() const { return stack_[depth_ - 1]; }

  bool refuse(std::string reason) {
    refusal_ = std::move(reason);
    return false;
  }
  bool open(At container) {
    if (depth_ + skipping_ >= stack_.size() || depth_ + skipping_ > limits_.nesting) return too_deep();
    stack_[depth_++] = container;
    return true;
  }
  bool skip() {
    if (depth_ + skipping_ > limits_.nesting) return too_deep();
    ++skipping_;
    return true;
  }
  bool unskip() {
    --skipping_;
    return true;
  }
  bool too_deep() { return refuse(fmt::format("nesting deeper than {}", limits_.nesting)); }
  void misplaced() { entity_.broken = "a text stands where names or statements should"; }

  bool number(std::uint64_t value) {
    if (skipping_ != 0) return true;
    using K = entente::detail::Key;
    if (at() == At::Value) {
      if (key_ == K::Precision) snak_.precision = value > 99 ? 99 : static_cast<int>(value);
      if (key_ == K::NumericId) {
        snak_.number = value;
        snak_.type = WikidataSnak::Type::Item;
      }
    }
    return true;
  }

  void value_text(std::string_view value) {
    using K = entente::detail::Key;
    using Type = WikidataSnak::Type;
    const auto is = [&](Type type) {
      snak_.type = type;
      snak_.text = value;
    };
    switch (key_) {
      case K::Time:
        is(Type::Time);
        break;
      case K::Id:
        is(Type::Item);
        break;
      case K::Text:
        is(Type::Text);
        break;
      case K::Amount:
        is(Type::Quantity);
        break;
      case K::Calendar:
        snak_.calendar = value;
        break;
      case K::Language:
        snak_.language = value;
        break;
      case K::EntityType:
        snak_.is_property = value == "property";
        break;
      default:
        break;
    }
  }

  void start_entity() {
    entity_.id = entity_.type = entity_.modified = entity_.redirect_from = {};
    entity_.missing = false;
    entity_.names.clear();
    entity_.statements.clear();
    entity_.qualifiers.clear();
    entity_.references.clear();
    entity_.others = 0;
    entity_.broken.clear();
    other_labels_.clear();
    if (at() == At::Root) wrapped_ = false;
  }

  void finish_entity() {
    if (wrapped_ && depth_ == 1) return;  // only the wrapper of others
    const auto is_label = [](const WikidataName& name) { return name.label; };
    if (std::none_of(entity_.names.begin(), entity_.names.end(), is_label)) {
      entity_.names.insert(entity_.names.end(), other_labels_.begin(), other_labels_.end());
    }
    visit_(entity_);
  }

  void start_name(bool label) { name_ = {{}, {}, label}; }

  void finish_name() {
    if (name_.text.empty()) return;
    if (table_.language(name_.language)) {
      entity_.names.push_back(name_);
    } else if (name_.label) {
      other_labels_.push_back(name_);
    }
  }

  void start_statement() {
    statement_ = {};
    statement_.property = property_;
    statement_.qualifiers.begin = entity_.qualifiers.size();
    statement_.references.begin = entity_.references.size();
  }

  void finish_statement() {
    statement_.qualifiers.end = entity_.qualifiers.size();
    statement_.references.end = entity_.references.size();
    entity_.statements.push_back(statement_);
  }

  bool start_snak(At container) {
    snak_ = {};
    return open(container);
  }

  const WikidataTable& table_;
  const LoadLimits& limits_;
  const WikidataParser::Visitor& visit_;
  WikidataEntity& entity_;

  std::array<At, most_nesting> stack_{At::Root};
  std::size_t depth_ = 1;
  std::size_t skipping_ = 0;  ///< containers within a skipped one, itself included
  std::size_t empty_list_ = 0;
  entente::detail::Key key_ = entente::detail::Key::Other;
  std::string_view key_text_;
  bool wrapped_ = false;

  WikidataName name_;
  std::vector<WikidataName> other_labels_;
  const WikidataProperty* property_ = nullptr;
  WikidataStatement statement_;
  WikidataSnak snak_;
  std::string refusal_;
};

}  // namespace

std::optional<WikidataParser::Failure> WikidataParser::parse(std::string& text, const Visitor& visit) {
  rapidjson::InsituStringStream stream(text.data());
  Handler handler(table_, limits_, visit, entity_);
  rapidjson::Reader reader;
  constexpr unsigned flags = rapidjson::kParseInsituFlag;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
  if (!result.IsError()) return std::nullopt;
  if (!handler.refusal().empty()) return Failure{result.Offset(), handler.refusal()};
  if (result.Code() == rapidjson::kParseErrorDocumentEmpty) return Failure{0, "there is no JSON value here"};
  if (result.Offset() >= text.size()) return Failure{text.size(), "it ends in the middle of a value"};
  std::string reason = fmt::format("not JSON: {}", rapidjson::GetParseError_En(result.Code()));
  if (reason.back() == '.') reason.pop_back();
  return Failure{result.Offset(), reason};
}

}  // namespace entente::detail
