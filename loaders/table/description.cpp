#include "loaders/table/description.hpp"

#include <fmt/format.h>

#include <utility>

namespace entente::detail {

/// Whether nothing new is said of an entity: most rows say again what the rows before said.
bool EntityDescriptions::is_known(const MentionRule& rule, const Mention& mention, std::size_t source) {
  if (rule.founded || rule.dissolved) return false;
  std::string said = rule.kind ? name_of(*rule.kind) : "";
  const auto add = [&](const Template& text, bool dated) {
    said += '\n';
    said += text.render(row_.cells()).value_or("");
    return !dated;
  };
  for (const auto& it : rule.namings) {
    if (!add(it.text, it.start || it.end)) return false;
  }
  for (const auto& it : rule.codes) {
    if (!add(it.text, it.start || it.end)) return false;
  }
  std::string key =
      mention.id + '\n' + (mention.id.empty() ? mention.name : "") + '\n' + std::to_string(source);
  std::string& last = last_[key];
  if (last == said) return true;
  last = std::move(said);
  keys_.push_back(std::move(key));
  return false;
}

void EntityDescriptions::add(const MentionRule& rule, const Mention& mention, std::size_t source) {
  if (is_known(rule, mention, source)) return;
  Claim claim;
  claim.subject = mention;
  claim.subject.name = mention.id.empty() ? mention.name : "";
  const auto say = [&](Event event, std::string object, std::string detail, std::optional<Edtf> when) {
    claim.event = event;
    claim.object = {std::move(object), ""};
    claim.detail = std::move(detail);
    claim.when = std::move(when);
    claims_.push_back(claim);
  };
  if (rule.kind) say(Event::Classified, name_of(*rule.kind), "", std::nullopt);
  for (const auto& naming : rule.namings) {
    const auto name = naming.text.render(row_.cells());
    if (name && !is_nameless(*name)) say(Event::Named, *name, naming.detail, used(naming.start, naming.end));
  }
  for (const auto& code : rule.codes) {
    const auto id = code.text.render(row_.cells());
    if (id && id->find(':') != std::string::npos) say(Event::Identified, *id, "", used(code.start, code.end));
  }
  for (const auto& [event, date] :
       {std::pair{Event::Founded, &rule.founded}, {Event::Dissolved, &rule.dissolved}}) {
    if (!*date) continue;
    const auto when = row_.date(*date);
    if (when && when->date) say(event, "", "", Edtf(*when->date));
  }
}

void EntityDescriptions::write(std::size_t source) {
  for (const Claim& claim : claims_) writer_.describe(claim, source, row_.line(), row_.quote());
  claims_.clear();
  keys_.clear();
}

bool EntityDescriptions::drop() {
  const bool any = !claims_.empty() || !keys_.empty();
  for (const std::string& key : keys_) last_.erase(key);
  claims_.clear();
  keys_.clear();
  return any;
}

/// The interval in which a name or a code was used; nothing where nothing bounds it.
std::optional<Edtf> EntityDescriptions::used(const std::optional<DateRule>& start,
                                             const std::optional<DateRule>& end) {
  const auto first = row_.date(start), last = row_.date(end);
  const auto text = [](const std::optional<RowDate>& date) {
    return date && date->date ? date->date->text() : std::string("..");
  };
  const std::string span = text(first) + '/' + text(last);
  if (span == "../..") return std::nullopt;
  auto edtf = try_parse_edtf(span);
  if (!edtf) row_.odd("ends before it starts", fmt::format("{} ends before it starts", span));
  return edtf;
}

}  // namespace entente::detail
