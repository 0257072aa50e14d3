#include <fmt/format.h>

#include <array>

#include "queries/question_reading.hpp"

namespace entente::detail {

namespace {

/// An id as an argument of a command.
std::string quoted(const EntityId& id) {
  const bool plain = !id.value.empty() && id.value.find_first_not_of(
                                              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                              "0123456789_-.:") == std::string::npos;
  if (plain) return id.value;
  std::string text = "'";
  for (const char c : id.value) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}
std::string quoted(const EntityRef& ref) { return quoted(ref.id); }

Understanding understood(QuestionReading& reading, Question question, Focus focus, std::string said,
                         std::string command) {
  return {std::move(question), focus, std::move(said), std::move(command), reading.take_notes()};
}

std::vector<Relation> only(std::string_view label) { return {Relation{std::string(label)}}; }

Understanding read_members(QuestionReading& q) {
  const EntityRef body = q.entity('x', Role::Body);
  const bool count = q.marked('#');
  return understood(q, MembersQuestion{.body = body.id, .scope = {.when = q.when()}},
                    count ? Focus::Count : Focus::Whole,
                    fmt::format("{} of {}{}?", count ? "How many were the members" : "Who were the members",
                                body.name, q.when_words()),
                    fmt::format("entente members {}{}", quoted(body), q.when_option()));
}

/// Observers and the like, by the mark that their word carries.
Understanding read_others(QuestionReading& q) {
  struct Other {
    char mark;
    std::string_view relation;
    std::string_view words;
  };
  static constexpr std::array others = {Other{'O', relation::observer_of, "the observers of"},
                                        Other{'C', relation::candidate_of, "the candidates of"},
                                        Other{'P', relation::partner_of, "the partners of"},
                                        Other{'G', relation::signatory_of, "the signatories of"},
                                        Other{'T', relation::party_to, "the parties to"},
                                        Other{'S', relation::suspended_from, "suspended from"}};
  const EntityRef body = q.entity('x', Role::Body);
  for (const Other& other : others) {
    if (!q.marked(other.mark)) continue;
    return understood(
        q, MembersQuestion{.body = body.id, .scope = {.when = q.when(), .relations = only(other.relation)}},
        Focus::Whole, fmt::format("Who were {} {}{}?", other.words, body.name, q.when_words()),
        fmt::format("entente members {} --relation {}{}", quoted(body), other.relation, q.when_option()));
  }
  return read_members(q);
}

Understanding read_was(QuestionReading& q) {
  const auto [subject, body] = q.pair('a', Role::Member, 'x', Role::Body);
  return understood(q, WasQuestion{.subject = subject.id, .body = body.id, .when = q.when()}, Focus::Whole,
                    fmt::format("Was {} a member of {}{}?", subject.name, body.name,
                                q.when() ? q.when_words() : " at any time"),
                    fmt::format("entente was {} {}{}", quoted(subject), quoted(body), q.when_option()));
}

Understanding read_when_joined_or_left(QuestionReading& q) {
  const auto [subject, body] = q.pair('a', Role::Member, 'x', Role::Body);
  const bool joined = q.marked('J');
  return understood(q, WasQuestion{.subject = subject.id, .body = body.id},
                    joined ? Focus::Joining : Focus::Leaving,
                    fmt::format("When did {} {} {}?", subject.name, joined ? "join" : "leave", body.name),
                    fmt::format("entente was {} {}", quoted(subject), quoted(body)));
}

/// Kinds of change by the mark that their verb carries.
struct Verb {
  char mark;
  std::string_view past;
  std::string_view plain;
  std::vector<ChangeKind> kinds;
  Focus focus = Focus::Whole;
};
const Verb& verb_of(const QuestionReading& q) {
  static const std::vector<Verb> verbs = {
      {'J', "joined", "join", {ChangeKind::Joined}, Focus::Joining},
      {'L', "left", "leave", {ChangeKind::Left, ChangeKind::Expelled}, Focus::Leaving},
      {'E', "was expelled from", "get expelled from", {ChangeKind::Expelled}, Focus::Leaving},
      {'S', "was suspended from", "get suspended from", {ChangeKind::Suspended}},
      {'R', "was reinstated in", "get reinstated in", {ChangeKind::Reinstated}},
  };
  for (const Verb& verb : verbs) {
    if (q.marked(verb.mark)) return verb;
  }
  return verbs.front();
}
std::string kind_option(const Verb& verb) {
  std::string text;
  for (const ChangeKind kind : verb.kinds)
    text += (text.empty() ? " --kind " : ",") + std::string(name_of(kind));
  return text;
}

Understanding read_who_changed(QuestionReading& q) {
  const Verb& verb = verb_of(q);
  const EntityRef body = q.entity('x', Role::Body);
  ChangesQuestion question{
      .body = body.id, .during = q.when().value_or(all_time), .kinds = verb.kinds, .within_body = true};
  return understood(q, std::move(question), verb.focus,
                    fmt::format("Who {} {}{}?", verb.past, body.name, q.when_words()),
                    fmt::format("entente changes {}{}{}", quoted(body), q.when_option(), kind_option(verb)));
}

Understanding read_did_change(QuestionReading& q) {
  const Verb& verb = verb_of(q);
  const auto [subject, body] = q.pair('a', Role::Member, 'x', Role::Body);
  ChangesQuestion question{.body = body.id,
                           .subject = subject.id,
                           .during = q.when().value_or(all_time),
                           .kinds = verb.kinds,
                           .within_body = true,
                           .undated = true};
  return understood(q, std::move(question), verb.focus,
                    fmt::format("Did {} {} {}{}?", subject.name, verb.plain, body.name,
                                q.when() ? q.when_words() : " at any time"),
                    fmt::format("entente changes {} --subject {}{}{}", quoted(body), quoted(subject),
                                q.when_option(), kind_option(verb)));
}

Understanding read_memberships(QuestionReading& q) {
  const EntityRef entity = q.entity('a', Role::Member);
  return understood(q, MembershipsQuestion{.entity = entity.id, .scope = {.when = q.when()}},
                    q.marked('#') ? Focus::Count : Focus::Whole,
                    fmt::format("To what did {} belong{}?", entity.name, q.when_words()),
                    fmt::format("entente memberships {}{}", quoted(entity), q.when_option()));
}

Understanding read_overlap(QuestionReading& q) {
  const auto [a, b] = q.pair('a', Role::Member, 'b', Role::Member);
  OverlapQuestion question{.a = a.id, .b = b.id};
  question.scope.when = q.when();
  std::string where, option;
  if (q.has('x')) {
    const EntityRef body = q.entity('x', Role::Body);
    question.body = body.id;
    where = fmt::format("in {}", body.name);
    option = fmt::format(" --in {}", quoted(body));
  }
  return understood(q, std::move(question), Focus::Whole,
                    fmt::format("{} were {} and {} together{}{}?", where.empty() ? "Where and when" : "When",
                                a.name, b.name, where.empty() ? "" : " " + where, q.when_words()),
                    fmt::format("entente overlap {} {}{}{}", quoted(a), quoted(b), option, q.when_option()));
}

Understanding read_path(QuestionReading& q) {
  const auto [a, b] = q.pair('a', Role::Any, 'b', Role::Any);
  if (a == b) throw invalid_question(fmt::format("a path leads from one to another: both are {}", a.name));
  return understood(q, PathQuestion{.from = a.id, .to = b.id, .when = q.when()}, Focus::Whole,
                    fmt::format("How are {} and {} connected{}?", a.name, b.name,
                                q.when() ? q.when_words() : " at any time"),
                    fmt::format("entente path {} {}{}", quoted(a), quoted(b), q.when_option()));
}

Understanding read_timeline(QuestionReading& q) {
  struct Asked {
    char mark;
    Focus focus;
    std::string_view words;
    Role role;
  };
  static constexpr std::array asked = {Asked{'F', Focus::Founders, "Who founded {}?", Role::Body},
                                       Asked{'B', Focus::Founding, "When was {} founded?", Role::Any},
                                       Asked{'D', Focus::Ending, "When was {} dissolved?", Role::Any},
                                       Asked{'H', Focus::Whole, "What is the history of {}?", Role::Any}};
  for (const Asked& form : asked) {
    if (!q.marked(form.mark)) continue;
    const EntityRef entity = q.entity('x', form.role);
    return understood(q, TimelineQuestion{.entity = entity.id, .when = q.when()}, form.focus,
                      fmt::format(fmt::runtime(form.words), entity.name),
                      fmt::format("entente timeline {}{}", quoted(entity), q.when_option()));
  }
  throw invalid_question("nothing was asked of the entity");
}

Understanding read_changes(QuestionReading& q) {
  ChangesQuestion question{.during = q.when().value_or(all_time)};
  std::string words = "What happened", argument;
  if (q.has('x')) {
    const EntityRef body = q.entity('x', Role::Any);
    question.body = body.id;
    words += fmt::format(" to {}", body.name);
    argument = " " + quoted(body);
  }
  return understood(q, std::move(question), Focus::Whole, words + q.when_words() + "?",
                    "entente changes" + argument + q.when_option());
}

Understanding read_why(QuestionReading& q) {
  const auto [subject, body] = q.pair('a', Role::Member, 'x', Role::Body);
  const bool against = q.marked('N');
  return understood(q, WhyQuestion{subject.id, body.id, q.when()}, against ? Focus::WhyNot : Focus::Whole,
                    fmt::format("What speaks {} {} having belonged to {}{}?", against ? "against" : "for",
                                subject.name, body.name, q.when_words()),
                    fmt::format("entente why {} {}{}{}", quoted(subject), quoted(body),
                                against ? " --not" : "", q.when_option()));
}

Understanding read_conflicts(QuestionReading& q) {
  ConflictsQuestion question{.when = q.when()};
  std::string about, argument;
  if (q.has('x')) {
    const EntityRef entity = q.entity('x', Role::Any);
    question.entity = entity.id;
    about = fmt::format(" about {}", entity.name);
    argument = " " + quoted(entity);
  }
  return understood(q, std::move(question), Focus::Whole,
                    "Where do sources disagree" + about + q.when_words() + "?",
                    "entente conflicts" + argument + q.when_option());
}

// Families of words, spelt out once.
#define WHO "(who|which [states|countries|nations|members|ones]|what [states|countries|nations])"
#define BE "(was|were|is|are)"
#define BODIES                                                                                            \
  "(organisations|organizations|organisation|organization|alliances|alliance|bodies|body|treaties|pacts|" \
  "blocs|groups|unions|memberships)"
// No "not": a form that takes it must ask for yes or no. "Who is not a member" would be answered with the
// members.
#define STILL "[still @n|currently @n|current @n|now @n|presently @n|ever @v|already]"
#define JOINED \
  "(joined|acceded to|entered|was admitted to|were admitted to|became [member of|members of|party to]) @J"
#define JOIN "(join|accede to|enter|become [member of|members of|party to]) @J"
#define LEFT                                                                                        \
  "(left|withdrew from|quit|exited|pulled out of|seceded from|departed from|dropped out of|[have] " \
  "withdrawn from) @L"
#define LEAVE "(leave|withdraw from|quit|exit|pull out of|secede from|depart from|drop out of) @L"
#define MEMBER "(member|members|full member|full members|part|party|parties)"

}  // namespace

const std::vector<FormOfQuestion>& forms_of_question() {
  static const std::vector<FormOfQuestion> forms = {
      {{"who were the members of X in D", "Who were the members of the CSTO in 2008?"},
       {WHO " " BE " " STILL " (in|inside) {x} {when}",
        WHO " " BE " " STILL " " MEMBER " (of|in|to) {x} {when}",
        WHO " (belonged|belongs|belong) to {x} {when}", WHO " did belong to {x} {when}",
        WHO " (made|makes) up {x} {when}", WHO " " BE " {x} (members|member states|member countries) {when}",
        WHO " " BE " (member states|member countries|member nations) (of|in) {x} {when}",
        "[list|name|show] [all] (members|member states|member countries) of {x} {when}",
        "(what|which) (states|countries) (formed|comprised|composed) {x} {when}"},
       true,
       read_members},
      {{"how many members had X in D", "How many members did NATO have in 1955?"},
       {"how many [member] (members|states|countries|nations) (had|has|have) {x} @# {when}",
        "how many [member] (members|states|countries|nations) (did|does|do) {x} have @# {when}",
        "how many [member] (members|states|countries|nations) " BE " [there] " STILL
        " (in|part of|members of|member of) {x} @# {when}",
        "how many (members|member states) of {x} @# " BE " there {when}",
        "how many (states|countries|nations) (belonged|belong) to {x} @# {when}"},
       true,
       read_members},
      {{"who were the observers of X in D",
        "Who are the observers of the Shanghai Cooperation Organisation?"},
       {WHO " " BE " " STILL " (observers|observer|observer states) @O (of|in|at|to) {x} {when}",
        WHO " " BE " " STILL
            " (candidates|candidate|candidate states|candidates for membership) @C (of|in|for|to) {x} {when}",
        WHO " " BE " " STILL " (partners|partner|dialogue partners|associates) @P (of|in|to|with) {x} {when}",
        WHO " " BE " " STILL " (signatories|signatory) @G (of|to) {x} {when}", WHO " signed {x} @G {when}",
        WHO " " BE " " STILL " (party|parties) @T to {x} {when}",
        WHO " " BE " {x} (observers|observer states) @O {when}"},
       true,
       read_others},
      {{"was A a member of X in D", "Was Uzbekistan a member of the CSTO in 2007?"},
       {BE " [it true that|not] {a} " STILL " " MEMBER " (of|in|to) {x} {when}",
        BE " [not] {a} " STILL " (in|inside) {x} {when}",
        BE " {a} not " STILL " (" MEMBER " of|" MEMBER " in|in|inside) {x} {when}",
        "(did|does) [not] {a} " STILL " belong to {x} {when}", "(did|does) {a} not belong to {x} {when}",
        "(has|have|had) [not] {a} ever @v been (in|part of|member of|members of|party to) {x} {when}",
        "(has|have|had) [not] {a} been (in|part of|member of|members of|party to) {x} {when}",
        "{a} " BE " " STILL " " MEMBER " of {x} {when}"},
       true,
       read_was},
      {{"when did A join X", "When did Uzbekistan join the CSTO?"},
       {"(when|in what year|what year|in which year|since when) (did|has|had) {a} [first] " JOIN " {x}",
        "(when|in what year|in which year) " BE " {a} (admitted to|accepted into) @J {x}",
        "(since when) " BE " {a} " MEMBER " of {x} @J",
        "how long (has|have|had) {a} been (in|member of|part of) {x} @J",
        "when " BE " {a} " MEMBER " (of|in) {x} @J", "when " BE " {a} in {x} @J"},
       false,
       read_when_joined_or_left},
      {{"when did A leave X", "When did Uzbekistan leave the CSTO?"},
       {"(when|in what year|what year|in which year) (did|has|had) {a} [last|finally] " LEAVE " {x}",
        "(when|in what year) " BE " {a} (expelled from|excluded from|thrown out of) @L {x}",
        "until when " BE " {a} " MEMBER " of {x} @L"},
       false,
       read_when_joined_or_left},
      {{"who joined X in D", "Who joined NATO between 1999 and 2004?"},
       {WHO " [has|have|had] " JOINED " {x} {when}", WHO " did " JOIN " {x} {when}"},
       false,
       read_who_changed},
      {{"who left X in D", "Who withdrew from the Collective Security Treaty in 1999?"},
       {WHO " [has|have|had] " LEFT " {x} {when}", WHO " did " LEAVE " {x} {when}",
        WHO " [has been|have been|" BE "] (expelled|excluded|ejected) @E from {x} {when}"},
       false,
       read_who_changed},
      {{"who was suspended from X in D", "Who was suspended from the African Union in 2013?"},
       {WHO " [has been|have been|was|were] suspended from {x} @S {when}",
        WHO " [has been|have been|was|were] (reinstated|readmitted) (in|to|into) {x} @R {when}"},
       false,
       read_who_changed},
      {{"did A ever leave X", "Did France ever leave NATO?"},
       {"(did|has|had|have) [not] {a} [ever @v] " LEAVE " {x} {when}",
        "(has|had|have) {a} [ever @v] " LEFT " {x} {when}",
        "(did|has|had|have) [not] {a} [ever @v] " JOIN " {x} {when}",
        "(has|had|have) {a} [ever @v] (joined|entered) @J {x} {when}",
        "(was|were|has|have) {a} [ever @v] [been] (expelled|excluded) @E from {x} {when}",
        "(was|were|has|have) {a} [ever @v] [been] suspended @S from {x} {when}"},
       false,
       read_did_change},
      {{"what did A belong to in D", "Which organisations did Kazakhstan belong to in 2013?"},
       {"(what|which) [" BODIES "] (did|does) {a} " STILL " belong to {when}",
        "to (what|which) [" BODIES "] (did|does) {a} " STILL " belong {when}",
        "(what|which) [" BODIES "] " BE " {a} " STILL " (in|part of|member of|a member of) {when}",
        "(what|which) " BODIES " (had|has) {a} (joined|been in|been member of) {when}",
        "[what|which] [" BE "] memberships of {a} {when}", "[what|which] [" BE "] {a} memberships {when}",
        "how many @# " BODIES " (did|does) {a} belong to {when}",
        "how many @# " BODIES " " BE " {a} in {when}", "what " BE " {a} " MEMBER " of {when}"},
       true,
       read_memberships},
      {{"which alliances were A and B both in", "Which alliances were Poland and Hungary both in in 1980?"},
       {"(what|which|in what|in which) [" BODIES "] " BE
        " (both|) {a} and {b} [both|together] [in|part of|members of|member of] {when}",
        "(what|which) [" BODIES
        "] (did|do) [both] {a} and {b} [both] (share|belong to|have in common) {when}",
        "where " BE " {a} and {b} together {when}",
        "(what|which) [common] " BODIES " (did|do) {a} (share|have in common) with {b} {when}"},
       true,
       read_overlap},
      {{"when were A and B together in X", "When were Greece and Turkey together in NATO?"},
       {"when " BE " [both] {a} and {b} [both] (allied|together|allies|members|in) [together] [of|in|inside] "
        "[the same|same] [alliance|alliances|organisation|organization] {when}",
        "when " BE " [both] {a} and {b} [both] (allied|together|allies|members|) (in|of|inside) {x} {when}",
        BE " [both] {a} and {b} [ever @v] [both] (together|allied|allies|members|) (in|of|inside) {x} {when}",
        BE " [both] {a} and {b} [ever @v] (allied|allies|together) {when}",
        BE " {a} [ever @v] (allied|together) with {b} {when}",
        BE " {a} [ever @v] allied (to|with) {b} in {x} {when}"},
       false,
       read_overlap},
      {{"how are A and B connected in D", "How are Serbia and Kazakhstan connected in 2013?"},
       {"how " BE " {a} and {b} (connected|linked|related|tied|allied) {when}",
        "how " BE " {a} (connected|linked|related|tied) (to|with) {b} {when}",
        "(what|which|who) (connects|links|ties|connected|linked) {a} (and|to|with) {b} {when}",
        "[what|which] [" BE "] [shortest] (path|connection|link) (from|between) {a} (to|and) {b} {when}"},
       false,
       read_path},
      {{"who founded X", "Who founded the Warsaw Pact?"},
       {WHO " (founded|created|established|formed|started|set up|co-founded) {x} @F",
        WHO " " BE " (founders|founding members|original members|founding states|founder members) of {x} @F",
        "by whom was {x} (founded|created|established|formed) @F",
        WHO " " BE " {x} (founders|founding members) @F"},
       false,
       read_timeline},
      {{"when was X founded", "When was GUAM founded?"},
       {"(when|in what year|in which year) (was|were) {x} (founded|created|established|formed|set "
        "up|started|born|signed) @B",
        "when did {x} (begin|start|come into being|come into existence|come into force|enter into "
        "force|emerge) @B",
        "how old is {x} @B"},
       false,
       read_timeline},
      {{"when was X dissolved", "When was the Warsaw Pact dissolved?"},
       {"(when|in what year|in which year) (was|were) {x} (dissolved|disbanded|abolished|ended|wound "
        "up|broken up) @D",
        "when did {x} (end|dissolve|cease|cease to exist|disband|break up|collapse) @D",
        "(does|did) {x} still exist @D", "(was|were) {x} (dissolved|disbanded) @D"},
       false,
       read_timeline},
      {{"what is the history of X", "What is the history of Uzbekistan?"},
       {"[what] [" BE "] (history|timeline|story|chronology) of {x} @H {when}", "(about) {x} @H {when}"},
       false,
       read_timeline},
      {{"what happened to X in D", "What happened to the Warsaw Pact in 1991?"},
       {"what (happened|changed|occurred) [to|in|at|with] {x} {when}",
        "(what|which) (changes|events) [happened|occurred] (in|at|of|to) {x} {when}",
        "what (happened|changed|occurred) {when}"},
       false,
       read_changes},
      {{"what is the evidence that A was in X", "What is the evidence that Uzbekistan left the CSTO?"},
       {"(what|which) [" BE "] (evidence|proof|proofs|source|sources|claims) (that|for|of) {a} " BE
        " [" MEMBER " of|in] {x} {when}",
        "(what|which) [" BE "] (evidence|proof|proofs|source|sources|claims) (that|for) {a} [has|had] "
        "(joined|left|entered|belonged to|withdrew from|being "
        "in|leaving|joining|membership in|membership of) {x} {when}",
        "(why|how do you know that|how do we know that|who says that|who says|what says that) [" BE
        "] {a} [" BE "] " MEMBER " (of|in) {x} {when}",
        "(why|how do you know that|how do we know that|who says that|who says) [" BE "] {a} [" BE
        "] in {x} {when}",
        "(how do you know that|how do we know that|who says that|who says) {a} (joined|left|belonged "
        "to|withdrew from) {x} {when}",
        "(show|give) [evidence|proof] (that|for|of) {a} (in|was in|joined|left) {x} {when}"},
       false,
       read_why},
      {{"why was A not in X in D", "Why was Georgia not a member of the CSTO in 2008?"},
       {"why @N " BE " {a} not [" MEMBER "] (of|in) {x} {when}",
        "why @N " BE " not {a} [" MEMBER "] (of|in) {x} {when}",
        "why @N (did|does) {a} not belong to {x} {when}",
        "what @N (contradicts|speaks against|argues against|denies) [that] {a} [" BE "] [" MEMBER
        "] (of|in|being in|being member of|membership of|membership in) {x} {when}",
        "what @N (contradicts|speaks against) membership of {a} in {x} {when}"},
       false,
       read_why},
      {{"where do sources disagree about X", "Where do sources disagree about Uzbekistan?"},
       {"(where|what|when) do [sources] (disagree|differ|conflict) [about|on|over] {x} {when}",
        "(where|what|when) do [sources] (disagree|differ|conflict) [about|on|over] {when}",
        "(what|which) [dates|claims|memberships|facts] (is|are) (disputed|contested|contradictory|in "
        "dispute) [about|in|for|of] {x} {when}",
        "(what|which) [dates|claims|memberships|facts] (is|are) (disputed|contested|contradictory|in "
        "dispute) {when}",
        "(what|which) [claims|sources|dates] (contradicts|contradict|conflict|conflicts) [about|on|with|each "
        "other|each other about|each other on] {x} {when}",
        "(what|which) [claims|sources|dates] (contradicts|contradict|conflict) [each other] {when}"},
       false,
       read_conflicts},
  };
  return forms;
}

}  // namespace entente::detail
