#pragma once
// One function a command. Each prints its answer and returns what the exit status is to say; each throws
// Error for what cannot go on, which main() turns into a message.

#include "cli/arguments.hpp"
#include "cli/exit_status.hpp"

namespace entente::cli {

[[nodiscard]] ExitStatus run(const Common& common, const PrintCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const ImportCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const ExtractCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const ExplainCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const MembersCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const MembershipsCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const WasCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const TimelineCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const ChangesCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const OverlapCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const PathCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const WhyCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const ConflictsCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const AskCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const ExportCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const DrawCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const CompareCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const DyadsCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const EntitiesCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const SourcesCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const MergeCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const InfoCommand& command);
[[nodiscard]] ExitStatus run(const Common& common, const DateCommand& command);

}  // namespace entente::cli
