#pragma once

#include "client/printing/DossierWriter.h"

#include "shared/canonical/Digest.h"
#include "tests/shared/dossier/SampleCase.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QSet>

namespace chengban::dossiers {

struct Run
{
    int code = -1;
    QByteArray out;
};

inline Run run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60000);
    return {process.exitCode(), process.readAllStandardOutput() + process.readAllStandardError()};
}

inline QString textOf(const QString &pdf, int page = 0)
{
    QStringList arguments{QStringLiteral("-enc"), QStringLiteral("UTF-8")};
    if (page > 0)
        arguments << QStringLiteral("-f") << QString::number(page) << QStringLiteral("-l")
                  << QString::number(page);
    return QString::fromUtf8(run(QStringLiteral("pdftotext"), arguments << pdf << QStringLiteral("-")).out);
}

/// What PDFBox Preflight says of the files; code 77 when it is not installed.
inline Run preflight(const QStringList &files)
{
#ifdef Q_OS_WIN // A stand-in.
    return run(QStringLiteral("preflight"), files);
#else
    return run(QStringLiteral(CHENGBAN_SOURCE_DIR "/tests/preflight"), files);
#endif
}

/// Four colours in the corners, red at the top left.
inline QByteArray jpegScan(const QSize &size = {620, 877}, int seed = 0)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QSize half = size / 2;
    painter.fillRect(QRect(QPoint(0, 0), half), Qt::red);
    painter.fillRect(QRect(QPoint(half.width(), 0), half), Qt::green);
    painter.fillRect(QRect(QPoint(0, half.height()), half), Qt::blue);
    painter.fillRect(QRect(QPoint(half.width(), half.height()), half), QColor(seed % 256, 128, 0));
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 90);
    return buffer.data();
}

inline QByteArray smallPdf(int pages, QPageSize::PageSizeId size = QPageSize::A4)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(size));
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.drawText(1000, 1000, QStringLiteral("foreign page %1").arg(page + 1));
    }
    painter.end();
    return buffer.data();
}

/// The files of a case, as the blob store would give them.
class Files
{
public:
    Attachment add(const QString &name, const QString &mime, const QByteArray &bytes)
    {
        const QString digest = hex(sha256(bytes));
        m_files.insert(digest, bytes);
        return {name, AttachmentKind::Evidence, mime, bytes.size(), digest, hex(sm3(bytes))};
    }
    [[nodiscard]] FileSource source() const
    {
        return [files = m_files](const QString &digest) -> Result<QByteArray> {
            if (!files.contains(digest))
                return fail(ErrorCode::FileUnreadable, digest);
            return files.value(digest);
        };
    }

private:
    QHash<QString, QByteArray> m_files;
};

inline QList<Event> sampleLog(const Case &c)
{
    QList<Event> log;
    const QStringList types{QStringLiteral("registered"), QStringLiteral("dispatched"),
        QStringLiteral("accepted"), QStringLiteral("contact-recorded"), QStringLiteral("reply-signed"),
        QStringLiteral("closed"), QStringLiteral("archived")};
    for (const QString &type : types) {
        Event event;
        event.type = type;
        event.revision = log.size() + 1;
        event.actor = log.size() < 2 ? samples::centre() : samples::clerk();
        event.serverTimeMs = samples::at(2 + int(log.size()), 9);
        event.previous = QByteArray(32, char(0x10 + log.size()));
        log.append(event);
    }
    log.last().revision = c.revision;
    return log;
}

inline QSet<uint> charactersOf(const QString &text)
{
    QSet<uint> found;
    for (const uint c : text.toUcs4()) {
        if (!QChar::isSpace(c))
            found.insert(c);
    }
    return found;
}

} // namespace chengban::dossiers
