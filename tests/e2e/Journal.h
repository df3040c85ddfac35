#pragma once

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace chengban::e2e {

/// What the tour did: tour.json and the line on the terminal for each step.
class Journal
{
public:
    /// Begins a step; its time runs until end().
    void begin(const QString &role, const QString &step, const QString &caseNumber);
    void end(bool verified);
    /// A figure of the step that is open.
    void measure(const QString &key, double value) { m_open.insert(key, value); }
    void fail(const QString &reason);
    void note(const QString &key, const QJsonValue &value) { m_facts.insert(key, value); }
    void addPicture(const QString &file) { m_pictures.append(file); }

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] bool allVerified() const { return m_failure.isEmpty() && m_unverified == 0; }

private:
    void close(bool verified);

    QElapsedTimer m_timer;
    QJsonObject m_open;
    QJsonArray m_steps;
    QJsonArray m_pictures;
    QJsonObject m_facts;
    QString m_failure;
    int m_unverified = 0;
};

} // namespace chengban::e2e
