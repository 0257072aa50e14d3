#include "loaders/article/phrase.hpp"

#include <gtest/gtest.h>

#include "loaders/article/argument.hpp"
#include "loaders/article/coordination.hpp"
#include "loaders/article/modality.hpp"

namespace entente::detail {
namespace {

class Phrases : public testing::Test {
 protected:
  Sentence s;
  Referents referents;
  static const Gazetteer& gazetteer() {
    static const NameIndex none{std::span<const Entity>{}};
    static const Gazetteer made(none);
    return made;
  }
  void read(std::string_view text) {
    s.span = {0, text.size()};
    tokenize(text, s.span, bundled_lexicon(), s.tokens);
    DateContext context;
    find_dates(s.tokens.list, context, s.dates);
    find_names(s.tokens.list, gazetteer(), referents, s.names);
    find_phrases(s);
    coordinate(s);
  }
  /// Element of the verb with this lemma.
  std::size_t verb(std::string_view lemma) const {
    for (std::size_t i = 0; i < s.elements.size(); ++i)
      if (s.verb(i) != nullptr && s.verb(i)->lemma != nullptr && s.verb(i)->lemma->text == lemma) return i;
    ADD_FAILURE() << "no verb " << lemma;
    return 0;
  }
  std::string subject(std::string_view lemma) const {
    const auto e = Arguments(s).subject(verb(lemma));
    if (!e) return "";
    std::string out;
    for (const Member& m : s.noun(*e)->names) out += (out.empty() ? "" : "+") + referents[m.referent].name;
    return out.empty() ? std::string(s.token(s.noun(*e)->head_token).text) : out;
  }
  Certainty certainty(std::string_view lemma) const { return certainty_of(s, verb(lemma), false); }
};

TEST_F(Phrases, lists_are_one_phrase) {
  read("Arden, Brand and Cole left the Northern League.");
  EXPECT_EQ(subject("leave"), "Arden+Brand+Cole");
}

TEST_F(Phrases, a_second_clause_is_no_list) {
  read("Arden joined the Northern League and Brand left the Southern League.");
  EXPECT_EQ(subject("join"), "Arden");
  EXPECT_EQ(subject("leave"), "Brand");
}

TEST_F(Phrases, a_list_spells_out_a_description) {
  read("Three of the nine members \u2013 Arden, Brand and Cole \u2013 chose to leave in 1999.");
  EXPECT_EQ(subject("leave"), "Arden+Brand+Cole");
}

TEST_F(Phrases, relative_clauses_and_coordinated_verbs_have_their_subject) {
  read("Arden, which joined the Northern League in 2006 and left in 2012, remains a friend.");
  EXPECT_EQ(subject("join"), "Arden");
  EXPECT_EQ(subject("leave"), "Arden");
  EXPECT_EQ(subject("remain"), "Arden");
}

TEST_F(Phrases, dates_belong_to_their_verbs) {
  read("Arden joined in 2006 and left in 2012.");
  const Arguments arguments(s);
  EXPECT_EQ(s.dates[*arguments.date(verb("join"))].edtf(), "2006");
  EXPECT_EQ(s.dates[*arguments.date(verb("leave"))].edtf(), "2012");
}

TEST_F(Phrases, what_is_not_a_fact) {
  read("Arden refused to join the Northern League.");
  EXPECT_EQ(certainty("join"), Certainty::Negated);
  read("Arden has never joined the Northern League.");
  EXPECT_EQ(certainty("join"), Certainty::Negated);
  read("Arden hopes to join the Northern League.");
  EXPECT_EQ(certainty("join"), Certainty::Hypothetical);
  read("Arden may join the Northern League.");
  EXPECT_EQ(certainty("join"), Certainty::Hypothetical);
  read("The council invited Arden to join the Northern League.");
  EXPECT_EQ(certainty("join"), Certainty::Hypothetical);
  read("If Arden joined the Northern League, it would gain.");
  EXPECT_EQ(certainty("join"), Certainty::Hypothetical);
  read("Arden decided to leave the Northern League in 1999.");
  EXPECT_EQ(certainty("leave"), Certainty::Stated);
}

}  // namespace
}  // namespace entente::detail
