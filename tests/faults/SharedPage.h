#pragma once

#include "tests/faults/Points.h"

#include <QFile>

#include <new>

namespace chengban::faults {

/// The page of one process, mapped here too; what it says outlives that process.
class SharedPage
{
public:
    explicit SharedPage(const QString &path)
        : m_file(path)
    {
        if (QFile(path).size() < qint64(sizeof(Page))
            && !(m_file.open(QIODevice::WriteOnly) && m_file.resize(sizeof(Page))))
            qFatal("no place for the page");
        m_file.close();
        if (!m_file.open(QIODevice::ReadWrite))
            qFatal("no page");
        m_page = reinterpret_cast<Page *>(m_file.map(0, sizeof(Page)));
        if (!m_page)
            qFatal("the page cannot be mapped");
    }

    Page *operator->() const { return m_page; }
    [[nodiscard]] QString path() const { return m_file.fileName(); }

    /// The process dies at the point, `passes` calls later than the first that fits.
    void arm(Point point, int passes) const
    {
        m_page->struck = 0;
        m_page->stop = 0;
        m_page->passes = passes;
        m_page->point = int(point);
    }
    void disarm() const { m_page->point = 0; }
    [[nodiscard]] Point struck() const { return Point(m_page->struck.load()); }

private:
    QFile m_file;
    Page *m_page = nullptr;
};

} // namespace chengban::faults
