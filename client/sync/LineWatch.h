#pragma once

#include <QObject>

namespace chengban {

/// What the operating system says about the line, where it says anything (Windows; Linux with
/// NetworkManager). Only a PC without any network counts as down: an office net without the Internet is
/// usual.
class LineWatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void start(); ///< Tells the present state, and every change from then on.

Q_SIGNALS:
    void changed(bool down, bool metered);

private:
    void tell();
};

} // namespace chengban
