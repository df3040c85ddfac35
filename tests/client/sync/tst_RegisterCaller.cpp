// Questions of the archive room, put to the real server.
#include "client/sync/RegisterCaller.h"
#include "tests/client/live/LiveCounty.h"

#include <QFile>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

class TestRegisterCaller : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<live::LiveCounty> m_county;

    static Result<RegisterAnswer> asked(live::Caller &caller, const RegisterCall &call)
    {
        RegisterCaller far(caller.api());
        const auto task = std::make_shared<RegisterTask>();
        task->call = call;
        task->promise.start();
        const QFuture<Result<RegisterAnswer>> future = task->promise.future();
        far.take(task);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return fail(ErrorCode::TimedOut);
        return future.result();
    }

private Q_SLOTS:
    void initTestCase() { m_county = std::make_unique<live::LiveCounty>(); }

    void emptyRegister_hasNoLinesAndTheCountysYear()
    {
        live::Caller centre(*m_county, u"zhou"_s);
        const auto answer = asked(centre, {.kind = RegisterCall::Kind::Lines});
        QVERIFY(answer);
        QVERIFY(answer->page.dossiers.isEmpty() && !answer->page.more);
        QVERIFY(answer->page.year >= 2025);
    }

    void unknownLine_isNotFound()
    {
        live::Caller centre(*m_county, u"zhou"_s);
        for (const auto kind : {RegisterCall::Kind::Line, RegisterCall::Kind::Open}) {
            RegisterCall call{.kind = kind};
            const QTemporaryDir dir;
            call.id = u"0195514e-1c00-7abc-8def-001122334455"_s;
            call.path = dir.filePath(u"package.zip"_s);
            QCOMPARE(asked(centre, call).error().code, ErrorCode::NotFound);
            QVERIFY(!QFile::exists(call.path)); // nothing half written
        }
        RegisterCall proposal{.kind = RegisterCall::Kind::Propose};
        proposal.id = u"no/such id"_s;
        proposal.proposal = {DisposalKind::Destroy, u"保管期限已满"_s, {}};
        QCOMPARE(asked(centre, proposal).error().code, ErrorCode::NotFound);
    }

    void clerk_opensNoPackage()
    {
        live::Caller clerk(*m_county, u"li"_s);
        RegisterCall call{.kind = RegisterCall::Kind::Open};
        const QTemporaryDir dir;
        call.id = u"0195514e-1c00-7abc-8def-001122334455"_s;
        call.path = dir.filePath(u"package.zip"_s);
        QCOMPARE(asked(clerk, call).error().code, ErrorCode::Forbidden);
    }

    void noPackage_isUploadedAndRefused()
    {
        live::Caller clerk(*m_county, u"li"_s);
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"package.zip"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("PK\x03\x04" + QByteArray(9 << 20, 'x')); // more than one chunk
        file.close();
        RegisterCall call{.kind = RegisterCall::Kind::File};
        call.path = file.fileName();
        QCOMPARE(asked(clerk, call).error().code, ErrorCode::PackageInvalid);
        call.path = dir.filePath(u"none.zip"_s);
        QCOMPARE(asked(clerk, call).error().code, ErrorCode::FileUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestRegisterCaller)
#include "tst_RegisterCaller.moc"
