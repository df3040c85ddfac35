#pragma once

#include "client/app/FindingsModel.h"

#include <QWidget>

class QLabel;
class QListView;

namespace chengban {

/// Verifies a dossier's package (a folder, or one file) or a PDF that is opened or dropped here, without any
/// server, and shows the result item by item.
class VerifyWindow : public QWidget
{
    Q_OBJECT

public:
    explicit VerifyWindow(QWidget *parent = nullptr);
    void verify(const QString &path); ///< In another thread.
    /// Whether what is dragged is one file or folder that can be verified: a package or a PDF.
    [[nodiscard]] static QString pathIn(const QMimeData &data);

Q_SIGNALS:
    void verified(); ///< The result stands there.

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose();
    void chooseFolder();
    void take(const QString &path, const Result<QList<DossierFinding>> &findings);

    FindingsModel *m_model;
    QLabel *m_title;
    QLabel *m_sum;
    QListView *m_list;
    quint64 m_round = 0; ///< An earlier file's answer is dropped.
};

} // namespace chengban
