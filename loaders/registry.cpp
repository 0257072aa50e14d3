#include "loaders/registry.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "graph/resolve.hpp"
#include "loaders/claims_json.hpp"

namespace entente {

struct Registry::Tables {
  std::map<EntityId, Description> descriptions;
  std::unique_ptr<NameIndex> names;
};

namespace {

class Collector : public ClaimSink {
 public:
  void source(const Source& source) override { sources.insert_or_assign(source.id, source); }
  void claim(const Claim& claim) override { claims.push_back(claim); }
  void problem(const Diagnostic& problem) override { throw Error(problem.code, problem.to_string()); }

  std::map<SourceId, Source> sources;
  std::vector<Claim> claims;
};

bool describes(const Claim& claim) {
  return claim.event == Event::Named || claim.event == Event::Classified || claim.event == Event::Identified;
}

}  // namespace

Registry::Registry(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Registry::~Registry() = default;
Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;

Registry Registry::read(std::span<const std::string_view> documents) {
  Collector collector;
  for (const std::string_view document : documents) {
    Input input = Input::of(document, "registry");
    load_claims_json(input, {}, collector);
  }
  auto tables = std::make_unique<Tables>();
  for (const Claim& claim : collector.claims) {
    if (!describes(claim) || claim.subject.id.empty()) continue;
    Description& description = tables->descriptions[{claim.subject.id}];
    description.claims.push_back(claim);
    const auto source = collector.sources.find(claim.evidence.source);
    if (source == collector.sources.end()) continue;
    const auto known = [&](const Source& s) { return s.id == source->first; };
    if (std::none_of(description.sources.begin(), description.sources.end(), known)) {
      description.sources.push_back(source->second);
    }
  }
  tables->names = std::make_unique<NameIndex>(gather_entities(collector.claims));
  return Registry(std::move(tables));
}

const NameIndex& Registry::names() const noexcept { return *tables_->names; }

const Registry::Description& Registry::describe(const EntityId& id) const {
  static const Description none;
  const auto found = tables_->descriptions.find(id);
  return found == tables_->descriptions.end() ? none : found->second;
}

std::vector<EntityId> Registry::mentioned(const Claim& claim) const {
  std::vector<EntityId> ids;
  const auto period = claim.when ? hull(*claim.when) : std::nullopt;
  const auto add = [&](const Mention& mention, MentionRole role) {
    if (mention.empty()) return;
    if (!mention.id.empty()) {
      if (const Entity* entity = names().by_id(mention.id)) ids.push_back(entity->id);
      return;
    }
    for (const NameMatch& match : likely(names().find(mention.name), period, role)) ids.push_back(match.id);
  };
  if (describes(claim)) return ids;
  add(claim.subject, MentionRole::Subject);
  add(claim.object, MentionRole::Object);
  return ids;
}

struct DescribingSink::Seen {
  std::set<EntityId> entities;
  std::set<SourceId> sources;
};

DescribingSink::DescribingSink(const Registry& registry, ClaimSink& next)
    : registry_(&registry), next_(&next), seen_(std::make_unique<Seen>()) {}
DescribingSink::~DescribingSink() = default;

void DescribingSink::source(const Source& source) {
  seen_->sources.insert(source.id);
  next_->source(source);
}

void DescribingSink::claim(const Claim& claim) {
  for (const EntityId& id : registry_->mentioned(claim)) {
    if (!seen_->entities.insert(id).second) continue;
    const Registry::Description& description = registry_->describe(id);
    for (const Source& source : description.sources) {
      if (seen_->sources.insert(source.id).second) next_->source(source);
    }
    for (const Claim& said : description.claims) next_->claim(said);
  }
  next_->claim(claim);
}

void DescribingSink::problem(const Diagnostic& problem) { next_->problem(problem); }

}  // namespace entente
