// Two claims in, one dated edge out, and a question about it: all through installed headers.
#include <cstdio>
#include <vector>

#include <graph/resolve.hpp>
#include <queries/scope.hpp>

int main() {
  using namespace entente;
  Claim joined, left;
  joined.subject.name = left.subject.name = "Uzbekistan";
  joined.object.name = left.object.name = "CSTO";
  joined.event = Event::Joined;
  left.event = Event::Left;
  joined.when = Date::parse("2006");
  left.when = Date::parse("2012");
  const std::vector<Claim> claims = {joined, left};
  const Resolution resolution = resolve(claims, {});
  if (resolution.edges.size() != 1) return 1;
  const Status status = resolution.edges.front().interval.over(asked_period(parse_edtf("2008")));
  std::printf("%s\n", name_of(status));
  return status == Status::Certain ? 0 : 1;
}
