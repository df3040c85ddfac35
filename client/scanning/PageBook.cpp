#include "client/scanning/PageBook.h"

#include <QCollator>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QLocale>

#include <algorithm>

namespace chengban {

namespace {

class Pictures : public PageBook
{
public:
    explicit Pictures(const QString &path)
        : m_path(path)
        , m_count(std::max(1, QImageReader(path).imageCount()))
    {
    }

    int count() const override { return m_count; }

    Result<QImage> page(int index) override
    {
        QImageReader reader(m_path);
        reader.setDecideFormatFromContent(true);
        reader.setAutoTransform(true); // A telephone's picture says which side is up.
        if (index > 0 && !reader.jumpToImage(index))
            return fail(ErrorCode::FileUnreadable, reader.errorString());
        const QSize size = reader.size();
        if (QImageReader::allocationLimit() > 0
            && qint64(size.width()) * size.height() * 4 > qint64(QImageReader::allocationLimit()) << 20)
            return fail(ErrorCode::TooLarge, QStringLiteral("%1 x %2").arg(size.width()).arg(size.height()));
        QImage image = reader.read();
        if (image.isNull())
            return fail(ErrorCode::FileUnreadable, reader.errorString());
        return image;
    }

private:
    QString m_path;
    int m_count;
};

bool isPdf(const QByteArray &head)
{
    return head.contains("%PDF-"); // Scanners put other things before it.
}

bool isPicture(const QString &path)
{
    static const QList<QByteArray> known{"jpeg", "jpg", "png", "tiff", "tif", "bmp"};
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    return reader.canRead() && known.contains(reader.format());
}

bool looksLikeScan(const QString &name)
{
    static const QStringList endings{QStringLiteral("pdf"), QStringLiteral("jpg"), QStringLiteral("jpeg"),
        QStringLiteral("png"), QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("bmp")};
    return endings.contains(QFileInfo(name).suffix().toLower());
}

} // namespace

Result<std::unique_ptr<PageBook>> openBook(const QString &path, const BookOpener &pdf)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    const QByteArray head = file.read(1024);
    file.close();
    if (head.isEmpty())
        return fail(ErrorCode::FileEmpty);
    if (isPdf(head))
        return pdf ? pdf(path) : Result<std::unique_ptr<PageBook>>(fail(ErrorCode::FileTypeRefused));
    if (!isPicture(path))
        return fail(looksLikeScan(path) ? ErrorCode::FileUnreadable : ErrorCode::FileTypeRefused);
    return std::make_unique<Pictures>(path);
}

QStringList scanFiles(const QStringList &paths)
{
    QStringList found;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            found.append(path);
            continue;
        }
        QStringList inside;
        QDirIterator walk(path, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            if (const QString one = walk.next(); looksLikeScan(one))
                inside.append(one);
        }
        QCollator byNumber{QLocale(QLocale::Chinese)};
        byNumber.setNumericMode(true); // Page 10 comes after page 9.
        std::ranges::sort(
            inside, [&](const QString &a, const QString &b) { return byNumber.compare(a, b) < 0; });
        found += inside;
    }
    found.removeDuplicates();
    return found;
}

} // namespace chengban
