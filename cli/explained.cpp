#include "cli/explained.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "loaders/confidence.hpp"

namespace entente::cli {

namespace {

using Range = ArticleTrace::Range;

/// A mark in the text before it is cut into segments.
struct Marked {
  Range range;
  Mark mark;
  std::string gloss;
  std::size_t remark = 0;
};

std::string sentence_of(const Claim& claim) {
  std::string event = event_name(claim.event, claim.relation);
  std::replace(event.begin(), event.end(), '_', ' ');
  std::string text = claim.subject.name + (claim.event == Event::Held ? ": " + event + " of" : ' ' + event);
  if (!claim.object.name.empty()) text += ' ' + claim.object.name;
  if (claim.when) text += ", " + to_string(*claim.when);
  return text;
}

std::string_view rule_of(const Claim& claim) {
  const std::string_view rule = claim.evidence.rule;
  constexpr std::string_view family = "article/";
  return rule.substr(0, family.size()) == family ? rule.substr(family.size()) : rule;
}

class Arranging {
 public:
  explicit Arranging(const ArticleTrace& trace) : trace_(trace), text_(trace.text) {
    for (const auto& date : trace.dates)
      marks_.push_back(
          {date.range, Mark::Date, date.edtf + (date.relative ? ", counted from another date" : "")});
    for (const auto& name : trace.names) marks_.push_back({name.range, mark_of(name), gloss_of(name)});
    collect_remarks();
    std::stable_sort(marks_.begin(), marks_.end(),
                     [](const Marked& a, const Marked& b) { return a.range.begin < b.range.begin; });
  }

  Explained arranged() {
    Explained out;
    out.title = trace_.title;
    if (trace_.published) out.published = trace_.published->text();
    out.names = trace_.names.size();
    out.dates = trace_.dates.size();
    out.rejected = trace_.rejections.size();
    for (const Noted& noted : noted_) {
      out.facts += noted.remark.mark == Mark::Fact ? 1 : 0;
      out.unasserted += noted.remark.mark == Mark::Unasserted ? 1 : 0;
    }
    for (const auto& passage : trace_.passages) {
      add_passage(passage, out.pieces);
      const bool title = out.pieces.size() == 1 && slice(passage.range) == trace_.title;
      if (title && out.pieces[0].remarks.empty()) out.pieces.clear();  // it stands above all already
    }
    return out;
  }

 private:
  struct Noted {
    Range trigger;
    std::size_t sentence_end;
    Remark remark;
  };

  static Mark mark_of(const ArticleTrace::NameMark& name) {
    return name.kind == "state"                           ? Mark::State
           : name.kind == "body" || name.kind == "treaty" ? Mark::Body
                                                          : Mark::OtherName;
  }
  static std::string gloss_of(const ArticleTrace::NameMark& name) {
    return name.name + ", " + (name.kind.empty() ? "a name of something" : "a " + name.kind) +
           (name.id.empty() ? "" : " (" + name.id + ")");
  }

  void collect_remarks() {
    for (const auto& fact : trace_.facts) {
      const Certainty certainty = fact.claim.certainty;
      const bool asserted = certainty == Certainty::Stated || certainty == Certainty::Inferred;
      Remark remark{0,
                    asserted ? Mark::Fact : Mark::Unasserted,
                    {},
                    sentence_of(fact.claim),
                    std::string(rule_of(fact.claim)),
                    ""};
      if (!asserted) remark.why = std::string(name_of(certainty)) + (fact.why.empty() ? "" : ": " + fact.why);
      if (const auto confidence = confidence_of(fact.claim))
        remark.rule += fmt::format(" {:.2f}", *confidence);
      if (fact.trigger != fact.sentence) remark.trigger = slice(fact.trigger);
      noted_.push_back({fact.trigger, fact.sentence.end, std::move(remark)});
    }
    for (const auto& rejection : trace_.rejections) {
      noted_.push_back(
          {rejection.trigger,
           rejection.sentence.end,
           {0, Mark::Rejected, std::string(slice(rejection.trigger)), rejection.reason, "", ""}});
    }
    std::stable_sort(noted_.begin(), noted_.end(),
                     [](const Noted& a, const Noted& b) { return a.trigger.begin < b.trigger.begin; });
    for (std::size_t i = 0; i < noted_.size(); ++i) {
      noted_[i].remark.number = i + 1;
      if (!noted_[i].remark.trigger.empty())
        marks_.push_back({noted_[i].trigger, noted_[i].remark.mark, "", i + 1});
    }
  }

  [[nodiscard]] std::string_view slice(Range range) const {
    return text_.substr(range.begin, range.end - range.begin);
  }

  /// Cuts the passage behind each sentence that has remarks.
  void add_passage(const ArticleTrace::Passage& passage, std::vector<Piece>& pieces) {
    std::size_t begin = passage.range.begin;
    while (begin < passage.range.end) {
      Piece piece{passage.kind, begin != passage.range.begin, {}, {}};
      std::size_t end = passage.range.end;
      std::size_t next = next_remark_;
      while (next < noted_.size() && noted_[next].trigger.begin < end) {
        if (next == next_remark_)
          end = std::max(std::min(end, noted_[next].sentence_end), noted_[next].trigger.begin + 1);
        piece.remarks.push_back(noted_[next++].remark);
      }
      next_remark_ = next;
      add_segments({begin, end}, piece.segments);
      pieces.push_back(std::move(piece));
      begin = end;
      while (begin < passage.range.end && (text_[begin] == ' ' || text_[begin] == '\n')) ++begin;
    }
  }

  void add_segments(Range range, std::vector<Segment>& segments) {
    std::size_t at = range.begin;
    for (; next_mark_ < marks_.size() && marks_[next_mark_].range.begin < range.end; ++next_mark_) {
      const Marked& m = marks_[next_mark_];
      if (!segments.empty() && m.remark != 0 && m.range.begin < at) {
        segments.back().remarks.push_back(m.remark);  // a second fact told by the same words
        continue;
      }
      if (m.range.begin < at || m.range.end > range.end) continue;
      if (m.range.begin > at) segments.push_back({text_.substr(at, m.range.begin - at), Mark::None, {}, {}});
      segments.push_back({slice(m.range), m.mark, m.gloss, {}});
      if (m.remark != 0) segments.back().remarks.push_back(m.remark);
      at = m.range.end;
    }
    if (at < range.end) segments.push_back({text_.substr(at, range.end - at), Mark::None, {}, {}});
  }

  const ArticleTrace& trace_;
  std::string_view text_;
  std::vector<Marked> marks_;
  std::vector<Noted> noted_;
  std::size_t next_mark_ = 0;
  std::size_t next_remark_ = 0;
};

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

}  // namespace

std::vector<NumberRange> Segment::ranges() const {
  std::vector<NumberRange> ranges;
  for (const std::size_t number : remarks) {
    if (!ranges.empty() && ranges.back().last + 1 == number)
      ranges.back().last = number;
    else
      ranges.push_back({number, number});
  }
  return ranges;
}

std::string Explained::summary() const {
  return fmt::format("{}, and {} not asserted; {} rejected; {}; {}", counted(facts, "fact", "facts"),
                     unasserted, counted(rejected, "event", "events"), counted(names, "name", "names"),
                     counted(dates, "date", "dates"));
}

Explained explained(const ArticleTrace& trace) { return Arranging(trace).arranged(); }

}  // namespace entente::cli
