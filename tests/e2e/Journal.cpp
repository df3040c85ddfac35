#include "tests/e2e/Journal.h"

#include <QTextStream>

namespace chengban::e2e {

void Journal::begin(const QString &role, const QString &step, const QString &caseNumber)
{
    m_open = {
        {QStringLiteral("role"), role}, {QStringLiteral("step"), step}, {QStringLiteral("case"), caseNumber}};
    m_timer.start();
}

void Journal::end(bool verified)
{
    m_unverified += verified ? 0 : 1;
    close(verified);
}

void Journal::fail(const QString &reason)
{
    m_failure = reason;
    if (!m_open.isEmpty()) {
        m_open.insert(QStringLiteral("failure"), reason);
        close(false);
    }
}

void Journal::close(bool verified)
{
    m_open.insert(QStringLiteral("seconds"), static_cast<double>(m_timer.elapsed()) / 1000.0);
    m_open.insert(QStringLiteral("verified"), verified ? QStringLiteral("yes") : QStringLiteral("no"));
    m_steps.append(m_open);
    QTextStream(stdout) << (verified ? "  ok  " : "  NO  ") << m_open.value(QStringLiteral("role")).toString()
                        << "  " << m_open.value(QStringLiteral("step")).toString() << "  "
                        << m_open.value(QStringLiteral("case")).toString() << Qt::endl;
    m_open = {};
}

QJsonObject Journal::toJson() const
{
    QJsonObject json = m_facts;
    json.insert(QStringLiteral("ok"), allVerified());
    if (!m_failure.isEmpty())
        json.insert(QStringLiteral("failure"), m_failure);
    json.insert(QStringLiteral("steps"), m_steps);
    json.insert(QStringLiteral("pictures"), m_pictures);
    return json;
}

} // namespace chengban::e2e
