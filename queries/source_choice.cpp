#include "queries/source_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <map>

#include "graph/error.hpp"
#include "graph/names.hpp"

namespace entente {

namespace {

template <typename List, typename Value>
auto position_of(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value);
}

/// A preferred source outranks every declared priority.
int priority_of(const SourceChoice& choice, const Source& source) {
  const auto at = position_of(choice.preferred, source.id);
  if (at == choice.preferred.end()) return source.priority;
  return std::numeric_limits<int>::max() - static_cast<int>(at - choice.preferred.begin());
}

std::string described(const Source& source) {
  return source.title.empty() ? source.id.value : fmt::format("{} ({})", source.id.value, source.title);
}

std::vector<std::string> described(const std::vector<Source>& sources) {
  std::vector<std::string> list;
  for (const Source& source : sources) list.push_back(described(source));
  return list;
}

}  // namespace

bool is_description(const Claim& claim) noexcept {
  return claim.event == Event::Named || claim.event == Event::Classified || claim.event == Event::Identified;
}

bool takes(const SourceChoice& choice, const Source& source) noexcept {
  if (!choice.only.empty() && position_of(choice.only, source.id) == choice.only.end()) return false;
  if (!choice.known_by) return true;
  return source.published && source.published->latest() <= *choice.known_by;
}

Store store_of(const Store& store, const SourceChoice& choice) {
  Store chosen = Store::open(":memory:", Store::Mode::Create);
  Store::Import import = chosen.begin_import();
  std::map<SourceId, bool> taken;
  for (Source source : store.sources()) {
    const bool speaks = takes(choice, source);
    taken.emplace(source.id, speaks);
    if (!speaks) continue;
    source.priority = priority_of(choice, source);
    import.add(source);
  }
  store.for_each_claim([&](const ClaimId&, const Claim& claim) {
    const auto source = taken.find(claim.evidence.source);
    const bool speaks = source != taken.end() && source->second;
    if (speaks || is_description(claim)) import.add(claim);
  });
  import.commit();
  return chosen;
}

SourceId find_source(const Store& store, std::string_view text) {
  const std::vector<Source> sources = store.sources();
  const std::string folded = fold_name(text);
  const std::vector<std::function<bool(const Source&)>> steps = {
      [&](const Source& source) { return source.id.value == text; },
      [&](const Source& source) {
        return fold_name(source.id.value) == folded || fold_name(source.title) == folded;
      },
      [&](const Source& source) {
        return fold_name(source.id.value).find(folded) != std::string::npos ||
               fold_name(source.title).find(folded) != std::string::npos;
      }};
  for (const auto& fits : steps) {
    if (folded.empty() && &fits != &steps.front()) break;  // nothing is a part of every title
    std::vector<Source> found;
    std::copy_if(sources.begin(), sources.end(), std::back_inserter(found), fits);
    if (found.size() == 1) return found.front().id;
    if (found.size() > 1) {
      throw Error(ErrorCode::AmbiguousName, fmt::format("'{}' may be any of {} sources", text, found.size()),
                  described(found));
    }
  }
  throw Error(ErrorCode::UnknownName, fmt::format("no source is called '{}'; entente info lists them", text),
              described(sources));
}

}  // namespace entente
