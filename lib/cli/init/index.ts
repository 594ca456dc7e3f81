export { addScripts } from './add-scripts.ts';
export { projectFiles, SCRIPTS } from './project-files.ts';
