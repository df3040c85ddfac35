#include "client/launcher/VersionFolder.h"

#include <algorithm>
#include <fstream>

namespace chengban::launcher {

namespace fs = std::filesystem;

namespace {

/// Started so often without showing its window, a new version is given up.
constexpr int mostStarts = 2;
constexpr size_t mostLines = 1000;
constexpr char goneEnd[] = ".gone";

std::string trimmed(std::string line)
{
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\n'))
        line.pop_back();
    return line;
}

bool endsWith(const fs::path &name, const std::string &end)
{
    const std::u8string text = name.u8string();
    return std::string(text.begin(), text.end()).ends_with(end);
}

} // namespace

VersionFolder::VersionFolder(fs::path folder, std::string program, Machine &machine)
    : m_folder(std::move(folder))
    , m_program(std::move(program))
    , m_machine(machine)
{
}

fs::path VersionFolder::folderOf(VersionNumber version) const
{
    return m_folder / version.text();
}

fs::path VersionFolder::programOf(VersionNumber version) const
{
    return folderOf(version) / m_program;
}

fs::path VersionFolder::lockOf(VersionNumber version) const
{
    return m_folder / (version.text() + ".lock");
}

bool VersionFolder::isWhole(VersionNumber version) const
{
    std::error_code fault;
    return fs::is_regular_file(programOf(version), fault);
}

std::optional<VersionNumber> VersionFolder::choose()
{
    // Two versions side by side would share one local store: the next one waits for the last window.
    m_alone = !isHeld();
    if (m_alone)
        takeNext();
    judgeTrial();
    const auto named = current();
    const auto version = named && isWhole(*named) ? named : newestOtherThan(std::nullopt);
    if (!version)
        return std::nullopt;
    if (version != named)
        (void)put("current", version->text()); // Not written, it is found again the same way.
    if (const auto tried = trial(); tried && tried->version == *version && m_alone)
        (void)put("trial", version->text() + ' ' + std::to_string(tried->starts + 1));
    // Listed now: what the client that is started brings is not among them.
    if (m_alone)
        m_leftOver = leftOvers();
    return version;
}

void VersionFolder::takeNext()
{
    const auto wanted = next();
    const auto now = current();
    if (!wanted || !isWhole(*wanted) || refused().contains(*wanted) || (now && *wanted <= *now)) {
        drop("next");
        return;
    }
    // Cut anywhere, it begins anew with the same `next`; after `current` is written only `next` is left over.
    if (!put("trial", wanted->text() + " 0"))
        return;
    if (now && isWhole(*now) && !put("previous", now->text()))
        return;
    if (put("current", wanted->text()))
        drop("next");
}

void VersionFolder::judgeTrial()
{
    const auto tried = trial();
    if (!tried || tried->version != current()) {
        drop("trial");
        return;
    }
    if (m_alone && tried->starts >= mostStarts)
        (void)fallBack(tried->version);
}

bool VersionFolder::fallBack(VersionNumber from)
{
    const auto before = previous();
    const bool good = before && *before != from && isWhole(*before) && !refused().contains(*before);
    const auto target = good ? before : newestOtherThan(from);
    if (!target) {
        drop("trial"); // Nothing to fall back to: it is tried on.
        return false;
    }
    // Refused first: cut after this, the trial still says that it failed, and comes here again.
    if (!refused().contains(from)) {
        std::string list;
        for (const VersionNumber version : refused())
            list += version.text() + '\n';
        if (!put("refused", list + from.text() + '\n'))
            return false;
    }
    if (!put("current", target->text()))
        return false;
    drop("trial");
    return true;
}

std::optional<VersionNumber> VersionFolder::afterFailure(VersionNumber failed)
{
    const auto tried = trial();
    if (tried && tried->version == failed && fallBack(failed))
        return current();
    // No trial: the disk or the virus scanner may be in the way today, which is no reason to refuse it for
    // good.
    return newestOtherThan(failed);
}

bool VersionFolder::goBack()
{
    const auto now = current();
    const auto before = previous();
    if (!now || !before || *before == *now || !isWhole(*before) || isHeld())
        return false;
    drop("next");
    return fallBack(*now);
}

std::vector<fs::path> VersionFolder::leftOvers() const
{
    std::vector<fs::path> left;
    const std::set<std::optional<VersionNumber>> kept{current(), previous()};
    // A newer one that nobody names may be an installer's at this moment.
    const auto given = refused();
    for (const VersionNumber version : versions()) {
        if (!kept.contains(version) && (given.contains(version) || version < current()))
            left.push_back(folderOf(version));
    }
    std::error_code fault;
    for (fs::directory_iterator it(m_folder, fault), end; !fault && it != end; it.increment(fault)) {
        if (endsWith(it->path().filename(), goneEnd) || endsWith(it->path().filename(), ".part"))
            left.push_back(it->path());
    }
    return left;
}

void VersionFolder::sweep()
{
    for (const fs::path &path : m_leftOver) {
        fs::path gone = path;
        if (!endsWith(path.filename(), goneEnd))
            gone += goneEnd;
        // Half deleted it must not look like a version; on Windows this fails while one of its files is open.
        if (gone == path || m_machine.rename(path, gone))
            m_machine.removeTree(gone);
        fs::path lock = path;
        lock += ".lock";
        std::error_code fault;
        if (fs::exists(lock, fault))
            (void)m_machine.remove(lock);
    }
    m_leftOver.clear();
}

void VersionFolder::confirm(VersionNumber running)
{
    if (const auto tried = trial(); tried && tried->version == running)
        drop("trial");
}

bool VersionFolder::prepare(VersionNumber version)
{
    return isWhole(version) && put("next", version.text());
}

void VersionFolder::unprepare()
{
    const auto version = next();
    drop("next");
    if (!version || version == current() || version == previous())
        return;
    fs::path gone = folderOf(*version);
    gone += goneEnd;
    if (m_machine.rename(folderOf(*version), gone))
        m_machine.removeTree(gone);
}

std::optional<Trial> VersionFolder::trial() const
{
    const auto lines = linesOf("trial");
    if (lines.empty())
        return std::nullopt;
    const std::string &line = lines.front();
    const size_t space = line.find(' ');
    const auto version = versionNumber(std::string_view(line).substr(0, space));
    if (!version)
        return std::nullopt;
    int starts = 0; // A damaged count is a new trial.
    if (space != std::string::npos)
        std::from_chars(line.data() + space + 1, line.data() + line.size(), starts);
    return Trial{*version, starts};
}

std::set<VersionNumber> VersionFolder::refused() const
{
    std::set<VersionNumber> all;
    for (const std::string &line : linesOf("refused")) {
        if (const auto version = versionNumber(line))
            all.insert(*version);
    }
    return all;
}

bool VersionFolder::isHeld() const
{
    const auto all = versions();
    return std::any_of(all.begin(), all.end(),
        [this](VersionNumber version) { return m_machine.lifeOf(lockOf(version)) == Machine::Life::Held; });
}

std::optional<VersionNumber> VersionFolder::newestOtherThan(std::optional<VersionNumber> excluded) const
{
    std::optional<VersionNumber> good;
    std::optional<VersionNumber> any;
    const auto given = refused();
    for (const VersionNumber version : versions()) {
        if (version == excluded || !isWhole(version))
            continue;
        any = std::max(any, std::optional(version));
        if (!given.contains(version))
            good = std::max(good, std::optional(version));
    }
    return good ? good : any;
}

std::vector<VersionNumber> VersionFolder::versions() const
{
    std::vector<VersionNumber> all;
    std::error_code fault;
    for (fs::directory_iterator it(m_folder, fault), end; !fault && it != end; it.increment(fault)) {
        std::error_code none;
        const std::u8string name = it->path().filename().u8string();
        const auto version = versionNumber(std::string(name.begin(), name.end()));
        if (version && it->is_directory(none))
            all.push_back(*version);
    }
    return all;
}

std::optional<VersionNumber> VersionFolder::versionIn(const char *file) const
{
    const auto lines = linesOf(file);
    return lines.empty() ? std::nullopt : versionNumber(lines.front());
}

std::vector<std::string> VersionFolder::linesOf(const char *file) const
{
    std::vector<std::string> lines;
    std::ifstream in(m_folder / file, std::ios::binary);
    for (std::string line; lines.size() < mostLines && std::getline(in, line);)
        lines.push_back(trimmed(line));
    return lines;
}

bool VersionFolder::put(const char *file, const std::string &text)
{
    return m_machine.write(m_folder / file, text + (text.ends_with('\n') ? "" : "\n"));
}

bool VersionFolder::drop(const char *file)
{
    std::error_code fault;
    return !fs::exists(m_folder / file, fault) || m_machine.remove(m_folder / file);
}

} // namespace chengban::launcher
