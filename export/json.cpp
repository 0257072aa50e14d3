#include "export/json.hpp"
