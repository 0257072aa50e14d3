#include "queries/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/error.hpp"
#include "graph/names.hpp"
#include "queries/source_choice.hpp"
#include "queries/tie_reader.hpp"

namespace entente {

namespace {

/// A body and those that succeed it, known by one of them.
class Lines {
 public:
  Lines(const Store& store, bool followed) {
    if (!followed) return;
    const std::vector<Relation> succession = {Relation{std::string(relation::successor_of)}};
    for (const Edge& edge :
         store.edges({.subject = {}, .relations = succession, .object = {}, .during = {}})) {
      const EntityId a = of(edge.subject), b = of(edge.object);
      if (a != b) next_[std::max(a, b)] = std::min(a, b);
    }
  }
  [[nodiscard]] EntityId of(EntityId body) const {
    for (auto at = next_.find(body); at != next_.end(); at = next_.find(body)) body = at->second;
    return body;
  }

 private:
  std::map<EntityId, EntityId> next_;
};

/// What all sources say of who is who, and what each says of what happened.
struct Statements {
  std::vector<Claim> descriptions;
  std::map<SourceId, std::vector<Claim>> by_source;
};

Statements read_statements(const Store& store, const std::vector<SourceId>& wanted) {
  Statements statements;
  for (const SourceId& id : wanted) statements.by_source[id];
  store.for_each_claim([&](const ClaimId&, const Claim& claim) {
    if (is_description(claim)) {
      statements.descriptions.push_back(claim);
    } else if (const auto at = statements.by_source.find(claim.evidence.source);
               at != statements.by_source.end()) {
      at->second.push_back(claim);
    } else if (const auto rest = statements.by_source.find(all_others); rest != statements.by_source.end()) {
      rest->second.push_back(claim);
    } else if (wanted.empty()) {
      statements.by_source[claim.evidence.source].push_back(claim);
    }
  });
  return statements;
}

struct MembershipKey {
  EntityId body;
  EntityId entity;
  friend auto operator<=>(const MembershipKey&, const MembershipKey&) = default;
};

/// A spell with the tie that it is of: spells of one tie are apart because its source keeps them apart.
struct Piece {
  AccountSpell spell;
  std::set<std::pair<std::string, EntityId>> ties;
};

std::string first_part(const std::string& text) { return text.substr(0, text.find('/')); }
std::string last_part(const std::string& text) { return text.substr(text.find('/')); }

bool touch(const Piece& earlier, const Piece& later) {
  for (const auto& tie : later.ties) {
    if (earlier.ties.count(tie) != 0) return false;
  }
  const Readings& a = earlier.spell.readings;
  const Readings& b = later.spell.readings;
  if (!b.first_earliest)
    return false;  // it may have begun at any time: nothing says that it went on from there
  if (a.may_never_end) return true;
  return a.last_latest && b.first_earliest->number() <= a.last_latest->number() + 1;
}

/// Whether b lasts longer than a, as far as can be told.
bool lasts_longer(const Readings& b, const Readings& a) {
  const auto key = [](const Readings& r) {
    return std::tuple(r.may_never_end, !r.last_latest, r.last_latest.value_or(Day{0}));
  };
  return key(a) < key(b);
}

Piece joined(Piece a, const Piece& b) {
  a.ties.insert(b.ties.begin(), b.ties.end());
  a.spell.claims.insert(a.spell.claims.end(), b.spell.claims.begin(), b.spell.claims.end());
  if (lasts_longer(b.spell.readings, a.spell.readings)) {
    a.spell.text = first_part(a.spell.text) + last_part(b.spell.text);
    a.spell.readings.last_earliest = b.spell.readings.last_earliest;
    a.spell.readings.last_latest = b.spell.readings.last_latest;
    a.spell.readings.may_never_end = b.spell.readings.may_never_end;
  }
  return a;
}

std::vector<AccountSpell> spells_of(std::vector<Piece> pieces) {
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    const auto key = [](const Piece& p) {
      return std::tuple(p.spell.readings.first_earliest, p.spell.readings.first_latest, p.spell.text);
    };
    return key(a) < key(b);
  });
  std::vector<Piece> kept;
  for (Piece& piece : pieces) {
    if (!kept.empty() && touch(kept.back(), piece)) {
      kept.back() = joined(std::move(kept.back()), piece);
    } else {
      kept.push_back(std::move(piece));
    }
  }
  std::vector<AccountSpell> spells;
  for (Piece& piece : kept) spells.push_back(std::move(piece.spell));
  return spells;
}

using Memberships = std::map<MembershipKey, std::vector<AccountSpell>>;

/// What one source says, heard alone.
Memberships memberships_of(const std::vector<Claim>& descriptions, std::vector<Claim> claims,
                           const std::vector<Source>& sources, const CompareQuestion& question,
                           const Lines& lines) {
  claims.insert(claims.end(), descriptions.begin(), descriptions.end());
  const Resolution resolution = resolve(claims, sources);
  std::map<MembershipKey, std::vector<Piece>> pieces;
  for (const Edge& edge : resolution.edges) {
    const auto& wanted = question.relations;
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), edge.relation) == wanted.end()) continue;
    pieces[{lines.of(edge.object), edge.subject}].push_back(
        {{edge.interval.to_string(), edge.interval.readings(), edge.claims},
         {{edge.relation.label, edge.object}}});
  }
  Memberships memberships;
  for (auto& [key, list] : pieces) memberships.emplace(key, spells_of(std::move(list)));
  return memberships;
}

bool passes(const Comparison& comparison, const CompareQuestion& question) {
  if (!question.only.empty() &&
      std::find(question.only.begin(), question.only.end(), comparison.agreement) == question.only.end()) {
    return false;
  }
  if (question.least_days == 0) return true;
  return std::any_of(comparison.pairs.begin(), comparison.pairs.end(), [&](const PairAgreement& pair) {
    return std::max(std::abs(pair.start_days), std::abs(pair.end_days)) >= question.least_days;
  });
}

bool touches(const std::vector<Account>& accounts, const std::optional<Period>& when) {
  if (!when) return true;
  for (const Account& account : accounts) {
    for (const AccountSpell& spell : account.spells) {
      if (status_over(spell.readings, *when) != Status::No) return true;
    }
  }
  return false;
}

class Comparer {
 public:
  Comparer(const Store& store, const CompareQuestion& question)
      : store_(store), question_(question), lines_(store, question.follow_successors), reader_(store) {}

  Comparisons run() {
    hear_all();
    std::map<EntityId, std::set<std::size_t>> speakers;  // of each body
    std::set<MembershipKey> keys;
    for (std::size_t i = 0; i < heard_.size(); ++i) {
      for (const auto& [key, spells] : heard_[i]) {
        speakers[key.body].insert(i);
        keys.insert(key);
      }
    }
    for (std::size_t i = 0; i < heard_.size(); ++i) {
      for (std::size_t j = i + 1; j < heard_.size(); ++j) answer_.totals.push_back({i, j, {}});
    }
    for (const auto& [body, sources] : speakers)
      ++(sources.size() > 1 ? answer_.bodies : answer_.other_bodies);
    for (const MembershipKey& key : keys) add(key, speakers.at(key.body));
    sort();
    return std::move(answer_);
  }

 private:
  void hear_all() {
    Statements statements = read_statements(store_, question_.sources);
    std::vector<SourceId> order =
        question_.sources;  // the first that was named is what the others differ from
    if (order.empty()) {
      for (const auto& [id, claims] : statements.by_source) order.push_back(id);
    }
    for (const SourceId& id : order) {
      const std::vector<Source> speakers = speakers_of(id);
      Memberships memberships = memberships_of(statements.descriptions, std::move(statements.by_source[id]),
                                               speakers, question_, lines_);
      if (memberships.empty() && question_.sources.empty()) continue;
      answer_.sources.push_back(id == all_others ? together(speakers) : speakers.front());
      heard_.push_back(std::move(memberships));
    }
  }

  /// The source, or all that the question does not name.
  [[nodiscard]] std::vector<Source> speakers_of(const SourceId& id) const {
    if (id != all_others) {
      const auto source = store_.source(id);
      if (!source) throw Error(ErrorCode::UnknownName, fmt::format("there is no source '{}'", id.value));
      return {*source};
    }
    std::vector<Source> others = store_.sources();
    std::erase_if(others, [&](const Source& source) {
      const auto& named = question_.sources;
      return std::find(named.begin(), named.end(), source.id) != named.end();
    });
    return others;
  }

  static Source together(const std::vector<Source>& sources) {
    Source all{.id = all_others, .title = "all other sources"};
    for (const Source& source : sources) {
      if (!source.published) continue;
      if (!all.published || all.published->latest() < source.published->latest())
        all.published = source.published;
    }
    return all;
  }

  void add(const MembershipKey& key, const std::set<std::size_t>& speakers) {
    if (speakers.size() < 2 && !question_.all_bodies) return;
    if (question_.entity && *question_.entity != key.entity) return;
    if (question_.body && lines_.of(*question_.body) != key.body) return;
    Comparison comparison{reader_.ref(key.entity), reader_.ref(key.body)};
    if (question_.body) comparison.body = reader_.ref(*question_.body);
    for (const std::size_t source : speakers) {
      const auto found = heard_[source].find(key);
      comparison.accounts.push_back(
          {source, found == heard_[source].end() ? std::vector<AccountSpell>() : found->second});
    }
    if (!touches(comparison.accounts, question_.when)) return;
    if (comparison.accounts.size() < 2) comparison.agreement = Agreement::OnlyOne;
    for (std::size_t i = 0; i < comparison.accounts.size(); ++i) {
      for (std::size_t j = i + 1; j < comparison.accounts.size(); ++j) compare_pair(comparison, i, j);
    }
    if (passes(comparison, question_)) answer_.comparisons.push_back(std::move(comparison));
  }

  void compare_pair(Comparison& comparison, std::size_t i, std::size_t j) {
    const Account& a = comparison.accounts[i];
    const Account& b = comparison.accounts[j];
    if (a.spells.empty() && b.spells.empty()) return;
    PairAgreement pair = agreement_of(a.spells, b.spells, {horizon(a.source), horizon(b.source)});
    pair.first = i;
    pair.second = j;
    comparison.agreement = std::max(comparison.agreement, pair.agreement);
    for (SourcePairTotals& totals : answer_.totals) {
      if (totals.first == a.source && totals.second == b.source) ++totals.memberships[pair.agreement];
    }
    comparison.pairs.push_back(pair);
  }

  [[nodiscard]] std::optional<Day> horizon(std::size_t source) const {
    const auto& published = answer_.sources[source].published;
    return published ? std::optional(published->latest()) : std::nullopt;
  }

  void sort() {
    std::stable_sort(
        answer_.comparisons.begin(), answer_.comparisons.end(), [](const Comparison& a, const Comparison& b) {
          const auto key = [](const Comparison& c) {
            return std::tuple(fold_name(c.body.name), c.body.id, fold_name(c.entity.name), c.entity.id);
          };
          return key(a) < key(b);
        });
  }

  const Store& store_;
  const CompareQuestion& question_;
  Lines lines_;
  TieReader reader_;
  Comparisons answer_;
  std::vector<Memberships> heard_;  // one for each of answer_.sources
};

}  // namespace

Comparisons compare(const Store& store, const CompareQuestion& question) {
  const std::vector<SourceId>& sources = question.sources;
  for (auto source = sources.begin(); source != sources.end(); ++source) {
    if (std::find(sources.begin(), source, *source) != source) {
      throw Error(ErrorCode::InvalidArgument, fmt::format("'{}' is named twice", source->value));
    }
  }
  return Comparer(store, question).run();
}

}  // namespace entente
