#pragma once

#include "tests/measure/Letters.h"

#include <QRandomGenerator>

#include <functional>
#include <span>

namespace chengban::measure {

/// A reply with one fault put into it on purpose.
struct Planted
{
    RealReply real;
    qsizetype start = -1; ///< Where it was put into the answer; -1: it is about the whole.
    qsizetype length = 0;
};

/// A kind of fault, and the finding that must name it.
struct FaultKind
{
    const char *name;
    const char *finding;
    Planted (*plant)(const Letter &letter, const Letter &other, QRandomGenerator &chance);
};

[[nodiscard]] std::span<const FaultKind> faultKinds();

} // namespace chengban::measure
