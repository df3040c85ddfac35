#include "client/platform/CaptureGuard.h"

#include <QHash>
#include <QTest>
#include <QWindow>

using namespace chengban;

class TestCaptureGuard : public QObject
{
    Q_OBJECT

    QHash<const QWindow *, bool> m_hidden;
    const QWindow *m_refuses = nullptr;

    CaptureGuard::Hide hide()
    {
        return [this](QWindow &window, bool hidden) {
            if (hidden && &window == m_refuses)
                return false;
            m_hidden[&window] = hidden;
            return true;
        };
    }

private Q_SLOTS:
    void init()
    {
        m_hidden.clear();
        m_refuses = nullptr;
    }

    void setHidden_on_hidesWhatIsOpenAndWhatOpensLater()
    {
        QWindow first;
        first.show();
        CaptureGuard guard(hide());
        QVERIFY(guard.setHidden(true));
        QVERIFY(m_hidden.value(&first));
        QWindow second;
        QVERIFY(!m_hidden.contains(&second));
        second.show();
        QVERIFY(m_hidden.value(&second));
    }

    void setHidden_off_showsThemAllAgainAndLeavesNewOnesAlone()
    {
        QWindow first;
        first.show();
        CaptureGuard guard(hide());
        QVERIFY(guard.setHidden(true));
        QVERIFY(guard.setHidden(false));
        QCOMPARE(m_hidden.value(&first, true), false);
        QWindow second;
        second.show();
        QVERIFY(!m_hidden.contains(&second));
    }

    void setHidden_oneWindowRefuses_saysNoAndHidesNone()
    {
        QWindow first;
        QWindow second;
        first.show();
        second.show();
        m_refuses = &second;
        CaptureGuard guard(hide());
        QVERIFY(!guard.setHidden(true));
        QVERIFY(!guard.isHidden());
        QCOMPARE(m_hidden.value(&first, true), false);
    }
};

QTEST_MAIN(TestCaptureGuard)
#include "tst_CaptureGuard.moc"
