#include "graph/error.hpp"

#include <cstdint>

namespace entente {

const char* name_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::InvalidDate:
      return "invalid-date";
    case ErrorCode::InvertedInterval:
      return "inverted-interval";
    case ErrorCode::Unreadable:
      return "unreadable";
    case ErrorCode::InvalidText:
      return "invalid-text";
    case ErrorCode::InvalidJson:
      return "invalid-json";
    case ErrorCode::InvalidRow:
      return "invalid-row";
    case ErrorCode::UnknownFormat:
      return "unknown-format";
    case ErrorCode::NotADatabase:
      return "not-a-database";
    case ErrorCode::NewerDatabase:
      return "newer-database";
    case ErrorCode::DatabaseFailure:
      return "database-failure";
    case ErrorCode::UnknownName:
      return "unknown-name";
    case ErrorCode::AmbiguousName:
      return "ambiguous-name";
    case ErrorCode::InvalidQuestion:
      return "invalid-question";
    case ErrorCode::InvalidArgument:
      return "invalid-argument";
    case ErrorCode::RenderFailure:
      return "render-failure";
    case ErrorCode::WriteFailure:
      return "write-failure";
  }
  return "unknown";
}

std::string escaped_controls(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string shown;
  shown.reserve(text.size());
  const auto escape = [&](unsigned char byte) {
    shown += "\\x";
    shown += digits[byte >> 4];
    shown += digits[byte & 0xF];
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : std::uint8_t{0};
    if (byte == '\t') {
      shown += "\\t";
    } else if (byte == '\n') {
      shown += "\\n";
    } else if (byte == '\r') {
      shown += "\\r";
    } else if (byte < 0x20 || byte == 0x7F) {
      escape(byte);
    } else if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {  // U+0080 … U+009F; U+009B begins a command
      escape(byte);
      escape(next);
      ++at;
    } else {
      shown += text[at];
    }
  }
  return shown;
}

namespace {

/// What the candidates of an error are.
const char* heading_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::InvalidQuestion:
      return "You can ask:";
    case ErrorCode::InvalidArgument:
      return "There are:";
    case ErrorCode::AmbiguousName:
      return "Choose one by its id:";
    default:
      return "Did you mean:";
  }
}

}  // namespace

std::string told(const Error& error) {
  std::string text = error.what();
  if (error.candidates().empty()) return text;
  text += std::string("\n") + heading_of(error.code());
  for (const std::string& candidate : error.candidates()) text += "\n  " + candidate;
  return text;
}

std::string Diagnostic::to_string() const {
  std::string text = file;
  if (line != 0) text += ':' + std::to_string(line);
  if (line != 0 && column != 0) text += ':' + std::to_string(column);
  text += ": " + message;
  if (!excerpt.empty()) text += ": \"" + excerpt + '"';
  return escaped_controls(text);
}

}  // namespace entente
