# Third-party packages, one imported target each; docs/libraries.md says why each was chosen. Shared with the installed
# package, whose users need the same targets.
find_package(Boost 1.74 REQUIRED)
find_package(SQLiteCpp 3.2 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(fmt 9 REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(ZLIB 1.2 REQUIRED)
find_package(BZip2 1.0 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(cgraph REQUIRED IMPORTED_TARGET libcgraph)
pkg_check_modules(gvc REQUIRED IMPORTED_TARGET libgvc)

if(NOT TARGET entente_rapidjson)
  # Debian's package sets a variable and makes no target.
  add_library(entente_rapidjson INTERFACE IMPORTED)
  target_include_directories(entente_rapidjson SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIRS} ${RapidJSON_INCLUDE_DIRS})
endif()
if(NOT TARGET entente_csv)
  # libcsv comes without a package file.
  find_path(CSV_INCLUDE_DIR csv.h REQUIRED)
  find_library(CSV_LIBRARY csv REQUIRED)
  add_library(entente_csv INTERFACE IMPORTED)
  target_include_directories(entente_csv SYSTEM INTERFACE ${CSV_INCLUDE_DIR})
  target_link_libraries(entente_csv INTERFACE ${CSV_LIBRARY})
endif()
