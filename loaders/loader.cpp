#include "loaders/loader.hpp"
