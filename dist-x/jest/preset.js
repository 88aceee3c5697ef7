// src/jest/has-flag.ts
const FLAG = "--experimental-vm-modules";
function hasFlag() {
	return [...process.execArgv, process.env.NODE_OPTIONS ?? ""].join(" ").includes(FLAG);
}
// src/jest/preset.ts
var preset_default = {
	setupFilesAfterEnv: [hasFlag() ? "msw-cassette/jest/setup" : "msw-cassette/jest/required-setup"],
	reporters: ["default", "msw-cassette/jest/reporter"]
};
export { preset_default as default };
