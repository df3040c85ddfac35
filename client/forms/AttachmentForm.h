#pragma once

#include "client/forms/OutsideCopies.h"
#include "client/models/Desk.h"

#include <QHash>
#include <QImage>
#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QMimeData;
class QPushButton;

namespace chengban {

struct Scanning;

/// Files of the reply as thumbnails: added by the button, by dropping or by pasting; each has a kind. What
/// cannot be taken is said here, with the file's name.
class AttachmentForm : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentForm(Desk &desk, QWidget *parent = nullptr);

    void setReadOnly(bool readOnly);
    void setAttachments(const QList<Attachment> &attachments); ///< Does not emit edited().
    [[nodiscard]] const QList<Attachment> &attachments() const { return m_attachments; }
    void addFiles(const QStringList &paths);
    void setKindOfNew(AttachmentKind kind); ///< Of files added from now on.
    void setScanning(Scanning *scanning); ///< Null: there is no scanner to be asked. Outlives this.
    void scan(); ///< Opens the desk of scanned pages.

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeLayout();
    void connectParts();
    void chooseFiles();
    void paste();
    bool take(const QMimeData &brought);
    void take(const QList<QPair<QString, Result<Attachment>>> &added); ///< By the name that is shown.
    [[nodiscard]] AttachmentKind kindOfNew() const;
    void showThumbnails();
    void loadThumbnail(QListWidgetItem &item, const Attachment &attachment);
    void showThumbnail(const QString &sha256, const QImage &picture);
    void showPreview(const QString &sha256, const Result<QImage> &picture);
    /// Reads and paints in another thread; `done` is called here, unless this form is gone by then.
    void paint(const Attachment &attachment, const QSize &room,
        const std::function<void(const Result<QImage> &)> &done);
    void showSelected();
    void setKind(int index);
    void removeSelected();
    void openSelected(); ///< In another program: all pages, also where this one shows none.
    [[nodiscard]] int selected() const;

    Desk &m_desk;
    bool m_readOnly = false;
    QList<Attachment> m_attachments;
    QHash<QString, QImage> m_pictures; ///< Thumbnails by SHA-256.
    QListWidget *m_list;
    QWidget *m_tools;
    QLabel *m_hint;
    QLabel *m_error;
    QLabel *m_preview;
    QComboBox *m_kind;
    Scanning *m_scanning = nullptr;
    QPushButton *m_add;
    QPushButton *m_scan;
    QPushButton *m_remove;
    QPushButton *m_open;
    OutsideCopies m_outside;
};

} // namespace chengban
