#include "loaders/popolo/membership.hpp"

#include <vector>

#include "graph/entity.hpp"

namespace entente::detail {

namespace {

void note(std::string& detail, std::string_view what, std::string_view value) {
  if (!detail.empty()) detail += "; ";
  detail += what;
  detail += value;
}

/// The members that an entry names; `person_id` may be a list of them.
std::vector<Mention> members_of(const PopoloEntry& entry, const std::optional<PopoloHolder>& holder,
                                const PopoloDirectory& directory) {
  std::vector<Mention> members;
  const auto add = [&](PopoloSection section, std::string_view id) {
    if (!id.empty()) members.push_back(directory.mention(section, id));
  };
  if (const PopoloEntry* list = list_in(entry, "person_id")) {
    for (const PopoloEntry& id : list->GetArray()) {
      if (id.IsString()) add(PopoloSection::Persons, {id.GetString(), id.GetStringLength()});
    }
    return members;
  }
  if (holder && holder->section == PopoloSection::Persons) {
    add(PopoloSection::Persons, holder->id);
    return members;
  }
  std::string_view id = id_in(entry, "person_id", "person");
  const PopoloEntry* member = object_in(entry, "person");
  PopoloSection section = PopoloSection::Persons;
  if (id.empty()) {
    id = id_in(entry, "member_id", "member");
    member = object_in(entry, "member");
    if (directory.is_organization(id)) section = PopoloSection::Organizations;
  }
  add(section, id);
  if (member != nullptr && !members.empty() && !is_nameless(text_in(*member, "name"))) {
    members.front().name = text_in(*member, "name");
  }
  return members;
}

Mention organization_of(const PopoloEntry& entry, const std::optional<PopoloHolder>& holder,
                        const PopoloDirectory& directory) {
  std::string_view id = id_in(entry, "organization_id", "organization");
  if (id.empty() && holder && holder->section == PopoloSection::Organizations) id = holder->id;
  if (id.empty()) id = directory.organization_of_post(id_in(entry, "post_id", "post"));
  if (id.empty())
    throw BadPopoloEntry{ErrorCode::InvalidRow, "a membership of nothing",
                         "a membership names no organization"};
  Mention body = directory.mention(PopoloSection::Organizations, id);
  const PopoloEntry* object = object_in(entry, "organization");
  if (object != nullptr && !is_nameless(text_in(*object, "name"))) body.name = text_in(*object, "name");
  return body;
}

/// The entry's own dates and, where they are missing, those of its legislative period. Where dates are
/// inherited the claim is inferred, and its detail says so.
EntryEnds dates_of(const PopoloEntry& entry, const PopoloDirectory& directory, Claim& claim,
                   PopoloRows& rows) {
  const EntryEnds ends = ends_in(entry, "start_date", "end_date");
  if (ends.start && ends.end) return ends;
  const std::string_view period = id_in(entry, "legislative_period_id", "legislative_period");
  const PopoloTerm* term = directory.term(period);
  if (term == nullptr) {
    if (!period.empty()) {
      rows.warn(entry,
                {ErrorCode::InvalidRow, "a legislative period that is not there",
                 "its legislative period, which would date it, is not among the events that could be read"},
                period);
    }
    return ends;
  }
  EntryEnds both = ends;
  if (!both.start) both.start = term->ends.start;
  if (!both.end) both.end = term->ends.end;
  if (both.inverted()) {
    rows.warn(entry,
              {ErrorCode::InvertedInterval, "a date outside its legislative period",
               "its own date lies outside its legislative period, whose other date is left"},
              text_in(entry, "person_id"));
    return ends;
  }
  if (both.start == ends.start && both.end == ends.end) return ends;
  claim.certainty = Certainty::Inferred;
  note(claim.detail, ends.start ? "end of " : ends.end ? "start of " : "dates of ", term->name);
  return both;
}

void load_tie(const std::vector<Mention>& members, const Mention& body, const EntryEnds& ends,
              std::string_view rule, Claim& claim, PopoloRows& rows) {
  Event event = Event::Held;
  std::optional<Edtf> when;
  if (ends.end) {
    DateInterval::End start = Unknown{};
    if (ends.start) start = *ends.start;
    when = DateInterval{start, *ends.end};
  } else if (ends.start) {
    event = Event::Joined;
    when = *ends.start;
  }
  claim.object = body;
  for (const Mention& member : members) {
    claim.subject = member;
    rows.emit(claim, event, when, rule);
  }
}

}  // namespace

void load_membership(const PopoloEntry& entry, const std::optional<PopoloHolder>& holder,
                     const PopoloDirectory& directory, PopoloRows& rows) {
  rows.row(entry, [&](Claim& claim) {
    std::string_view role = text_in(entry, "role");
    if (role.empty()) role = text_in(entry, "label");
    if (const auto known = event_from(role); known && known->event == Event::Held) {
      claim.relation = known->relation;
    } else if (!role.empty()) {
      note(claim.detail, "role: ", role);
    }
    const std::string_view post = directory.post(id_in(entry, "post_id", "post"));
    if (!post.empty() && post != role) note(claim.detail, "post: ", post);
    const std::vector<Mention> members = members_of(entry, holder, directory);
    if (members.empty())
      throw BadPopoloEntry{ErrorCode::InvalidRow, "a membership of nobody", "a membership names no member"};
    const Mention body = organization_of(entry, holder, directory);
    const EntryEnds ends = dates_of(entry, directory, claim, rows);
    const std::string_view area = directory.area(id_in(entry, "area_id", "area"));
    if (!area.empty()) note(claim.detail, "area: ", area);
    claim.evidence.text = quote_of(entry);
    load_tie(members, body, ends, "popolo:membership", claim, rows);

    // That a member acts for a party says that they belong to it, without saying so.
    const std::string_view party = id_in(entry, "on_behalf_of_id", "on_behalf_of");
    if (!party.empty() && !directory.is_no_party(party)) {
      claim.relation.label = relation::member_of;
      claim.certainty = Certainty::Inferred;
      note(claim.detail, "on behalf of it in ", body.name);
      load_tie(members, directory.mention(PopoloSection::Organizations, party), ends, "popolo:on_behalf_of",
               claim, rows);
    }
    rows.used();
  });
}

}  // namespace entente::detail
