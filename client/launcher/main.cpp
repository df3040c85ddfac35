#include "client/launcher/Platform.h"

namespace {

namespace fs = std::filesystem;
using namespace chengban::launcher;

constexpr char goBackWord[] = "--previous-version";
constexpr char nothingToStart[]
    = "承办无法启动：程序文件夹中没有完整的版本。请重新安装，或联系县里的管理员。";
constexpr char nothingBefore[] = "没有可以退回的版本，或承办仍在运行。请先关闭所有窗口再试。";

int run()
{
    SystemMachine machine;
    VersionFolder folder(ownFolder() / "versions", programName(), machine);
    if (isOnlyArgument(goBackWord)) {
        const bool back = folder.goBack();
        if (!back)
            tell(nothingBefore);
        return back ? 0 : 1;
    }
    std::optional<chengban::VersionNumber> version = folder.choose();
    for (int attempt = 0; version && attempt < 2; ++attempt) {
        const auto ended = startProgram(
            folder.programOf(*version), folder.lockOf(*version), [&folder] { folder.sweep(); });
        if (ended)
            return *ended;
        version = folder.afterFailure(*version);
    }
    tell(nothingToStart);
    return 1;
}

} // namespace

#ifdef _WIN32
int wmain()
#else
int main()
#endif
{
    return run();
}
