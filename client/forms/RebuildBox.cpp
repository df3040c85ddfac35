#include "client/forms/RebuildBox.h"

#include "client/forms/Typography.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengban {

RebuildBox::RebuildBox(std::function<void()> rebuild, QWidget *parent)
    : QWidget(parent)
    , m_rebuild(std::move(rebuild))
    , m_button(button(tr("Fetch all cases anew"), QStringLiteral("rebuild")))
{
    setObjectName(QStringLiteral("rebuildBox"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(thinLine());
    layout->addWidget(label(tr("The copy on this computer"), "heading"));
    layout->addWidget(label(tr("If the list or a case looks wrong: the copy is thrown away and fetched "
                               "again. Drafts, files and what waits "
                               "to be sent are not touched. You will be asked for your password."),
        "quiet"));
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    connect(m_button, &QPushButton::clicked, this, &RebuildBox::press);
}

void RebuildBox::press()
{
    if (m_sure)
        return m_rebuild();
    m_sure = true;
    m_button->setText(tr("Really fetch everything again"));
}

} // namespace chengban
