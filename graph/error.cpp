#include "graph/error.hpp"

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

std::string Diagnostic::to_string() const {
  std::string text = file;
  if (line != 0) text += ':' + std::to_string(line);
  if (line != 0 && column != 0) text += ':' + std::to_string(column);
  text += ": " + message;
  if (!excerpt.empty()) text += ": \"" + excerpt + '"';
  return text;
}

}  // namespace entente
