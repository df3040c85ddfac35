// What the keys of the window do.
#include "client/app/MainWindow.h"

#include "client/centre/ArchivePage.h"
#include "client/centre/ImportPage.h"
#include "client/forms/CaseListPanel.h"
#include "client/forms/CasePage.h"
#include "client/forms/KeysPanel.h"
#include "client/forms/PilePage.h"

#include <QShortcut>
#include <QStackedWidget>

namespace chengban {

void MainWindow::addKeys()
{
    addKey(QKeySequence(Qt::Key_F1), &MainWindow::showKeys);
    addKey(QKeySequence(Qt::Key_F2), &MainWindow::nextProblem);
    addKey(QKeySequence(Qt::Key_F4), &MainWindow::explainDue);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_Return), &MainWindow::pressMain);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_Enter), &MainWindow::pressMain);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_F), &MainWindow::search);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_P), &MainWindow::print);
    addKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), &MainWindow::printAtOnce);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_L), &MainWindow::lock);
    addKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), &MainWindow::toggleHidden);
    addKey(QKeySequence(Qt::ALT | Qt::Key_Down), &MainWindow::nextCase);
    addKey(QKeySequence(Qt::ALT | Qt::Key_Up), &MainWindow::previousCase);
    addKey(QKeySequence(Qt::Key_Escape), &MainWindow::closePanels);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_Plus), &MainWindow::larger);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_Equal), &MainWindow::larger);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_Minus), &MainWindow::smaller);
}

void MainWindow::addKey(const QKeySequence &keys, void (MainWindow::*action)())
{
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, action);
}

void MainWindow::pressMain()
{
    if (m_import && m_places->currentWidget() == m_import)
        m_import->pressMain();
    else if (m_pile && m_places->currentWidget() == m_pile)
        m_pile->pressMain();
    else if (m_case)
        m_case->pressMain();
}

void MainWindow::nextProblem()
{
    if (m_case)
        m_case->nextProblem();
}

void MainWindow::explainDue()
{
    if (m_case)
        m_case->explainDue();
}

void MainWindow::search()
{
    if (!m_list)
        return;
    if (m_dossiers && m_places->currentWidget() == m_dossiers)
        return m_dossiers->focusSearch();
    m_places->setCurrentIndex(0);
    m_list->focusSearch();
}

void MainWindow::print()
{
    if (m_case)
        m_case->openDossier();
}

void MainWindow::printAtOnce()
{
    if (m_case)
        m_case->printDossier(true);
}

void MainWindow::lock()
{
    if (!m_case)
        return;
    flush();
    Q_EMIT lockWanted();
}

void MainWindow::toggleHidden()
{
    Q_EMIT hidingWanted(!m_hidden);
}

void MainWindow::nextCase()
{
    if (m_list)
        m_list->step(1);
}

void MainWindow::previousCase()
{
    if (m_list)
        m_list->step(-1);
}

void MainWindow::closePanels()
{
    m_keys->hide();
    if (m_case)
        m_case->closePanels();
}

void MainWindow::showKeys()
{
    m_keys->toggle();
}

void MainWindow::larger()
{
    setTextPercent(m_percent + 10);
}

void MainWindow::smaller()
{
    setTextPercent(m_percent - 10);
}

} // namespace chengban
