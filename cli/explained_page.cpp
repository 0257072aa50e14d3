// A trace as a page for the browser.

#include <fmt/format.h>

#include "cli/explained.hpp"
#include "export/display_text.hpp"

namespace entente::cli {

namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1c1c1c; --quiet: #5c5c5c; --rule: #d9d9d9; --box: #f6f6f4;
  --state: #0b4fa8; --body: #7a1fa0; --other: #0b6b6b; --date: #1d6b21; --fact: #ffe08a; --factink: #1c1c1c; --doubt: #8a5a00; --no: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181a; --ink: #e8e6e3; --quiet: #a5a29d; --rule: #3a3b3e; --box: #202225;
  --state: #8ab4f8; --body: #d7a6f2; --other: #7fd1cf; --date: #8fd694; --fact: #6b5410; --factink: #fff6d8; --doubt: #e5b567; --no: #f28b82; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.65 Georgia, 'Times New Roman', serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; }
p { margin: 1.1rem 0 .4rem; } p.goes-on { margin-top: .7rem; } p.over { color: var(--quiet); font-size: .9rem; } p.item { padding-left: 1rem; }
.meta, .key, .remarks, footer { font: .85rem/1.5 system-ui, sans-serif; } .meta, footer { color: var(--quiet); }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: 1rem 0; padding: .6rem 0; border: solid var(--rule); border-width: 1px 0; }
.state { color: var(--state); } .body { color: var(--body); } .other { color: var(--other); } .date { color: var(--date); }
.state, .body, .other { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em; }
.date { border-bottom: 2px dotted; }
.fact { background: var(--fact); color: var(--factink); padding: 0 .15em; border-radius: .2em; font-weight: 600; }
.doubt { color: var(--doubt); border-bottom: 2px dashed; } .no { color: var(--no); text-decoration: line-through; }
sup { line-height: 0; } sup a { font: .7rem system-ui, sans-serif; color: var(--quiet); text-decoration: none; padding: 0 .1em; }
.remarks { margin: .2rem 0 0; padding: .45rem .8rem; list-style: none; background: var(--box); border-left: 3px solid var(--rule); }
.remarks li:target { outline: 2px solid var(--state); } .remarks b { font-variant-numeric: tabular-nums; font-weight: 600; color: var(--quiet); }
.remarks code { font-size: .8rem; color: var(--quiet); } .tag { font-weight: 600; } .remarks .why { color: var(--doubt); } .remarks .gone { color: var(--no); }
footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--rule); }
@media print { .remarks { break-inside: avoid; } }
)";

const char* class_of(Mark mark) {
  switch (mark) {
    case Mark::Date:
      return "date";
    case Mark::State:
      return "state";
    case Mark::Body:
      return "body";
    case Mark::OtherName:
      return "other";
    case Mark::Fact:
      return "fact";
    case Mark::Unasserted:
      return "doubt";
    case Mark::Rejected:
      return "no";
    case Mark::None:
      break;
  }
  return "";
}

void add(std::string& out, const Segment& segment) {
  if (segment.mark == Mark::None) {
    out += html_text(segment.text);
    return;
  }
  const char* element = segment.mark == Mark::Fact ? "mark" : "span";
  out += fmt::format("<{} class=\"{}\"", element, class_of(segment.mark));
  if (!segment.gloss.empty()) out += fmt::format(" title=\"{}\"", html_text(segment.gloss));
  out += fmt::format(">{}</{}>", html_text(segment.text), element);
  for (const auto& [first, last] : segment.ranges()) {
    const std::string numbers = first == last ? std::to_string(first) : fmt::format("{}–{}", first, last);
    out += fmt::format("<sup><a href=\"#r{0}\" aria-label=\"remark {1}\">{1}</a></sup>", first, numbers);
  }
}

void add(std::string& out, const Remark& remark) {
  out += fmt::format("<li id=\"r{0}\"><b>{0}</b> ", remark.number);
  if (remark.mark == Mark::Rejected) {
    out += fmt::format("<span class=\"gone\"><span class=\"tag\">not read</span> “{}”: {}</span>",
                       html_text(remark.trigger), html_text(remark.what));
  } else {
    out += html_text(remark.what);
  }
  if (!remark.why.empty()) out += fmt::format(" <span class=\"why\">— {}</span>", html_text(remark.why));
  if (!remark.rule.empty()) out += fmt::format(" <code>{}</code>", html_text(remark.rule));
  out += "</li>\n";
}

void add(std::string& out, const Piece& piece) {
  using Kind = ArticleTrace::PassageKind;
  const bool heading = piece.kind == Kind::Heading;
  std::string classes = piece.goes_on ? "goes-on" : "";
  if (piece.kind == Kind::PassedOver) classes += " over";
  if (piece.kind == Kind::ListItem) classes += " item";
  out += heading ? "<h2" : "<p";
  if (!classes.empty()) out += fmt::format(" class=\"{}\"", classes);
  out += '>';
  if (piece.kind == Kind::PassedOver) out += "<i>passed over:</i> ";
  if (piece.kind == Kind::ListItem && !piece.goes_on) out += "• ";
  for (const Segment& segment : piece.segments) add(out, segment);
  out += heading ? "</h2>\n" : "</p>\n";
  if (piece.remarks.empty()) return;
  out += "<ul class=\"remarks\" aria-label=\"What was read\">\n";
  for (const Remark& remark : piece.remarks) add(out, remark);
  out += "</ul>\n";
}

}  // namespace

std::string to_page(const Explained& explained) {
  const std::string title = explained.title.empty() ? "A text, explained" : html_text(explained.title);
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n";
  out += fmt::format("<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n<header>\n<h1>{}</h1>\n",
                     title, style, title);
  out += fmt::format(
      "<p class=\"meta\">{}; {}</p>\n",
      explained.published.empty() ? "no date of publication" : "published " + html_text(explained.published),
      explained.summary());
  out +=
      "<ul class=\"key\" aria-label=\"Key\"><li><span class=\"state\">state</span></li><li><span "
      "class=\"body\">body</span></li>"
      "<li><span class=\"other\">other name</span></li><li><span class=\"date\">date</span></li>"
      "<li><mark class=\"fact\">tells a fact</mark></li><li><span class=\"doubt\">told, not "
      "asserted</span></li>"
      "<li><span class=\"no\">rejected</span></li></ul>\n</header>\n<article>\n";
  for (const Piece& piece : explained.pieces) add(out, piece);
  out +=
      "</article>\n<footer>Read by entente explain. Point at a name or a date to see what it was taken "
      "for.</footer>\n"
      "</main>\n</body>\n</html>\n";
  return out;
}

}  // namespace entente::cli
