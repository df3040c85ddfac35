#include "client/app/LogInAgain.h"
#include "client/app/MainWindow.h"
#include "client/forms/CasePage.h"
#include "client/forms/LogInPage.h"
#include "client/forms/Rail.h"
#include "client/models/StepWording.h"
#include "tests/client/support/DemoCounty.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QTest>

#include <algorithm>

using namespace chengban;

namespace {

/// Whether a person writes or chooses in it. The parts that Qt builds its own fields of are not asked.
bool isInput(const QWidget &widget)
{
    for (const QWidget *in = widget.parentWidget(); in; in = in->parentWidget()) {
        if (qobject_cast<const QComboBox *>(in) || qobject_cast<const QAbstractSpinBox *>(in))
            return false;
    }
    return qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QPlainTextEdit *>(&widget)
        || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const QAbstractItemView *>(&widget);
}

bool hasName(const QWidget &window, const QWidget &input)
{
    if (!input.accessibleName().isEmpty())
        return true;
    const QList<QLabel *> labels = window.findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&](const QLabel *label) { return label->buddy() == &input && !label->text().isEmpty(); });
}

/// Short lists that stand inside a page; a list that fills a column may end anywhere.
const QStringList wholeLists{QStringLiteral("problems"), QStringLiteral("timeline"),
    QStringLiteral("leadUnit"), QStringLiteral("coHandlers")};

QStringList keysOn(const QWidget &window)
{
    QStringList keys;
    const QList<QShortcut *> shortcuts = window.findChildren<QShortcut *>();
    for (const QShortcut *one : shortcuts) {
        const auto *on = qobject_cast<const QWidget *>(one->parent());
        if (one->isEnabled() && on && on->isVisible())
            keys << one->key().toString();
    }
    const QList<QAbstractButton *> buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *one : buttons) {
        if (one->isVisible() && !one->shortcut().isEmpty())
            keys << one->shortcut().toString();
    }
    return keys;
}

QStringList faultsOn(const QWidget &window)
{
    QStringList faults;
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (const QWidget *one : all) {
        if (!one->isVisible())
            continue;
        const QString called = QLatin1StringView(one->metaObject()->className()) + u' ' + one->objectName();
        if (isInput(*one) && !hasName(window, *one))
            faults << QStringLiteral("no accessible name: ") + called;
        const auto *button = qobject_cast<const QAbstractButton *>(one);
        if (button && button->text().isEmpty() && button->toolTip().isEmpty()
            && !button->inherits("QLineEditIconButton") && !button->inherits("QTableCornerButton"))
            faults << QStringLiteral("button without words: ") + called;
        const auto *list = qobject_cast<const QListView *>(one);
        if (list && list->flow() == QListView::TopToBottom && list->verticalScrollBar()->value() == 0
            && wholeLists.contains(list->objectName())) {
            const QRect last = list->visualRect(list->indexAt({4, list->viewport()->height() - 1}));
            if (last.bottom() >= list->viewport()->height())
                faults << QStringLiteral("ends in half a line: ") + called;
        }
        const auto *text = qobject_cast<const QPlainTextEdit *>(one);
        if (text && text->verticalScrollBar()->maximum() > 0 && text->document()->size().height() < 20)
            faults << QStringLiteral("scrolls where it could grow: ") + called;
        // Sideways scrolling is for tables alone.
        const auto *bar = qobject_cast<const QScrollBar *>(one);
        if (bar && bar->orientation() == Qt::Horizontal && bar->maximum() > 0
            && bar->parentWidget()->parentWidget()->objectName() != QStringLiteral("importTable"))
            faults << QStringLiteral("scrolls sideways: ")
                    + bar->parentWidget()->parentWidget()->objectName();
    }
    QStringList keys = keysOn(window);
    keys.sort();
    for (qsizetype i = 1; i < keys.size(); ++i) {
        if (keys[i] == keys[i - 1])
            faults << QStringLiteral("key used twice: ") + keys[i];
    }
    return faults;
}

} // namespace

/// Every page can be used by keyboard and read out: it is walked through and what it shows is asked.
class TestReach : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<MainWindow> m_window;
    QSet<QString> m_steps; ///< Whose forms have been seen.

    void check(const QString &where)
    {
        const QStringList faults = faultsOn(*m_window);
        QVERIFY2(faults.isEmpty(), qPrintable(where + QStringLiteral(": ") + faults.join(u'\n')));
    }

    /// More than fits into the page, with long reasons.
    [[nodiscard]] QList<OutboxRow> longOutbox() const
    {
        QList<OutboxRow> rows;
        for (int i = 0; i < 30; ++i) {
            OutboxRow row;
            row.command
                = {CommandId{QString::number(i)}, CommandType::SubmitReply, m_county->ids.first(), 3, 0, {}};
            row.state = i % 3 == 0 ? OutboxState::Refused : OutboxState::Queued;
            row.stateSinceMs = m_county->nowMs;
            row.queuedAtMs = m_county->nowMs;
            row.reason = ErrorCode::StepNotAllowed;
            rows << row;
        }
        return rows;
    }

    /// The forms of all further steps of the case that is open.
    void walkSteps(const QString &where)
    {
        auto *page = m_window->findChild<CasePage *>();
        for (const auto &row : namesOf(CommandType())) {
            const QString step = stepObjectName(row.value);
            auto *button = page->findChild<QPushButton *>(step);
            if (!button || m_steps.contains(m_county->desk.actor().name + step))
                continue;
            m_steps.insert(m_county->desk.actor().name + step);
            auto *more = page->findChild<QPushButton *>(QStringLiteral("moreSteps"));
            if (!button->isVisible() && more->isVisible())
                more->click();
            if (!button->isVisible() || button->property("role").toString() == QStringLiteral("main"))
                continue;
            button->click();
            QCoreApplication::processEvents();
            check(where + u' ' + step);
            if (auto *back = page->findChild<QPushButton *>(QStringLiteral("backToMainStep")))
                back->click();
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        dressUp();
        m_county = std::make_unique<DemoCounty>();
    }
    void cleanup() { m_window.reset(); }

    void pages_ofEveryRole_haveNamesWordsAndKeysOfTheirOwn_data()
    {
        QTest::addColumn<Actor>("actor");
        QTest::newRow("clerk") << m_county->clerk;
        QTest::newRow("leader") << m_county->leader;
        QTest::newRow("centre") << m_county->centre;
        QTest::newRow("archivist") << m_county->archivist;
    }
    void pages_ofEveryRole_haveNamesWordsAndKeysOfTheirOwn()
    {
        QFETCH(Actor, actor);
        m_county->desk.actAs(actor);
        m_county->desk.setOutbox(longOutbox());
        m_window = std::make_unique<MainWindow>(false);
        m_window->resize(1366, 768);
        m_window->openDesk(m_county->desk,
            [](const CaseId &, const QString &) { return QtFuture::makeReadyFuture(Result<void>()); });
        m_window->show();
        const QList<RailButton *> places = m_window->findChildren<RailButton *>();
        QVERIFY(places.size() > 1);
        for (RailButton *place : places) {
            place->click();
            QCoreApplication::processEvents();
            check(place->objectName());
        }
        m_steps.clear();
        places.first()->click();
        for (const CaseId &id : std::as_const(m_county->ids)) {
            m_window->findChild<CasePage *>()->setCase(id);
            QCoreApplication::processEvents();
            check(id.value);
            walkSteps(id.value);
        }
        QVERIFY2(
            actor.role == Role::Archivist || m_steps.size() > 3, qPrintable(QString::number(m_steps.size())));
    }

    void logIn_inEveryState_hasNamesAndWords()
    {
        m_window = std::make_unique<MainWindow>(false);
        m_window->show();
        check(QStringLiteral("log-in"));
        m_window->logInPage().setOfflinePossible(true);
        m_window->logInPage().fail(ErrorCode::ServerAway);
        check(QStringLiteral("server away"));
        m_window->logInPage().showLocked(m_county->clerk.name);
        check(QStringLiteral("locked"));
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        check(QStringLiteral("keys"));
    }

    void faults_onAPageThatHasThem_areFound()
    {
        m_window = std::make_unique<MainWindow>(false);
        m_window->show();
        auto *edit = new QLineEdit(m_window.get());
        auto *bare = new QPushButton(m_window.get());
        auto *key = new QPushButton(QStringLiteral("x"), m_window.get());
        key->setShortcut(QKeySequence(Qt::Key_F2));
        for (QWidget *one : std::initializer_list<QWidget *>{edit, bare, key})
            one->show();
        QCOMPARE(faultsOn(*m_window).size(), 3);
    }
};

QTEST_MAIN(TestReach)
#include "tst_Reach.moc"
