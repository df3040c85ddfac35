#include "client/forms/CasePage.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/UnitForms.h"
#include "shared/reply/Requirements.h"
#include "tests/client/support/DemoCounty.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QInputMethodEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

using namespace chengban;

/// The case page when others wrote into the same reply, and when the server gave words back.
class TestCaseDrafts : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<CasePage> m_page;
    CaseId m_case;
    QString m_theirs;

    template <typename T> T *find(const char *name)
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }

    /// Somebody submitted a version after my draft was begun; the leader sent it back, so it can be written
    /// on.
    void writeElsewhere(const QString &old, const QString &mine)
    {
        MemoryDesk &desk = m_county->desk;
        const Reply theirs = desk.caseOf(m_case)->currentReply()->reply;
        m_theirs = theirs.result;
        ReplyDraft draft;
        draft.base = theirs;
        draft.base->result = old;
        draft.reply = *draft.base;
        draft.reply.result = mine;
        desk.setDraft(m_case, draft);
        desk.play(m_county->leader, m_case, CommandType::ReturnToClerk,
            toJson(NoteBody{QStringLiteral("补充现场照片")}));
    }
    void open()
    {
        m_page = std::make_unique<CasePage>(m_county->desk, &makeUnitForm);
        m_page->resize(1200, 900);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->setCase(m_case);
    }

private Q_SLOTS:
    void init()
    {
        m_county = std::make_unique<DemoCounty>();
        m_county->desk.actAs(m_county->clerk);
        m_case = m_county->caseIn(Phase::AwaitingSignOff);
    }
    void cleanup() { m_page.reset(); }

    void sameField_onBothSides_isDecidedOnTheConflictPageByKeys()
    {
        writeElsewhere(QStringLiteral("旧的结果。"), QStringLiteral("我写的结果。"));
        open();
        auto *notice = find<QWidget>("draftNotice");
        QVERIFY(notice->isVisible());
        QVERIFY(find<QLabel>("clashes")->text().contains(m_county->clerk.name));
        QCOMPARE(find<GrowingEdit>("result")->text(), QStringLiteral("我写的结果。"));
        m_page->pressMain(); // Not over undecided texts.
        auto *conflict = find<QWidget>("conflictPage");
        QVERIFY(conflict->isVisible());
        for (int field = 0; field < 5 && conflict->isVisible(); ++field)
            QTest::keyClick(conflict, Qt::Key_2);
        QTest::keyClick(conflict, Qt::Key_Return);
        QVERIFY(!conflict->isVisible());
        QCOMPARE(find<GrowingEdit>("result")->text(), m_theirs);
        QCOMPARE(m_county->desk.draft(m_case)->reply.result, m_theirs);
        QVERIFY(find<QLabel>("clashes")->isHidden());
        QCOMPARE(m_county->desk.keptTexts(m_case).size(), 1);
        find<QPushButton>("keptTextsLink")->click();
        QVERIFY(find<QTextBrowser>("keptText")->toPlainText().contains(QStringLiteral("我写的结果。")));
        m_page->closePanels();
        QVERIFY(!find<QWidget>("keptPage")->isVisible());
    }

    void otherFields_ofTheColleague_standInTheFormAndAreNamed()
    {
        writeElsewhere(QStringLiteral("旧的结果。"), QStringLiteral("旧的结果。"));
        open();
        QCOMPARE(find<GrowingEdit>("result")->text(), m_theirs);
        QVERIFY(find<QLabel>("takenFields")->isVisible());
        QVERIFY(find<QWidget>("conflictPage")->isHidden());
    }

    void composing_whenLockedOrLeft_isKept_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("leaves");
        for (const char *field : {"result", "handler"}) {
            QTest::addRow("%s, locked", field) << QString::fromLatin1(field) << false;
            QTest::addRow("%s, other case", field) << QString::fromLatin1(field) << true;
        }
    }
    void composing_whenLockedOrLeft_isKept()
    {
        QFETCH(QString, field);
        QFETCH(bool, leaves);
        m_case = m_county->caseIn(Phase::Handling);
        open();
        auto *edit = m_page->findChild<QWidget *>(field);
        QVERIFY(edit);
        QInputMethodEvent composing(QStringLiteral("guan'dao"), {});
        QApplication::sendEvent(edit, &composing);
        if (leaves)
            m_page->setCase(m_county->caseIn(Phase::Dispatched));
        else
            m_page->flush(); // As the lock does.
        const std::optional<ReplyDraft> draft = m_county->desk.draft(m_case);
        QVERIFY(draft);
        const QByteArray kept = QJsonDocument(toJson(draft->reply)).toJson();
        QCOMPARE(kept.count("guan'dao"), 1);
    }

    void composing_cancelled_isNotCommitted()
    {
        m_case = m_county->caseIn(Phase::Handling);
        open();
        for (const QString &text : {QStringLiteral("guan"), QString()}) {
            QInputMethodEvent composing(text, {});
            QApplication::sendEvent(find<QWidget>("result"), &composing);
        }
        m_page->flush();
        QVERIFY(!find<GrowingEdit>("result")->text().contains(QStringLiteral("guan")));
    }

    void refusal_comesBackWithItsReasonInTheListOfFields()
    {
        m_case = m_county->caseIn(Phase::Handling);
        ReplyDraft draft = m_county->desk.openDraft(m_case);
        Problem problem;
        problem.code = ErrorCode::PartContradicts;
        problem.finding = QStringLiteral("text-too-short");
        problem.field = QStringLiteral("result");
        draft.givenBack = GivenBack{ErrorCode::PartContradicts, m_county->desk.nowMs(), {problem}};
        m_county->desk.setDraft(m_case, draft);
        open();
        QVERIFY(find<QLabel>("givenBack")->isVisible());
        bool listed = false;
        const auto *list = find<QAbstractItemView>("problems");
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex line = list->model()->index(row, 0);
            listed = listed || line.data(Qt::UserRole + 1).toString() == QStringLiteral("result");
        }
        QVERIFY(listed);
    }
};

QTEST_MAIN(TestCaseDrafts)
#include "tst_CaseDrafts.moc"
