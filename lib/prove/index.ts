export { type DebianPackages, unpackDebianPackages } from './debian-packages.ts';
export { firstExecutable } from './first-executable.ts';
export { runTool, type ToolRun, type ToolRunOptions } from './run-tool.ts';
export {
  findTool,
  type MissingTool,
  type Tool,
  TOOL_NAMES,
  type ToolName,
  type ToolPlaces,
} from './tools.ts';
