#include "loaders/json_entries.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include "loaders/utf8.hpp"

namespace entente {

const JsonValue* JsonValue::find(std::string_view name) const noexcept {
  for (const auto& [key, value] : members) {
    if (key == name) return &value;
  }
  return nullptr;
}

namespace {

/// RapidJSON's idea of a stream over an Input. It follows strings by itself, since the parser would hold one
/// of any length.
class Stream {
 public:
  using Ch = char;

  Stream(Input& input, const LoadLimits& limits, std::size_t first_line)
      : input_(input), limits_(limits), line_(first_line) {
    if (refill() && without_bom({at_, static_cast<std::size_t>(end_ - at_)}).data() != at_) at_ += 3;
    line_start_ = offset();
  }

  [[nodiscard]] Ch Peek() { return at_ != end_ || refill() ? *at_ : '\0'; }
  Ch Take() {
    if (at_ == end_ && !refill()) return '\0';
    const char c = *at_++;
    if (in_string_) {
      in_string_ = escaped_ || c != '"';
      escaped_ = !escaped_ && c == '\\';
    } else if (c == '"') {
      in_string_ = true;
      string_place_ = place_before();
      string_start_ = offset();
    }
    if (c == '\n') {
      ++line_;
      line_start_ = offset();
    }
    return c;
  }
  [[nodiscard]] std::size_t Tell() const { return offset(); }

  // The writing half of the concept, which parsing from a stream never calls.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  std::size_t PutEnd(Ch*) { return 0; }

  /// The place of the last byte taken.
  [[nodiscard]] Place place_before() const { return {line_, offset() - line_start_}; }
  /// The place of the next byte.
  [[nodiscard]] Place place() const { return {line_, offset() - line_start_ + 1}; }
  /// The place of the last string's opening quotation mark.
  [[nodiscard]] Place string_place() const { return string_place_; }
  [[nodiscard]] bool at_end() { return at_ == end_ && !refill(); }
  [[nodiscard]] const std::string& broken_limit() const { return broken_limit_; }
  void start_entry() { entry_start_ = offset(); }
  void end_entry() { entry_start_.reset(); }

 private:
  [[nodiscard]] std::size_t offset() const { return base_ + static_cast<std::size_t>(at_ - begin_); }

  // Limits are looked at when a piece ends and when a string does (see Builder): exact where it counts for
  // the meaning, and no more than a piece late where it counts for memory.
  bool refill() {
    if (!broken_limit_.empty()) return false;
    base_ = offset();
    begin_ = at_ = end_ = nullptr;
    if (in_string_ && base_ - string_start_ > limits_.text) {
      broken_limit_ = fmt::format("a text of more than {} bytes", limits_.text);
      return false;
    }
    if (entry_start_ && base_ - *entry_start_ > limits_.entry) {
      broken_limit_ = fmt::format("an entry of more than {} bytes", limits_.entry);
      return false;
    }
    const std::string_view piece = input_.next();
    begin_ = at_ = piece.data();
    end_ = piece.data() + piece.size();
    return !piece.empty();
  }

  Input& input_;
  const LoadLimits& limits_;
  const char* begin_ = nullptr;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::size_t base_ = 0;
  std::size_t line_;
  std::size_t line_start_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  std::size_t string_start_ = 0;
  Place string_place_;
  std::optional<std::size_t> entry_start_;
  std::string broken_limit_;
};

/// Puts entries together from RapidJSON's events. Open containers stand on a stack of ours, not the
/// machine's.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
 public:
  Builder(Stream& stream, const LoadLimits& limits, bool whole, const JsonEntryVisitor& visit)
      : stream_(stream), limits_(limits), whole_(whole), visit_(visit) {}

  bool Null() { return scalar(JsonValue::Kind::Null, "", stream_.place_before()); }
  bool Bool(bool value) {
    return scalar(JsonValue::Kind::Boolean, value ? "true" : "false", stream_.place_before());
  }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    Place place = stream_.place_before();
    place.column -= std::min<std::size_t>(size, place.column) - 1;
    return scalar(JsonValue::Kind::Number, {text, size}, place);
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return check({text, size}) && scalar(JsonValue::Kind::Text, {text, size}, stream_.string_place());
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (!check({text, size})) return false;
    (open_.empty() ? section_ : open_.back().key).assign(text, size);
    return true;
  }
  bool StartObject() { return start(JsonValue::Kind::Object); }
  bool EndObject(rapidjson::SizeType) { return end(); }
  bool StartArray() { return start(JsonValue::Kind::Array); }
  bool EndArray(rapidjson::SizeType) { return end(); }

  /// Why parsing was ended from here.
  [[nodiscard]] const std::string& refusal() const { return refusal_; }
  [[nodiscard]] Place refusal_place() const { return refusal_place_; }

 private:
  struct Open {
    JsonValue value;
    std::string key;  ///< of the member whose value comes next
  };

  bool refuse(std::string reason, Place place) {
    refusal_ = std::move(reason);
    refusal_place_ = place;
    return false;
  }

  bool check(std::string_view text) {
    if (text.size() > limits_.text) {
      return refuse(fmt::format("a text of more than {} bytes", limits_.text), stream_.string_place());
    }
    // RapidJSON lets half of a surrogate pair through when it is escaped.
    if (first_invalid_utf8(text)) {
      return refuse("a text with half a surrogate pair, which is no character", stream_.string_place());
    }
    if (text.find('\0') != std::string_view::npos) {
      return refuse("a text with a NUL character", stream_.string_place());
    }
    return true;
  }

  bool scalar(JsonValue::Kind kind, std::string_view text, Place place) {
    JsonValue value;
    value.kind = kind;
    value.text = text;
    value.place = place;
    add(std::move(value));
    return true;
  }

  bool start(JsonValue::Kind kind) {
    if (++depth_ > limits_.nesting) {
      return refuse(fmt::format("nesting deeper than {}", limits_.nesting), stream_.place());
    }
    // The outermost object and the arrays in it are not built: their items are visited as they come.
    const bool transparent = !whole_ && open_.empty() &&
                             (depth_ == 1 || (depth_ == 2 && kind == JsonValue::Kind::Array && sections_));
    if (transparent) {
      if (depth_ == 1) sections_ = kind == JsonValue::Kind::Object;
      ++transparent_;
      return true;
    }
    if (open_.empty()) stream_.start_entry();
    open_.emplace_back();
    open_.back().value.kind = kind;
    open_.back().value.place = stream_.place();  // RapidJSON tells of a start before it takes the bracket
    return true;
  }

  bool end() {
    --depth_;
    if (open_.empty()) {
      --transparent_;
      return true;
    }
    JsonValue value = std::move(open_.back().value);
    open_.pop_back();
    add(std::move(value));
    return true;
  }

  void add(JsonValue value) {
    if (open_.empty()) {
      stream_.end_entry();
      visit_(section_, value);
      return;
    }
    JsonValue& parent = open_.back().value;
    if (parent.kind == JsonValue::Kind::Array) {
      parent.items.push_back(std::move(value));
    } else {
      parent.members.push_back({std::move(open_.back().key), std::move(value)});
    }
  }

  Stream& stream_;
  const LoadLimits& limits_;
  const bool whole_;
  const JsonEntryVisitor& visit_;
  std::vector<Open> open_;
  std::string section_;
  std::size_t depth_ = 0;
  std::size_t transparent_ = 0;
  bool sections_ = false;
  std::string refusal_;
  Place refusal_place_;
};

std::optional<Diagnostic> parse(Input& input, std::size_t first_line, const LoadLimits& limits, bool whole,
                                const JsonEntryVisitor& visit) {
  using namespace rapidjson;
  Stream stream(input, limits, first_line);
  Builder builder(stream, limits, whole, visit);
  Reader reader;
  constexpr unsigned flags = kParseIterativeFlag | kParseValidateEncodingFlag | kParseNumbersAsStringsFlag;
  const ParseResult result = reader.Parse<flags>(stream, builder);

  Diagnostic problem{ErrorCode::InvalidJson, input.name(), stream.place().line,
                     stream.place().column,  "",           ""};
  const auto at = [&problem](Place place) {
    problem.line = place.line;
    problem.column = place.column;
  };
  if (!stream.broken_limit().empty()) {
    problem.message = stream.broken_limit();
  } else if (!builder.refusal().empty()) {
    problem.message = builder.refusal();
    at(builder.refusal_place());
  } else if (result.IsError() && stream.at_end()) {
    problem.message = result.Code() == kParseErrorDocumentEmpty ? "there is no JSON value here"
                                                                : "the file ends in the middle of a value";
  } else if (result.Code() == kParseErrorStringInvalidEncoding) {
    problem.code = ErrorCode::InvalidText;
    problem.message =
        fmt::format("byte {} is not UTF-8; convert the file first (iconv -t UTF-8)", stream.Tell() - 1);
  } else if (result.IsError()) {
    problem.message = fmt::format("not JSON: {}", GetParseError_En(result.Code()));
    if (problem.message.back() == '.') problem.message.pop_back();
  } else if (!stream.at_end()) {
    problem.message = "not JSON: something follows the end of the value";
  } else {
    return std::nullopt;
  }
  return problem;
}

}  // namespace

std::optional<Diagnostic> read_json_entries(Input& input, const LoadLimits& limits,
                                            const JsonEntryVisitor& visit) {
  return parse(input, 1, limits, false, visit);
}

std::optional<Diagnostic> read_json_line(std::string_view text, const std::string& name, std::size_t line,
                                         const LoadLimits& limits, const JsonEntryVisitor& visit) {
  Input input = Input::of(text, name);
  return parse(input, line, limits, true, visit);
}

}  // namespace entente
