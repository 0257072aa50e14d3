#include <cstdio>

#include "cli/arguments.hpp"
int main(int c, char** v) { auto r = entente::cli::read_arguments(c, v);
 if (auto* e = std::get_if<entente::cli::UsageError>(&r)) { std::fputs(e->message.c_str(), stderr); return 2; }
 auto& a = std::get<entente::cli::Arguments>(r); if (auto* p = std::get_if<entente::cli::PrintCommand>(&a.command)) std::fputs(p->text.c_str(), stdout);
}
