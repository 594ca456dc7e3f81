export { baseCommit, type Commit } from './git-tree.ts';
export { type Sides, sidesOfFolders, sidesOfSources } from './sides.ts';
