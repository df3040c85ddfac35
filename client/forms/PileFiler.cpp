#include "client/forms/PileFiler.h"

#include "client/models/Wording.h"
#include "shared/base/FileNames.h"

#include <QtConcurrent>

namespace chengban {

namespace {

QString fileName(const PileItem &item, const QString &ending)
{
    //: Name of a file: %1 number of the case, %2 version, %3 ending
    return PileFiler::tr("Signed sheet %1 version %2.%3")
        .arg(plainFileName(titleOf(item), 60))
        .arg(item.facts.what.number)
        .arg(ending);
}

QString sentenceOf(const Problems &problems)
{
    QStringList sentences;
    for (const Problem &one : problems)
        sentences << missingText(one);
    return sentences.join(QLatin1Char('\n'));
}

} // namespace

PileFiler::PileFiler(Desk &desk, BookOpener pdf, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_pdf(std::move(pdf))
{
    connect(&m_making, &QFutureWatcherBase::finished, this, &PileFiler::takeFile);
}

PileFiler::~PileFiler() = default;

void PileFiler::file(int row, const PileItem &item)
{
    m_waiting.append({row, item});
    if (m_waiting.size() == 1)
        begin();
}

void PileFiler::cancel()
{
    while (m_waiting.size() > 1)
        Q_EMIT ended(m_waiting.takeLast().row, tr("Cancelled before it was filed."));
}

void PileFiler::begin()
{
    m_making.setFuture(QtConcurrent::run([pages = m_waiting.first().item.filedPages(), pdf = m_pdf] {
        return paperFile(int(pages.size()), [&](int index) { return uprightPage(pages.at(index), pdf); });
    }));
}

void PileFiler::takeFile()
{
    const Job job = m_waiting.first();
    const QString trouble = filed(job.item, m_making.result());
    m_waiting.removeFirst();
    Q_EMIT ended(job.row, trouble);
    if (!m_waiting.isEmpty())
        begin();
}

QString PileFiler::filed(const PileItem &item, const Result<PaperFile> &file)
{
    if (!file)
        return errorText(file.error().code);
    const Problems before = problemsOf(item, m_desk); // The case may have moved on while the file was made.
    if (!before.isEmpty())
        return sentenceOf(before);
    const Result<Attachment> scan
        = m_desk.addBytes(fileName(item, file->ending), file->bytes, AttachmentKind::SignedSheet);
    if (!scan)
        return errorText(scan.error().code);
    const auto taken
        = m_desk.take(*item.caseId(), CommandType::RecordPaperSignature, paperBody(item.facts, *scan));
    return taken ? QString() : sentenceOf(taken.error());
}

} // namespace chengban
