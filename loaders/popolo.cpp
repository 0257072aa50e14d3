#include "loaders/popolo.hpp"

#include <algorithm>

#include "loaders/file_source.hpp"
#include "loaders/popolo/description.hpp"
#include "loaders/popolo/document.hpp"
#include "loaders/popolo/membership.hpp"
#include "loaders/utf8.hpp"

namespace entente {

namespace detail {
namespace {

Source source_of(const PopoloDocument& document, const LoadOptions& options) {
  return file_source(without_ending(document.file()), options, [&] { return document.content_hash(); });
}

/// Goes through the sections of a document twice: for what the ids mean, then for the claims.
class PopoloLoader {
 public:
  PopoloLoader(const PopoloDocument& document, const LoadOptions& options, ClaimSink& sink)
      : document_(document),
        sink_(sink),
        source_(source_of(document, options)),
        directory_(source_.id.value),
        rows_(document, source_.id, options, sink, report_) {}

  LoadReport load() {
    sink_.source(source_);
    const PopoloEntry& root = document_.root();
    if (root.IsArray()) {
      load_list(root);
    } else if (root.IsObject() && is_known(root)) {
      gather(root);
      load_sections(root);
    } else {
      throw Error(
          ErrorCode::UnknownFormat,
          document_.file() + " is no Popolo: it has neither persons nor organizations nor memberships");
    }
    return report_;
  }

 private:
  static bool is_known(const PopoloEntry& root) {
    for (const char* key : {"persons", "people", "organizations", "memberships"}) {
      if (list_in(root, key) != nullptr) return true;
    }
    return !id_in(root, "person_id", "person").empty() &&
           !id_in(root, "organization_id", "organization").empty();
  }

  /// Persons may bring their memberships along; anything else in a bare list is a membership.
  void load_list(const PopoloEntry& list) {
    const auto is_person = [](const PopoloEntry& entry) {
      return entry.IsObject() && entry.HasMember("name") && !entry.HasMember("person_id");
    };
    for (const PopoloEntry& entry : list.GetArray()) {
      if (is_person(entry)) directory_.add(PopoloSection::Persons, entry);
    }
    for (const PopoloEntry& entry : list.GetArray()) {
      if (is_person(entry)) {
        describe(PopoloSection::Persons, entry);
      } else {
        load_membership(entry, std::nullopt, directory_, rows_);
      }
    }
  }

  /// Whatever memberships may name, before the first of them is read.
  void gather(const PopoloEntry& root) {
    const auto each = [&root](const char* key, const auto& take) {
      const PopoloEntry* list = list_in(root, key);
      if (list == nullptr) return;
      for (const PopoloEntry& entry : list->GetArray()) {
        if (entry.IsObject()) take(entry);
      }
    };
    for (const char* key : {"persons", "people"}) {
      each(key, [&](const PopoloEntry& entry) { directory_.add(PopoloSection::Persons, entry); });
    }
    each("organizations",
         [&](const PopoloEntry& entry) { directory_.add(PopoloSection::Organizations, entry); });
    each("areas", [&](const PopoloEntry& entry) { directory_.add_area(entry); });
    each("posts", [&](const PopoloEntry& entry) { directory_.add_post(entry); });
    if (const PopoloEntry* list = list_in(root, "events")) {
      for (const PopoloEntry& entry : list->GetArray()) {
        rows_.row(entry, [&](Claim&) {
          directory_.add_term(entry);
          pass_over_row("an event, whose dates its memberships have", report_);
        });
      }
    }
  }

  void load_sections(const PopoloEntry& root) {
    for (const auto& [key, section] :
         {std::pair{"persons", PopoloSection::Persons}, std::pair{"people", PopoloSection::Persons},
          std::pair{"organizations", PopoloSection::Organizations}}) {
      if (const PopoloEntry* list = list_in(root, key)) {
        for (const PopoloEntry& entry : list->GetArray()) describe(section, entry);
      }
    }
    for (const auto& [key, reason] : {std::pair{"areas", "an area, which its memberships name"},
                                      std::pair{"posts", "a post, which its memberships name"}}) {
      if (const PopoloEntry* list = list_in(root, key)) {
        report_.read += list->Size();
        pass_over_row(reason, report_, list->Size());
      }
    }
    if (const PopoloEntry* list = list_in(root, "memberships")) {
      for (const PopoloEntry& entry : list->GetArray()) {
        load_membership(entry, std::nullopt, directory_, rows_);
      }
    } else if (root.HasMember("person_id") || root.HasMember("person")) {
      load_membership(root, std::nullopt, directory_, rows_);
    }
  }

  /// A person or an organization, and the memberships in its entry.
  void describe(PopoloSection section, const PopoloEntry& entry) {
    load_description(section, entry, directory_, rows_);
    if (!entry.IsObject()) return;
    if (const PopoloEntry* list = list_in(entry, "memberships")) {
      const PopoloHolder holder{section, text_in(entry, "id")};
      for (const PopoloEntry& membership : list->GetArray()) {
        load_membership(membership, holder, directory_, rows_);
      }
    }
  }

  const PopoloDocument& document_;
  ClaimSink& sink_;
  Source source_;
  LoadReport report_;
  PopoloDirectory directory_;
  PopoloRows rows_;
};

}  // namespace
}  // namespace detail

LoadReport load_popolo(Input& input, const LoadOptions& options, ClaimSink& sink) {
  input.on_progress(options.progress);
  const detail::PopoloDocument document(input, options.limits);
  return detail::PopoloLoader(document, options, sink).load();
}

bool is_popolo(std::string_view beginning) {
  std::string_view text = without_bom(beginning);
  const auto skip = [&text](std::string_view what) {
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(what)));
  };
  skip(" \t\r\n");
  const auto has = [&](std::string_view key) { return text.find(key) != std::string_view::npos; };
  if (text.starts_with('[')) {
    return has("\"person_id\"") &&
           (has("\"organization_id\"") || has("\"organization\"") || has("\"on_behalf_of_id\""));
  }
  if (!text.starts_with('{')) return false;
  text.remove_prefix(1);
  skip(" \t\r\n");
  for (const std::string_view key :
       {"\"persons\"", "\"people\"", "\"organizations\"", "\"memberships\"", "\"posts\""}) {
    if (text.starts_with(key)) return has("\"id\"") || has("\"person_id\"");
  }
  for (const std::string_view key : {"\"meta\"", "\"events\"", "\"areas\"", "\"@context\""}) {
    if (text.starts_with(key))
      return has("\"persons\"") || has("\"memberships\"") || has("\"organizations\"");
  }
  return has("\"person_id\"") && has("\"organization_id\"");
}

}  // namespace entente
