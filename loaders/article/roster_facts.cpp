// What a row of a list says, given the caption over the list and the heads of its columns.

#include <algorithm>

#include "loaders/article/roster.hpp"

namespace entente::detail {
namespace {

std::string relation_for(Listed listed) {
  switch (listed) {
    case Listed::Observers:
      return std::string(relation::observer_of);
    case Listed::Partners:
      return std::string(relation::partner_of);
    case Listed::Candidates:
      return std::string(relation::candidate_of);
    default:
      return std::string(relation::member_of);
  }
}

Listed status_of(Field remark, Listed listed) {
  switch (remark) {
    case Field::Observer:
      return Listed::Observers;
    case Field::Partner:
      return Listed::Partners;
    case Field::Candidate:
      return Listed::Candidates;
    default:
      return listed;
  }
}

std::string span_of(const std::string& first, const std::string& last, bool open) {
  return first + "/" + (open ? ".." : last);
}

}  // namespace

void Roster::facts_of(const ListRow& row, std::size_t body, std::vector<Fact>& out) const {
  Listed listed = caption_.listed == Listed::Nothing ? Listed::Members : caption_.listed;
  for (const Field remark : row.remarks) listed = status_of(remark, listed);
  const bool status =
      listed == Listed::Observers || listed == Listed::Partners || listed == Listed::Candidates;
  const bool leaving = listed == Listed::Left || listed == Listed::Departures;

  for (const std::size_t member : row.members) {
    if (member == body || referents_[member].sort == Sort::Treaty) continue;
    const std::size_t before = out.size();
    const auto add = [&](Event event, std::string date, std::size_t object) {
      Fact f;
      f.subject = member;
      f.event = event;
      f.relation = event == Event::Held        ? relation_for(listed)
                   : event == Event::Suspended ? std::string(relation::suspended_from)
                   : event == Event::Signed    ? std::string(relation::signatory_of)
                                               : std::string(relation::member_of);
      f.object = object;
      f.date = std::move(date);
      f.rule = columns_.empty() ? "roster" : "table";
      out.push_back(std::move(f));
    };
    std::string suspended;  // a suspension that has begun
    bool joined = false, left = false;
    std::size_t dated = 0;
    for (const Stamp& s : row.stamps) {
      // The column, told by the cell, or by the order of the dates where the cells cannot be told.
      Field field = s.field;
      if (!columns_.empty() && columns_.front() == Field::Name) {
        const std::size_t column = s.cell > 0 ? s.cell : dated + 1;
        const Field head = column < columns_.size() ? columns_[column] : Field::Ignored;
        if (head == Field::Ratified && (field == Field::None || field == Field::Joined))
          field = field == Field::Joined ? Field::Joined : Field::Ratified;
        else if (field == Field::None || head == Field::Ignored)
          field = head;
      }
      ++dated;
      if (s.first.empty()) continue;
      if (field == Field::None || field == Field::Period) {
        if (!s.last.empty() || s.open) {
          if (listed == Listed::Suspended) {
            add(Event::Suspended, span_of(s.first, s.last, s.open), body);
          } else if (status) {
            add(Event::Held, span_of(s.first, s.last, s.open), body);
          } else if (s.open) {
            add(Event::Held, span_of(s.first, {}, true), body);
          } else {
            add(Event::Joined, s.first, body);
            add(Event::Left, s.last, body);
          }
          joined = true;
          continue;
        }
        if (s.until || (leaving && row.stamps.size() == 1) || (joined && dated == 2))
          field = Field::Left;
        else if (listed == Listed::Founders)
          field = Field::Founded;
        else if (listed == Listed::Signatories)
          field = Field::Signed;
        else if (listed == Listed::Suspended)
          field = joined ? Field::None : Field::Suspended;
        else if (dated == 1 || (dated == 2 && !joined))
          field = Field::Joined;
        else
          continue;
      }
      switch (field) {
        case Field::Joined:
          if (status ||
              (s.since && s.field == Field::None && listed != Listed::Joined && listed != Listed::Arrivals))
            add(Event::Held, s.first + "/..", body);
          else
            add(Event::Joined, s.first, body);
          joined = true;
          break;
        case Field::Left:
          add(Event::Left, s.last.empty() ? s.first : s.last, body);
          left = true;
          break;
        case Field::Expelled:
          add(Event::Expelled, s.first, body);
          left = true;
          break;
        case Field::Suspended:
          if (!s.last.empty() || s.open)
            add(Event::Suspended, span_of(s.first, s.last, s.open), body);
          else
            suspended = s.first;
          break;
        case Field::Reinstated:
          if (!suspended.empty()) add(Event::Suspended, suspended + "/" + s.first, body);
          suspended.clear();
          break;
        case Field::Signed:
          add(Event::Signed, s.first, body);
          joined = true;
          break;
        case Field::Ratified:
          add(Event::Ratified, s.first, body);
          break;
        case Field::Founded:
          add(Event::Founded, s.first, body);
          joined = true;
          break;
        case Field::Observer:
        case Field::Partner:
        case Field::Candidate: {
          Fact f;
          f.subject = member;
          f.event = Event::Held;
          f.relation = relation_for(status_of(field, listed));
          f.object = body;
          f.date = s.first + "/..";
          f.rule = "roster";
          out.push_back(std::move(f));
          break;
        }
        default:
          break;
      }
    }
    if (!suspended.empty()) add(Event::Suspended, suspended, body);
    for (const Field remark : row.remarks) {
      const bool last_date = !row.stamps.empty() && !row.stamps.back().first.empty();
      // "7 December 2003 by leaving"
      const std::string date = last_date && !columns_.empty() ? row.stamps.back().first : std::string();
      if (remark == Field::Left && !left) add(Event::Left, date, body), left = true;
      if (remark == Field::Expelled && !left) add(Event::Expelled, date, body), left = true;
      if (remark == Field::Suspended && row.stamps.empty()) add(Event::Suspended, {}, body);
      if (remark == Field::Founded && listed == Listed::Members) add(Event::Founded, {}, body), joined = true;
    }
    // Without a date of its own the caption says what there is to say.
    const std::string now = document_ && !left ? document_->edtf() : std::string();
    const std::string about = document_ ? std::to_string(document_->year) + "~" : std::string();
    if (!caption_.date.empty() && out.size() == before) {
      add(leaving ? Event::Left : Event::Joined, caption_.date, body);
    } else if (caption_.strong && !joined && (out.size() == before || (left && listed == Listed::Members))) {
      switch (listed) {
        case Listed::Founders:
          add(Event::Founded, discourse_.founded_on(body), body);
          break;
        case Listed::Signatories:
          add(Event::Signed, {}, body);
          break;
        case Listed::Arrivals:
          add(Event::Joined, about, body);
          break;
        case Listed::Departures:
          add(Event::Left, about, body);
          break;
        case Listed::Joined:
          add(Event::Joined, {}, body);
          break;
        case Listed::Left:
          add(Event::Left, {}, body);
          break;
        case Listed::Suspended:
          add(Event::Suspended, {}, body);
          break;
        default:
          add(Event::Held, now, body);
      }
    }
    if (row.came_from && listed == Listed::Arrivals && *row.came_from != body)
      add(Event::Left, about, *row.came_from);
    if (row.went_to && listed == Listed::Departures && *row.went_to != body)
      add(Event::Joined, about, *row.went_to);
  }
}

}  // namespace entente::detail
