import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { COMMANDS } from '../../lib/cli/commands/index.ts';
import { processIo } from '../../lib/cli/io.ts';

const FOLDER = path.join('docs', 'ci');

const textOf = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8');

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

const workflow = (file: string) => parse(textOf(file)) as Workflow;

const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

/** Every line that calls the command, without what the shell makes of it. */
function calls(text: string): string[][] {
  return [...text.matchAll(/npx dashc ([^|\n]+)/g)].map(([, args = '']) =>
    args
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/^["']|["']$/g, '')),
  );
}

/** @throws where there is no such command, or it has no such option */
function parseCall([name, ...args]: readonly string[]): object {
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  const sub = new Command(name)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({
      writeErr: () => undefined,
    });
  command.define(sub, processIo());
  sub.action(() => undefined).parse(args, { from: 'user' });
  return { args: sub.args, ...sub.opts() };
}

describe('docs/ci', () => {
  it('has these files', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(['github-comment.yml', 'github.yml', 'gitlab.yml']);
  });

  it.each([
    ['github.yml', [{ args: ['HEAD^1'], out: 'review', typecheck: true }]],
    ['github-comment.yml', []],
    ['gitlab.yml', [{ args: ['$CI_MERGE_REQUEST_DIFF_BASE_SHA'], out: 'review', typecheck: true }]],
  ])('%s calls what there is', (file, parsed) => {
    expect(calls(textOf(file)).map(parseCall)).toEqual(parsed);
  });

  it.each([
    [['reviews', 'HEAD'], 'there is no command reviews'],
    [['review', '--output', 'review'], "error: unknown option '--output'"],
    [['review', 'a', 'b'], 'error: too many arguments'],
  ])('would tell a wrong call: %o', (call, message) => {
    expect(() => parseCall(call)).toThrow(message);
  });

  it.each(['github.yml', 'github-comment.yml'])('%s names each action by its version', (file) => {
    const used = stepsOf(workflow(file)).flatMap(({ uses = [] }) => uses);
    expect(used.filter((action) => !/@(?:v\d+\.\d+\.\d+|[0-9a-f]{40})$/.test(action))).toEqual([]);
  });

  it('runs the code of a pull request without a right to write', () => {
    const { on, permissions } = workflow('github.yml');
    expect(Object.keys(on)).toEqual(['pull_request']);
    expect(permissions).toEqual({ contents: 'read' });
  });

  it('may write where it checks out and runs nothing of a pull request', () => {
    const comment = workflow('github-comment.yml');
    expect(Object.keys(comment.on)).toEqual(['workflow_run']);
    expect(comment.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' });
    expect(stepsOf(comment).map(({ uses }) => uses)).toEqual([undefined, undefined]);
    const scripts = stepsOf(comment).map(({ run = '' }) => run);
    expect(scripts.filter((run) => /\b(?:npm|npx|node|git|bash|sh)\b|\$\{\{/.test(run))).toEqual(
      [],
    );
  });

  it.each(['github.yml', 'github-comment.yml'])('%s gives the shell no text of others', (file) => {
    const scripts = stepsOf(workflow(file)).map(({ run = '' }) => run);
    expect(scripts.filter((run) => run.includes('${{'))).toEqual([]);
  });

  it('waits for the workflow by the name that it has', () => {
    const { name } = parse(textOf('github.yml')) as { readonly name: string };
    expect(workflow('github-comment.yml').on['workflow_run']).toMatchObject({ workflows: [name] });
  });

  it('has a job of GitLab for merge requests, and posts only where there is a token', () => {
    const { dashboards } = parse(textOf('gitlab.yml')) as {
      readonly dashboards: Readonly<Record<string, unknown>>;
    };
    expect(dashboards['image']).toMatch(/^node:\d+\.\d+\.\d+-/);
    expect(dashboards['artifacts']).toMatchObject({ paths: ['review/'] });
    expect((dashboards['script'] as readonly string[]).at(-1)).toMatch(
      /^if \[ -n "\$DASHC_NOTES_TOKEN" \]; then\n/,
    );
  });
});
