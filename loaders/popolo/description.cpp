#include "loaders/popolo/description.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "graph/entity.hpp"

namespace entente::detail {

namespace {

bool is_wikidata_id(std::string_view id) {
  return id.size() > 1 && id.front() == 'Q' &&
         std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// An impossible life is reported and left, for the names and memberships are good all the same.
EntryEnds life_of(PopoloSection section, const PopoloEntry& entry, PopoloRows& rows) {
  try {
    return section == PopoloSection::Persons ? ends_in(entry, "birth_date", "death_date")
                                             : ends_in(entry, "founding_date", "dissolution_date");
  } catch (BadPopoloEntry& bad) {
    bad.reason = "a life with impossible dates";
    rows.warn(entry, bad, text_in(entry, "id"));
    return {};
  }
}

void load_names(const PopoloEntry& entry, Claim& claim, PopoloRows& rows) {
  std::vector<std::string_view> seen;
  const auto add = [&](std::string_view name, std::string_view language, bool preferred) {
    if (is_nameless(name) || std::find(seen.begin(), seen.end(), name) != seen.end()) return;
    seen.push_back(name);
    Naming naming;
    naming.language = language;
    naming.preferred = preferred;
    claim.object.name = name;
    claim.detail = to_string(naming);
    rows.emit(claim, Event::Named, std::nullopt, "popolo:name");
  };
  add(text_in(entry, "name"), "", true);
  if (const PopoloEntry* others = list_in(entry, "other_names")) {
    for (const PopoloEntry& other : others->GetArray()) {
      if (other.IsObject()) add(text_in(other, "name"), text_in(other, "lang"), false);
    }
  }
  claim.detail.clear();
}

/// Of the many schemes only Wikidata's is known to be the same everywhere.
void load_identifiers(const PopoloEntry& entry, Claim& claim, PopoloRows& rows) {
  const auto add = [&](std::string_view id) {
    if (!is_wikidata_id(id)) return;
    claim.object.name = fmt::format("wikidata:{}", id);
    rows.emit(claim, Event::Identified, std::nullopt, "popolo:identifier");
  };
  add(text_in(entry, "wikidata"));
  if (const PopoloEntry* list = list_in(entry, "identifiers")) {
    for (const PopoloEntry& identifier : list->GetArray()) {
      if (identifier.IsObject() && text_in(identifier, "scheme") == "wikidata")
        add(text_in(identifier, "identifier"));
    }
  }
}

}  // namespace

void load_description(PopoloSection section, const PopoloEntry& entry, const PopoloDirectory& directory,
                      PopoloRows& rows) {
  rows.row(entry, [&](Claim& claim) {
    const std::string_view id = text_in(entry, "id");
    if (id.empty())
      throw BadPopoloEntry{ErrorCode::InvalidRow, "an entry without an id", "an entry without an id"};
    const bool person = section == PopoloSection::Persons;
    const EntryEnds life = life_of(section, entry, rows);
    claim.subject = {"", directory.unique(id)};
    claim.object.name = person ? "person" : "organisation";
    rows.emit(claim, Event::Classified, std::nullopt, "popolo:kind");
    load_names(entry, claim, rows);
    load_identifiers(entry, claim, rows);
    claim.object = {};
    if (life.start)
      rows.emit(claim, Event::Founded, *life.start, person ? "popolo:birth_date" : "popolo:founding_date");
    if (life.end)
      rows.emit(claim, Event::Dissolved, *life.end, person ? "popolo:death_date" : "popolo:dissolution_date");
    const std::string_view parent = person ? std::string_view() : id_in(entry, "parent_id", "parent");
    if (!parent.empty()) {
      claim.subject = directory.mention(section, id);
      claim.object = directory.mention(section, parent);
      claim.relation.label = relation::part_of;
      claim.evidence.text = quote_of(entry);
      rows.emit(claim, Event::Held, std::nullopt, "popolo:parent_id");
    }
    rows.used();
  });
}

}  // namespace entente::detail
