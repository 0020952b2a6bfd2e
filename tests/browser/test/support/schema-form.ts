import type { Visitor } from './visitor.js';

/** Fills a form that was drawn from a schema with a value of that schema, field by field as a person would. */
export async function fillForm(visitor: Visitor, id: string, value: unknown): Promise<void> {
  if (Array.isArray(value)) return fillLines(visitor, id, value);
  if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) await fillForm(visitor, `${id}.${name}`, part);
    return;
  }
  await fillField(visitor, id, String(value));
}

async function fillLines(visitor: Visitor, id: string, lines: readonly unknown[]): Promise<void> {
  const list = visitor.field(id);
  await list.waitFor();
  for (const [index, line] of lines.entries()) {
    const entry = visitor.field(`${id}.${index}`);
    if ((await entry.count()) === 0) await list.locator('> button').click();
    await entry.waitFor();
    await fillForm(visitor, `${id}.${index}`, line);
  }
}

async function fillField(visitor: Visitor, id: string, text: string): Promise<void> {
  const field = visitor.field(id);
  await field.waitFor();
  const kind = await field.evaluate((element) =>
    element.closest('.ant-picker') ? 'date' : element.closest('.ant-select') ? 'list' : 'text',
  );
  if (kind === 'list') {
    const shown = await field.evaluate((element) => element.closest('.ant-select')?.textContent ?? '');
    if (shown.trim() !== text) await visitor.choose(id, text);
    return;
  }
  if ((await field.inputValue()) === text) return;
  await field.fill(text);
  if (kind === 'date') await field.press('Enter');
}
