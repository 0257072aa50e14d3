#include "loaders/popolo/entry.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>

#include "loaders/loader.hpp"

namespace entente::detail {

namespace {

std::optional<Date> date_in(const PopoloEntry& entry, const char* key) {
  const std::string_view text = text_in(entry, key);
  if (text.empty()) return std::nullopt;
  if (auto date = Date::try_parse(text)) return date;
  throw BadPopoloEntry{ErrorCode::InvalidDate, "a date that is none",
                       fmt::format("the {} \"{}\" is no date", key, excerpt_of(text))};
}

}  // namespace

std::string_view text_in(const PopoloEntry& entry, const char* key) {
  const auto member = entry.FindMember(key);
  if (member == entry.MemberEnd() || !member->value.IsString()) return {};
  return {member->value.GetString(), member->value.GetStringLength()};
}

const PopoloEntry* object_in(const PopoloEntry& entry, const char* key) {
  const auto member = entry.FindMember(key);
  return member == entry.MemberEnd() || !member->value.IsObject() ? nullptr : &member->value;
}

const PopoloEntry* list_in(const PopoloEntry& entry, const char* key) {
  const auto member = entry.FindMember(key);
  return member == entry.MemberEnd() || !member->value.IsArray() ? nullptr : &member->value;
}

std::string_view id_in(const PopoloEntry& entry, const char* id_key, const char* key) {
  if (const std::string_view id = text_in(entry, id_key); !id.empty()) return id;
  if (const PopoloEntry* object = object_in(entry, key)) return text_in(*object, "id");
  return text_in(entry, key);
}

EntryEnds ends_in(const PopoloEntry& entry, const char* start, const char* end) {
  EntryEnds ends{date_in(entry, start), date_in(entry, end)};
  if (ends.inverted()) {
    throw BadPopoloEntry{
        ErrorCode::InvertedInterval, "an end before its start",
        fmt::format("it ends ({}) before it starts ({})", ends.end->text(), ends.start->text())};
  }
  return ends;
}

std::string quote_of(const PopoloEntry& entry) {
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

}  // namespace entente::detail
