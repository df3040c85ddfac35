#pragma once

#include "client/models/Desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTextBrowser;

namespace chengban {

/// The county's rules that are in force, in words: every rule with its document and article and, where the
/// document leaves something open, what was settled for it. First what is to be done regularly.
class RulesPage : public QWidget
{
    Q_OBJECT

public:
    explicit RulesPage(Desk &desk, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh(); ///< While shown only: writing the rules takes a while, and few open the page.

    Desk &m_desk;
    QLabel *m_title;
    QLineEdit *m_search;
    QTextBrowser *m_text;
};

} // namespace chengban
