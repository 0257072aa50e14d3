#include "queries/tie.hpp"
