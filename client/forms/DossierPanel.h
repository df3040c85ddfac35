#pragma once

#include "client/models/Desk.h"

#include <QFrame>
#include <QFuture>
#include <QFutureWatcher>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace chengban {

/// Writes the dossier of a case as a PDF; runs beside the window. Connected to client/printing by the app.
using DossierWriter = std::function<QFuture<Result<void>>(const CaseId &id, const QString &path)>;

/// Asks where to and writes the dossier; a strip of the page, not a dialog.
class DossierPanel : public QFrame
{
    Q_OBJECT

public:
    explicit DossierPanel(QWidget *parent = nullptr);

    void setWriter(DossierWriter writer) { m_writer = std::move(writer); }
    [[nodiscard]] bool canWrite() const { return bool(m_writer); }
    void begin(const CaseId &id, const QString &number);

Q_SIGNALS:
    void printPressed();

private:
    void write();
    void showProgress(int value);
    void finish();

    DossierWriter m_writer;
    CaseId m_case;
    QFutureWatcher<Result<void>> m_running;
    QLineEdit *m_path;
    QPushButton *m_write;
    QLabel *m_state;
};

} // namespace chengban
