#include "queries/ask.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "graph/error.hpp"
#include "tests/queries/history.hpp"

namespace entente {
namespace {

constexpr const char* world = R"(
source almanac 2022-01-29
entity uzbekistan state Uzbekistan
name uzbekistan Uzbeks demonym
entity kazakhstan state Kazakhstan
entity serbia state Serbia
entity russia state Russia
entity france state France
entity georgia state Georgia
entity georgia-us place Georgia
entity bosnia state Bosnia and Herzegovina
entity usa state United States of America
name usa the United States name
entity ivory-coast state Côte d'Ivoire
entity cst treaty Collective Security Treaty
name cst CST acronym
entity csto organisation Collective Security Treaty Organization
name csto CSTO acronym
entity nato organisation North Atlantic Treaty Organization
name nato NATO acronym
entity sco organisation Shanghai Cooperation Organisation
entity moon-league organisation League of the Moon in 1999
uzbekistan joined csto 2006
uzbekistan left csto 2012
kazakhstan member csto 2002/..
kazakhstan member cst 1992/..
georgia left cst 1999
)";

/// A stand-in for a reader of English dates.
std::optional<Edtf> read_date(std::string_view phrase) {
  if (phrase == "June 2012") return parse_edtf("2012-06");
  if (phrase == "the 1990s") return parse_edtf("199X");
  if (phrase == "28 June 2012") return parse_edtf("2012-06-28");
  return try_parse_edtf(phrase);
}

class Ask : public testing::Test {
 protected:
  static void SetUpTestSuite() { store_ = history(world); }
  static void TearDownTestSuite() { store_.reset(); }
  static const Store& store() { return **store_; }

  static std::string reading_of(const std::string& question) {
    try {
      const Understanding found = understand(store(), question, {.read_date = read_date});
      return found.understood + " | " + found.command;
    } catch (const Error& error) {
      return std::string(name_of(error.code()));
    }
  }

 private:
  static std::unique_ptr<TemporaryStore> store_;
};
std::unique_ptr<TemporaryStore> Ask::store_;

struct Example {
  const char* question;
  const char* reading;
};

// questions.txt: a question, then, indented, how it is said back and the command that asks the same.
TEST_F(Ask, UnderstandsTheForms) {
  std::ifstream file(ENTENTE_SOURCE_DIR "/tests/queries/questions.txt");
  std::size_t count = 0;
  for (std::string question, said, command; std::getline(file, question); ++count) {
    ASSERT_TRUE(std::getline(file, said) && std::getline(file, command)) << question;
    EXPECT_EQ(reading_of(question), said.substr(2) + " | " + command.substr(2)) << question;
  }
  EXPECT_GE(count, 60U);
}

TEST_F(Ask, RefusesWhatItDoesNotUnderstand) {
  static const Example examples[] = {
      {"", "invalid-question"},
      {"   ?  ", "invalid-question"},
      {"What is the capital of Uzbekistan?", "invalid-question"},
      {"Who won the match in 1999?", "invalid-question"},
      {"Uzbekistan", "invalid-question"},
      {"members CSTO", "invalid-question"},
      {"Who were the members of the CSTO in the days of yore?", "invalid-question"},
      {"Who left the CST between 1999 and 1990?", "invalid-question"},
      {"Who were the members of the Galactic Senate in 2008?", "unknown-name"},
      {"Was Ruritania a member of the CSTO in 2007?", "unknown-name"},
      {"What did Georgia belong to in 2000?", "ambiguous-name"},
      {"How are Serbia and Serbia connected?", "invalid-question"},
      {"\xff\xfe\x80 who \xc3", "invalid-question"},
  };
  for (const Example& example : examples)
    EXPECT_EQ(reading_of(example.question), example.reading) << example.question;
}

// The answer to the question without "not" is the opposite of what was asked.
TEST_F(Ask, RefusesToDropADenial) {
  for (const char* question : {"Who is not a member of NATO?",
                               "Who isn't in NATO?",
                               "Who was never a member of NATO?",
                               "Who has never been a member of NATO?",
                               "Who did not join NATO?",
                               "Who did not leave the CST?",
                               "Who does not belong to NATO?",
                               "Which states were not members of the CSTO in 2004?",
                               "Which countries never belonged to NATO?",
                               "How many countries are not in NATO?",
                               "How many countries do not belong to NATO?",
                               "Who is not an observer of the SCO?",
                               "Who is neither a member of NATO nor of the CSTO?",
                               "What did Kazakhstan not belong to in 1985?",
                               "Which organisations does Kazakhstan not belong to?",
                               "Which alliances is Kazakhstan not in?",
                               "Which alliances were Kazakhstan and Uzbekistan not both in?",
                               "Kazakhstan is not a member of NATO",
                               "When was Kazakhstan not a member of the CSTO?",
                               "When did Kazakhstan not leave the CSTO?",
                               "Has Kazakhstan never been a member of NATO?",
                               "What did not happen in 1999?"}) {
    EXPECT_EQ(reading_of(question), "invalid-question") << question;
  }
}

TEST_F(Ask, BlamesNoSlotForAQuestionWord) {
  for (const char* question :
       {"How long was Uzbekistan a member of the CSTO?", "Why did Uzbekistan leave the CSTO?",
        "Where was Uzbekistan a member of the CSTO?", "Who is not a member of NATO?"}) {
    try {
      (void)understand(store(), question, {});
      FAIL() << "understood: " << question;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::InvalidQuestion) << question;
      EXPECT_THAT(error.what(), testing::Not(testing::HasSubstr("date"))) << question;
      EXPECT_EQ(error.candidates().size(), question_forms().size()) << question;
    }
  }
}

TEST_F(Ask, BlamesAnUnknownAcronymThatLooksLikeAQuestionWord) {
  EXPECT_EQ(reading_of("Was Serbia a member of the WHO in 2007?"), "unknown-name");
}

TEST_F(Ask, ListsTheFormsWithABadDate) {
  try {
    (void)understand(store(), "Who were the members of the CSTO in the days of yore?", {});
    FAIL() << "understood";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("\"the days of yore\" is not understood as a date"));
    EXPECT_EQ(error.candidates().size(), question_forms().size());
  }
}

TEST_F(Ask, ListsTheFormsWhenItRefuses) {
  try {
    (void)understand(store(), "What is the meaning of it all?", {});
    FAIL() << "understood";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::InvalidQuestion);
    EXPECT_EQ(error.candidates().size(), question_forms().size());
    EXPECT_THAT(error.candidates(), testing::Contains("who were the members of X in D"));
    EXPECT_THAT(error.what(), testing::Not(testing::HasSubstr("members of X")));  // said once
  }
}

TEST_F(Ask, NamesWhatIsUnknown) {
  try {
    (void)understand(store(), "Who were the members of the CTSO in 2008?", {});
    FAIL() << "understood";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("\"the CTSO\""));
    EXPECT_THAT(error.candidates(), testing::Not(testing::IsEmpty()));
  }
}

TEST_F(Ask, AnswersEveryFormOfItsExamples) {
  // The examples are of the bundled data; here only that each is of a form: a name may be missing.
  for (const QuestionForm& form : question_forms()) {
    try {
      (void)understand(store(), form.example, {});
    } catch (const Error& error) {
      EXPECT_THAT(error.code(), testing::AnyOf(ErrorCode::UnknownName, ErrorCode::AmbiguousName))
          << form.example;
    }
  }
}

TEST_F(Ask, TakesTodayForThePresent) {
  const Day today = *Day::parse("2030-05-05");
  const Asked asked = ask(store(), "Is Kazakhstan still a member of the CSTO?", {.today = today});
  const auto& answer = std::get<Was>(asked.answer);
  EXPECT_EQ(answer.when, (Period{today, today}));
  EXPECT_EQ(answer.status, Status::Presumed);
}

TEST_F(Ask, SaysWhatWasAskedFor) {
  const auto focus = [](const char* question) { return understand(store(), question, {}).focus; };
  EXPECT_EQ(focus("How many members had the CSTO in 2008?"), Focus::Count);
  EXPECT_EQ(focus("When did Uzbekistan join the CSTO?"), Focus::Joining);
  EXPECT_EQ(focus("When did Uzbekistan leave the CSTO?"), Focus::Leaving);
  EXPECT_EQ(focus("Who founded the CSTO?"), Focus::Founders);
  EXPECT_EQ(focus("When was the CSTO founded?"), Focus::Founding);
  EXPECT_EQ(focus("When was the CSTO dissolved?"), Focus::Ending);
  EXPECT_EQ(focus("Why was Serbia not a member of the CSTO in 2008?"), Focus::WhyNot);
}

}  // namespace
}  // namespace entente
