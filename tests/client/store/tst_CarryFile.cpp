#include "client/store/CarryFile.h"
#include "client/store/Store.h"

#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 monday = 1756688400000;
const TenantId tenant{u"demo"_s};

/// A computer with its store and keys.
struct Computer
{
    Computer(const QString &user, const QString &device)
        : store(Store::open(folder.path(), DataKey::generate()).value())
        , identity(deviceIdentity(store->values()).value())
        , card(identity.card({user}, {device}))
    {
    }
    QTemporaryDir folder;
    std::unique_ptr<Store> store;
    DeviceIdentity identity;
    DeviceCard card;
};

#ifdef Q_OS_LINUX
/// While it lives no file of this process grows beyond so many bytes.
class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes)
    {
        signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit now{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    rlimit m_before{};
};
#endif

} // namespace

/// The form of a package: what was written is read, and nothing else is.
class TestCarryFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<Computer> m_office;
    std::unique_ptr<Computer> m_line;
    QTemporaryDir m_stick;
    QByteArray m_photo;

    QString path(const char *name = "work.carry") const { return m_stick.filePath(QLatin1StringView(name)); }

    CarryHeader header() const
    {
        CarryHeader header;
        header.id = uuid7(monday, QByteArray(10, 'x'));
        header.tenant = tenant;
        header.from = m_office->card.user;
        header.fromName = u"刘小河"_s;
        header.fromDevice = m_office->card.device;
        header.madeAtMs = monday;
        return header;
    }
    void write(const QString &to)
    {
        auto out = CarryWriter::begin(to, header(), m_line->card).value();
        QVERIFY(out->add({{u"type"_s, u"draft"_s}, {u"text"_s, u"柳树巷的水压"_s}}));
        QVERIFY(out->add({{u"type"_s, u"file"_s}, {u"size"_s, m_photo.size()}}));
        QVERIFY(out->write(m_photo));
        QVERIFY(out->add({{u"type"_s, u"last"_s}}));
        QVERIFY(out->finish(m_office->identity));
    }
    CarryReaderSelf self() const
    {
        return {tenant, m_line->card.user, m_line->card.device, {m_office->card}, monday + 1000};
    }
    ErrorCode refusal(const QString &file, const CarryReaderSelf &by) const
    {
        const auto in = CarryReader::open(file, by, m_line->identity);
        return in ? ErrorCode::ServerFault : in.error().code;
    }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString changed(const QByteArray &bytes) const
    {
        QFile file(path("changed.carry"));
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            file.write(bytes);
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_office = std::make_unique<Computer>(u"liu"_s, u"pc-office"_s);
        m_line = std::make_unique<Computer>(u"liu"_s, u"pc-line"_s);
        m_photo = randomBytes(150'000); // More than two chunks.
        write(path());
    }

    void open_ofTheReceiver_givesWhatWasWritten()
    {
        const auto in = CarryReader::open(path(), self(), m_line->identity).value();
        QCOMPARE(in->sender(), m_office->card);
        QCOMPARE(in->next().value()->value(u"text"_s).toString(), u"柳树巷的水压"_s);
        QVERIFY(in->next().value());
        QByteArray photo;
        for (QByteArray part = in->read(70'000).value(); !part.isEmpty(); part = in->read(70'000).value())
            photo += part;
        QCOMPARE(photo, m_photo);
        QCOMPARE(in->next().value()->value(u"type"_s).toString(), u"last"_s);
        QVERIFY(!in->next().value());
    }

    void next_fileThatWasNotRead_isSkipped()
    {
        const auto in = CarryReader::open(path(), self(), m_line->identity).value();
        QVERIFY(in->next().value() && in->next().value());
        QCOMPARE(in->next().value()->value(u"type"_s).toString(), u"last"_s);
    }

    void open_notForUs_isRefused_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, int change, ErrorCode code) {
            QTest::newRow(name) << change << int(code);
        };
        row("another county", 0, ErrorCode::CarryOtherCounty);
        row("another person", 1, ErrorCode::CarryForAnother);
        row("another computer", 2, ErrorCode::CarryForAnother);
        row("a sender nobody knows", 3, ErrorCode::CarrySenderUnknown);
        row("a sender with another key", 4, ErrorCode::CarryChanged);
        row("thirty days old", 5, ErrorCode::CarryTooOld);
    }
    void open_notForUs_isRefused()
    {
        QFETCH(int, change);
        QFETCH(int, code);
        CarryReaderSelf by = self();
        if (change == 0)
            by.tenant = {u"other"_s};
        else if (change == 1)
            by.user = {u"lu"_s};
        else if (change == 2)
            by.device = {u"pc-third"_s};
        else if (change == 3)
            by.cards = {m_line->card};
        else if (change == 4)
            by.cards.first().signingKeyPem = m_line->card.signingKeyPem;
        else
            by.nowMs = monday + carryLifeMs;
        QCOMPARE(int(refusal(path(), by)), code);
    }

    void open_byAnotherKey_opensNothing()
    {
        const auto in = CarryReader::open(path(), self(), m_office->identity);
        QVERIFY(!in);
        QCOMPARE(in.error().code, ErrorCode::CarryChanged);
    }

    /// Every byte up to the end of the first chunk, then samples, then every byte of the signature.
    void open_oneByteChanged_isRefused()
    {
        const QByteArray whole = content();
        QVERIFY(whole.size() > m_photo.size());
        for (qsizetype at = 0; at < whole.size(); at += at < 1000 || at > whole.size() - 120 ? 1 : 1777) {
            QByteArray bytes = whole;
            bytes[at] = char(bytes[at] ^ 1);
            const ErrorCode code = refusal(changed(bytes), self());
            QVERIFY2(code != ErrorCode::ServerFault, qPrintable(QString::number(at)));
        }
    }

    void open_cutAnywhereOrLonger_isRefused()
    {
        const QByteArray whole = content();
        for (const qsizetype size : {0, 3, 17, 21, 300, 900, 70'000}) {
            QVERIFY2(refusal(changed(whole.first(size)), self()) != ErrorCode::ServerFault,
                qPrintable(QString::number(size)));
        }
        for (qsizetype less = 1; less < 120; ++less)
            QCOMPARE(refusal(changed(whole.chopped(less)), self()), ErrorCode::CarryChanged);
        QCOMPARE(refusal(changed(whole + 'x'), self()), ErrorCode::CarryChanged);
        QCOMPARE(refusal(changed("%PDF-1.7 and more than a line"), self()), ErrorCode::CarryNoPackage);
        QCOMPARE(refusal(changed("chengban-carry 2\nxxxxxxxx"), self()), ErrorCode::CarryNewer);
        QCOMPARE(refusal(path("away.carry"), self()), ErrorCode::FileUnreadable);
    }

    void head_tellsWhoForWhomAndNoWord()
    {
        const CarryHeader head = CarryReader::head(path()).value();
        QCOMPARE(head.fromName, u"刘小河"_s);
        QCOMPARE(head.toDevice, m_line->card.device);
        QVERIFY(!content().contains(u"柳树巷"_s.toUtf8()));
    }

    void writer_notFinished_leavesNothing()
    {
        {
            auto out = CarryWriter::begin(path("half.carry"), header(), m_line->card).value();
            QVERIFY(out->add({{u"type"_s, u"file"_s}, {u"size"_s, m_photo.size()}}));
            QVERIFY(out->write(m_photo));
        }
        QVERIFY(!QFile::exists(path("half.carry")));
        QCOMPARE(QDir(m_stick.path()).entryList({u"half*"_s}, QDir::Files), QStringList());
        const auto away = CarryWriter::begin(path("no/such/folder/x.carry"), header(), m_line->card);
        QCOMPARE(away.error().code, ErrorCode::DiskFull);
    }

#ifdef Q_OS_LINUX
    void writer_onAStickThatIsFull_saysSoAndLeavesNothing()
    {
        // The kernel refuses what a file would grow beyond, as a full stick does; at its first bytes and
        // later.
        for (const rlim_t room : {rlim_t(10), rlim_t(70'000)}) {
            const FileLimit full(room);
            auto out = CarryWriter::begin(path("full.carry"), header(), m_line->card);
            Result<void> done = out ? (*out)->add({{u"type"_s, u"file"_s}, {u"size"_s, m_photo.size()}})
                                    : Result<void>(fail(out.error()));
            if (done)
                done = (*out)->write(m_photo);
            if (done)
                done = (*out)->finish(m_office->identity);
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::DiskFull);
        }
        QCOMPARE(QDir(m_stick.path()).entryList({u"full*"_s}, QDir::Files), QStringList());
    }
#endif
};

QTEST_GUILESS_MAIN(TestCarryFile)
#include "tst_CarryFile.moc"
