#pragma once

#include "client/forms/PileItem.h"
#include "client/scanning/PaperFile.h"

#include <QFutureWatcher>
#include <QObject>

namespace chengban {

/// Files sheets one after the other: the pages are read again, upright and level, in another thread, become
/// one file of the case, and the signature on paper is recorded with it the way any step is taken.
class PileFiler : public QObject
{
    Q_OBJECT

public:
    PileFiler(Desk &desk, BookOpener pdf, QObject *parent = nullptr);
    ~PileFiler() override; ///< What is under way is filed no more.

    void file(int row, const PileItem &item);
    [[nodiscard]] bool isBusy() const { return !m_waiting.isEmpty(); }
    void cancel(); ///< Those that have not begun.

Q_SIGNALS:
    /// Empty: filed. Else why not, as a sentence.
    void ended(int row, const QString &trouble);

private:
    void begin();
    void takeFile();
    [[nodiscard]] QString filed(const PileItem &item, const Result<PaperFile> &file);

    struct Job
    {
        int row = 0;
        PileItem item;
    };
    Desk &m_desk;
    BookOpener m_pdf;
    QList<Job> m_waiting; ///< The first one is under way.
    QFutureWatcher<Result<PaperFile>> m_making;
};

} // namespace chengban
