#pragma once

#include "shared/base/ErrorCode.h"

#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace chengban {

/// A failure that was to be expected: from input, rules, network or disk.
struct Error {
    ErrorCode code;
    QString detail; ///< For the log and the developer: never case text, never shown as it is.

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// Turns a code into any Result: `return fail(ErrorCode::BadJson, "…");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

/// Hands a failure up unchanged: `if (!x) return fail(x.error());`
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace chengban
