// Holds `chengban-cli workdays` to the calendar of another library, chinese-days, over random dates of 2018 to 2026.
// Nothing is shared with it, not even the list of notices.
// usage: node check_calendar_library.mjs CHENGBAN-CLI FOLDER_WITH_NODE_MODULES [SEED COUNT]
// Exits with 77 (skipped) when the library is not there: npm install --prefix FOLDER chinese-days
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

const [program, modules, seed = "1", count = "150"] = process.argv.slice(2);
let isWorkday;
try {
    ({ isWorkday } = createRequire(join(modules, "index.js"))("chinese-days"));
} catch {
    console.log("skipped: chinese-days is not installed in " + modules);
    process.exit(77);
}

const day = 86_400_000;
const first = Date.UTC(2018, 0, 1);
const last = Date.UTC(2026, 11, 31);
const text = (ms) => new Date(ms).toISOString().slice(0, 10);

let state = Number(seed);
/// A whole number below `most`, the same for the same seed everywhere.
function random(most) {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * most);
}

/// The n-th working day after `start`; empty beyond the years that both know.
function counted(start, n) {
    for (let ms = start + day; ms <= last; ms += day) {
        if (isWorkday(text(ms)) && --n === 0)
            return text(ms);
    }
    return undefined;
}

let checked = 0;
let differ = 0;
while (checked < Number(count)) {
    const start = first + random((last - first) / day) * day;
    const add = [1, 2, 3, 5, 7, 10, 15, 30][random(8)];
    const expected = counted(start, add);
    if (!expected)
        continue;
    const answer = execFileSync(program, ["workdays", "--from", text(start), "--add", String(add), "--json"]);
    const ours = JSON.parse(answer).day;
    if (ours !== expected) {
        console.log(`${text(start)} + ${add}: ${ours}, the library says ${expected}`);
        ++differ;
    }
    ++checked;
}
console.log(`${checked} random dates, ${differ} differences`);
process.exit(differ === 0 ? 0 : 1);
