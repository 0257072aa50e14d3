#pragma once
// The JSON members that claims and facts have in common. Used by export/claims_json.cpp and facts_json.cpp
// only.

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string_view>

#include "graph/claim.hpp"

namespace entente::detail {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void write_text(JsonWriter& json, std::string_view text);
void write_member(JsonWriter& json, const char* name, std::string_view text);
/// Nothing for an empty text.
void write_member_if(JsonWriter& json, const char* name, std::string_view text);

/// `event`, and `relation` where the word does not say it.
void write_event(JsonWriter& json, const Claim& claim);
/// The members of a source other than its id, those that say anything.
void write_description(JsonWriter& json, const Source& source);

}  // namespace entente::detail
