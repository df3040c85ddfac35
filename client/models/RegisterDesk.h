#pragma once

#include "client/sync/RegisterCall.h"

#include <functional>

namespace chengban {

/// How a page asks the centre's register of dossiers; only online. Errors: ServerAway, StoreLocked, and those
/// the server answers with.
using RegisterDesk = std::function<QFuture<Result<RegisterAnswer>>(const RegisterCall &)>;

} // namespace chengban
