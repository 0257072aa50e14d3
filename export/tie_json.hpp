#pragma once
// The parts that the JSON forms of answers, entities and graphs share.

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "queries/moments.hpp"
#include "queries/tie.hpp"

namespace entente::detail {

using PrettyJson = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

/// Which end of a tie is the answer; it gives `id`, `name` and `kind`.
enum class Answering { Subject, Object };

/// Text that is not UTF-8 is mended first.
void write(PrettyJson& json, std::string_view text);
void write(PrettyJson& json, const char* name, std::string_view text);
/// Without it a `const char*` would be taken for a bool.
inline void write(PrettyJson& json, const char* name, const char* text) {
  write(json, name, std::string_view(text));
}
void write(PrettyJson& json, const char* name, bool value);
void write(PrettyJson& json, const char* name, std::uint64_t value);

void write(PrettyJson& json, const char* name, const EntityRef& entity);
/// `{"id", "name", "kind"}` without a name of its own.
void write_ref(PrettyJson& json, const EntityRef& entity);
void write_entities(PrettyJson& json, const char* name, std::span<const EntityRef> entities);
void write_relations(PrettyJson& json, std::span<const Relation> relations);
void write_changes(PrettyJson& json, std::span<const StatusChange> changes);
void write_periods(PrettyJson& json, const char* name, const Periods& periods);
void write_moments(PrettyJson& json, const Moments& moments);
void write_evidence(PrettyJson& json, const char* name, std::span<const Proof> proofs);
void write_ids(PrettyJson& json, std::span<const OutsideId> ids);
/// The members of an entity, its names among them, without the braces.
void write_entity_members(PrettyJson& json, const Entity& entity);
/// `start`, `end`, how it ends, and the days between which each end lies.
void write_interval(PrettyJson& json, const Interval& interval);
/// The members of a tie, without the braces.
void write_tie_members(PrettyJson& json, const Tie& tie, Answering answering);
void write_ties(PrettyJson& json, const char* name, std::span<const Tie> ties, Answering answering);

/// One object, whose members `members` writes: two-space indents, a line feed at the end.
[[nodiscard]] std::string document(const std::function<void(PrettyJson&)>& members);

}  // namespace entente::detail
