#include "loaders/popolo/directory.hpp"

#include <fmt/format.h>

#include "graph/names.hpp"
#include "loaders/loader.hpp"

namespace entente::detail {

namespace {

bool is_uuid(std::string_view id) {
  if (id.size() != 36) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const char c = id[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (dash ? c != '-' : !hex) return false;
  }
  return true;
}

/// What the entry calls itself, in the first of these members that says anything.
std::string_view first_text_in(const PopoloEntry& entry) {
  for (const char* key : {"name", "label", "role"}) {
    if (const std::string_view text = text_in(entry, key); !text.empty()) return text;
  }
  return {};
}

std::string_view found(const std::unordered_map<std::string_view, std::string_view>& names,
                       std::string_view id) {
  const auto known = names.find(id);
  return known == names.end() ? std::string_view() : known->second;
}

}  // namespace

void PopoloDirectory::add(PopoloSection section, const PopoloEntry& entry) {
  auto& names = section == PopoloSection::Persons ? persons_ : organizations_;
  names.emplace(text_in(entry, "id"), text_in(entry, "name"));
}

void PopoloDirectory::add_area(const PopoloEntry& entry) {
  areas_.emplace(text_in(entry, "id"), first_text_in(entry));
}

void PopoloDirectory::add_post(const PopoloEntry& entry) {
  posts_.emplace(text_in(entry, "id"), first_text_in(entry));
  post_organizations_.emplace(text_in(entry, "id"), id_in(entry, "organization_id", "organization"));
}

void PopoloDirectory::add_term(const PopoloEntry& entry) {
  const std::string_view id = text_in(entry, "id"), name = text_in(entry, "name");
  terms_.emplace(id, PopoloTerm{name.empty() ? id : name, ends_in(entry, "start_date", "end_date")});
}

std::string PopoloDirectory::unique(std::string_view id) const {
  return is_uuid(id) ? fmt::format("popolo:{}", id) : fmt::format("{}/{}", source_, id);
}

Mention PopoloDirectory::mention(PopoloSection section, std::string_view id) const {
  const std::string_view name = found(section == PopoloSection::Persons ? persons_ : organizations_, id);
  return {std::string(is_nameless(name) ? id : name), unique(id)};
}

bool PopoloDirectory::is_no_party(std::string_view id) const {
  const auto known = organizations_.find(id);
  if (known == organizations_.end()) return false;
  const std::string folded = fold_name(known->second);
  for (const std::string_view none : {"", "unknown", "unkown", "none", "n a", "na", "not available",
                                      "independent", "independents", "non partisan", "no party"}) {
    if (folded == none) return true;
  }
  return false;
}

std::string_view PopoloDirectory::area(std::string_view id) const { return found(areas_, id); }
std::string_view PopoloDirectory::post(std::string_view id) const { return found(posts_, id); }
std::string_view PopoloDirectory::organization_of_post(std::string_view id) const {
  return found(post_organizations_, id);
}

const PopoloTerm* PopoloDirectory::term(std::string_view id) const {
  const auto known = terms_.find(id);
  return known == terms_.end() ? nullptr : &known->second;
}

}  // namespace entente::detail
