import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';

/** What stands in `.github/` is read by a code host and by nobody here: that it is well formed and names what is there is held by these. */

const root = resolve(import.meta.dirname, '..');
const folder = join(root, '.github');
const scripts = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts);

function parsed(path: string): Record<string, unknown> {
  const document = parseDocument(readFileSync(join(folder, path), 'utf8'), { uniqueKeys: true });
  expect([...document.errors, ...document.warnings], path).toEqual([]);
  return document.toJS() as Record<string, unknown>;
}

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string>;
}
interface Job {
  'runs-on': string;
  'timeout-minutes': number;
  needs?: string;
  permissions?: Record<string, string>;
  steps: Step[];
}

const workflows = readdirSync(join(folder, 'workflows'));

describe.each(workflows)('the workflow %s', (file) => {
  const workflow = parsed(`workflows/${file}`) as {
    name: string;
    on: object;
    permissions: Record<string, string>;
    jobs: Record<string, Job>;
  };
  const steps = Object.values(workflow.jobs).flatMap(({ steps }) => steps);

  test('has a name, an occasion, the least permissions, and jobs that end', () => {
    expect(workflow.name).toBeTruthy();
    expect(Object.keys(workflow.on).length).toBeGreaterThan(0);
    expect(Object.keys(workflow.permissions).length).toBeGreaterThan(0);
    for (const job of Object.values(workflow.jobs)) {
      expect(job['runs-on']).toBe('ubuntu-latest');
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      if (job.needs !== undefined) expect(Object.keys(workflow.jobs)).toContain(job.needs);
      for (const step of job.steps) expect(Number(step.uses !== undefined) + Number(step.run !== undefined)).toBe(1);
    }
  });

  test('runs only what package.json has, and actions of a version', () => {
    for (const { run = '', uses } of steps) {
      for (const [, script = ''] of run.matchAll(/npm run (?:-s )?([\w-]+)/g)) expect(scripts).toContain(script);
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
    }
  });

  test('puts nothing that a stranger wrote into a command: values come by the environment', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

test('what runs a stranger’s code writes nothing, and what writes runs none of it', () => {
  const check = parsed('workflows/check.yml') as { on: object; permissions: object };
  expect(Object.keys(check.on)).toEqual(['pull_request']);
  expect(check.permissions).toEqual({ contents: 'read' });
  const comment = parsed('workflows/comment.yml') as { on: { workflow_run: { workflows: string[] } }; jobs: Record<string, Job> };
  expect(comment.on.workflow_run.workflows).toEqual([(check as unknown as { name: string }).name]);
  const uses = Object.values(comment.jobs).flatMap(({ steps }) => steps.map((step) => `${step.uses ?? ''} ${step.run ?? ''}`));
  expect(uses.join(' ')).not.toMatch(/checkout|npm|node /);
});

const forms = readdirSync(join(folder, 'ISSUE_TEMPLATE')).filter((file) => file !== 'config.yml');

test('there is a form for a new statement, a correction and a dispute', () => {
  expect(forms.sort()).toEqual(['correction.yml', 'dispute.yml', 'new-statement.yml']);
  parsed('ISSUE_TEMPLATE/config.yml');
});

test.each(forms)('the form %s has what a host asks of a form', (file) => {
  const form = parsed(`ISSUE_TEMPLATE/${file}`) as {
    name: string;
    description: string;
    body: { type: string; id?: string; attributes: { label?: string; value?: string; options?: unknown[] } }[];
  };
  expect(form.name.length).toBeGreaterThan(3);
  expect(form.description).toBeTruthy();
  const ids = form.body.flatMap(({ id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { type, id, attributes } of form.body) {
    expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
    if (type === 'markdown') expect(attributes.value).toBeTruthy();
    else {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(attributes.label).toBeTruthy();
    }
    if (type === 'dropdown' || type === 'checkboxes') expect(attributes.options?.length).toBeGreaterThan(0);
  }
});

test('the sample of owners names folders that are there', () => {
  const lines = readFileSync(join(folder, 'CODEOWNERS'), 'utf8').split('\n');
  const paths = lines.flatMap((line) => /^# (\/\S+)\s+@/.exec(line)?.[1] ?? []);
  expect(paths.length).toBeGreaterThan(3);
  for (const path of paths) expect(existsSync(join(root, path.replace('*', 'eastern-flank'))), path).toBe(true);
});
