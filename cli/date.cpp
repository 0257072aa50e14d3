#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "graph/error.hpp"
#include "loaders/english_date.hpp"

namespace entente::cli {

namespace {

std::string json_of(const std::string& edtf, const std::string& earliest, const std::string& latest) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  const auto member = [&](const char* key, const std::string& value) {
    writer.Key(key);
    if (value.empty()) {
      writer.Null();
    } else {
      writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
  };
  member("edtf", edtf);
  member("earliest", earliest);
  member("latest", latest);
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

Edtf read(const DateCommand& command) {
  const auto reference = command.reference ? std::optional(command.reference->latest()) : std::nullopt;
  try {
    return parse_edtf(command.phrase);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::InvertedInterval) throw;
    if (const auto english = read_english_date(command.phrase, reference)) return *english;
    throw;
  }
}

}  // namespace

ExitStatus run(const Common& common, const DateCommand& command) {
  const Edtf edtf = read(command);
  const auto from = earliest(edtf), to = latest(edtf);
  const std::string first = from ? from->to_string() : "", last = to ? to->to_string() : "";
  switch (common.format) {
    case Format::Json:
    case Format::Ndjson:
      print(json_of(to_string(edtf), first, last));
      break;
    case Format::Csv:
      print(fmt::format("edtf,earliest,latest\r\n\"{}\",{},{}\r\n", to_string(edtf), first, last));
      break;
    case Format::Table:
      print(fmt::format("EDTF      {}\nearliest  {}\nlatest    {}\n", to_string(edtf),
                        first.empty() ? "no bound" : first, last.empty() ? "no bound" : last));
      break;
  }
  return ExitStatus::Found;
}

}  // namespace entente::cli
