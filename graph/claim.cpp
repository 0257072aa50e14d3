#include "graph/claim.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>

namespace entente {

namespace {

struct Word {
  std::string_view name;
  Event event;
};

constexpr Word events[] = {
    {"joined", Event::Joined},         {"left", Event::Left},
    {"expelled", Event::Expelled},     {"suspended", Event::Suspended},
    {"reinstated", Event::Reinstated}, {"signed", Event::Signed},
    {"ratified", Event::Ratified},     {"entered_into_force", Event::EnteredIntoForce},
    {"founded", Event::Founded},       {"dissolved", Event::Dissolved},
    {"renamed", Event::Renamed},       {"succeeded", Event::Succeeded},
    {"named", Event::Named},           {"classified", Event::Classified},
    {"identified", Event::Identified},
};

struct State {
  std::string_view name;
  std::string_view relation;
};

constexpr State states[] = {
    {"member", relation::member_of},       {"observer", relation::observer_of},
    {"candidate", relation::candidate_of}, {"partner", relation::partner_of},
    {"signatory", relation::signatory_of}, {"party", relation::party_to},
    {"part", relation::part_of},           {"successor", relation::successor_of},
    {"ally", relation::allied_with},       {"suspended", relation::suspended_from},
};

/// The relation that an event opens or closes where nothing else is said.
std::string_view default_relation(Event event) {
  switch (event) {
    case Event::Suspended:
    case Event::Reinstated:
      return relation::suspended_from;
    case Event::Signed:
      return relation::signatory_of;
    case Event::Ratified:
      return relation::party_to;
    case Event::Succeeded:
      return relation::successor_of;
    default:
      return relation::member_of;
  }
}

/// The fields with their lengths, so that no two different claims give the same bytes.
class Content {
 public:
  void add(std::string_view text) {
    add(text.size());
    bytes_ += text;
  }
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i, number >>= 8) bytes_ += static_cast<char>(number & 0xff);
  }
  [[nodiscard]] ClaimId digest() const {
    const XXH128_hash_t hash = XXH3_128bits(bytes_.data(), bytes_.size());
    return {hash.high64, hash.low64};
  }

 private:
  std::string bytes_;
};

}  // namespace

std::string event_name(Event event, const Relation& relation) {
  if (event == Event::Held) {
    for (const State& state : states) {
      if (state.relation == relation.label) return std::string(state.name);
    }
    return relation.label;
  }
  for (const Word& word : events) {
    if (word.event == event) return std::string(word.name);
  }
  return {};
}

std::optional<EventAndRelation> event_from(std::string_view name) {
  for (const Word& word : events) {
    if (word.name == name) return EventAndRelation{word.event, {std::string(default_relation(word.event))}};
  }
  for (const State& state : states) {
    if (state.name == name || state.relation == name) {
      return EventAndRelation{Event::Held, {std::string(state.relation)}};
    }
  }
  return std::nullopt;
}

const char* name_of(Certainty certainty) noexcept {
  switch (certainty) {
    case Certainty::Stated:
      return "stated";
    case Certainty::Inferred:
      return "inferred";
    case Certainty::Hypothetical:
      return "hypothetical";
    case Certainty::Negated:
      return "negated";
  }
  return "stated";
}

std::optional<Certainty> certainty_from(std::string_view name) noexcept {
  for (const auto certainty :
       {Certainty::Stated, Certainty::Inferred, Certainty::Hypothetical, Certainty::Negated}) {
    if (name == name_of(certainty)) return certainty;
  }
  return std::nullopt;
}

std::string ClaimId::to_string() const { return fmt::format("{:016x}{:016x}", high, low); }

std::optional<ClaimId> ClaimId::parse(std::string_view hex) noexcept {
  if (hex.size() != 32) return std::nullopt;
  ClaimId id;
  const auto read = [](std::string_view digits, std::uint64_t& number) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return error == std::errc{} && end == digits.data() + digits.size();
  };
  if (!read(hex.substr(0, 16), id.high) || !read(hex.substr(16), id.low)) return std::nullopt;
  return id;
}

ClaimId id_of(const Claim& claim) {
  Content content;
  content.add(claim.subject.name);
  content.add(claim.subject.id);
  content.add(event_name(claim.event, {}));
  content.add(claim.relation.label);
  content.add(claim.object.name);
  content.add(claim.object.id);
  content.add(claim.when ? to_string(*claim.when) : std::string());
  content.add(name_of(claim.certainty));
  content.add(claim.detail);
  content.add(claim.evidence.source.value);
  content.add(claim.evidence.begin);
  content.add(claim.evidence.end);
  content.add(claim.evidence.row);
  content.add(claim.evidence.text);
  content.add(claim.evidence.rule);
  return content.digest();
}

}  // namespace entente
