// Holds the verdicts of ajv over the corpus of packs to those that the loader is tested with.
// usage: node check_ajv.mjs SOURCE_DIR FOLDER_WITH_NODE_MODULES
// Exits with 77 (skipped) when ajv 8 is not installed there: packaging/install-ajv FOLDER
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [root, modules] = process.argv.slice(2);
let Ajv;
try {
    Ajv = createRequire(join(modules, "index.js"))("ajv/dist/2020").default;
} catch {
    console.log("skipped: ajv is not installed in " + modules);
    process.exit(77);
}

const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/// RFC 7396.
function merged(target, patch) {
    if (patch === null || typeof patch !== "object" || Array.isArray(patch))
        return patch;
    const isObject = target !== null && typeof target === "object" && !Array.isArray(target);
    const result = isObject ? { ...target } : {};
    for (const [key, value] of Object.entries(patch)) {
        if (value === null)
            delete result[key];
        else
            result[key] = merged(result[key], value);
    }
    return result;
}

const validate = new Ajv({ strict: false, validateFormats: false })
    .compile(read("resources/rulepacks/schema/rulepack.schema.json"));
let faults = 0;
const packs = readdirSync(join(root, "resources/rulepacks")).filter((name) => name.endsWith(".json"));
for (const name of packs) {
    if (!validate(read(join("resources/rulepacks", name)))) {
        console.log(name, validate.errors);
        ++faults;
    }
}
const base = read("resources/rulepacks/tongbai-2023.json");
const corpus = read("tests/shared/rules/corpus.json").packs;
for (const { name, patch, loads, schema = loads } of corpus) {
    if (validate(merged(base, patch)) !== schema) {
        console.log(`corpus, ${name}: ajv should say ${schema}`);
        ++faults;
    }
}
console.log(`${packs.length} packs and ${corpus.length} of the corpus, ${faults} faults`);
process.exit(faults ? 1 : 0);
