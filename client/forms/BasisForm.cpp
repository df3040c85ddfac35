#include "client/forms/BasisForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/Icons.h"
#include "client/forms/Typography.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace chengban {

namespace {

QLineEdit *field(const char *objectName, const QString &placeholder)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1StringView(objectName));
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(placeholder);
    return edit;
}

} // namespace

BasisRow::BasisRow(QWidget *parent)
    : QWidget(parent)
    , m_title(field("basisTitle", tr("Name of the law, plan or rule")))
    , m_number(field("basisNumber", tr("Document number")))
    , m_article(field("basisArticle", tr("Article")))
    , m_content(new GrowingEdit(QStringLiteral("basisContent"), 2))
{
    m_content->setPlaceholderText(tr("What it says for this case"));
    m_content->setAccessibleName(m_content->placeholderText());
    QPushButton *remove = button({}, QStringLiteral("removeBasis"));
    remove->setIcon(icon(Glyph::Cross));
    remove->setToolTip(tr("Remove this basis"));
    remove->setAccessibleName(tr("Remove this basis"));
    auto *line = new QHBoxLayout; // Names of laws are long.
    line->setSpacing(gap);
    line->addWidget(m_title, 1);
    line->addWidget(remove);
    auto *where = new QHBoxLayout;
    where->setSpacing(gap);
    where->addWidget(m_number, 3);
    where->addWidget(m_article, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addLayout(where);
    layout->addWidget(m_content);
    for (QLineEdit *edit : {m_title, m_number, m_article})
        connect(edit, &QLineEdit::textEdited, this, &BasisRow::edited);
    connect(m_content, &GrowingEdit::edited, this, &BasisRow::edited);
    connect(remove, &QPushButton::clicked, this, &BasisRow::removeWanted);
}

void BasisRow::setBasis(const LegalBasis &basis)
{
    m_title->setText(basis.title);
    m_number->setText(basis.documentNumber);
    m_article->setText(basis.article);
    m_content->setText(basis.content);
    for (QLineEdit *edit : {m_title, m_number, m_article})
        edit->setCursorPosition(0); // A long name is read from its beginning.
}

LegalBasis BasisRow::basis() const
{
    return {m_title->text().trimmed(), m_number->text().trimmed(), m_article->text().trimmed(),
        m_content->text()};
}

void BasisRow::begin()
{
    m_title->setFocus();
}

void BasisRow::focusMember(const QString &name)
{
    if (name == QLatin1StringView("documentNumber"))
        m_number->setFocus();
    else if (name == QLatin1StringView("article"))
        m_article->setFocus();
    else if (name == QLatin1StringView("content"))
        m_content->setFocus();
    else
        m_title->setFocus();
}

BasisForm::BasisForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("legalBasis"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2 * gap);
    QPushButton *add = button(tr("Add a basis"), QStringLiteral("addBasis"));
    add->setIcon(icon(Glyph::Plus));
    m_layout->addWidget(add, 0, Qt::AlignLeft);
    setFocusProxy(add);
    connect(add, &QPushButton::clicked, this, [this] { addRow({})->begin(); });
}

void BasisForm::setBasis(const QList<LegalBasis> &basis)
{
    if (basis == this->basis())
        return;
    while (!m_rows.isEmpty())
        delete m_rows.takeLast();
    for (const LegalBasis &one : basis)
        addRow(one);
}

QList<LegalBasis> BasisForm::basis() const
{
    QList<LegalBasis> all;
    for (const BasisRow *row : m_rows) {
        if (row->basis() != LegalBasis())
            all.append(row->basis());
    }
    return all;
}

bool BasisForm::focusField(const QString &field)
{
    static const QRegularExpression place(QStringLiteral("\\[(\\d+)\\](?:\\.(\\w+))?"));
    const QRegularExpressionMatch match = place.match(field);
    const int wanted = match.captured(1).toInt();
    int row = -1; // Rows that say nothing are not counted.
    for (BasisRow *one : std::as_const(m_rows)) {
        row += one->basis() == LegalBasis() ? 0 : 1;
        if (match.hasMatch() && row == wanted) {
            one->focusMember(match.captured(2));
            return true;
        }
    }
    return false;
}

BasisRow *BasisForm::addRow(const LegalBasis &basis)
{
    auto *row = new BasisRow(this);
    row->setBasis(basis);
    m_layout->insertWidget(int(m_rows.size()), row);
    m_rows.append(row);
    connect(row, &BasisRow::edited, this, &BasisForm::edited);
    connect(row, &BasisRow::removeWanted, this, [this, row] { removeRow(row); });
    return row;
}

void BasisForm::removeRow(BasisRow *row)
{
    m_rows.removeOne(row);
    row->hide();
    row->deleteLater();
    Q_EMIT edited();
}

} // namespace chengban
