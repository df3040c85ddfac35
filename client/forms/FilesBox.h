#pragma once

#include "client/models/Desk.h"
#include "client/models/Transfers.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace chengban {

/// Files under way, one by one: how much of it, how long it takes, why one waits. Hidden while there is none.
class FilesBox : public QWidget
{
    Q_OBJECT

public:
    FilesBox(Desk &desk, Transfers &transfers, QWidget *parent = nullptr);

    /// "3.1 MB of 5.0 MB, about 12 seconds left", or why it waits.
    [[nodiscard]] static QString progressText(const FileTransfer &file, qint64 nowMs);

private:
    [[nodiscard]] static QString leftText(qint64 seconds);
    void refresh();
    void addRow(const FileTransfer &file);

    Desk &m_desk;
    Transfers &m_transfers;
    QTimer m_soon; ///< Progress comes more often than anybody reads.
    QVBoxLayout *m_list;
};

} // namespace chengban
