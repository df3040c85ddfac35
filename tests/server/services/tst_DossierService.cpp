#include "tests/server/services/Desk.h"

#include "server/services/AuditService.h"
#include "server/services/BlobService.h"
#include "server/services/DossierService.h"
#include "shared/base/CountyTime.h"
#include "shared/dossier/Bag.h"
#include "shared/dossier/BagArchive.h"
#include "shared/signing/CaseLog.h"

#include <QJsonDocument>

using namespace chengban;
using namespace chengban::test;

namespace {

const QString number2025 = u"Q012-ZY·RX·2025·D10-0001"_s;

Actor archivist()
{
    return person(u"wen"_s, Role::Archivist, u"archive"_s);
}

/// The year after which a dossier of 2025 kept for ten years is due.
qint64 in2036()
{
    return utcMs(QDate(2036, 3, 1), QTime(9, 0));
}

/// What a test bends in a package before it is sent.
struct Bent
{
    std::function<void(QJsonObject &)> manifest = [](QJsonObject &) {};
    std::function<void(CaseLog &)> log = [](CaseLog &) {};
    std::function<void(const QString &)> bag = [](const QString &) {};
};

} // namespace

class TestDossierService : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    DossierService dossiers() { return DossierService(m_desk->backend); }

    CaseId archived(const QString &number, const QString &archiveNumber = number2025)
    {
        const CaseId id = m_desk->closed(number);
        const QString retention = archiveNumber.section(u'·', 3, 3).section(u'-', 0, 0);
        Desk::expectAccepted(m_desk->take(
            archivist(), CommandType::Archive, id, toJson(ArchiveBody{archiveNumber, retention, {}})));
        return id;
    }

    CaseLog logOf(const CaseId &id, const Actor &reader)
    {
        const auto whole = must(CaseService(m_desk->backend).caseLog(reader, id, mondayMs));
        const auto keys = must(KeyService(m_desk->backend).keys({u"demo"_s}));
        return {whole.events, keys, m_desk->keys().publicKeyPem, {}};
    }

    /// A package of the case as one file: small, and complete for the server.
    QByteArray packageOf(const CaseId &id, const Actor &reader, const Bent &bent = {})
    {
        const QTemporaryDir room;
        CaseLog log = logOf(id, reader);
        bent.log(log);
        const Case theCase = chengban::folded(log.events);
        QJsonObject manifest{{u"archiveNumber"_s, theCase.archiving->body.archiveNumber}, {u"year"_s, 2025},
            {u"retention"_s, theCase.archiving->body.retention},
            {u"title"_s, u"县水务局关于“水压不足”的材料"_s}, {u"fondsName"_s, u"县水务局"_s},
            {u"caseNumber"_s, theCase.demand.sourceNumber}, {u"caseHead"_s, hex(theCase.head)}};
        bent.manifest(manifest);
        const QJsonObject volume{{u"manifest"_s, manifest}, {u"numberedPages"_s, 12}};
        const QString folder = room.filePath(u"dossier-"_s + theCase.demand.sourceNumber);
        {
            BagWriter bag = must(BagWriter::begin(folder));
            must(bag.add(
                u"manifest.json"_s, QJsonDocument(QJsonObject{{u"volumes"_s, QJsonArray{volume}}}).toJson()));
            must(bag.add(u"log.json"_s, QJsonDocument(must(toJson(log))).toJson()));
            must(bag.closePayload({}));
            must(bag.finish());
        }
        bent.bag(folder);
        const QString path = room.filePath(u"package.zip"_s);
        must(writeBagArchive(folder, path));
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString sent(const QByteArray &bytes, const Actor &actor)
    {
        const QString sha = hex(sha256(bytes));
        BlobService blobs(m_desk->backend);
        const Upload upload
            = must(blobs.create(actor, bytes.size(), u"p.zip"_s, sha, mondayMs, u"dossier"_s));
        must(blobs.patch(actor, upload.id, 0, bytes, {}, mondayMs));
        return sha;
    }

    wire::FiledDossier filed(const QString &number = u"QH1"_s)
    {
        return must(dossiers().file(
            archivist(), sent(packageOf(archived(number), archivist()), archivist()), mondayMs));
    }

    QString pathOf(const wire::FiledDossier &filed)
    {
        return m_desk->backend.files.pathOf({u"demo"_s}, filed.line.sha256);
    }

    ErrorCode refusalOf(const QByteArray &bytes, const Actor &actor = archivist())
    {
        const auto answer = dossiers().file(actor, sent(bytes, actor), mondayMs);
        return answer ? ErrorCode::ServerFault : answer.error().code;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_folder->path());
        m_desk->found();
    }
    void cleanup()
    {
        m_desk.reset();
        m_folder.reset();
    }

    void soundPackage_isFiledWithASignedReceipt()
    {
        const wire::FiledDossier answer = filed();
        QCOMPARE(answer.line.facts.archiveNumber, number2025);
        QCOMPARE(answer.line.facts.pages, 12);
        QCOMPARE(answer.line.unit.value, u"water"_s);
        QCOMPARE(answer.line.state, DossierState::Kept);
        QVERIFY(verifyReceipt(answer.receipt, m_desk->keys().publicKeyPem));
        QCOMPARE(answer.receipt.archiveNumber, number2025);
        QCOMPARE(answer.receipt.sm3, answer.line.sm3);
        FilingReceipt forged = answer.receipt;
        forged.filedAtMs += 1;
        QVERIFY(!verifyReceipt(forged, m_desk->keys().publicKeyPem));
        const auto read = wire::filedDossierFromJson(wire::toJson(answer));
        QVERIFY(read);
        QCOMPARE(*read, answer);
        QVERIFY(QDir(m_folder->filePath(u"scratch"_s)).isEmpty());
    }

    void samePackageAgain_getsTheSameAnswer()
    {
        const wire::FiledDossier first = filed();
        const auto again = must(dossiers().file(archivist(), first.line.sha256, mondayMs + minuteMs));
        QCOMPARE(again.line, first.line);
        QCOMPARE(again.receipt, first.receipt);
    }

    void unitsCopy_isFiledByTheUnitItself()
    {
        const CaseId id = archived(u"QH1"_s);
        const auto answer = must(dossiers().file(clerk(), sent(packageOf(id, clerk()), clerk()), mondayMs));
        QCOMPARE(answer.line.filedByName, clerk().name);
        QCOMPARE(
            refusalOf(packageOf(archived(u"QH2"_s, u"Q012-ZY·RX·2025·D10-0002"_s), clerk()), roadClerk()),
            ErrorCode::NotFound);
    }

    void bentPackage_isRefused_data()
    {
        QTest::addColumn<Bent>("bent");
        const auto manifest = [](const char *name, const QString &key, const QJsonValue &value) {
            Bent bent;
            bent.manifest = [=](QJsonObject &json) { json.insert(key, value); };
            QTest::newRow(name) << bent;
        };
        manifest("another archive number", u"archiveNumber"_s, u"Q012-ZY·RX·2025·D10-0099"_s);
        manifest("another retention", u"retention"_s, u"Y"_s);
        manifest("another year", u"year"_s, 2024);
        manifest("another head", u"caseHead"_s, QString(64, u'a'));
        Bent bent;
        bent.log = [](CaseLog &log) { log.events.last().actor.name = u"别人"_s; };
        QTest::newRow("a changed event") << bent;
        const auto bag = [](const char *name, const std::function<void(const QDir &)> &harm) {
            Bent one;
            one.bag = [=](const QString &folder) { harm(QDir(folder)); };
            QTest::newRow(name) << one;
        };
        bag("an extra file", [](const QDir &dir) {
            QVERIFY(QFile::copy(dir.filePath(u"bagit.txt"_s), dir.filePath(u"data/extra"_s)));
        });
        bag("no list of SM3", [](const QDir &dir) {
            for (const char *name : {"digests-sm3.txt", "tagmanifest-sha256.txt"})
                QFile::remove(dir.filePath(QLatin1StringView(name)));
        });
        bag("a changed byte", [](const QDir &dir) {
            QFile file(dir.filePath(u"data/manifest.json"_s));
            QVERIFY(file.open(QIODevice::Append) && file.write(" ") == 1);
        });
    }
    void bentPackage_isRefused()
    {
        QFETCH(Bent, bent);
        const CaseId id = archived(u"QH1"_s);
        QCOMPARE(refusalOf(packageOf(id, archivist(), bent)), ErrorCode::PackageInvalid);
        QVERIFY(must(dossiers().lines(archivist(), {}, mondayMs)).dossiers.isEmpty());
        QVERIFY(QDir(m_folder->filePath(u"scratch"_s)).isEmpty());
    }

    void secondDossierUnderTheSameNumber_isRefused()
    {
        filed();
        QCOMPARE(refusalOf(packageOf(archived(u"QH2"_s), archivist())), ErrorCode::ArchiveNumberTaken);
    }

    void packageThatWasNotSent_isRefused()
    {
        QCOMPARE(
            dossiers().file(archivist(), QString(64, u'a'), mondayMs).error().code, ErrorCode::BlobMissing);
        const QString sha = sent(packageOf(archived(u"QH1"_s), archivist()), archivist());
        QCOMPARE(dossiers().file(centre(), sha, mondayMs).error().code, ErrorCode::BlobMissing);
    }

    void package_isNoAttachment()
    {
        const QByteArray bytes = packageOf(archived(u"QH1"_s), archivist());
        sent(bytes, clerk());
        Reply reply = Desk::reply();
        reply.attachments = {Attachment{u"a.zip"_s, AttachmentKind::Evidence, u"application/pdf"_s,
            bytes.size(), hex(sha256(bytes)), hex(sm3(bytes))}};
        const auto answer = m_desk->submitForSignOff(m_desk->accepted(u"QH2"_s), reply);
        QCOMPARE(answer.state, wire::CommandState::Refused);
        BlobService blobs(m_desk->backend);
        QCOMPARE(blobs.create(clerk(), 10, u"a"_s, QString(64, u'a'), mondayMs, u"other"_s).error().code,
            ErrorCode::BadInput);
    }

    void register_isAskedByYearNumberRetentionAndUnit()
    {
        filed();
        const auto more = must(dossiers().file(archivist(),
            sent(packageOf(archived(u"QH2"_s, u"Q012-ZY·RX·2025·D30-0001"_s), archivist()), archivist()),
            mondayMs + 1));
        const auto count = [&](const wire::DossierQuestion &question, const Actor &actor = archivist()) {
            return must(dossiers().lines(actor, question, mondayMs)).dossiers.size();
        };
        QCOMPARE(count({}), 2);
        QCOMPARE(count({.year = 2025}), 2);
        QCOMPARE(count({.year = 2024}), 0);
        QCOMPARE(count({.retention = u"D30"_s}), 1);
        QCOMPARE(count({.unit = {u"road"_s}}), 0);
        QCOMPARE(count({.text = u"D10-0001"_s}), 1);
        QCOMPARE(count({.text = u"水压"_s}), 2);
        QCOMPARE(count({.text = u"%"_s}), 0);
        QCOMPARE(count({.state = DossierState::Destroyed}), 0);
        QCOMPARE(count({}, clerk()), 2);
        QCOMPARE(count({}, roadClerk()), 0);
        QCOMPARE(count({.unit = {u"water"_s}}, roadClerk()), 0);
        const auto page = must(dossiers().lines(archivist(), {.limit = 1}, mondayMs));
        QVERIFY(page.more);
        QCOMPARE(page.dossiers.first().id, more.line.id);
        QCOMPARE(count({.after = more.line.id}), 1);
    }

    void opening_isWrittenDownAndNotForUnits()
    {
        const wire::FiledDossier one = filed();
        const BlobFile file = must(dossiers().open(centre(), one.line.id, OpeningPurpose::Reprint, mondayMs));
        QCOMPARE(file.read(0, one.line.bytes + 1).size(), one.line.bytes);
        QCOMPARE(dossiers().open(clerk(), one.line.id, OpeningPurpose::Read, mondayMs).error().code,
            ErrorCode::Forbidden);
        const auto told = must(dossiers().line(archivist(), one.line.id));
        QCOMPARE(told.openings.size(), 1);
        QCOMPARE(told.openings.first().userName, centre().name);
        QCOMPARE(told.openings.first().purpose, OpeningPurpose::Reprint);
        QVERIFY(must(dossiers().line(clerk(), one.line.id)).openings.isEmpty());
        QCOMPARE(dossiers().line(roadClerk(), one.line.id).error().code, ErrorCode::NotFound);
    }

    void permanentDossier_isDueForTransferAfterTheYearsOfItsTemplate()
    {
        const auto dueIn = [&](int year) {
            const qint64 atMs = utcMs(QDate(year, 3, 1), QTime(9, 0));
            return must(dossiers().lines(archivist(), {.due = DisposalKind::Transfer}, atMs)).dossiers.size();
        };
        const CaseId id = archived(u"QH1"_s, u"X054-ZY·RX·2025·Y-0001"_s);
        const QByteArray package = packageOf(id, archivist(), {.manifest = [](QJsonObject &manifest) {
            manifest.insert(u"template"_s, QJsonObject{{u"transferAfterYears"_s, 20}});
        }});
        const auto line = must(dossiers().file(archivist(), sent(package, archivist()), mondayMs)).line;
        QCOMPARE(line.facts.transferAfterYears, 20);
        QCOMPARE(dueIn(2045), 0);
        QCOMPARE(dueIn(2046), 1);
    }

    void destruction_needsTwoPeopleAndLeavesTheLine()
    {
        const wire::FiledDossier one = filed();
        const QString id = one.line.id;
        const wire::Proposal proposal{DisposalKind::Destroy, u"保管期限已满"_s, {}};
        QCOMPARE(
            dossiers().propose(archivist(), id, proposal, mondayMs).error().code, ErrorCode::DossierNotDue);
        QCOMPARE(
            must(dossiers().lines(archivist(), {.due = DisposalKind::Destroy}, in2036())).dossiers.size(), 1);
        must(dossiers().propose(archivist(), id, proposal, in2036()));
        QCOMPARE(dossiers().decide(archivist(), id, {true, u"同意"_s}, in2036()).error().code,
            ErrorCode::SamePerson);
        QVERIFY(QFile::exists(pathOf(one)));
        const auto done = must(dossiers().decide(centre(), id, {true, u"同意销毁"_s}, in2036()));
        QCOMPARE(done.line.state, DossierState::Destroyed);
        QVERIFY(!QFile::exists(pathOf(one)));
        QCOMPARE(dossiers().open(centre(), id, OpeningPurpose::Read, in2036()).error().code,
            ErrorCode::DossierGone);
        const auto line = must(dossiers().line(archivist(), id));
        QCOMPARE(line.line.facts, one.line.facts);
        QCOMPARE(line.receipt, one.receipt);
        QCOMPARE(line.disposals.size(), 1);
        QCOMPARE(line.disposals.first().proposedByName, archivist().name);
        QCOMPARE(line.disposals.first().decidedByName, centre().name);
        QCOMPARE(
            dossiers().decide(centre(), id, {true, u"再次"_s}, in2036()).error().code, ErrorCode::Conflict);
    }

    void refusedDestruction_leavesThePackage()
    {
        const wire::FiledDossier one = filed();
        must(dossiers().propose(
            archivist(), one.line.id, {DisposalKind::Destroy, u"保管期限已满"_s, {}}, in2036()));
        const auto done
            = must(dossiers().decide(centre(), one.line.id, {false, u"仍有查考价值"_s}, in2036()));
        QCOMPARE(done.line.state, DossierState::Kept);
        QVERIFY(QFile::exists(pathOf(one)));
        must(dossiers().propose(centre(), one.line.id, {DisposalKind::Destroy, u"再次提出"_s, {}}, in2036()));
    }

    void cleaning_keepsPackagesThatAreHeld()
    {
        const wire::FiledDossier one = filed();
        must(BlobService(m_desk->backend).removeExpired(in2036()));
        QVERIFY(QFile::exists(pathOf(one)));
    }

    void filing_isInTheAuditLog()
    {
        const wire::FiledDossier one = filed();
        must(dossiers().open(centre(), one.line.id, OpeningPurpose::Read, mondayMs));
        const auto entries
            = must(AuditService(m_desk->backend)
                       .entries(person(u"shen"_s, Role::AuditAdmin, u"centre"_s), 0, 500, mondayMs));
        QList<AuditAction> actions;
        for (const AuditEntry &entry : entries) {
            if (entry.subject == one.line.id)
                actions.append(entry.action);
        }
        QCOMPARE(actions, (QList{AuditAction::DossierFiled, AuditAction::DossierOpened}));
    }
};

QTEST_GUILESS_MAIN(TestDossierService)
#include "tst_DossierService.moc"
