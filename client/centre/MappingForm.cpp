#include "client/centre/MappingForm.h"

#include "client/forms/Typography.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace chengban {

namespace {

struct EncodingWord
{
    TextEncoding encoding;
    const char *text;
};

constexpr EncodingWord encodings[] = {
    {TextEncoding::Utf8, "UTF-8"},
    {TextEncoding::Gb18030, "GB18030 (GBK)"},
    {TextEncoding::Utf16Little, "UTF-16 LE"},
    {TextEncoding::Utf16Big, "UTF-16 BE"},
};

} // namespace

MappingForm::MappingForm(QWidget *parent)
    : QWidget(parent)
    , m_encoding(new QComboBox)
    , m_source(new QLineEdit)
    , m_origin(label({}, "quiet"))
    , m_save(button(tr("Keep for files like this"), QStringLiteral("saveProfile")))
{
    setObjectName(QStringLiteral("mapping"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, gap, 0);
    layout->setSpacing(gap);
    addWays(layout);
    layout->addWidget(thinLine());
    addColumns(layout);
    layout->addWidget(m_save, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &MappingForm::saveWanted);
}

void MappingForm::addWays(QVBoxLayout *layout)
{
    m_encoding->setObjectName(QStringLiteral("importEncoding"));
    m_encoding->addItem(tr("Found by looking"), -1);
    for (const EncodingWord &row : encodings)
        m_encoding->addItem(QLatin1StringView(row.text), int(row.encoding));
    m_source->setObjectName(QStringLiteral("importSource"));
    m_source->setToolTip(tr("With the number it keeps a case from coming in twice"));
    layout->addWidget(label(tr("How the file is read"), "heading"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * gap);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Encoding"), m_encoding);
    form->addRow(tr("Comes from"), m_source);
    layout->addLayout(form);
    connect(m_encoding, &QComboBox::activated, this, &MappingForm::encodingChanged);
    connect(m_source, &QLineEdit::editingFinished, this, [this] {
        if (m_source->isModified())
            Q_EMIT changed();
        m_source->setModified(false);
    });
}

void MappingForm::addColumns(QVBoxLayout *layout)
{
    layout->addWidget(label(tr("Which column is what"), "heading"));
    layout->addWidget(m_origin);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * gap);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const auto &row : namesOf(IntakeColumn())) {
        auto *box = new QComboBox;
        box->setObjectName(QStringLiteral("column:") + QLatin1StringView(row.name));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        form->addRow(columnText(row.value), box);
        m_columns.insert(row.value, box);
        connect(box, &QComboBox::activated, this, &MappingForm::changed);
    }
    layout->addLayout(form);
}

void MappingForm::show(const ImportPreview &preview, const ImportChoice &choice)
{
    const Mapping &mapping = preview.outline.mapping;
    const bool isText = preview.outline.format.startsWith(QLatin1StringView("csv"));
    m_encoding->setEnabled(isText);
    m_encoding->setCurrentIndex(
        std::max(0, m_encoding->findData(choice.encoding ? int(*choice.encoding) : -1)));
    m_source->setText(mapping.source);
    QStringList headers = preview.outline.headers;
    headers.removeAll(QString());
    for (auto one = m_columns.cbegin(); one != m_columns.cend(); ++one) {
        QComboBox *box = one.value();
        if (headers != m_headers) {
            box->clear();
            box->addItem(tr("(none)"), QString());
            for (const QString &header : headers)
                box->addItem(header, header);
        }
        box->setCurrentIndex(std::max(0, box->findData(mapping.headers.value(one.key()))));
    }
    m_headers = headers;
    m_origin->setText(choice.mapping ? tr("As chosen here.")
            : preview.bySavedProfile ? tr("As kept for files like this.")
                                     : tr("Found by the words of the headers."));
}

std::optional<TextEncoding> MappingForm::encoding() const
{
    const int chosen = m_encoding->currentData().toInt();
    return chosen < 0 ? std::nullopt : std::optional(TextEncoding(chosen));
}

Mapping MappingForm::mapping() const
{
    Mapping mapping;
    mapping.source = m_source->text().trimmed();
    for (auto one = m_columns.cbegin(); one != m_columns.cend(); ++one) {
        const QString header = one.value()->currentData().toString();
        if (!header.isEmpty())
            mapping.headers.insert(one.key(), header);
    }
    return mapping;
}

void MappingForm::setState(const QString &text)
{
    m_origin->setText(text);
}

} // namespace chengban
