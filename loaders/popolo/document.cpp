#include "loaders/popolo/document.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "loaders/utf8.hpp"

namespace entente::detail {

namespace {

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

}  // namespace

PopoloDocument::PopoloDocument(Input& input, const LoadLimits& limits)
    : file_(input.name()),
      text_(input.rest(limits.document)),
      content_hash_(XXH3_64bits(text_.data(), text_.size())) {
  if (const auto problem = utf8_problem(text_, file_)) throw Error(problem->code, problem->to_string());
  find_lines();
  for (const std::string_view escape : {"\\ud", "\\uD", "\\u0000"}) {
    odd_escapes_ = odd_escapes_ || text_.find(escape) != std::string::npos;
  }
  parse(limits.nesting);
}

void PopoloDocument::find_lines() {
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    line_ends_.push_back(at);
  }
}

std::size_t PopoloDocument::line_at(std::size_t offset) const {
  return static_cast<std::size_t>(std::lower_bound(line_ends_.begin(), line_ends_.end(), offset) -
                                  line_ends_.begin()) +
         1;
}

std::size_t PopoloDocument::line_of(const PopoloEntry& entry) const {
  if (!entry.IsObject() || entry.MemberCount() == 0) return 0;
  return line_at(static_cast<std::size_t>(entry.MemberBegin()->name.GetString() - text_.data()));
}

void PopoloDocument::parse(std::size_t nesting) {
  rapidjson::ParseResult result;
  auto build = [&](rapidjson::Document& document) {
    rapidjson::InsituStringStream stream(text_.data());
    LimitedBuilder builder(document, nesting);
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
    problem.message = fmt::format("nesting deeper than {}", nesting);
  }
  if (offset >= text_.size()) problem.message = "the file ends in the middle of a value";
  throw Error(problem.code, problem.to_string());
}

void PopoloDocument::require_text(const PopoloEntry& value) const {
  if (!odd_escapes_) return;
  if (value.IsString()) {
    const std::string_view text(value.GetString(), value.GetStringLength());
    if (!first_invalid_utf8(text) && text.find('\0') == std::string_view::npos) return;
    throw BadPopoloEntry{ErrorCode::InvalidText, "a text that is none",
                         "a text with half a surrogate pair or a NUL"};
  }
  if (value.IsObject()) {
    for (const auto& member : value.GetObject()) require_text(member.value);
  } else if (value.IsArray()) {
    for (const PopoloEntry& item : value.GetArray()) require_text(item);
  }
}

}  // namespace entente::detail
