#pragma once
// JSON renderings.
