#include "tests/measure/Planting.h"

#include "shared/base/CountyTime.h"

#include <QRegularExpression>

#include <array>

namespace chengban::measure {

namespace {

using namespace Qt::StringLiterals;

QString oneOf(const QStringList &choices, QRandomGenerator &chance)
{
    return choices[chance.bounded(static_cast<int>(choices.size()))];
}

QString digits(int count, QRandomGenerator &chance)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QString::number(chance.bounded(10));
    return text;
}

/// Puts the text behind a sentence of the answer, chosen by chance.
Planted into(RealReply real, const QString &text, QRandomGenerator &chance)
{
    QList<qsizetype> places{0};
    for (qsizetype i = 0; i < real.reply.answer.size(); ++i) {
        if (u"。！；"_s.contains(real.reply.answer[i]))
            places.append(i + 1);
    }
    const qsizetype at = places[chance.bounded(static_cast<int>(places.size()))];
    real.reply.answer.insert(at, text);
    return {std::move(real), at, text.size()};
}

Planted instead(RealReply real, const QString &answer)
{
    real.reply.answer = answer;
    return {std::move(real), -1, 0};
}

QString number(int from, int to, QRandomGenerator &chance)
{
    return QString::number(chance.bounded(from, to + 1));
}

QString mobile(QRandomGenerator &chance)
{
    return u"1"_s + number(3, 9, chance) + digits(9, chance);
}

/// "138 1234 5678", "138-1234-5678" or plain.
QString grouped(const QString &mobile, QRandomGenerator &chance)
{
    const QString between = oneOf({u""_s, u" "_s, u"-"_s}, chance);
    return mobile.left(3) + between + mobile.mid(3, 4) + between + mobile.mid(7);
}

QString identityNumber(QRandomGenerator &chance)
{
    const QDate born = QDate(1940, 1, 1).addDays(chance.bounded(25'000));
    const QString text
        = number(11, 65, chance) + digits(4, chance) + born.toString(u"yyyyMMdd"_s) + digits(3, chance);
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += text[i].digitValue() * weights[static_cast<size_t>(i)];
    return text + u"10X98765432"_s[sum % 11];
}

QString cardNumber(QRandomGenerator &chance)
{
    const QString text = u"62"_s + digits(chance.bounded(2) == 0 ? 13 : 16, chance);
    for (int last = 0; last < 10; ++last) {
        const QString whole = text + QString::number(last);
        int sum = 0;
        for (qsizetype i = 0; i < whole.size(); ++i) {
            const int digit = whole[whole.size() - 1 - i].digitValue() * (i % 2 == 0 ? 1 : 2);
            sum += digit / 10 + digit % 10;
        }
        if (sum % 10 == 0)
            return whole;
    }
    return text;
}

QString law(QRandomGenerator &chance)
{
    return oneOf(
        {u"物业管理条例"_s, u"道路交通安全法"_s, u"土地管理法"_s, u"城市市容和环境卫生管理条例"_s}, chance);
}

QString article(QRandomGenerator &chance)
{
    return oneOf({u"三"_s, u"十二"_s, u"二十五"_s, u"五十二"_s, u"一百零三"_s, u"8"_s, u"36"_s}, chance);
}

QString issuer(QRandomGenerator &chance)
{
    return oneOf({u"国办发"_s, u"清政办发"_s, u"南政发"_s, u"豫建城"_s, u"民发"_s, u"教基厅函"_s}, chance);
}

Planted placeholder(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    return into(replyTo(letter),
        oneOf(
            {u"经办人XXX已到现场。"_s, u"已于X月X日现场查看。"_s, u"联系电话：__________。"_s,
                u"由×××负责落实。"_s, u"办理情况待补充。"_s, u"{unit}已安排人员。"_s, u"补偿金额为____元。"_s,
                u"XX月XX日前完成。"_s, u"此处填写办理结果。"_s, u"由ＸＸＸ同志联系。"_s},
            chance),
        chance);
}

Planted oneSentence(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    static const QRegularExpression sentence(u"[^。！；!;]{10,45}"_s);
    const QString first = sentence.match(letter.answer.mid(letter.answer.size() / 3)).captured();
    return instead(replyTo(letter),
        oneOf({u"您好！%1。感谢您的支持！"_s, u"%1。"_s, u"网友您好：%1，谢谢。"_s}, chance).arg(first));
}

Planted solvedOnly(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    const QString solved = oneOf({u"已解决"_s, u"已经处理"_s, u"已办结"_s, u"已妥善处理"_s, u"已处理完毕"_s,
                                     u"已得到解决"_s, u"已整改到位"_s},
        chance);
    return instead(replyTo(letter),
        oneOf({u"您好！您反映的问题%1。感谢您的支持！"_s,
                  u"我单位领导高度重视您的来信，目前该问题%1。欢迎继续监督。"_s,
                  u"您好，经与相关单位沟通，您反映的事项%1，请您放心。"_s},
            chance)
            .arg(solved));
}

Planted evasive(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    return into(replyTo(letter),
        oneOf({u"对此我们将酌情处理。"_s, u"待条件成熟时再予以考虑。"_s, u"我们将尽快处理。"_s,
                  u"该事项正在研究。"_s, u"我们将适时处理。"_s, u"请您与有关部门联系。"_s,
                  u"后续将视情况处理。"_s},
            chance),
        chance);
}

Planted anotherSubject(const Letter &letter, const Letter &other, QRandomGenerator &)
{
    return instead(replyTo(letter), other.answer);
}

Planted demandAgain(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    return instead(
        replyTo(letter), oneOf({u"您好，"_s, u"来信收悉。"_s}, chance) + letter.demand + u"此复。"_s);
}

Planted anonymousCalled(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    RealReply real = replyTo(letter);
    real.context.anonymous = true;
    real.contacts.clear();
    return into(std::move(real),
        oneOf({u"经办人李承使用电话号0377-68200001于3月5日9时与反映人通话。"_s,
                  u"工作人员已电话联系您说明情况。"_s, u"我单位已与反映人取得联系。"_s,
                  u"经致电反映人核实。"_s},
            chance),
        chance);
}

Planted calledLater(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    RealReply real = replyTo(letter);
    const QDate day = countyDate(letter.repliedAtMs).addDays(chance.bounded(1, 40));
    const QString date = chance.bounded(2) == 0 ? day.toString(u"M月d日"_s) : day.toString(u"yyyy年M月d日"_s);
    return into(std::move(real),
        oneOf({u"经办人李承使用电话号0377-68200001于%19时与反映人通话。"_s, u"%1上午工作人员电话联系了您。"_s,
                  u"我们于%1与您取得联系。"_s},
            chance)
            .replace(u"%1"_s, date),
        chance);
}

Planted recordedLater(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    RealReply real = replyTo(letter);
    real.contacts[0].atMs = letter.repliedAtMs + chance.bounded(1, 1'000'000'000);
    return {std::move(real), -1, 0};
}

Planted unitsNumber(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    RealReply real = replyTo(letter);
    return into(std::move(real),
        oneOf({u"反映人电话：0377-68200001。"_s, u"经拨打您的联系电话0377 68200001核实。"_s,
                  u"诉求人手机号码037768200001。"_s, u"反映人联系电话为0377-68200001。"_s},
            chance),
        chance);
}

Planted wrongBrackets(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    const QString year
        = oneOf({u"[%1]"_s, u"(%1)"_s, u"（%1）"_s, u"【%1】"_s}, chance).arg(chance.bounded(2008, 2025));
    return into(replyTo(letter),
        u"根据%1%2%3号文件规定办理。"_s.arg(issuer(chance), year, number(1, 230, chance)), chance);
}

Planted wrongNumber(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    const QString end
        = oneOf({u"%1文件"_s, u"第%1号文件"_s, u"0%1号文件"_s, u"%1，"_s}, chance).arg(chance.bounded(2, 99));
    const QString year = number(2008, 2025, chance);
    return into(replyTo(letter), u"依据%1〔%2〕%3办理。"_s.arg(issuer(chance), year, end), chance);
}

Planted unpairedMark(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    const QString form = oneOf(
        {u"根据《%1第十条规定办理。"_s, u"根据%1》第十条规定办理。"_s, u"依照《%1的规定处理。"_s}, chance);
    return into(replyTo(letter), form.arg(law(chance)), chance);
}

Planted wrongArticle(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    const QString form = oneOf(
        {u"依据《%1》%2条规定办理。"_s, u"依据《%1》第%2规定办理。"_s, u"按照《%1》第%2的要求处理。"_s},
        chance);
    return into(replyTo(letter), form.arg(law(chance), article(chance)), chance);
}

Planted repealedLaw(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    RealReply real = replyTo(letter);
    real.context.signedAtMs = utcMs(QDate(2023, 1, 1).addDays(chance.bounded(900)), QTime(9, 0));
    const QString title
        = oneOf({u"合同法"_s, u"物权法"_s, u"婚姻法"_s, u"继承法"_s, u"侵权责任法"_s, u"民法通则"_s,
                    u"担保法"_s, u"信访条例"_s, u"环境噪声污染防治法"_s, u"城市房屋拆迁管理条例"_s},
            chance);
    const QString state = chance.bounded(2) == 0 ? QString() : u"中华人民共和国"_s;
    return into(std::move(real), u"根据《%1%2》第五条的规定办理。"_s.arg(state, title), chance);
}

Planted identity(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    return into(replyTo(letter), u"经查，身份证号%1的人员符合条件。"_s.arg(identityNumber(chance)), chance);
}

Planted citizensPhone(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    RealReply real = replyTo(letter);
    real.context.citizenPhone = mobile(chance);
    const QString shown = grouped(real.context.citizenPhone, chance);
    return into(std::move(real), u"已向您的电话%1说明。"_s.arg(shown), chance);
}

Planted otherPhone(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    return into(replyTo(letter), u"请联系业主王某（%1）。"_s.arg(grouped(mobile(chance), chance)), chance);
}

Planted citizensName(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    RealReply real = replyTo(letter);
    real.context.citizenName = oneOf({u"钱"_s, u"孙"_s, u"吴"_s, u"郑"_s, u"欧阳"_s}, chance)
        + oneOf({u"晓楠"_s, u"志远"_s, u"慧"_s, u"芷若"_s, u"建国"_s}, chance);
    const QString name = real.context.citizenName;
    return into(std::move(real), u"%1反映的情况属实。"_s.arg(name), chance);
}

Planted bankCard(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    QString card = cardNumber(chance);
    if (chance.bounded(2) == 0) {
        for (qsizetype at = card.size() / 4 * 4 - (card.size() % 4 == 0 ? 4 : 0); at > 0; at -= 4)
            card.insert(at, u' ');
    }
    return into(replyTo(letter), u"补贴已打入账户%1。"_s.arg(card), chance);
}

Planted plate(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    const QString place = oneOf({u"豫R"_s, u"湘A"_s, u"皖P"_s, u"青B·"_s, u"陕F"_s}, chance);
    const QString rest
        = oneOf({digits(5, chance), u"D"_s + digits(5, chance), u"K"_s + digits(4, chance)}, chance);
    return into(replyTo(letter), u"违停车辆%1%2已被处理。"_s.arg(place, rest), chance);
}

Planted homeAddress(const Letter &letter, const Letter &, QRandomGenerator &chance)
{
    const QString form
        = oneOf({u"%1栋%2单元%301室"_s, u"%1号楼%2单元%302"_s + u"室"_s, u"%1幢%30%2室"_s, u"%1栋%304号房"_s},
            chance);
    const QString home = QString(form)
                             .replace(u"%1"_s, number(1, 40, chance))
                             .replace(u"%2"_s, number(1, 4, chance))
                             .replace(u"%3"_s, number(1, 9, chance));
    return into(replyTo(letter), u"住在锦绣花园%1的业主表示同意。"_s.arg(home), chance);
}

template <QString Reply::*member> Planted without(const Letter &letter, const Letter &, QRandomGenerator &)
{
    Planted planted{replyTo(letter), -1, 0};
    (planted.real.reply.*member).clear();
    return planted;
}

Planted withoutTime(const Letter &letter, const Letter &, QRandomGenerator &)
{
    Planted planted{replyTo(letter), -1, 0};
    planted.real.reply.answeredAtMs = 0;
    return planted;
}

Planted notProofread(const Letter &letter, const Letter &, QRandomGenerator &)
{
    Planted planted{replyTo(letter), -1, 0};
    planted.real.reply.proofread = false;
    return planted;
}

Planted anotherUnit(const Letter &letter, const Letter &, QRandomGenerator &)
{
    Planted planted{replyTo(letter), -1, 0};
    planted.real.reply.unit = u"白云镇人民政府"_s;
    return planted;
}

constexpr std::array kinds{
    FaultKind{"placeholder left over", "placeholder-left", &placeholder},
    FaultKind{"one sentence only", "one-sentence", &oneSentence},
    FaultKind{"solved, without a fact", "solved-without-facts", &solvedOnly},
    FaultKind{"evasive phrase", "vague-words", &evasive},
    FaultKind{"the answer to another letter", "demand-not-answered", &anotherSubject},
    FaultKind{"the demand said again", "answer-repeats-demand", &demandAgain},
    FaultKind{"anonymous, yet called", "anonymous-yet-called", &anonymousCalled},
    FaultKind{"call dated after the reply", "contact-after-signing", &calledLater},
    FaultKind{"contact recorded after signing", "contact-after-signing", &recordedLater},
    FaultKind{"unit's number as the citizen's", "unit-number-as-citizens", &unitsNumber},
    FaultKind{"year in wrong brackets", "document-number-malformed", &wrongBrackets},
    FaultKind{"number without 号, with 第 or 0", "document-number-malformed", &wrongNumber},
    FaultKind{"title mark without partner", "title-mark-unpaired", &unpairedMark},
    FaultKind{"article without 第 or 条", "article-malformed", &wrongArticle},
    FaultKind{"repealed law", "law-repealed", &repealedLaw},
    FaultKind{"identity card number", "identity-number-in-answer", &identity},
    FaultKind{"citizen's telephone", "citizen-phone-in-answer", &citizensPhone},
    FaultKind{"somebody's mobile", "phone-in-answer", &otherPhone},
    FaultKind{"citizen's name", "citizen-name-in-answer", &citizensName},
    FaultKind{"bank card", "bank-card-in-answer", &bankCard},
    FaultKind{"number plate", "plate-in-answer", &plate},
    FaultKind{"home address", "address-in-answer", &homeAddress},
    FaultKind{"signer missing", "signer-missing", &without<&Reply::signer>},
    FaultKind{"unit missing", "unit-missing", &without<&Reply::unit>},
    FaultKind{"handler missing", "handler-missing", &without<&Reply::handler>},
    FaultKind{"time of the answer missing", "answered-at-missing", &withoutTime},
    FaultKind{"not proofread", "proofread-missing", &notProofread},
    FaultKind{"another unit named", "unit-differs", &anotherUnit},
};

} // namespace

std::span<const FaultKind> faultKinds()
{
    return kinds;
}

} // namespace chengban::measure
