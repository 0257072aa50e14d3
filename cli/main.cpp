#include <exception>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "graph/error.hpp"

namespace {

using entente::Error;
using entente::ErrorCode;
using entente::cli::ExitStatus;

ExitStatus status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::InvalidDate:
    case ErrorCode::InvertedInterval:
    case ErrorCode::InvalidQuestion:
    case ErrorCode::InvalidArgument:
      return ExitStatus::Usage;
    case ErrorCode::Unreadable:
    case ErrorCode::InvalidText:
    case ErrorCode::InvalidJson:
    case ErrorCode::InvalidRow:
    case ErrorCode::UnknownFormat:
    case ErrorCode::NotADatabase:
    case ErrorCode::NewerDatabase:
      return ExitStatus::BadInput;
    case ErrorCode::UnknownName:
    case ErrorCode::AmbiguousName:
      return ExitStatus::Name;
    case ErrorCode::DatabaseFailure:
    case ErrorCode::RenderFailure:
    case ErrorCode::WriteFailure:
      return ExitStatus::Failure;
  }
  return ExitStatus::Failure;
}

}  // namespace

int main(int count, char** values) {
  try {
    const auto read = entente::cli::read_arguments(count, values);
    if (const auto* wrong = std::get_if<entente::cli::UsageError>(&read)) {
      entente::cli::complain(wrong->message);
      return static_cast<int>(ExitStatus::Usage);
    }
    const auto& [common, command] = std::get<entente::cli::Arguments>(read);
    const auto& shared = common;
    const auto status =
        std::visit([&](const auto& chosen) { return entente::cli::run(shared, chosen); }, command);
    return static_cast<int>(status);
  } catch (const Error& error) {
    entente::cli::complain(entente::told(error));
    return static_cast<int>(status_of(error.code()));
  } catch (const std::exception& error) {
    entente::cli::complain(error.what());
    return static_cast<int>(ExitStatus::Failure);
  }
}
