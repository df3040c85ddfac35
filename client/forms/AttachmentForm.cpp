#include "client/forms/AttachmentForm.h"

#include "client/forms/FlowLayout.h"
#include "client/forms/Icons.h"
#include "client/forms/Preview.h"
#include "client/forms/ScanDesk.h"
#include "client/forms/Theme.h"
#include "client/forms/Typography.h"
#include "client/models/WhenDone.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace chengban {

namespace {

constexpr QSize thumbnail{96, 72};
constexpr QSize preview{720, 320};

/// A sheet with the file's ending, for what has no picture (yet).
QImage paperPicture(const Attachment &attachment)
{
    QImage picture(thumbnail, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintGlyph(painter, Glyph::Paper, QRectF(28, 8, 40, 40), colours().quiet);
    painter.setPen(colours().quiet);
    painter.drawText(QRect(0, 50, 96, 20), Qt::AlignCenter, QFileInfo(attachment.name).suffix().toUpper());
    return picture;
}

} // namespace

AttachmentForm::AttachmentForm(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_list(new QListWidget)
    , m_tools(new QWidget)
    , m_hint(label(tr("Drop files here, paste a picture, or add them by the button."), "quiet"))
    , m_error(label({}, "error"))
    , m_preview(label({}, "plain"))
    , m_kind(new QComboBox)
    , m_add(button(tr("Add files"), QStringLiteral("addAttachment")))
    , m_scan(button(tr("Scan…"), QStringLiteral("scanAttachment")))
    , m_remove(button(tr("Remove"), QStringLiteral("removeAttachment")))
    , m_open(button(tr("Open in another program"), QStringLiteral("openAttachment"), "link"))
{
    setObjectName(QStringLiteral("attachments"));
    setAcceptDrops(true);
    makeLayout();
    connectParts();
    showThumbnails();
}

void AttachmentForm::makeLayout()
{
    m_list->setObjectName(QStringLiteral("attachmentList"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setIconSize(thumbnail);
    m_list->setGridSize({128, 72 + 3 * fontMetrics().height()});
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setWordWrap(true);
    m_list->setFixedHeight(m_list->gridSize().height() + gap);
    m_list->setAccessibleName(tr("Attachments"));
    m_list->installEventFilter(this);
    m_kind->setObjectName(QStringLiteral("attachmentKind"));
    m_kind->setAccessibleName(tr("Kind of the paper"));
    for (const auto &row : namesOf(AttachmentKind()))
        m_kind->addItem(attachmentKindText(row.value), int(row.value));
    m_add->setIcon(icon(Glyph::Plus));
    m_scan->setIcon(icon(Glyph::Scanner));
    m_scan->hide();
    m_error->setObjectName(QStringLiteral("attachmentError"));
    m_error->hide();
    m_preview->setObjectName(QStringLiteral("attachmentPreview"));
    m_preview->hide();
    m_open->setToolTip(
        tr("All pages, in the program this computer has for it; its copy goes with this page"));
    m_open->hide();
    auto *line = new FlowLayout(0, m_tools);
    line->setSpacing(gap);
    for (QWidget *one : std::initializer_list<QWidget *>{m_add, m_scan, m_kind, m_remove})
        line->addWidget(one);
    setFocusProxy(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    for (QWidget *one : std::initializer_list<QWidget *>{m_hint, m_list, m_tools, m_error, m_preview})
        layout->addWidget(one);
    layout->addWidget(m_open, 0, Qt::AlignLeft);
}

void AttachmentForm::connectParts()
{
    connect(m_add, &QPushButton::clicked, this, &AttachmentForm::chooseFiles);
    connect(m_scan, &QPushButton::clicked, this, &AttachmentForm::scan);
    connect(m_remove, &QPushButton::clicked, this, &AttachmentForm::removeSelected);
    connect(m_open, &QPushButton::clicked, this, &AttachmentForm::openSelected);
    connect(m_kind, &QComboBox::activated, this, &AttachmentForm::setKind);
    connect(m_list, &QListWidget::currentRowChanged, this, &AttachmentForm::showSelected);
    connect(&m_desk, &Desk::fileArrived, this, &AttachmentForm::showThumbnails);
}

void AttachmentForm::setScanning(Scanning *scanning)
{
    m_scanning = scanning;
    m_scan->setVisible(scanning != nullptr);
}

void AttachmentForm::scan()
{
    if (!m_scanning || m_readOnly)
        return;
    QStringList names;
    for (const Attachment &one : m_attachments)
        names << one.name;
    const QString day = countyTime(m_desk.nowMs()).toString(QStringLiteral("yyyyMMdd"));
    const auto taken = [this](const QString &name, const QByteArray &bytes) -> Result<void> {
        const Result<Attachment> attachment = m_desk.addBytes(name, bytes, kindOfNew());
        if (!attachment)
            return fail(attachment.error());
        take({{name, attachment}});
        return {};
    };
    auto *desk = new ScanDesk(*m_scanning, taken, day, ScanDesk::freeNumber(day, names), this);
    desk->open();
}

void AttachmentForm::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setAcceptDrops(!readOnly);
    m_tools->setVisible(!readOnly);
    showThumbnails();
}

void AttachmentForm::setAttachments(const QList<Attachment> &attachments)
{
    if (attachments == m_attachments)
        return;
    m_attachments = attachments;
    showThumbnails();
}

void AttachmentForm::addFiles(const QStringList &paths)
{
    QList<QPair<QString, Result<Attachment>>> added;
    for (const QString &path : paths)
        added.append({QFileInfo(path).fileName(), m_desk.addFile(path, kindOfNew())});
    take(added);
}

AttachmentKind AttachmentForm::kindOfNew() const
{
    return AttachmentKind(m_kind->currentData().toInt());
}

void AttachmentForm::take(const QList<QPair<QString, Result<Attachment>>> &added)
{
    QStringList refused;
    for (const auto &[name, attachment] : added) {
        if (!attachment)
            refused << name.left(60) + QStringLiteral(": ") + errorText(attachment.error().code);
        else if (!m_attachments.contains(*attachment))
            m_attachments.append(*attachment);
    }
    say(m_error, refused.join(QLatin1Char('\n')));
    showThumbnails();
    m_list->setCurrentRow(m_list->count() - 1);
    if (refused.size() < added.size())
        Q_EMIT edited();
}

void AttachmentForm::setKindOfNew(AttachmentKind kind)
{
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
}

bool AttachmentForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !m_readOnly) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Paste)) {
            paste();
            return true;
        }
        if (key->matches(QKeySequence::Delete)) {
            removeSelected();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AttachmentForm::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void AttachmentForm::dropEvent(QDropEvent *event)
{
    if (take(*event->mimeData()))
        event->acceptProposedAction();
}

void AttachmentForm::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add files"));
    dialog->setObjectName(QStringLiteral("chooseFiles"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Pictures and documents (*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.pdf *.doc *.docx *.xls "
            "*.xlsx *.wps *.ofd *.txt)"),
            tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &AttachmentForm::addFiles);
    dialog->open();
}

void AttachmentForm::paste()
{
    take(*QApplication::clipboard()->mimeData());
}

bool AttachmentForm::take(const QMimeData &brought)
{
    QStringList paths;
    for (const QUrl &url : brought.urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty()) {
        addFiles(paths);
        return true;
    }
    const auto picture = qvariant_cast<QImage>(brought.imageData());
    QBuffer bytes;
    if (picture.isNull() || !bytes.open(QIODevice::WriteOnly) || !picture.save(&bytes, "PNG"))
        return false;
    const QString time = countyTime(m_desk.nowMs()).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString name = tr("Pasted") + QLatin1Char('-') + time + QStringLiteral(".png");
    take({{name, m_desk.addBytes(name, bytes.data(), kindOfNew())}});
    return true;
}

void AttachmentForm::showThumbnails()
{
    const int row = selected();
    m_list->clear();
    for (const Attachment &attachment : m_attachments) {
        auto *item = new QListWidgetItem(attachment.name, m_list);
        item->setToolTip(attachment.name + QLatin1Char('\n') + attachmentKindText(attachment.kind)
            + QStringLiteral(" · ") + sizeText(attachment.size));
        item->setTextAlignment(Qt::AlignHCenter | Qt::AlignTop);
        loadThumbnail(*item, attachment);
    }
    m_list->setVisible(!m_attachments.isEmpty());
    m_hint->setVisible(m_attachments.isEmpty());
    m_hint->setText(m_readOnly ? tr("No attachments.")
                               : tr("Drop files here, paste a picture, or add them by the button."));
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    showSelected();
}

void AttachmentForm::loadThumbnail(QListWidgetItem &item, const Attachment &attachment)
{
    const auto known = m_pictures.constFind(attachment.sha256);
    item.setIcon(QPixmap::fromImage(known == m_pictures.cend() ? paperPicture(attachment) : *known));
    if (known != m_pictures.cend())
        return;
    paint(attachment, thumbnail * 2, [this, sha = attachment.sha256](const Result<QImage> &picture) {
        if (picture && !picture->isNull())
            showThumbnail(sha, *picture);
    });
}

void AttachmentForm::paint(
    const Attachment &attachment, const QSize &room, const std::function<void(const Result<QImage> &)> &done)
{
    const Result<FileReading> reading = m_desk.fileReading(attachment.sha256);
    if (!reading)
        return done(fail(reading.error()));
    const auto painting
        = QtConcurrent::run([reading = *reading, mime = attachment.mime, room]() -> Result<QImage> {
              return reading().map([&](const QByteArray &bytes) { return previewOf(bytes, mime, room); });
          });
    whenDone(this, painting, done);
}

void AttachmentForm::showThumbnail(const QString &sha256, const QImage &picture)
{
    m_pictures.insert(sha256, picture);
    for (int row = 0; row < m_list->count() && row < m_attachments.size(); ++row) {
        if (m_attachments.at(row).sha256 == sha256)
            m_list->item(row)->setIcon(QPixmap::fromImage(picture));
    }
}

void AttachmentForm::showSelected()
{
    const int row = selected();
    m_remove->setEnabled(row >= 0);
    m_open->setVisible(row >= 0);
    if (row < 0) {
        m_preview->hide();
        return;
    }
    const Attachment &attachment = m_attachments.at(row);
    m_kind->setCurrentIndex(m_kind->findData(int(attachment.kind)));
    say(m_preview, tr("Being opened"));
    const QSize room = preview.boundedTo({std::max(200, width()), preview.height()});
    paint(attachment, room,
        [this, sha = attachment.sha256](const Result<QImage> &picture) { showPreview(sha, picture); });
}

void AttachmentForm::showPreview(const QString &sha256, const Result<QImage> &picture)
{
    if (selected() < 0 || m_attachments.at(selected()).sha256 != sha256)
        return; // Another one has been chosen meanwhile.
    if (!picture)
        say(m_preview, errorText(picture.error().code));
    else if (picture->isNull())
        say(m_preview, tr("There is no preview of this file here. Open it in another program."));
    else
        m_preview->setPixmap(QPixmap::fromImage(*picture));
}

void AttachmentForm::openSelected()
{
    if (selected() < 0)
        return;
    const Attachment attachment = m_attachments.at(selected());
    const Result<FileReading> reading = m_desk.fileReading(attachment.sha256);
    if (!reading)
        return say(m_error, errorText(reading.error().code));
    whenDone(this, QtConcurrent::run(*reading), [this, attachment](const Result<QByteArray> &bytes) {
        const Result<bool> opened = bytes.and_then(
            [&](const QByteArray &content) { return m_outside.open(attachment.name, content); });
        if (!opened)
            say(m_error, errorText(opened.error().code));
        else
            say(m_error,
                *opened ? QString()
                        : tr("No program on this computer opens this file. Ask the administrator for one."));
    });
}

void AttachmentForm::setKind(int index)
{
    if (selected() < 0)
        return;
    m_attachments[selected()].kind = AttachmentKind(m_kind->itemData(index).toInt());
    Q_EMIT edited();
}

void AttachmentForm::removeSelected()
{
    if (selected() < 0)
        return;
    m_attachments.removeAt(selected());
    showThumbnails();
    Q_EMIT edited();
}

int AttachmentForm::selected() const
{
    const int row = m_list->currentRow();
    return row < m_attachments.size() ? row : -1;
}

} // namespace chengban
