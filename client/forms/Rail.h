#pragma once

#include "client/models/Places.h"

#include <QAbstractButton>
#include <QFrame>
#include <QHash>

class QLabel;
class QPushButton;
class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace chengban {

/// "railToDo": the object name of the entry, for the tour and for tests.
[[nodiscard]] QString railName(Place place);

/// An entry of the rail: icon, word, and the number of cases that wait there.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RailButton(Place place, QWidget *parent = nullptr);

    [[nodiscard]] Place place() const { return m_place; }
    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Place m_place;
    int m_count = 0;
};

/// Where one can go, by role; below it who is logged in and whether the server is there.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(Desk &desk, QWidget *parent = nullptr);

    void setCount(Place place, int count);
    void setPlace(Place place); ///< Without placeChosen().
    [[nodiscard]] QSize sizeHint() const override; ///< As wide as its words, whatever the size of the text.

Q_SIGNALS:
    void placeChosen(chengban::Place place);
    void lockWanted();
    void logOutWanted();

private:
    void addPlaces();
    void addFoot(QVBoxLayout *layout);
    void showSync();

    Desk &m_desk;
    QHash<Place, RailButton *> m_buttons;
    QScrollArea *m_scroll; ///< The places, where large text leaves no room for all of them.
    QLabel *m_sync;
    QHBoxLayout *m_ways; ///< Lock and log-out.
};

} // namespace chengban
