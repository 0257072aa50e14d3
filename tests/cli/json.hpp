#pragma once
// Reading what the program prints.

#include <rapidjson/document.h>

#include <string>

namespace entente::testing_support {

inline rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse(text.c_str());
  if (document.HasParseError()) document.SetNull();
  return document;
}

/// `name:status` of each answer, in order.
inline std::vector<std::string> answers(const std::string& text) {
  std::vector<std::string> lines;
  const rapidjson::Document document = parsed(text);
  if (!document.IsObject() || !document.HasMember("answers")) return {"no answers in: " + text};
  for (const auto& answer : document["answers"].GetArray()) {
    lines.push_back(std::string(answer["name"].GetString()) + ':' + answer["status"].GetString());
  }
  return lines;
}

}  // namespace entente::testing_support
