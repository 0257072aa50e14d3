// What Python sees of the layers. Everything that a person calls is in python/entente/*.py; here is what it
// stands on.
#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <chrono>

#include "graph/error.hpp"
#include "python/arrow.hpp"
#include "python/database.hpp"

namespace nb = nanobind;
using namespace nb::literals;
using Unlocked = nb::call_guard<nb::gil_scoped_release>;

namespace entente::python {

namespace {

// ---- errors: classes of Python, with the message of the command line

void raise(const std::exception_ptr& thrown, void*) {
  try {
    std::rethrow_exception(thrown);
  } catch (const Error& error) {
    nb::object cls = nb::module_::import_("entente.rows").attr("error_class")(name_of(error.code()));
    nb::object instance = cls(told(error));
    instance.attr("code") = name_of(error.code());
    nb::list candidates;
    for (const std::string& candidate : error.candidates()) candidates.append(candidate);
    instance.attr("candidates") = candidates;
    PyErr_SetObject(cls.ptr(), instance.ptr());
  }
}

// ---- dates

nb::object day_of(const std::optional<Day>& day) {
  if (!day) return nb::none();
  const CivilDay civil = day->civil();
  if (civil.year < 1 || civil.year > 9999) {
    PyErr_Format(PyExc_OverflowError, "datetime.date has no %s; earliest_text and latest_text do",
                 day->to_string().c_str());
    throw nb::python_error();
  }
  return nb::module_::import_("datetime").attr("date")(civil.year, civil.month, civil.day);
}

nb::object text_of(const std::optional<Day>& day) {
  return day ? nb::object(nb::str(day->to_string().c_str())) : nb::object(nb::none());
}

Asking asking_of(const std::optional<Edtf>& when, std::vector<std::string> relations, bool certain,
                 bool successors) {
  return {when, std::move(relations), certain, successors};
}

// ---- frames

void release_capsule_stream(void* held) noexcept {
  auto* stream = static_cast<ArrowArrayStream*>(held);
  if (stream->release != nullptr) stream->release(stream);
  delete stream;
}

nb::object capsule_of(const std::shared_ptr<const Frame>& frame) {
  auto* stream = new ArrowArrayStream(arrow_stream(frame));
  PyObject* capsule = PyCapsule_New(stream, "arrow_array_stream", [](PyObject* taken) {
    release_capsule_stream(PyCapsule_GetPointer(taken, "arrow_array_stream"));
  });
  if (capsule == nullptr) {
    release_capsule_stream(stream);
    throw nb::python_error();
  }
  return nb::steal(capsule);
}

nb::object python_text(std::string_view text) {
  return nb::steal(PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace"));
}

nb::list list_of(const Texts& texts, const std::vector<bool>* missing) {
  nb::list list;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    list.append(missing != nullptr && (*missing)[i] ? nb::object(nb::none()) : python_text(texts[i]));
  }
  return list;
}

template <typename Number>
nb::object bytes_of(const std::vector<Number>& numbers) {
  return nb::bytearray(numbers.data(), numbers.size() * sizeof(Number));
}

/// `(kind, numbers, words)`: what python/entente/frames.py makes an array of.
struct ColumnForPython {
  nb::object operator()(const TextColumn& column) const {
    return nb::make_tuple("text", nb::none(), list_of(column.texts, &column.missing));
  }
  nb::object operator()(const WordColumn& column) const {
    return nb::make_tuple("word", bytes_of(column.numbers), list_of(column.dictionary->words(), nullptr));
  }
  nb::object operator()(const DayColumn& column) const {
    return nb::make_tuple("day", bytes_of(column.days), nb::none());
  }
  nb::object operator()(const IntegerColumn& column) const {
    return nb::make_tuple("integer", bytes_of(column.numbers), nb::none());
  }
  nb::object operator()(const RealColumn& column) const {
    return nb::make_tuple("real", bytes_of(column.numbers), nb::none());
  }
  nb::object operator()(const TruthColumn& column) const {
    return nb::make_tuple("truth", bytes_of(column.values), nb::none());
  }
};

nb::list columns_of(const Rendered& answer) {
  nb::list columns;
  for (const Frame::Named& named : answer.frame->columns()) columns.append(named.name);
  return columns;
}

nb::object column_of(const Rendered& answer, const std::string& name) {
  const FrameColumn* column = answer.frame->find(name);
  if (column == nullptr) throw nb::key_error(name.c_str());
  return std::visit(ColumnForPython{}, *column);
}

std::string text_of_tables(const Rendered& answer, std::size_t width) {
  std::string text;
  for (const Table& table : answer.tables) {
    text += (text.empty() ? "" : "\n") + to_text(table, TextOptions{.width = width});
  }
  return text;
}

nb::list tables_of(const Rendered& answer) {
  nb::list tables;
  for (const Table& table : answer.tables) {
    nb::list columns;
    for (const Column& column : table.columns) columns.append(python_text(column.name));
    nb::list rows;
    for (const auto& row : table.rows) {
      nb::list cells;
      for (const std::string& cell : row) cells.append(python_text(cell));
      rows.append(cells);
    }
    nb::list notes;
    for (const std::string& note : table.notes) notes.append(python_text(note));
    tables.append(nb::make_tuple(python_text(table.title), columns, rows, notes));
  }
  return tables;
}

// ---- loading

LoadOptions options_of(const std::optional<Edtf>& published, const std::string& title, const std::string& url,
                       const std::string& source, int priority, bool strict) {
  LoadOptions options;
  if (published) {
    const auto* date = std::get_if<Date>(&*published);
    if (date == nullptr) throw Error(ErrorCode::InvalidDate, "a date of publication is a single date");
    options.published = *date;
  }
  options.title = title;
  options.url = url;
  options.source_id = source;
  options.priority = priority;
  options.strict = strict;
  return options;
}

/// Hands progress to Python ten times a second, and lets it interrupt.
std::function<void(std::uint64_t, std::uint64_t)> told_to(nb::object callback) {
  using Clock = std::chrono::steady_clock;
  const bool wanted = !callback.is_none();
  return [callback = std::move(callback), wanted, last = Clock::now()](std::uint64_t done,
                                                                       std::uint64_t total) mutable {
    const auto now = Clock::now();
    if (now - last < std::chrono::milliseconds(100) && done != total) return;
    last = now;
    const nb::gil_scoped_acquire locked;
    if (PyErr_CheckSignals() != 0) throw nb::python_error();
    if (wanted) callback(done, total);
  };
}

nb::dict dict_of(const Loaded& loaded) {
  nb::dict dict;
  dict["read"] = loaded.report.read;
  dict["claims"] = loaded.claims;
  dict["new"] = loaded.fresh;
  dict["skipped"] = loaded.report.skipped;
  nb::list problems;
  for (const std::string& problem : loaded.problems) problems.append(python_text(problem));
  dict["problems"] = problems;
  return dict;
}

void bind_dates(nb::module_& m) {
  nb::class_<Edtf>(m, "Edtf", "A date or an interval, as precise as it was written (EDTF, ISO 8601-2).")
      .def(
          "__init__", [](Edtf* self, const std::string& text) { new (self) Edtf(read_when(text)); }, "text"_a)
      .def_prop_ro(
          "text", [](const Edtf& self) { return to_string(self); }, "As it was written.")
      .def_prop_ro(
          "earliest", [](const Edtf& self) { return day_of(entente::earliest(self)); },
          nb::sig("def earliest(self) -> datetime.date | None"),
          "The first day it speaks of; None where that end is open or unknown.")
      .def_prop_ro(
          "latest", [](const Edtf& self) { return day_of(entente::latest(self)); },
          nb::sig("def latest(self) -> datetime.date | None"),
          "The last day it speaks of; None where that end is open or unknown.")
      .def_prop_ro(
          "earliest_text", [](const Edtf& self) { return text_of(entente::earliest(self)); },
          nb::sig("def earliest_text(self) -> str | None"), "The first day in ISO 8601, of any year.")
      .def_prop_ro(
          "latest_text", [](const Edtf& self) { return text_of(entente::latest(self)); },
          nb::sig("def latest_text(self) -> str | None"), "The last day in ISO 8601, of any year.")
      .def_prop_ro("is_interval",
                   [](const Edtf& self) { return std::holds_alternative<DateInterval>(self); });
}

void bind_answers(nb::module_& m) {
  nb::class_<Rendered>(m, "Answer", "An answer: JSON, tables for people, and columns.")
      .def_ro("json", &Rendered::json)
      .def("text", &text_of_tables, "width"_a = 110)
      .def("tables", &tables_of)
      .def("columns", &columns_of)
      .def("column", &column_of, "name"_a)
      .def("rows", [](const Rendered& self) { return self.frame->rows(); })
      .def("arrow_stream", [](const Rendered& self) { return capsule_of(self.frame); });
}

template <typename Ask>
auto about_one(Ask ask) {
  return [ask](Database& db, const std::string& name, const std::optional<Edtf>& when,
               std::vector<std::string> relations, bool certain, bool successors) {
    return (db.*ask)(name, asking_of(when, std::move(relations), certain, successors));
  };
}
template <typename Ask>
auto about_two(Ask ask) {
  return [ask](Database& db, const std::string& a, const std::string& b, const std::optional<Edtf>& when,
               std::vector<std::string> relations, bool certain, bool successors) {
    return (db.*ask)(a, b, asking_of(when, std::move(relations), certain, successors));
  };
}
template <typename Ask>
auto about_any(Ask ask) {
  return [ask](Database& db, const std::optional<std::string>& name, const std::optional<Edtf>& when,
               std::vector<std::string> relations, bool certain, bool successors) {
    return (db.*ask)(name, asking_of(when, std::move(relations), certain, successors));
  };
}

void bind_database(nb::module_& m) {
  nb::class_<Database>(m, "Store")
      .def(nb::init<const std::string&, bool, bool>(), "path"_a, "create"_a, "read_only"_a)
      .def(
          "load",
          [](Database& db, const std::string& path, const std::string& as, const std::string& mapping,
             const std::optional<Edtf>& published, const std::string& title, const std::string& url,
             const std::string& source, int priority, bool strict, nb::object progress) {
            LoadOptions options = options_of(published, title, url, source, priority, strict);
            options.progress = told_to(std::move(progress));
            Loaded loaded;
            {
              const nb::gil_scoped_release unlocked;
              loaded = db.load(path, as, options, mapping);
            }
            return dict_of(loaded);
          },
          "path"_a, "format"_a, "mapping"_a, "published"_a.none(), "title"_a, "url"_a, "source"_a,
          "priority"_a, "strict"_a, "progress"_a.none())
      .def("members", about_one(&Database::members), Unlocked())
      .def("memberships", about_one(&Database::memberships), Unlocked())
      .def("timeline", about_one(&Database::timeline), Unlocked())
      .def("was", about_two(&Database::was), Unlocked())
      .def("why", about_two(&Database::why), Unlocked())
      .def("overlap", about_two(&Database::overlap), Unlocked())
      .def("changes", about_any(&Database::changes), Unlocked())
      .def("conflicts", about_any(&Database::conflicts), Unlocked())
      .def(
          "path",
          [](Database& db, const std::string& from, const std::string& to, const std::optional<Edtf>& when,
             std::vector<std::string> relations, bool certain, bool simultaneous, std::size_t count) {
            return db.path(from, to, asking_of(when, std::move(relations), certain, false), simultaneous,
                           count);
          },
          Unlocked())
      .def("ask", &Database::ask, Unlocked())
      .def(
          "compare",
          [](Database& db, const std::vector<std::string>& sources, const std::optional<std::string>& body,
             const std::optional<Edtf>& when, std::vector<std::string> relations, bool successors) {
            return db.compare(sources, body, asking_of(when, std::move(relations), false, successors));
          },
          Unlocked())
      .def(
          "dyads",
          [](Database& db, const std::vector<std::string>& among, const std::optional<Edtf>& when,
             std::vector<std::string> relations, bool certain, bool zeros) {
            return db.dyads(among, asking_of(when, std::move(relations), certain, false), zeros);
          },
          Unlocked())
      .def(
          "edges",
          [](Database& db, const std::optional<Edtf>& when, std::vector<std::string> relations,
             bool certain) { return db.edges(asking_of(when, std::move(relations), certain, false)); },
          Unlocked())
      .def("claims", &Database::claims, Unlocked())
      .def("sources", &Database::sources, Unlocked())
      .def("entities", &Database::entities, Unlocked())
      .def("draw", [](Database& db, const std::vector<std::string>& around, const std::optional<Edtf>& when,
                      std::vector<std::string> relations, bool certain, const std::string& title,
                      const std::string& format) {
        std::string drawn;
        {
          const nb::gil_scoped_release unlocked;
          drawn = db.draw(around, asking_of(when, std::move(relations), certain, false), title, format);
        }
        return nb::bytes(drawn.data(), drawn.size());
      });
  m.def(
      "extract",
      [](const std::string& text, const std::optional<Edtf>& published, const std::string& title,
         const std::string& url) { return extract(text, options_of(published, title, url, {}, 0, false)); },
      "text"_a, "published"_a.none(), "title"_a, "url"_a, Unlocked());
}

}  // namespace

}  // namespace entente::python

NB_MODULE(_entente, m) {
  m.doc() = "The module under the package entente; call what that package offers.";
  nb::register_exception_translator(entente::python::raise);
  entente::python::bind_dates(m);
  entente::python::bind_answers(m);
  entente::python::bind_database(m);
}
