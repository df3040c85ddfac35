#pragma once

#include "client/models/LocalDesk.h"

namespace chengban {

struct LocalDesk::Enrolment
{
    Sm2Key key;
    QString pin;
};

} // namespace chengban
