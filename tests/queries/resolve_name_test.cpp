#include "queries/resolve_name.hpp"

#include <gmock/gmock.h>

#include "graph/error.hpp"
#include "tests/queries/history.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* world = R"(
source atlas 2020-01-01
entity georgia state Georgia
georgia founded - 1991-04-09
entity georgia-us place Georgia
entity cis organisation Commonwealth of Independent States
entity soviet-union state The Union
soviet-union dissolved - 1991-12-26
entity eu organisation The Union
entity au organisation The Union
au founded - 2002-07-09
entity moldova state Moldova
georgia member cis 1993-12-09/2009-08-18
moldova member cis 1994/..
)";

class ResolveName : public testing::Test {
 protected:
  ResolveName() : store_(history(world)) {}
  [[nodiscard]] const Store& store() const { return **store_; }

  template <typename Resolve>
  static Error error_of(const Resolve& resolve) {
    try {
      resolve();
    } catch (const Error& error) {
      return error;
    }
    return Error(ErrorCode::InvalidArgument, "no error");
  }

 private:
  std::unique_ptr<TemporaryStore> store_;
};

TEST_F(ResolveName, FoldsTheName) {
  EXPECT_EQ(resolve_name(store(), " the COMMONWEALTH of independent states. ").id.value, "cis");
}

TEST_F(ResolveName, TakesAnExactIdWhoeverElseHasItForAName) {
  EXPECT_EQ(resolve_name(store(), "georgia").id.value, "georgia");
  EXPECT_EQ(error_of([&] { (void)resolve_name(store(), "georgia", {.exact_id = false}); }).code(),
            ErrorCode::AmbiguousName);
}

TEST_F(ResolveName, ListsTheChoices) {
  const Error error = error_of([&] { (void)resolve_name(store(), "Georgia"); });
  EXPECT_EQ(error.code(), ErrorCode::AmbiguousName);
  EXPECT_THAT(error.candidates(),
              ElementsAre("Georgia (state, id georgia)", "Georgia (place, id georgia-us)"));
  EXPECT_THAT(error.what(), HasSubstr("Georgia (state, id georgia) or Georgia (place, id georgia-us)"));
}

TEST_F(ResolveName, LetsThePartInTheQuestionDecide) {
  EXPECT_EQ(resolve_name(store(), "Georgia", {.when = period("1989")}).id.value, "georgia-us");
  EXPECT_EQ(resolve_name(store(), "the Union", {.role = Role::Member}).id.value, "soviet-union");
}

TEST_F(ResolveName, LetsTheDateDecide) {
  EXPECT_EQ(resolve_name(store(), "the Union", {.when = period("1995")}).id.value, "eu");
  EXPECT_EQ(resolve_name(store(), "the Union", {.when = period("1990"), .role = Role::Body}).id.value, "eu");
  EXPECT_EQ(error_of([&] { (void)resolve_name(store(), "the Union", {.when = period("2010")}); }).code(),
            ErrorCode::AmbiguousName);
}

TEST_F(ResolveName, SuggestsNearNames) {
  const Error error = error_of([&] { (void)resolve_name(store(), "Gorgia"); });
  EXPECT_EQ(error.code(), ErrorCode::UnknownName);
  EXPECT_THAT(error.candidates(), testing::Contains(testing::StrCaseEq("Georgia")));
}

TEST_F(ResolveName, OfTwoTheOtherMayDecide) {
  const NamePair pair = resolve_names(store(), "Georgia", {}, "Commonwealth of Independent States", {});
  EXPECT_EQ(pair.first.id.value, "georgia");
  EXPECT_THAT(pair.notes, ElementsAre(HasSubstr("\"Georgia\" is read as Georgia (state, id georgia)")));
  const NamePair through_a_body = resolve_names(store(), "Moldova", {}, "Georgia", {});
  EXPECT_EQ(through_a_body.second.id.value, "georgia");
  EXPECT_THAT(through_a_body.notes, ElementsAre(HasSubstr("has a tie in common with Moldova")));
  EXPECT_EQ(error_of([&] { (void)resolve_names(store(), "Georgia", {}, "eu", {}); }).code(),
            ErrorCode::AmbiguousName);
}

}  // namespace
}  // namespace entente
