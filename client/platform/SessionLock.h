#pragma once

#include <QObject>

#include <memory>

namespace chengban {

/// Tells when the person locks the system's session or leaves it (Windows+L, another user, a remote
/// session that is cut). Linux has no such notice without a bus; there it never comes.
class SessionLock : public QObject
{
    Q_OBJECT

public:
    explicit SessionLock(QObject *parent = nullptr);
    ~SessionLock() override;

Q_SIGNALS:
    void locked();

private:
    class Ear;
    std::unique_ptr<Ear> m_ear;
};

} // namespace chengban
