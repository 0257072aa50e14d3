#include "graph/names.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>

namespace entente {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Letters and digits lower-cased, each run of anything else one space, none at the ends. An apostrophe
/// within a word and the points of "U.S.S.R." join what they stand between; names are looked up the way
/// people type them.
std::string fold_ascii(std::string_view text) {
  const auto alphanumeric = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  const auto letter_alone = [&](std::size_t i) {  // a letter with no letter or digit beside it
    return i < text.size() && alphanumeric(text[i]) && (i == 0 || !alphanumeric(text[i - 1])) &&
           (i + 1 == text.size() || !alphanumeric(text[i + 1]));
  };
  std::string folded;
  folded.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (alphanumeric(c)) {
      if (space && !folded.empty()) folded += ' ';
      space = false;
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (c == '&') {
      if (!folded.empty()) folded += ' ';
      folded += "and";
      space = true;
    } else if (c == '\'' && i > 0 && alphanumeric(text[i - 1]) && i + 1 < text.size() &&
               alphanumeric(text[i + 1])) {
      continue;
    } else if (c == '.' && i > 0 && letter_alone(i - 1) && (letter_alone(i + 1) || i + 1 == text.size())) {
      continue;
    } else {
      space = true;
    }
  }
  return folded;
}

/// Compatibility-decomposed, case-folded, without marks, in ASCII where a letter has an ASCII form; the rest
/// stays.
std::string fold_unicode(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  wide.foldCase();
  const icu::UnicodeString decomposed = U_SUCCESS(status) ? normalizer->normalize(wide, status) : wide;
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < decomposed.length();) {
    const UChar32 c = decomposed.char32At(i);
    i += U16_LENGTH(c);
    if (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK) continue;
    switch (c) {
      case 0x2018:
      case 0x2019:
      case 0x02bc:
        kept.append(u'\'');
        continue;
      case 0x0131:
        kept.append(u'i');
        continue;  // dotless i
      case 0x0142:
        kept.append(u'l');
        continue;  // l with stroke does not decompose
      case 0x00f8:
        kept.append(u'o');
        continue;
      case 0x0111:
        kept.append(u'd');
        continue;
      case 0x00e6:
        kept.append(u"ae");
        continue;
      case 0x0153:
        kept.append(u"oe");
        continue;
      default:
        break;
    }
    kept.append(c < 0x80 || u_isalnum(c) ? c : UChar32{u' '});
  }
  std::string bytes;
  kept.toUTF8String(bytes);
  // The ASCII pass tidies blanks and points; other letters are carried through it as they are.
  std::string folded;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    std::size_t ascii = 0;
    while (ascii < rest.size() && static_cast<unsigned char>(rest[ascii]) < 0x80) ++ascii;
    const std::string_view head = rest.substr(0, ascii);
    const bool gap_before = !head.empty() && !folded.empty() && (head.front() == ' ' || head.front() == '-');
    const std::string tidy = fold_ascii(head);
    if (gap_before && (!tidy.empty() || ascii < rest.size())) folded += ' ';
    folded += tidy;
    const bool gap_after =
        !head.empty() && !tidy.empty() && ascii < rest.size() && (head.back() == ' ' || head.back() == '-');
    if (gap_after) folded += ' ';
    rest.remove_prefix(ascii);
    std::size_t other = 0;
    while (other < rest.size() && static_cast<unsigned char>(rest[other]) >= 0x80) ++other;
    folded += rest.substr(0, other);
    rest.remove_prefix(other);
  }
  return folded;
}

void drop_article(std::string& folded) {
  if (folded.starts_with("the ") && folded.size() > 4) folded.erase(0, 4);
}

}  // namespace

std::string fold_name(std::string_view name) {
  constexpr std::size_t longest_name =
      4096;  // longer text is no name; the limit keeps ICU's 32-bit lengths out of reach
  name = name.substr(0, longest_name);
  std::string folded = is_ascii(name) ? fold_ascii(name) : fold_unicode(name);
  drop_article(folded);
  return folded;
}

std::vector<NameMatch> fitting(std::vector<NameMatch> matches, const std::optional<Period>& period) {
  std::sort(matches.begin(), matches.end(),
            [](const NameMatch& a, const NameMatch& b) { return a.id < b.id; });
  const auto fits = [&](const NameMatch& match) {
    if (match.founded && period->last < match.founded->earliest()) return false;
    if (match.dissolved && match.dissolved->latest() < period->first) return false;
    if (!match.alias.when) return true;
    const auto from = earliest(*match.alias.when), to = latest(*match.alias.when);
    return !(from && period->last < *from) && !(to && *to < period->first);
  };
  if (period && std::any_of(matches.begin(), matches.end(), fits)) {
    std::erase_if(matches, [&](const NameMatch& match) { return !fits(match); });
  }
  matches.erase(std::unique(matches.begin(), matches.end(),
                            [](const NameMatch& a, const NameMatch& b) { return a.id == b.id; }),
                matches.end());
  return matches;
}

std::vector<NameMatch> likely(std::span<const NameMatch> matches, const std::optional<Period>& period,
                              MentionRole role) {
  std::vector<NameMatch> named;
  std::copy_if(matches.begin(), matches.end(), std::back_inserter(named),
               [](const NameMatch& match) { return names_entity(match.alias.sort); });
  std::vector<NameMatch> fit = fitting(std::move(named), period);
  const auto plays = [&](const NameMatch& match) {
    const bool body =
        match.kind == Kind::Organisation || match.kind == Kind::Treaty || match.kind == Kind::Group;
    return role == MentionRole::Object ? body : match.kind == Kind::State;
  };
  if (fit.size() > 1 && std::count_if(fit.begin(), fit.end(), plays) == 1) {
    std::erase_if(fit, [&](const NameMatch& match) { return !plays(match); });
  }
  return fit;
}

namespace {

/// Restricted Damerau-Levenshtein (optimal string alignment), bytes of folded text; more than `limit` is
/// returned as limit + 1. O(length a × length b).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[b.size()], limit + 1);
}

}  // namespace

std::vector<std::string> near_names(std::string_view name, std::span<const std::string> known,
                                    std::size_t limit) {
  const std::string wanted = fold_name(name);
  if (wanted.empty()) return {};
  struct Candidate {
    std::size_t badness;
    std::string_view text;
  };
  std::vector<Candidate> candidates;
  const std::size_t allowed = std::max<std::size_t>(1, wanted.size() / 3);
  for (const std::string& text : known) {
    const std::size_t distance = edit_distance(wanted, text, allowed);
    if (distance <= allowed) {
      candidates.push_back({distance * 4, text});
    } else if (wanted.size() >= 3 &&
               (text.starts_with(wanted) || text.find(' ' + wanted) != std::string::npos)) {
      candidates.push_back({4 * allowed + 2, text});
    }
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.badness != b.badness ? a.badness < b.badness : a.text < b.text;
  });
  std::vector<std::string> near;
  for (const Candidate& candidate : candidates) {
    if (near.size() == limit) break;
    if (std::find(near.begin(), near.end(), candidate.text) == near.end()) near.emplace_back(candidate.text);
  }
  return near;
}

struct NameIndex::Tables {
  struct ViewHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <typename Value>
  using Map = std::unordered_map<std::string, Value, ViewHash, std::equal_to<>>;

  std::vector<Entity> entities;
  Map<std::vector<NameMatch>> by_name;
  Map<std::size_t> by_id;  // index into entities
  std::size_t longest = 0;
};

NameIndex::NameIndex(std::span<const Entity> entities) : tables_(std::make_unique<Tables>()) {
  tables_->entities.assign(entities.begin(), entities.end());
  for (std::size_t i = 0; i < tables_->entities.size(); ++i) {
    const Entity& entity = tables_->entities[i];
    tables_->by_id.emplace(entity.id.value, i);
    for (const OutsideId& outside : entity.outside_ids) {
      tables_->by_id.emplace(outside.scheme + ':' + outside.value, i);
    }
    for (const Alias& alias : entity.aliases) {
      const std::string folded = fold_name(alias.text);
      if (folded.empty()) continue;
      tables_->by_name[folded].push_back(
          {entity.id, entity.name, entity.kind, alias, entity.founded, entity.dissolved});
      const auto words = static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
      tables_->longest = std::max(tables_->longest, words);
    }
  }
  for (auto& [name, matches] : tables_->by_name) {
    std::stable_sort(matches.begin(), matches.end(),
                     [](const NameMatch& a, const NameMatch& b) { return a.id < b.id; });
  }
}

NameIndex::~NameIndex() = default;
NameIndex::NameIndex(NameIndex&&) noexcept = default;
NameIndex& NameIndex::operator=(NameIndex&&) noexcept = default;

std::span<const NameMatch> NameIndex::find(std::string_view name) const {
  return find_folded(fold_name(name));
}

std::span<const NameMatch> NameIndex::find_folded(std::string_view folded) const {
  const auto found = tables_->by_name.find(folded);
  return found == tables_->by_name.end() ? std::span<const NameMatch>{}
                                         : std::span<const NameMatch>(found->second);
}

std::size_t NameIndex::longest() const noexcept { return tables_->longest; }

const Entity* NameIndex::by_id(std::string_view id) const {
  const auto found = tables_->by_id.find(id);
  return found == tables_->by_id.end() ? nullptr : &tables_->entities[found->second];
}

std::span<const Entity> NameIndex::entities() const noexcept { return tables_->entities; }

}  // namespace entente
