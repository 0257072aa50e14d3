#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "queries/members.hpp"
#include "queries/tie_reader.hpp"
#include "queries/was.hpp"
#include "queries/why.hpp"

namespace entente {

namespace {

constexpr std::array reason_names = {
    "holds",  "ended-before", "began-after",    "body-not-there", "subject-not-there",
    "denied", "only-planned", "other-relation", "other-body",     "no-claim"};
constexpr std::size_t near_limit = 10;

/// Puts reasons together; one paragraph of the answer for each method.
class Reasons {
 public:
  Reasons(const Store& store, const WhyQuestion& question)
      : store_(store),
        question_(question),
        was_(was(store, {.subject = question.subject, .body = question.body, .when = question.when})),
        why_(why(store, question)) {}

  WhyNot take() {
    by_spells();
    by_existence();
    by_denial();
    by_other_ties();
    if (reasons_.empty()) by_silence();
    std::stable_sort(reasons_.begin(), reasons_.end(),
                     [](const Reason& a, const Reason& b) { return a.kind < b.kind; });
    return {was_.subject, was_.body, was_.when, was_.status, std::move(reasons_)};
  }

 private:
  [[nodiscard]] const std::string& subject() const { return was_.subject.name; }
  [[nodiscard]] const std::string& body() const { return was_.body.name; }
  [[nodiscard]] std::string when() const {
    return was_.when ? fmt::format(" in {}", period_text(*was_.when)) : std::string();
  }

  void by_spells() {
    for (const Tie& tie : was_.ties) {
      const Readings& readings = tie.interval.readings();
      const std::string span = tie.interval.to_string();
      if (tie.status != Status::No) {
        add({ReasonKind::Holds,
             fmt::format("{} did belong to {} ({}, {}).", subject(), body(), span, name_of(tie.status)),
             {tie}});
      } else if (readings.last_latest && was_.when && *readings.last_latest < was_.when->first) {
        add({ReasonKind::EndedBefore,
             fmt::format("{} belonged to {} no longer after {}.", subject(), body(),
                         readings.last_latest->to_string()),
             {tie}});
      } else {
        add({ReasonKind::BeganAfter,
             fmt::format("{} belonged to {} only later ({}).", subject(), body(), span),
             {tie}});
      }
    }
  }

  void by_existence() {
    if (!was_.when) return;
    const auto missing = [&](const EntityRef& ref, ReasonKind kind) {
      const auto entity = store_.entity(ref.id);
      if (!entity || may_exist(*entity, *was_.when)) return;
      const bool ended = entity->dissolved && entity->dissolved->latest() < was_.when->first;
      add({kind,
           ended ? fmt::format("{} had ceased to exist ({}).", ref.name, entity->dissolved->text())
                 : fmt::format("{} had not come into being yet ({}).", ref.name, entity->founded->text())});
    };
    missing(was_.body, ReasonKind::BodyNotThere);
    missing(was_.subject, ReasonKind::SubjectNotThere);
  }

  void by_denial() {
    if (!why_.denying.empty()) {
      add({ReasonKind::Denied,
           fmt::format("A source denies a tie of {} with {}.", subject(), body()),
           {},
           why_.denying});
    }
    if (!why_.hypothetical.empty()) {
      add({ReasonKind::OnlyPlanned,
           fmt::format("A source speaks of {} and {} only as planned, expected or wished.", subject(),
                       body()),
           {},
           why_.hypothetical});
    }
  }

  void by_other_ties() {
    for (const Tie& tie : was_.other) {
      add({ReasonKind::OtherRelation,
           fmt::format("{} was tied to {} otherwise ({}, {}).", subject(), body(), tie.relation.label,
                       tie.interval.to_string()),
           {tie}});
    }
    for (const EntityId& other : lineage(store_, question_.body)) {
      if (other == question_.body) continue;
      const Was there = was(store_, {.subject = question_.subject, .body = other, .when = question_.when});
      if (there.ties.empty()) continue;
      std::vector<std::string> spans;
      for (const Tie& tie : there.ties) spans.push_back(tie.interval.to_string());
      add({ReasonKind::OtherBody,
           fmt::format("{} belonged to {} ({}), which is of one line with {}.", subject(), there.body.name,
                       fmt::join(spans, ", "), body()),
           there.ties});
    }
  }

  void by_silence() {
    Reason reason{ReasonKind::NoClaim,
                  fmt::format("No source says that {} belonged to {}{}.", subject(), body(), when()),
                  {},
                  why_.unused};
    std::vector<Tie> near = memberships(store_, {.entity = question_.subject,
                                                 .scope = {.when = question_.when, .evidence = false}})
                                .ties;
    for (const Tie& tie : near) {
      const bool known = std::find(reason.near.begin(), reason.near.end(), tie.object) != reason.near.end();
      if (!known && reason.near.size() < near_limit) reason.near.push_back(tie.object);
    }
    add(std::move(reason));
  }

  void add(Reason reason) { reasons_.push_back(std::move(reason)); }

  const Store& store_;
  const WhyQuestion& question_;
  Was was_;
  Why why_;
  std::vector<Reason> reasons_;
};

}  // namespace

const char* name_of(ReasonKind kind) noexcept { return reason_names[static_cast<std::size_t>(kind)]; }

WhyNot why_not(const Store& store, const WhyQuestion& question) { return Reasons(store, question).take(); }

}  // namespace entente
