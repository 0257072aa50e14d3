#pragma once
// Names that break outputs which do not escape them.

#include <string>
#include <vector>

namespace entente::testing {

inline std::vector<std::string> hostile_names() {
  return {
      "\"><script>alert(1)</script>",
      "back\\slash",
      "ends in a backslash\\",
      "\\N \\G \\E \\L",
      "line\nfeed",
      "carriage\rreturn\ttab",
      std::string("nul\0inside", 10),
      "\x1b[31mred",
      "&lt;b&gt; &amp; & &#60; &nosuch;",
      "<B>bold</B>",
      "<FONT POINT-SIZE=\"11\">x</FONT>",
      "]]>",
      "\"quoted\" 'name'",
      "%1",
      "{a|b|<c>d}",
      "🇺🇿 Ўзбекистон 👩‍👩‍👧",
      "سوريا",
      "\xE2\x80\xAEoverride",
      "日本国",
      "not \xFF utf-8 \xC3",
      "\xEF\xBF\xBE noncharacter",
      std::string(400, 'x'),
      "The Organization of the Very Many United and Non-United States of Everything between Here and There",
      "",
      " ",
      "-->",
      "a -> b; c",
      "}",
  };
}

}  // namespace entente::testing
