#pragma once

#include "server/services/DemoPlan.h"

namespace chengban {

// What people of the demonstration county write besides replies. Case data, so Chinese whatever the language.

/// A note for the step; `number` chooses between wordings.
[[nodiscard]] QString demoWords(CommandType step, int number);
[[nodiscard]] ReturnRequestBody demoReturnRequest(
    const DemoCase &one, const DemoStep &step, const wire::Directory &directory);
[[nodiscard]] ExtensionBody demoExtension(int number);
[[nodiscard]] ReviewBody demoReview(CommandType step, int number, int replyVersion, const RulePack &pack);
[[nodiscard]] CallbackBody demoCallback(const DemoCase &one, const DemoStep &step);
[[nodiscard]] ArchiveBody demoArchiving(const DemoCase &one, const DemoStep &step);
/// What a clerk adds after the reply came back; nothing for the first version.
void demoImprove(Reply &reply, int versionsBefore, int number);

} // namespace chengban
