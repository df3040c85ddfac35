#pragma once

#include <QWidget>

#include <functional>

class QPushButton;

namespace chengban {

/// The door to a new copy of the cases: for a person whose list looks wrong, on the word of the help desk.
class RebuildBox : public QWidget
{
    Q_OBJECT

public:
    /// `rebuild` is called after the person has said so twice.
    explicit RebuildBox(std::function<void()> rebuild, QWidget *parent = nullptr);

private:
    void press();

    std::function<void()> m_rebuild;
    QPushButton *m_button;
    bool m_sure = false;
};

} // namespace chengban
