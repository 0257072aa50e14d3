#include "loaders/article.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "loaders/article/boilerplate.hpp"
#include "loaders/article/coordination.hpp"
#include "loaders/article/event_phrase.hpp"
#include "loaders/article/framing.hpp"
#include "loaders/article/reconcile.hpp"
#include "loaders/article/roster.hpp"
#include "loaders/article/sentence.hpp"
#include "loaders/article/tracing.hpp"
#include "loaders/utf8.hpp"

namespace entente {
namespace {

using namespace detail;

std::optional<CalendarValue> calendar_value(const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  const CivilDay first = date->earliest().civil();
  const CivilDay last = date->latest().civil();
  CalendarValue v{first.year, 0, 0, 0, false};
  if (first.year == last.year && first.month == last.month) v.month = first.month;
  if (date->is_day()) v.day = first.day;
  return v;
}

/// A fact with the sentence it was read from.
struct Found {
  Fact fact;
  Span sentence;
  std::string subject_name, object_name;  ///< as the sentence writes them; empty where it does not
};

/// Reads one document, sentence by sentence.
class Pass {
 public:
  Pass(const Document& document, const Gazetteer& gazetteer, std::optional<CalendarValue> published,
       Tracing* tracing)
      : document_(document),
        gazetteer_(gazetteer),
        discourse_(referents_),
        roster_(gazetteer, referents_, discourse_),
        tracing_(tracing) {
    setting_.document = published;
    dates_.document = published;
  }

  void title(std::string_view text) {
    Sentence& s = sentence_;
    tokenize(text, {0, text.size()}, bundled_lexicon(), s.tokens);
    find_names(s.tokens.list, gazetteer_, referents_, s.names);
    discourse_.title(s.names);
    roster_.title(text);
  }

  /// A block, and the items of the list that it announces with a colon at its end.
  void block(const Block& b, const std::vector<Span>& items) {
    if (items.empty()) return block(b);
    end_list();
    spans_.clear();
    split_sentences(document_.text(), b.span, bundled_lexicon(), spans_);
    const std::vector<Span> sentences = spans_;
    for (std::size_t i = 0; i + 1 < sentences.size(); ++i) read(sentences[i]);
    ++sentences_;
    const std::size_t before = found_.size();
    if (!sentences.empty()) read_with_items(sentences.back(), items);
    if (found_.size() >= before + 2) return;
    // No verb has taken them for its members; what the announcement calls them may say enough.
    roster_.prose(document_.slice(b.span));
    for (const Span& item : items) list_line(item, true);
  }

  void block(const Block& b) {
    const auto text = document_.slice(b.span);
    if (b.kind != BlockKind::Prose) {
      if (!b.aside && list_lines(b)) return;
      if (b.aside) end_list();
    } else if (text.size() < 80 && text.back() == ':' && text.find('\n') == std::string_view::npos &&
               roster_.dates_rows(text)) {
      take_entries(false);
      return;
    } else {
      roster_.prose(text);
      take_entries(false);
      if (const auto clause = dated_clause(text, b.span.begin, setting_.document)) return read_dated(*clause);
    }
    if (b.kind == BlockKind::Heading) {
      setting_.heading = heading_date(text, bundled_lexicon());
      if (setting_.heading)
        dates_.anchor = setting_.heading;
      else if (text.size() < 120)
        read(b.span);
      return;
    }
    if (b.kind == BlockKind::Furniture) {
      if (discourse_.listing() && text.size() < 120) read(b.span);
      return;
    }
    spans_.clear();
    split_sentences(document_.text(), b.span, bundled_lexicon(), spans_);
    setting_.told.reset();
    for (const Span& span : spans_) read(span);
  }

  /// To be called behind the last block.
  void end() {
    end_list();
    std::vector<Fact*> facts;
    facts.reserve(found_.size());
    for (Found& f : found_) facts.push_back(&f.fact);
    reconcile(facts);
  }

  [[nodiscard]] const std::vector<Found>& found() const noexcept { return found_; }
  [[nodiscard]] const Referents& referents() const noexcept { return referents_; }
  [[nodiscard]] std::uint64_t sentences() const noexcept { return sentences_; }

 private:
  void end_list() { take_entries(true); }

  const Document& document_;
  const Gazetteer& gazetteer_;
  Referents referents_;
  Discourse discourse_;
  Roster roster_;
  Setting setting_;
  DateContext dates_;
  Sentence sentence_;
  std::vector<Span> spans_;
  std::vector<Fact> facts_;
  std::vector<Found> found_;
  std::uint64_t sentences_ = 0;
  Tracing* tracing_;  ///< null where nobody wants to know
  std::vector<Doubt> doubts_;

  /// The name of a referent by which this sentence, or the text before it, calls it.
  std::string name_here(std::optional<std::size_t> referent) const {
    if (!referent) return {};
    for (const NameMention& m : sentence_.names)
      if (m.referent == *referent && (m.alias == AliasSort::Name || m.alias == AliasSort::Acronym)) {
        std::string written;
        for (std::size_t i = m.first; i < m.last; ++i) {
          const Token& t = sentence_.token(i);
          if (i > m.first && t.span.begin > sentence_.token(i - 1).span.end) written += ' ';
          written += t.text;
        }
        const auto known = referents_.find(written);
        if (written.find('.') == std::string::npos && known == *referent)
          return referents_.name_in_text(*referent, written);
        return {};
      }
    return referents_[*referent].forms.empty() ? std::string() : referents_[*referent].forms.back();
  }

  /// Reads the last sentence of a block together with the items of the list that it announces, as if they
  /// stood in it with commas and an "and".
  void read_with_items(const Span& sentence, const std::vector<Span>& items) {
    Sentence& s = sentence_;
    const Span span{sentence.begin, items.back().end};
    tokenize(document_.text(), span, bundled_lexicon(), s.tokens);
    std::vector<Token> list;
    list.reserve(s.tokens.list.size());
    std::size_t item = 0;
    bool cut = false;  // what an item goes on to say of its name is left out
    for (const Token& t : s.tokens.list) {
      if (t.span.begin < sentence.end) {
        list.push_back(t);
        continue;
      }
      while (item < items.size() && t.span.begin >= items[item].end) ++item;
      if (item == items.size() || t.span.begin < items[item].begin) continue;
      if (t.span.begin == items[item].begin) {
        cut = false;
        if (item > 0) list.push_back(separator(t, item + 1 == items.size()));
      }
      cut = cut || t.kind == TokenKind::Comma || t.kind == TokenKind::Dash || t.kind == TokenKind::Colon ||
            t.kind == TokenKind::Semicolon || t.kind == TokenKind::Stop;
      if (!cut) list.push_back(t);
    }
    // "signed by:", "the founders were:"
    for (std::size_t i = 1; i < list.size(); ++i)
      if (list[i].kind == TokenKind::Colon && list[i].span.end == sentence.end &&
          (list[i - 1].is(WordClass::Preposition) || list[i - 1].is(WordClass::Be))) {
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
        break;
      }
    s.tokens.list = std::move(list);
    s.span = span;
    understand(span);
  }

  static Token separator(const Token& at, bool last) {
    Token t = at;
    t.span.end = t.span.begin;
    t.capital = t.all_caps = false;
    t.kind = last ? TokenKind::Word : TokenKind::Comma;
    t.text = t.lower = last ? std::string_view("and") : std::string_view(",");
    t.word = last ? bundled_lexicon().find("and") : nullptr;
    return t;
  }

  /// Facts of the lists that have ended; lines that were no entries after all are read as short sentences.
  void take_entries(bool end) {
    for (Roster::Entry& entry : roster_.take(end)) {
      for (Fact& f : entry.facts) found_.push_back({std::move(f), entry.span, {}, {}});
      if (entry.facts.empty()) read(entry.span);
    }
  }

  LineKind list_line(const Span& line, bool bulleted) {
    const LineKind kind = roster_.line(document_.slice(line), line, bulleted, setting_.document);
    take_entries(false);
    if (kind == LineKind::Dated) read_dated(roster_.clause());
    return kind;
  }

  /// An entry of a timeline: its date holds for what has none of its own.
  void read_dated(const DatedClause& clause) {
    const auto heading = setting_.heading;
    setting_.heading = dates_.anchor = clause.date;
    setting_.told.reset();
    spans_.clear();
    split_sentences(document_.text(), clause.span, bundled_lexicon(), spans_);
    for (const Span& s : spans_) read(s);
    setting_.heading = heading;
  }

  /// Whether a block is lines of a list or table; one that is none is still to be read.
  bool list_lines(const Block& b) {
    const auto text = document_.slice(b.span);
    if (text.find('\n') == std::string_view::npos) {
      const LineKind kind = list_line(b.span, b.bulleted);
      return kind == LineKind::Row || kind == LineKind::Dated;
    }
    bool any = false;
    for (std::size_t at = b.span.begin; at < b.span.end;) {
      const auto rest = document_.text().substr(at, b.span.end - at);
      const std::size_t length = std::min(rest.find('\n'), rest.size());
      const LineKind kind = list_line({at, at + length}, b.bulleted && at == b.span.begin);
      any = any || kind == LineKind::Row || kind == LineKind::Dated;
      at += length + 1;
    }
    return any;
  }

  void read(const Span& span) {
    ++sentences_;
    Sentence& s = sentence_;
    s.span = span;
    tokenize(document_.text(), span, bundled_lexicon(), s.tokens);
    understand(span);
  }

  /// Takes the facts of the sentence whose tokens are in `sentence_`.
  void understand(const Span& span) {
    Sentence& s = sentence_;
    // A sentence in capitals says nothing about names.
    std::size_t words = 0, capitals = 0;
    for (const Token& t : s.tokens.list) {
      if (t.kind != TokenKind::Word) continue;
      ++words;
      if (t.all_caps) ++capitals;
    }
    if (words < 2 || capitals * 10 > words * 7) return;
    find_dates(s.tokens.list, dates_, s.dates);
    s.published = setting_.document;
    find_names(s.tokens.list, gazetteer_, referents_, s.names);
    discourse_.set_ancient(dates_.anchor && dates_.anchor->year < 1500);
    find_phrases(s);
    coordinate(s);
    discourse_.learn(s);
    facts_.clear();
    doubts_.clear();
    setting_.lead = setting_.document && sentences_ <= 3;
    read_events(s, setting_, discourse_, facts_, tracing_ != nullptr ? &doubts_ : nullptr);
    discourse_.end_sentence(s);
    setting_.told.reset();
    for (const DateMention& d : s.dates)
      if (!d.attributive && d.role == DateRole::At && !d.until) setting_.told = d.value;
    if (tracing_ != nullptr) tracing_->sentence(s, span, referents_, doubts_);
    std::set<std::tuple<std::size_t, int, std::string, std::size_t, std::string, int>> seen;
    for (Fact& f : facts_) {
      if (f.subject && f.object && *f.subject == *f.object) continue;
      const auto key =
          std::tuple(f.subject.value_or(referents_.size()), static_cast<int>(f.event), f.relation,
                     f.object.value_or(referents_.size()), f.date, static_cast<int>(f.certainty));
      if (!seen.insert(key).second) continue;
      if (tracing_ != nullptr) tracing_->fact(found_.size(), s, f, doubts_);
      found_.push_back({f, span, name_here(f.subject), name_here(f.object)});
    }
  }
};

/// The lines of the blocks from `first` that are bare items of a list which block `first - 1` announces; none
/// when a line says more than a name, or gives years (a roster). Sets `next` to the first block behind them.
std::vector<Span> items_after(const Document& document, const std::vector<Block>& blocks, std::size_t first,
                              std::size_t& next) {
  std::vector<Span> items;
  next = first;
  if (first == 0 || blocks[first - 1].kind == BlockKind::Furniture) return items;
  const auto announcement = document.slice(blocks[first - 1].span);
  if (announcement.empty() || announcement.back() != ':') return items;
  const std::size_t begin = blocks[first - 1].span.begin;
  for (std::size_t i = first; i < blocks.size() && items.size() < 60; ++i) {
    const auto text = document.slice(blocks[i].span);
    if (text.size() > 80 || text.find('\n') != std::string_view::npos) break;
    const bool capital = text[0] < 'a' || text[0] > 'z';
    std::size_t digits = 0, longest = 0;
    for (const char c : text) {
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      longest = std::max(longest, digits);
    }
    if (!capital || longest >= 4 || text.back() == ':' || text.back() == '?') break;
    // The last item may end the sentence: "- Venezuela."
    const bool last = text.back() == '.';
    if (last && (items.empty() || std::count(text.begin(), text.end(), ' ') > 4)) break;
    if (text.find_first_of("|\t") != std::string_view::npos) break;  // a cell of a table
    if (!items.empty() && blocks[i].bulleted != blocks[first].bulleted) break;
    if (blocks[i].span.end - begin > longest_sentence) break;
    items.push_back(blocks[i].span);
    next = i + 1;
    if (last) break;
  }
  if (items.size() < 2) {
    items.clear();
    next = first;
  }
  return items;
}

Mention mention_of(const Referents& referents, std::optional<std::size_t> referent, const std::string& name) {
  if (!referent) return {};
  const Referent& r = referents[*referent];
  return {name.empty() ? r.name : name, r.id};
}

}  // namespace

struct ArticleReader::Tables {
  explicit Tables(const NameIndex& names) : gazetteer(names) {}
  Gazetteer gazetteer;
};

ArticleReader::ArticleReader(const NameIndex& names) : tables_(std::make_unique<const Tables>(names)) {}
ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;

LoadReport ArticleReader::load(std::string_view text, const LoadOptions& options, ClaimSink& sink,
                               ArticleTrace* trace) const {
  Document document = read_document(text, options.markup);
  const auto blocks = split_blocks(document.text(), bundled_lexicon());
  find_frame(document, blocks, bundled_lexicon());
  if (options.published) document.published = options.published;
  if (!options.title.empty()) document.title = options.title;

  Source source;
  if (options.source_id.empty()) {
    Claim content;
    content.detail = text;
    source.id.value = "article-" + id_of(content).to_string().substr(0, 16);
  } else {
    source.id.value = options.source_id;
  }
  source.title = document.title;
  source.url = options.url;
  source.published = document.published;
  source.priority = options.priority;
  sink.source(source);

  std::optional<Tracing> tracing;
  if (trace != nullptr) tracing.emplace(*trace, document, blocks);
  Pass pass(document, tables_->gazetteer, calendar_value(document.published), tracing ? &*tracing : nullptr);
  pass.title(document.title);
  for (std::size_t i = 0; i < blocks.size();) {
    const Block& b = blocks[i];
    const auto items = items_after(document, blocks, i + 1, i);
    pass.block(b, items);
    if (options.progress) options.progress(document.clean.raw(b.span).end, text.size());
  }
  pass.end();
  if (tracing) tracing->finish();

  LoadReport report;
  report.read = pass.sentences();
  for (const Found& f : pass.found()) {
    // Said of something that the text never names.
    if ((f.fact.subject && pass.referents().nameless(*f.fact.subject)) ||
        (f.fact.object && pass.referents().nameless(*f.fact.object)))
      continue;
    Claim claim;
    claim.subject = mention_of(pass.referents(), f.fact.subject, f.subject_name);
    claim.event = f.fact.event;
    claim.relation.label = f.fact.relation.empty() ? std::string(relation::member_of) : f.fact.relation;
    claim.object = mention_of(pass.referents(), f.fact.object, f.object_name);
    if (!f.fact.date.empty()) claim.when = try_parse_edtf(f.fact.date);
    claim.certainty = f.fact.certainty;
    const Span raw = document.clean.raw(f.sentence);
    claim.evidence.source = source.id;
    claim.evidence.begin = raw.begin;
    claim.evidence.end = raw.end;
    claim.evidence.text = document.html ? std::string(document.slice(f.sentence))
                                        : well_formed(text.substr(raw.begin, raw.size()));
    claim.evidence.rule = "article/" + f.fact.rule;
    if (tracing) tracing->claim(report.claims, claim, f.sentence);
    sink.claim(claim);
    ++report.claims;
  }
  return report;
}

LoadReport load_article(std::string_view text, const NameIndex& names, const LoadOptions& options,
                        ClaimSink& sink) {
  return ArticleReader(names).load(text, options, sink);
}

}  // namespace entente
