#include "queries/question_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::detail {

QuestionReading::QuestionReading(const Store& store, const AskOptions& options,
                                 const std::vector<Word>& words, const PatternMatch& match, bool now)
    : store_(store), options_(options), words_(words), match_(match) {
  read_when(now);
}

EntityRef QuestionReading::entity(char slot, Role role) const {
  return resolve_name(store_, text(slot), context(role));
}

std::pair<EntityRef, EntityRef> QuestionReading::pair(char first, Role first_role, char second,
                                                      Role second_role) {
  NamePair names =
      resolve_names(store_, text(first), context(first_role), text(second), context(second_role));
  std::move(names.notes.begin(), names.notes.end(), std::back_inserter(notes_));
  return {std::move(names.first), std::move(names.second)};
}

std::string QuestionReading::when_words() const {
  if (!when_) return {};
  if (when_text_.find('/') == std::string::npos) {
    return fmt::format(" {} {}", when_->first == when_->last ? "on" : "in", when_text_);
  }
  const std::size_t slash = when_text_.find('/');
  const std::string first = when_text_.substr(0, slash), last = when_text_.substr(slash + 1);
  if (when_->last == end_of_time) return fmt::format(" since {}", first);
  if (when_->first == beginning_of_time) return fmt::format(" until {}", last);
  return fmt::format(" from {} to {}", first, last);
}

std::string QuestionReading::when_option() const {
  if (!when_) return {};
  return fmt::format(" {} {}", when_text_.find('/') == std::string::npos ? "--on" : "--during", when_text_);
}

std::string QuestionReading::text(char slot) const { return text_of(words_, match_.slots.at(slot)); }

Edtf QuestionReading::date(char slot) const {
  const std::string phrase = text(slot);
  auto read = options_.read_date ? options_.read_date(phrase) : try_parse_edtf(phrase);
  if (!read) throw invalid_question(fmt::format("\"{}\" is not understood as a date", phrase));
  return *std::move(read);
}

void QuestionReading::read_when(bool now) {
  if (has('d')) {
    const Edtf first = date('d');
    Period period = asked_period(first);
    when_text_ = to_string(first);
    const bool plain = std::holds_alternative<Date>(first);
    if (marked('b')) {
      const Edtf second = date('e');
      const Period end = asked_period(second);
      if (end.last < period.first) {
        throw invalid_question(
            fmt::format("the time from \"{}\" to \"{}\" ends before it begins", text('d'), text('e')));
      }
      period.last = std::max(period.last, end.last);
      when_text_ = plain && std::holds_alternative<Date>(second) ? when_text_ + "/" + to_string(second)
                                                                 : period_text(period);
    } else if (marked('s')) {
      period.last = end_of_time;
      when_text_ = plain ? when_text_ + "/.." : period_text(period);
    } else if (marked('u')) {
      period.first = beginning_of_time;
      when_text_ = plain ? "../" + when_text_ : period_text(period);
    } else if (marked('a')) {
      period = {period.last == end_of_time ? period.last : period.last.next(), end_of_time};
      when_text_ = period_text(period);
    } else if (marked('p')) {
      period = {beginning_of_time,
                period.first == beginning_of_time ? period.first : period.first.previous()};
      when_text_ = period_text(period);
    }
    when_ = period;
    return;
  }
  static constexpr std::array present = {"is", "are", "does", "do", "belongs"};
  const bool said_in_present =
      std::any_of(match_.said.begin(), match_.said.end(), [](const std::string& word) {
        return std::find(present.begin(), present.end(), word) != present.end();
      });
  if (!marked('v') && (marked('n') || (now && said_in_present))) ask_about_now();
}

void QuestionReading::ask_about_now() {
  std::optional<Day> today = options_.today;
  if (!today) {
    for (const Source& source : store_.sources()) {
      if (source.published) today = std::max(today.value_or(beginning_of_time), source.published->latest());
    }
  }
  if (!today) {
    notes_.emplace_back("No source is dated, so \"now\" has no day: all time is asked about.");
    return;
  }
  when_ = Period{*today, *today};
  when_text_ = today->to_string();
  notes_.push_back(options_.today ? fmt::format("\"Now\" is {}.", when_text_)
                                  : fmt::format("\"Now\" is {}, the date of the newest source.", when_text_));
}

Error invalid_question(const std::string& problem) {
  std::vector<std::string> forms;
  for (const QuestionForm& form : question_forms()) forms.emplace_back(form.form);
  return {ErrorCode::InvalidQuestion, problem, std::move(forms)};
}

}  // namespace entente::detail
