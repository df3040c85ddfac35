#include "client/forms/CarryBox.h"

#include "client/forms/Typography.h"
#include "client/models/CarryWording.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

namespace {

constexpr qsizetype mostPackages = 5;

} // namespace

CarryBox::CarryBox(Desk &desk, CarryDesk &carry, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_carry(carry)
    , m_folder(new QLineEdit)
    , m_receiver(new QComboBox)
    , m_choose(button(tr("Choose folder"), QStringLiteral("chooseCarry")))
    , m_write(button(tr("Write work package"), QStringLiteral("writeCarry")))
    , m_read(button(tr("Read packages"), QStringLiteral("readCarry")))
    , m_state(label({}, "quiet"))
    , m_error(label({}, "error"))
    , m_list(new QVBoxLayout)
{
    setObjectName(QStringLiteral("carryBox"));
    makeLayout();
    connect(m_choose, &QPushButton::clicked, this, &CarryBox::chooseFolder);
    connect(m_write, &QPushButton::clicked, this, &CarryBox::write);
    connect(m_read, &QPushButton::clicked, this, &CarryBox::read);
    connect(&carry, &CarryDesk::packagesChanged, this, &CarryBox::refresh);
    connect(&carry, &CarryDesk::ended, this, &CarryBox::take);
    refresh();
}

void CarryBox::makeLayout()
{
    m_folder->setObjectName(QStringLiteral("carryFolder"));
    m_folder->setAccessibleName(tr("Folder on the stick"));
    m_folder->setPlaceholderText(tr("Folder on the stick"));
    m_receiver->setObjectName(QStringLiteral("carryReceiver"));
    m_receiver->setAccessibleName(tr("Computer with a connection"));
    m_receiver->setPlaceholderText(tr("No computer that takes it"));
    m_state->setObjectName(QStringLiteral("carryState"));
    m_error->setObjectName(QStringLiteral("carryError"));
    m_list->setSpacing(gap / 2);
    auto *line = new QHBoxLayout;
    line->setSpacing(gap);
    line->addWidget(m_folder, 1);
    line->addWidget(m_choose);
    line->addWidget(m_read);
    line->addWidget(m_receiver);
    line->addWidget(m_write);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(thinLine());
    layout->addWidget(label(tr("By stick"), "heading"));
    layout->addWidget(label(
        tr("Where this net does not reach the server: what waits here goes sealed to a computer that does, "
           "and the answers come back the same way."),
        "quiet"));
    layout->addLayout(line);
    layout->addWidget(m_state);
    layout->addWidget(m_error);
    layout->addLayout(m_list);
    say(m_state, {});
    say(m_error, {});
}

void CarryBox::refresh()
{
    fillReceivers();
    listPackages();
}

void CarryBox::fillReceivers()
{
    const QString before = m_receiver->currentData().toString();
    m_known = m_carry.receivers();
    m_receiver->clear();
    for (const CarryReceiver &one : std::as_const(m_known)) {
        //: %1 name of a person, %2 name of a computer
        m_receiver->addItem(
            tr("%1, %2").arg(one.name, one.card.name.isEmpty() ? one.card.device.value : one.card.name),
            one.card.device.value);
    }
    m_receiver->setCurrentIndex(std::max(0, m_receiver->findData(before)));
    m_write->setEnabled(!m_known.isEmpty());
}

void CarryBox::listPackages()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        if (QWidget *row = item->widget())
            row->deleteLater();
        delete item;
    }
    for (const CarryPackage &one : m_carry.packages().mid(0, mostPackages)) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(label(carryPackageText(one, m_desk.nowMs()), "plain"), 1);
        if (one.state == Carrying::Done || one.state == Carrying::Returned) {
            QPushButton *back = button(tr("Write the answers"), QStringLiteral("writeAnswers"), "link");
            connect(back, &QPushButton::clicked, this, [this, id = one.id] {
                if (hasFolder())
                    m_carry.writeAnswers(id, m_folder->text());
            });
            line->addWidget(back);
        }
        m_list->addWidget(row);
    }
}

void CarryBox::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder on the stick"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

bool CarryBox::hasFolder()
{
    const bool is = !m_folder->text().trimmed().isEmpty() && QDir(m_folder->text()).exists();
    say(m_error, is ? QString() : tr("Name the folder on the stick first."));
    return is;
}

void CarryBox::write()
{
    const int index = m_receiver->currentIndex();
    if (index < 0 || index >= m_known.size() || !hasFolder())
        return;
    m_write->setEnabled(false); // Until it has ended.
    m_carry.writeWork(m_known.at(index), m_folder->text());
}

void CarryBox::read()
{
    if (!hasFolder())
        return;
    say(m_state, {});
    if (m_carry.readFolder(m_folder->text()) == 0)
        say(m_error, tr("There is no work package in this folder."));
}

void CarryBox::take(const CarryReport &report)
{
    say(report.refusal ? m_error : m_state, carryReportText(report));
    refresh();
}

} // namespace chengban
